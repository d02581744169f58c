using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Commerce.Carriers;
using Commerce.VendorContracts.Examples;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.VendorContracts.FedEx;

/// <summary>FedEx's own example answers.</summary>
public sealed partial class FedExExampleTests
{
    // FACTS, section 5; its label is cut short there.
    private const string ShortShipment = """
        {"output":{"transactionShipments":[{"masterTrackingNumber":"794953535000","pieceResponses":[{"trackingNumber":"794953535000",
        "packageDocuments":[{"contentType":"LABEL","docType":"PDF","encodedLabel":"JVBERi0xLjQK"}]}]}]}}
        """;

    [VendorSpecFact]
    public void Every_example_is_claimed() => ExampleFolder.AssertClaimed(Path.GetDirectoryName(PathOf("error.json"))!, Read, Unread);

    [VendorSpecFact]
    public void Every_other_operation_is_claimed()
    {
        var others = JsonNode.Parse(File.ReadAllBytes(PathOf("other-operations.json")))!.AsObject()
            .Where(pair => pair.Value is JsonObject).Select(pair => pair.Key).Order(StringComparer.Ordinal);

        Assert.Equal(ReadOthers.Concat(UnreadOthers.Select(waiver => waiver.Path)).Order(StringComparer.Ordinal), others);
    }

    [VendorSpecFact]
    public Task Rates() => ReadAsync(Example("rate.response.json"), client => ((IRateProvider)client).GetRatesAsync(FedExContractTests.Rates), OfRates);

    [VendorSpecFact]
    public async Task Rates_with_a_day_that_FedEx_promises()
    {
        var rates = (RateResult)(await ReadAsync(
            Example("rate.response.json", root => root["output"]!["rateReplyDetails"]![0]!["commit"]!["dateDetail"] = new JsonObject { ["dayFormat"] = "2024-07-19T17:00:00" }),
            client => ((IRateProvider)client).GetRatesAsync(FedExContractTests.Rates),
            OfRates))!;

        Assert.True(rates.Quotes[0].IsGuaranteed);
        Assert.Contains(rates.Messages, message => message.Message.StartsWith("Delivery date and time estimates", StringComparison.Ordinal));
    }

    [VendorSpecFact]
    public Task Transit_times() => ReadAsync(
        Example("transittimes.response.json"), client => ((ITransitTimeProvider)client).GetTransitTimesAsync(FedExContractTests.Rates), OfTransitTimes);

    [VendorSpecFact]
    public Task Shipment() => ReadAsync(Example("ship.response.json"), client => client.CreateShipmentAsync(FedExContractTests.Shipment), OfShipments);

    [VendorSpecFact]
    public Task Shipment_in_short() => ReadAsync(Encoding.UTF8.GetBytes(ShortShipment), client => client.CreateShipmentAsync(FedExContractTests.Shipment), []);

    [VendorSpecFact]
    public Task Validation() => ReadNothingAsync("validate", client => ((IShipmentValidator)client).ValidateShipmentAsync(FedExContractTests.Shipment));

    [VendorSpecFact]
    public Task Void() => ReadAsync(
        Example("cancel.response.json"),
        client => ((IShipmentVoider)client).VoidAsync(new VoidRequest { ShipmentId = new CarrierShipmentId("794953535000") }),
        OfVoids);

    [VendorSpecFact]
    public Task Tracking() => ReadAsync(Example("track.response.json", Complete), client => client.TrackAsync(FedExContractTests.Number), OfUndelivered);

    [VendorSpecFact]
    public async Task Tracking_of_a_delivered_parcel_whose_scans_are_gone()
    {
        var report = (TrackingReport)(await ReadAsync(
            Example("track.response.json", root =>
            {
                Complete(root);
                var parcel = Results(root)[0]!["trackResults"]![0]!.AsObject();
                parcel.Remove("scanEvents");
                parcel["latestStatusDetail"]!["code"] = "DL";
            }),
            client => client.TrackAsync(FedExContractTests.Number),
            [
                .. OfTracking.Where(waiver => !waiver.Path.Contains("scanEvents", StringComparison.Ordinal)),
                .. OfResult("A delivered parcel is late no more.", "latestStatusDetail.delayDetail.type"),
            ]))!;

        Assert.Equal((TrackingStatus.Delivered, new DateTimeOffset(2007, 9, 27, 0, 0, 0, TimeSpan.Zero)), (report.Status, report.DeliveredAt));
    }

