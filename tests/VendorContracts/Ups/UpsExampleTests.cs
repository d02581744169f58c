using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Commerce.Carriers;
using Commerce.VendorContracts.Examples;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.VendorContracts.Ups;

/// <summary>UPS's own example answers.</summary>
public sealed partial class UpsExampleTests
{
    private const string Number = "1Z12345E8791315413";

    [VendorSpecFact]
    public void Every_example_is_claimed()
    {
        var files = Directory.GetFiles(Path.GetDirectoryName(PathOf("error.json"))!).Select(Path.GetFileName).Order(StringComparer.Ordinal);
        using var others = JsonDocument.Parse(File.ReadAllBytes(PathOf("other-responses.json")));

        Assert.Equal(Unread.Keys.Concat(Read).Order(StringComparer.Ordinal), files);
        Assert.Equal(
            UnreadOthers.Keys.Concat(ReadOthers).Order(StringComparer.Ordinal),
            others.RootElement.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
    }

    [VendorSpecFact]
    public Task Rates() => ReadAsync(
        Example("rate.response.json"),
        client => ((IRateProvider)client).GetRatesAsync(UpsContractTests.Rates),
        [
            .. OfRates,
            Rated("ItemizedCharges.**", "A part of the public price; here is a price of the contract, which lists its own."),
            Rated("ServiceOptionsCharges.**", "A part of the public price; here is a price of the contract, which lists its own."),
            Rated("TotalCharges.**", "The public price; here is a price of the contract."),
            Rated("TotalChargesWithTaxes.**", "The public price; here is a price of the contract."),
            Rated("NegotiatedRateCharges.BaseServiceCharge.**", "What is left of the price without its surcharges."),
            Rated("NegotiatedRateCharges.TaxCharges.**", "The difference of the prices with and without tax."),
        ]);

    [VendorSpecFact]
    public Task Public_rates() => ReadAsync(
        Example("rate.response.json", root => EachRated(root, rated => rated.Remove("NegotiatedRateCharges"))),
        client => ((IRateProvider)client).GetRatesAsync(UpsContractTests.Rates),
        OfRates);

    [VendorSpecFact]
    public Task Shipment() => ReadAsync(
        // The example's image is cut short.
        Example("ship.response.json", ship => Set(ship, "ShipmentResponse.ShipmentResults.PackageResults.ShippingLabel.GraphicImage", "iVBORw0KGgoAAAAN")),
        client => client.CreateShipmentAsync(UpsContractTests.Shipment),
        OfShipments);

    [VendorSpecFact]
    public Task Void() => ReadAsync(
        Example("void.response.json"),
        client => ((IShipmentVoider)client).VoidAsync(new VoidRequest { ShipmentId = new CarrierShipmentId(Number) }),
        [
            .. Every,
            new("VoidShipmentResponse.SummaryResult.Status.Description", "The code says it."),
            new("VoidShipmentResponse.PackageLevelResult.Status.Description", "The code says it."),
        ]);

    [VendorSpecFact]
    public Task Recovered_label() => ReadAsync(
        Other("labelRecovery"),
        client => ((ILabelReprinter)client).ReprintAsync(new ReprintRequest { ShipmentId = new CarrierShipmentId("1Z0000000000000001") }),
        [.. Every, new("LabelRecoveryResponse.ShipmentIdentificationNumber", "What was asked for.")]);

    [VendorSpecFact]
    public Task Tracking() => ReadAsync(
        Example("track.response.json", Fill),
        client => client.TrackAsync(new TrackingRequest { TrackingNumber = new TrackingNumber(Number) }),
        [.. OfParcels, CurrentStatus, Tracked("trackingNumber", "What was asked for."), Tracked("alternateTrackingNumber.**", "A search tells it.")]);

    [VendorSpecFact]
    public async Task Tracking_before_the_first_event()
    {
        var report = (TrackingReport)(await ReadAsync(
            Example("track.response.json", root => { Fill(root); Package(root).Remove("activity"); }),
            client => client.TrackAsync(new TrackingRequest { TrackingNumber = new TrackingNumber(Number) }),
            [
                .. OfParcels.Where(waiver => !waiver.Path.Contains(".activity.", StringComparison.Ordinal)),
                Tracked("currentStatus.code", "The letters of an event; the finer code is read."),
                Tracked("currentStatus.description", "There is no event to describe."),
                Tracked("currentStatus.simplifiedTextDescription", "There is no event to describe."),
                Tracked("currentStatus.type", "Read where the finer code is unknown."),
                Tracked("trackingNumber", "What was asked for."),
                Tracked("alternateTrackingNumber.**", "A search tells it."),
            ]))!;

        Assert.Equal(TrackingStatus.Created, report.Status);
    }

    [VendorSpecFact]
    public async Task Finding()
    {
        var label = Other("labelRecovery");

        await ReadAsync(
            Example("track.response.json", Fill),
            client => ((IShipmentFinder)client).FindShipmentAsync(new FindShipmentRequest { Key = new OperationKey("order-1") }),
            [
                .. OfParcels.Where(waiver => !waiver.Path.Contains(".activity.", StringComparison.Ordinal)
                    && !waiver.Path.Contains(".deliveryTime.", StringComparison.Ordinal)),
                Tracked("activity.**", "A search gives parcels and labels; tracking gives the events."),
                Tracked("deliveryDate.**", "A search gives parcels and labels; tracking gives the times."),
                Tracked("deliveryTime.**", "A search gives parcels and labels; tracking gives the times."),
                Tracked("currentStatus.**", "Tells of a parcel that was voided, which is left out."),
                Tracked("alternateTrackingNumber.type", "Whose number it is."),
            ],
            request => request.RequestUri!.AbsolutePath.EndsWith("/recovery", StringComparison.Ordinal) ? label : null);
    }

    [VendorSpecFact]
    public async Task Tracking_that_finds_nothing_is_no_report()
    {
        var report = await ReadAsync(
            Example("track.trackingNumberNotFound.json"),
            client => client.TrackAsync(new TrackingRequest { TrackingNumber = new TrackingNumber(Number) }),
            [new("trackResponse.shipment.warnings.**", "Without a parcel there is no report, whatever the warning.")]);

        Assert.Null(report);
    }

    [VendorSpecFact]
    public Task Errors_of_content_carry_code_and_message() => CheckErrorAsync("error.json", HttpStatusCode.BadRequest, CommerceErrorKind.Invalid);

    [VendorSpecFact]
    public Task Errors_of_credentials_carry_code_and_message() =>
        CheckErrorAsync("track.authError.json", HttpStatusCode.Unauthorized, CommerceErrorKind.Unauthorized);

    [VendorSpecFact]
    public Task Errors_of_numbers_carry_code_and_message() =>
        CheckErrorAsync("track.invalidTrackingNumber.json", HttpStatusCode.BadRequest, CommerceErrorKind.Invalid);

    [VendorSpecFact]
    public async Task Token()
    {
        var sent = new List<string?>();

        await ExampleAnswers.ReadWithoutLossAsync(
            Example("token.response.json"),
            async body =>
            {
                using var edge = new ExampleEdge("application/json");
                await using var provider = Provider(edge);
                edge.Answer = request =>
                {
                    sent.Add(request.Headers.Authorization?.ToString());
                    return request.RequestUri!.AbsolutePath.EndsWith("/token", StringComparison.Ordinal)
                        ? body
                        : Encoding.UTF8.GetBytes("""{"trackResponse":{"shipment":[]}}""");
                };
                await provider.GetRequiredKeyedService<ICarrierClient>("ups")
                    .TrackAsync(new TrackingRequest { TrackingNumber = new TrackingNumber(Number) });
                return sent[^1];
            },
            new("scope", "Empty: a token is good for every product of the app."),
            new("token_type", "UPS has one kind of token."),
            new("issued_at", "The life time counts from the answer on."),
            new("client_id", "What was sent."),
            new("expires_in", "How long the token is kept: shown by the recordings."),
            new("refresh_count", "These tokens are not refreshed, but asked for anew."),
            new("status", "An answer of 200 with a token is an approval."));
    }

    private static string PathOf(string file) => VendorSpecs.PathOf("carriers", "ups", Path.Combine("samples", file));

    private static byte[] Example(string file, Action<JsonNode>? fit = null)
    {
        var root = JsonNode.Parse(File.ReadAllBytes(PathOf(file)))!;
        fit?.Invoke(root);
        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static byte[] Other(string name) =>
        Encoding.UTF8.GetBytes(JsonNode.Parse(File.ReadAllBytes(PathOf("other-responses.json")))![name]!.ToJsonString());

    private static void EachRated(JsonNode root, Action<JsonObject> change)
    {
        foreach (var rated in root["RateResponse"]!["RatedShipment"]!.AsArray())
        {
            change(rated!.AsObject());
        }
    }

    // The example holds the word "string" where UPS sends dates and hours.
    private static void Fill(JsonNode root)
    {
        Set(root, "trackResponse.shipment.package.deliveryDate.type", "SDD");
        Set(root, "trackResponse.shipment.package.deliveryDate.date", "20210212");
        Set(root, "trackResponse.shipment.package.deliveryTime.type", "EDW");
        Set(root, "trackResponse.shipment.package.deliveryTime.startTime", "101500");
        Set(root, "trackResponse.shipment.package.deliveryTime.endTime", "141500");
    }

    private static void Set(JsonNode root, string path, string value)
    {
        var at = root;
        foreach (var step in path.Split('.')[..^1])
        {
            at = at[step]! is JsonArray list ? list[0]! : at[step]!;
        }

        at[path.Split('.')[^1]] = value;
    }

    private static JsonObject Package(JsonNode root) => root["trackResponse"]!["shipment"]![0]!["package"]![0]!.AsObject();

    private static async Task CheckErrorAsync(string file, HttpStatusCode status, CommerceErrorKind kind)
    {
        var example = Example(file);
        var error = JsonNode.Parse(example)!["response"]!["errors"]![0]!;

        var failure = (CommerceException)(await ReadAsync(example, FailureAsync, [], status: status))!;

        Assert.Equal((kind, (string?)error["code"], (string?)error["message"]), (failure.Kind, failure.VendorCode, failure.VendorMessage));
    }

    private static async Task<CommerceException> FailureAsync(ICarrierClient client) => await Assert.ThrowsAsync<CommerceException>(
        () => client.TrackAsync(new TrackingRequest { TrackingNumber = new TrackingNumber(Number) }));

    private static async Task<object?> ReadAsync<T>(
        byte[] example,
        Func<ICarrierClient, Task<T>> call,
        Waiver[] waivers,
        Func<HttpRequestMessage, byte[]?>? other = null,
        HttpStatusCode status = HttpStatusCode.OK)
    {
        using var edge = new ExampleEdge("application/json", UpsContractTests.Token) { Status = status };
        await using var provider = Provider(edge);
        var client = provider.GetRequiredKeyedService<ICarrierClient>("ups");

        return await ExampleAnswers.ReadWithoutLossAsync(
            example,
            async body =>
            {
                edge.Answer = request => other?.Invoke(request) ?? body;
                return await call(client);
            },
            waivers);
    }

    private static ServiceProvider Provider(DelegatingHandler edge)
    {
        var services = new ServiceCollection();
        services.AddUpsCarrier(options =>
        {
            options.BaseAddress = new Uri("http://ups.example/");
            (options.ClientId, options.ClientSecret, options.AccountNumber) = ("invented", "invented-secret", "A1B2C3");
            (options.MaxRetries, options.BreakerFailures) = (0, 1000);
        }).AddHttpMessageHandler(() => edge);
        return services.BuildServiceProvider();
    }
}
