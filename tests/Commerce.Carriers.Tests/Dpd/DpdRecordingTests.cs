using System.Runtime.CompilerServices;
using Commerce.Carriers.Dpd;
using Commerce.Tests.Support;
using Commerce.Tests.Support.Recordings;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Carriers.Tests.Dpd;

/// <summary>The DPD client against recordings in DPD's shape, served by the real WireMock.</summary>
public sealed partial class DpdRecordingTests(DpdRecordingTests.Recorded dpd) : IClassFixture<DpdRecordingTests.Recorded>, IAsyncLifetime
{
    private const string Secret = "recorded-secret";
    private readonly List<ServiceProvider> _providers = [];

    public Task InitializeAsync() => dpd.ResetAsync();

    public async Task DisposeAsync()
    {
        foreach (var provider in _providers)
        {
            await provider.DisposeAsync();
        }
    }

    [Fact]
    public async Task Token_is_asked_for_once_and_kept()
    {
        var client = Client();

        await client.CreateShipmentAsync(Order("order-one"));
        await client.CreateShipmentAsync(Order("order-one"));

        Snapshot.Match((await dpd.RequestsAsync("/login")).Single().ToText(Scrub));
    }

    [Fact]
    public async Task Token_of_seur_is_asked_for_with_all_four_credentials()
    {
        var client = Client(change: options =>
            (options.BusinessUnit, options.ClientId, options.ClientSecret) = ("020", "recorded-client", "recorded-client-secret"));

        Assert.True((await client.CreateShipmentAsync(Order("order-one"))).IsSuccess);
        Assert.Equal(1, dpd.Sent("/login"));
    }

    [Fact]
    public async Task Refused_credentials_are_told_and_not_tried_again()
    {
        var failure = await FailureAsync(() => Client("wrong-login").CreateShipmentAsync(Order("order-one")));

        Assert.Equal((CommerceErrorKind.Unauthorized, "COMMON_1", "token"), (failure.Kind, failure.VendorCode, failure.Operation));
        Assert.DoesNotContain(Secret, failure.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, dpd.Sent());
    }

    [Fact]
    public async Task Login_without_a_token_is_a_breach_of_protocol()
    {
        var failure = await FailureAsync(() => Client("odd-login").CreateShipmentAsync(Order("order-one")));

        Assert.Equal((CommerceErrorKind.Protocol, "token"), (failure.Kind, failure.Operation));
    }

    [Fact]
    public async Task Login_is_tried_again_while_dpd_is_down_and_nothing_else_is_sent()
    {
        var failure = await FailureAsync(() => Client("busy-login").CreateShipmentAsync(Order("order-one")));

        Assert.Equal((CommerceErrorKind.Unavailable, 503), (failure.Kind, failure.HttpStatus));
        Assert.Equal((3, 3), (dpd.Sent("/login"), dpd.Sent()));
    }

    [Fact]
    public async Task Expired_token_is_renewed_once_and_the_purchase_is_repeated_once()
    {
        var outcome = await Client("renewing-login").CreateShipmentAsync(Order("order-one"));

        Assert.True(outcome.IsSuccess);
        Assert.Equal(
            ["Bearer expired-token", "Bearer fresh-token"], (await dpd.RequestsAsync("/shipment")).Select(request => request.Header("Authorization")));
    }

    private static ShipmentRequest Order(string key, string service = "101", int parcels = 1) =>
        CarrierSamples.Shipment(new OperationKey(key), service, LabelFormat.Pdf, parcels);

    private static TrackingRequest Number(string number) => new() { TrackingNumber = new TrackingNumber(number) };

    private static Task<CommerceException> FailureAsync(Func<Task> call) => Assert.ThrowsAsync<CommerceException>(call);

    private static string Scrub(string text) => text
        .Replace(Secret, "{secret}", StringComparison.Ordinal)
        .Replace("recorded-key", "{secret}", StringComparison.Ordinal)
        .Replace("recorded-shipper", "{secret}", StringComparison.Ordinal)
        .Replace("recorded-trace", "{secret}", StringComparison.Ordinal);

    private async Task MatchAsync(string path, [CallerFilePath] string file = "", [CallerMemberName] string test = "") =>
        Snapshot.Match(string.Join("\n\n", (await dpd.RequestsAsync(path)).Select(request => Scrub(request.ToText()))), file: file, test: test);

    // Waits between attempts are real and of one millisecond; a deadline passes only where a recording is slow.
    private IDpdCarrierClient Client(string login = "recorded-login", Action<DpdCarrierOptions>? change = null) => (IDpdCarrierClient)Provide(login, change);

    private ICarrierClient Provide(string login, Action<DpdCarrierOptions>? change)
    {
        var services = new ServiceCollection();
        services.AddDpdCarrier(options =>
        {
            options.BaseAddress = options.ShipperAddress = dpd.Address;
            (options.Login, options.Password, options.AccountNumber) = (login, Secret, "012345");
            (options.FranceCenterNumber, options.FranceCustomerNumber) = (75, 12345);
            (options.EPrintAddress, options.EPrintUserId, options.EPrintPassword) = (new Uri(dpd.Address, "eprintwebservice.asmx"), "recorded-user", Secret);
            (options.WebTraceAddress, options.WebTracePassword) = (new Uri(dpd.Address, "webtrace_service.asmx"), "recorded-trace");
            (options.MyPudoAddress, options.MyPudoKey) = (new Uri(dpd.Address, "mypudo.asmx/"), "recorded-key");
            (options.RetryDelay, options.BreakerFailures) = (TimeSpan.FromMilliseconds(1), 1000);
            change?.Invoke(options);
        }).AddHttpMessageHandler(dpd.Edge);
        var provider = services.BuildServiceProvider();
        _providers.Add(provider);
        return provider.GetRequiredKeyedService<ICarrierClient>("dpd");
    }

    public sealed class Recorded() : WireMockServer("dpd");
}