    [VendorSpecFact]
    public async Task Tracking_that_is_an_error_of_one_number_carries_code_and_message()
    {
        // As it stands the example holds every member there is, an error among them.
        var failure = (CommerceException)(await ReadAsync(
            Example("track.response.json"), client => client.TrackAsync(FedExContractTests.Number), [.. Envelope, new("output.**", "An error counts more than what is beside it.")]))!;

        Assert.Equal((CommerceErrorKind.Invalid, "TRACKING.TRACKINGNUMBER.EMPTY"), (failure.Kind, failure.VendorCode));
    }

    [VendorSpecFact]
    public async Task Tracking_that_finds_nothing_is_no_report()
    {
        var report = await ReadAsync(
            Example("track.response.json", root => Results(root).RemoveAt(0)), client => client.TrackAsync(FedExContractTests.Number), OfNothing);

        Assert.Null(report);
    }

    [VendorSpecFact]
    public Task Finding() => ReadAsync(
        Example("track.response.json", Complete),
        client => ((IShipmentFinder)client).FindShipmentAsync(new FindShipmentRequest { Key = new OperationKey("order-1") }),
        OfFinding);

    [VendorSpecFact]
    public Task Proof() => ReadAsync(
        Example("trackingdocuments.response.json"), client => ((IProofOfDeliveryProvider)client).GetProofOfDeliveryAsync(FedExContractTests.Number), OfProofs);

    [VendorSpecFact]
    public Task Pickup() => ReadAsync(
        Example("pickup.create.response.json"), client => ((IPickupScheduler)client).BookPickupAsync(FedExContractTests.Pickup), OfPickups);

    [VendorSpecFact]
    public Task Cancelled_pickup() => ReadAsync(
        Example("pickup.cancel.response.json"),
        client => ((IPickupCanceller)client).CancelPickupAsync(new PickupBooking { ConfirmationNumber = "NQAA97", Date = new DateOnly(2026, 3, 2), Location = "FDXE/NQAA" }),
        OfCancelledPickups);

    [VendorSpecFact]
    public Task Pickup_slots() => ReadAsync(
        Other("pickupAvailability"), client => ((IPickupCalendar)client).FindPickupSlotsAsync(FedExContractTests.Pickup), OfSlots);

    [VendorSpecFact]
    public Task Pickup_points() => ReadAsync(
        Example("locations.response.json"),
        client => ((IPickupPointDirectory)client).FindPickupPointsAsync(new PickupPointRequest { Near = FedExContractTests.Rates.Recipient.Address }),
        OfPickupPoints);

    [VendorSpecFact]
    public Task Address() => ReadAsync(
        Other("addressResolve"), client => ((IAddressValidator)client).ValidateAddressAsync(FedExContractTests.Shipment.Recipient.Address), OfAddresses);

    [VendorSpecFact]
    public Task Ground_close() => ReadAsync(
        Other("endOfDay"),
        client => ((IManifestClient)client).CloseManifestAsync(new ManifestRequest { Key = new OperationKey("close-1"), Date = new DateOnly(2026, 3, 2) }),
        OfCloses);

    [VendorSpecFact]
    public Task Trade_document() => ReadAsync(
        Example("etd.upload.response.json"),
        client => ((ITradeDocumentClient)client).UploadTradeDocumentAsync(new TradeDocument
        {
            FileName = "invoice.pdf", MediaType = "application/pdf", Content = "%PDF-1.4"u8.ToArray(), VendorType = "COMMERCIAL_INVOICE",
            Origin = CountryCode.France, Destination = CountryCode.UnitedStates,
        }),
        OfUploads,
        HttpStatusCode.Created);

