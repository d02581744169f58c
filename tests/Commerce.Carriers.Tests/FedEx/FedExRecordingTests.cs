using System.Runtime.CompilerServices;
using Commerce.Carriers.FedEx;
using Commerce.Tests.Support;
using Commerce.Tests.Support.Recordings;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Carriers.Tests.FedEx;

/// <summary>The FedEx client against recordings in FedEx's shape, served by the real WireMock. The key of the account chooses what it answers.</summary>
public sealed partial class FedExRecordingTests(FedExRecordingTests.Recorded fedex) : IClassFixture<FedExRecordingTests.Recorded>, IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    /// <summary>Every operation: its call, and whether it may be sent again.</summary>
    private static readonly Dictionary<string, (Func<ICarrierClient, Task<object?>> Call, bool IsSafe)> Operations = new()
    {
        ["ship"] = (async client => await client.CreateShipmentAsync(FedExSamples.Order("order-1", 2)), false),
        ["ship-validate"] = (async client => await ((IShipmentValidator)client).ValidateShipmentAsync(FedExSamples.Order("order-1")), true),
        ["rate"] = (async client => await ((IRateProvider)client).GetRatesAsync(CarrierSamples.Rates()), true),
        ["transit-times"] = (async client => await ((ITransitTimeProvider)client).GetTransitTimesAsync(CarrierSamples.Rates() with { ShipDate = Day }), true),
        ["track"] = (async client => await client.TrackAsync(Number("794900000001")), true),
        ["track-reference"] = (async client => await ((IShipmentFinder)client).FindShipmentAsync(Key("order-1")), true),
        ["proof-of-delivery"] = (async client => await ((IProofOfDeliveryProvider)client).GetProofOfDeliveryAsync(Number("794900000001")), true),
        ["void"] = (async client => await VoidAsync(client, "794900000001"), true),
        ["pickup"] = (async client => await ((IPickupScheduler)client).BookPickupAsync(FedExSamples.Pickup(Day)), false),
        ["pickup-cancel"] = (async client => await ((IPickupCanceller)client).CancelPickupAsync(
            new PickupBooking { ConfirmationNumber = "3001", Date = Day, Location = "FDXE/COSA" }), false),
        ["pickup-availability"] = (async client => await ((IPickupCalendar)client).FindPickupSlotsAsync(FedExSamples.Pickup(Day)), true),
        ["locations"] = (async client => await ((IPickupPointDirectory)client).FindPickupPointsAsync(
            new PickupPointRequest { Near = CarrierSamples.Recipient.Address, ParcelWeight = Weight.FromKilograms(3) }), true),
        ["address-validation"] = (async client => await ((IAddressValidator)client).ValidateAddressAsync(CarrierSamples.Sender.Address), true),
        ["ground-close"] = (async client => await ((IManifestClient)client).CloseManifestAsync(new ManifestRequest { Key = new OperationKey("close-1"), Date = Day }), false),
        ["ground-close-reprint"] = (async client => await ((IManifestReprinter)client).ReprintManifestAsync("794900000001"), true),
        ["trade-document"] = (async client => await ((ITradeDocumentClient)client).UploadTradeDocumentAsync(FedExSamples.Invoice), false),
    };

    private readonly List<ServiceProvider> _providers = [];

    public static TheoryData<string> Names => [.. Operations.Keys];

    public Task InitializeAsync() => fedex.ResetAsync();

    public async Task DisposeAsync()
    {
        foreach (var provider in _providers)
        {
            await provider.DisposeAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_operation_succeeds_and_sends_exactly_these_bytes(string operation)
    {
        Assert.NotNull(await Operations[operation].Call(Client("good")));

        Snapshot.Match(await SentAsync(), part: operation);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_operation_takes_a_refusal_as_an_answer(string operation)
    {
        var client = Client("refused");

        // Tracking has no refusals: what FedEx does not understand is the caller's mistake.
        if (operation is "track" or "track-reference")
        {
            var exception = await FailureAsync(() => Operations[operation].Call(client));
            Assert.Equal((CommerceErrorKind.Invalid, "RECORDED.FIELD.INVALID"), (exception.Kind, exception.VendorCode));
            return;
        }

        var answer = await Operations[operation].Call(client);
        var told = answer switch
        {
            RateResult rates => rates.Messages.Single().Code,
            IReadOnlyList<Refusal> refusals => refusals.Single().VendorCode,
            System.Collections.ICollection empty => empty.Count == 0 ? "RECORDED.FIELD.INVALID" : "not empty",
            _ => ((Refusal)answer!.GetType().GetProperty("Refusal")!.GetValue(answer)!).VendorCode,
        };
        Assert.Equal("RECORDED.FIELD.INVALID", told);
        Assert.Equal(2, fedex.Sent());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_operation_tells_of_technical_failures_and_repeats_only_what_is_safe(string operation)
    {
        var (call, isSafe) = Operations[operation];
        foreach (var (answer, kind, repeats) in ((string, CommerceErrorKind, bool)[])
            [("failing", CommerceErrorKind.Unavailable, true), ("malformed", CommerceErrorKind.Protocol, false), ("forbidden", CommerceErrorKind.Forbidden, false),
                ("truncated", CommerceErrorKind.Unavailable, true), ("reset", CommerceErrorKind.Unavailable, true)])
        {
            var exception = await FailureAsync(() => call(Client(answer)));

            Assert.Equal((answer, kind, operation), (answer, exception.Kind, exception.Operation));
            Assert.Equal((answer, repeats && isSafe ? 4 : 2), (answer, fedex.Sent()));
            Assert.DoesNotContain("recorded-secret", exception.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("700257037", exception.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("ship")]
    [InlineData("pickup")]
    [InlineData("ground-close")]
    public async Task Purchase_that_is_slower_than_the_deadline_is_sent_once_and_its_outcome_is_unknown(string operation)
    {
        var client = Client("slow", options => options.AttemptTimeout = TimeSpan.FromMilliseconds(300));

        var exception = await FailureAsync(() => Operations[operation].Call(client));

        Assert.Equal((CommerceErrorKind.Unavailable, true), (exception.Kind, exception.IsOutcomeUnknown));
        Assert.Equal(2, fedex.Sent());
    }

    [Fact]
    public async Task Too_many_calls_are_told_as_such()
    {
        var exception = await FailureAsync(() => Client("throttled").CreateShipmentAsync(FedExSamples.Order("order-1")));

        Assert.Equal(CommerceErrorKind.Throttled, exception.Kind);
    }

    [Fact]
    public async Task Refused_credentials_are_told_and_a_token_without_a_token_is_a_breach()
    {
        var denied = await FailureAsync(() => Client("denied").TrackAsync(Number("794900000001")));
        var odd = await FailureAsync(() => Client("odd").TrackAsync(Number("794900000001")));

        Assert.Equal((CommerceErrorKind.Unauthorized, "NOT.AUTHORIZED.ERROR", "token"), (denied.Kind, denied.VendorCode, denied.Operation));
        Assert.Equal((CommerceErrorKind.Protocol, "token"), (odd.Kind, odd.Operation));
    }

    [Fact]
    public async Task Integrators_ask_for_their_tokens_with_the_childs_key()
    {
        await Client("parent", options => (options.GrantType, options.ChildKey, options.ChildSecret) = ("csp_credentials", "child", "recorded-child-secret"))
            .TrackAsync(Number("794900000001"));

        Snapshot.Match((await fedex.RequestsAsync("/token")).Single().ToText());
    }

    [Fact]
    public async Task Tracking_uses_the_project_of_its_own_and_nothing_else_does()
    {
        var client = Client("good", options => (options.TrackClientId, options.TrackClientSecret) = ("tracking-client", "recorded-secret"));

        Assert.Equal(TrackingStatus.Created, (await client.TrackAsync(Number("794900000001")))?.Status);
        Assert.NotEmpty((await ((IRateProvider)client).GetRatesAsync(CarrierSamples.Rates())).Quotes);
        Assert.Equal(["Bearer tracking-token", "Bearer good-token"], (await fedex.RequestsAsync("/v1/")).Select(request => request.Header("Authorization")));
    }

    private static TrackingRequest Number(string number) => new() { TrackingNumber = new TrackingNumber(number) };

    private static FindShipmentRequest Key(string key) => new() { Key = new OperationKey(key), From = Day, To = Day.AddDays(1) };

    private static Task<Outcome<VoidConfirmation>> VoidAsync(ICarrierClient client, string number) =>
        ((IShipmentVoider)client).VoidAsync(new VoidRequest { ShipmentId = new CarrierShipmentId(number) });

    private static Task<CommerceException> FailureAsync(Func<Task> call) => Assert.ThrowsAsync<CommerceException>(call);

    private static string Scrub(string line) =>
        line.StartsWith("x-customer-transaction-id: ", StringComparison.OrdinalIgnoreCase) ? "x-customer-transaction-id: {id}" : line;

    private async Task<string> SentAsync() => (await fedex.RequestsAsync("/v1/")).Single().ToText(Scrub);

    private async Task MatchAsync([CallerFilePath] string file = "", [CallerMemberName] string test = "") =>
        Snapshot.Match(await SentAsync(), file: file, test: test);

    private ICarrierClient Client(string answers, Action<FedExCarrierOptions>? change = null)
    {
        var services = new ServiceCollection();
        services.AddFedExCarrier(options =>
        {
            options.BaseAddress = fedex.Address;
            (options.ClientId, options.ClientSecret, options.AccountNumber) = (answers + "-client", "recorded-secret", "700257037");
            (options.MaxRetries, options.RetryDelay) = (2, TimeSpan.FromMilliseconds(1));
            change?.Invoke(options);
        }).AddHttpMessageHandler(fedex.Edge);
        var provider = services.BuildServiceProvider();
        _providers.Add(provider);
        return provider.GetRequiredKeyedService<ICarrierClient>("fedex");
    }

    public sealed class Recorded() : WireMockServer("fedex");
}