    [VendorSpecFact]
    public async Task Errors_carry_code_and_message()
    {
        var failure = (CommerceException)(await ReadAsync(
            Example("error.json"), client => client.CreateShipmentAsync(FedExContractTests.Shipment), Envelope, HttpStatusCode.BadRequest))!;

        Assert.Equal((CommerceErrorKind.Forbidden, "ACCOUNT.NUMBER.MISMATCH"), (failure.Kind, failure.VendorCode));
        Assert.StartsWith("When payment Type is SENDER", failure.VendorMessage, StringComparison.Ordinal);
    }

    [VendorSpecFact]
    public async Task Token()
    {
        string? sent = null;

        await ExampleAnswers.ReadWithoutLossAsync(
            Example("token.response.json"),
            async body =>
            {
                using var edge = new ExampleEdge("application/json");
                await using var provider = Provider(edge);
                edge.Answer = request =>
                {
                    sent = request.Headers.Authorization?.ToString();
                    return request.RequestUri!.AbsolutePath.EndsWith("/token", StringComparison.Ordinal) ? body : Other("validate");
                };
                await ((IShipmentValidator)provider.GetRequiredKeyedService<ICarrierClient>("fedex")).ValidateShipmentAsync(FedExContractTests.Shipment);
                return sent;
            },
            new("token_type", "FedEx has one kind of token."),
            new("scope", "One for all: what a project may do is set up in the portal."),
            new("expires_in", "How long the token is kept: shown by the recordings."));
    }

    private static string PathOf(string file) => VendorSpecs.PathOf("carriers", "fedex", Path.Combine("samples", file));

    private static byte[] Example(string file, Action<JsonNode>? fit = null)
    {
        var root = JsonNode.Parse(File.ReadAllBytes(PathOf(file)))!;
        fit?.Invoke(root);
        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static byte[] Other(string name) =>
        Encoding.UTF8.GetBytes(JsonNode.Parse(File.ReadAllBytes(PathOf("other-operations.json")))![name]!["response"]!.ToJsonString());

    private static JsonArray Results(JsonNode root) => root["output"]!["completeTrackResults"]!.AsArray();

    // The example holds every member there is; a parcel that FedEx tells of has no error.
    private static void Complete(JsonNode root) => Results(root)[0]!["trackResults"]![0]!.AsObject().Remove("error");

    private static async Task ReadNothingAsync<T>(string name, Func<ICarrierClient, Task<T>> call)
    {
        using var edge = new ExampleEdge("application/json", FedExContractTests.Token) { Answer = _ => Other(name) };
        await using var provider = Provider(edge);
        Assert.Empty((System.Collections.IEnumerable)(await call(provider.GetRequiredKeyedService<ICarrierClient>("fedex")))!);
    }

    private static async Task<object?> ReadAsync<T>(byte[] example, Func<ICarrierClient, Task<T>> call, Waiver[] waivers, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var edge = new ExampleEdge("application/json", FedExContractTests.Token) { Status = status };
        await using var provider = Provider(edge);
        var client = provider.GetRequiredKeyedService<ICarrierClient>("fedex");

        return await ExampleAnswers.ReadWithoutLossAsync(
            example,
            body =>
            {
                edge.Answer = _ => body;
                return ExampleAnswers.TryAsync(async () => await call(client));
            },
            waivers);
    }

    private static ServiceProvider Provider(DelegatingHandler edge)
    {
        var services = new ServiceCollection();
        services.AddFedExCarrier(options =>
        {
            options.BaseAddress = new Uri("http://fedex.example/");
            (options.ClientId, options.ClientSecret, options.AccountNumber) = ("invented", "invented-secret", "700257037");
            (options.MaxRetries, options.BreakerFailures) = (0, 1000);
        }).AddHttpMessageHandler(() => edge);
        return services.BuildServiceProvider();
    }
}
