using System.Runtime.CompilerServices;
using Commerce.Carriers.Ups;
using Commerce.Tests.Support;
using Commerce.Tests.Support.Recordings;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Carriers.Tests.Ups;

/// <summary>The UPS client against recordings in UPS's shape, served by the real WireMock.</summary>
public sealed partial class UpsRecordingTests(UpsRecordingTests.Recorded ups) : IClassFixture<UpsRecordingTests.Recorded>, IAsyncLifetime
{
    private static readonly Party American = new()
    {
        Contact = new Contact { Name = "Lou Sample", Phone = PhoneNumber.Parse("+12025550100") },
        Address = new Address { Line1 = "1 Example Street", City = "Springfield", Region = "IL", PostalCode = "62701", Country = CountryCode.UnitedStates },
        IsResidential = true,
    };

    private readonly List<ServiceProvider> _providers = [];

    public Task InitializeAsync() => ups.ResetAsync();

    public async Task DisposeAsync()
    {
        foreach (var provider in _providers)
        {
            await provider.DisposeAsync();
        }
    }

    [Fact]
    public async Task Token_is_asked_for_with_the_client_credentials_and_kept()
    {
        var client = (IRateProvider)Client();

        await client.GetRatesAsync(CarrierSamples.Rates());
        await client.GetRatesAsync(CarrierSamples.Rates());

        Snapshot.Match((await ups.RequestsAsync("/token")).Single().ToText());
    }

    [Theory]
    [InlineData("refused-client", "250002")]
    [InlineData("invalid-client", "10002")]
    public async Task Refused_credentials_are_told_and_not_tried_again(string clientId, string code)
    {
        var exception = await FailureAsync(() => ((IRateProvider)Client(clientId)).GetRatesAsync(CarrierSamples.Rates()));

        Assert.Equal((CommerceErrorKind.Unauthorized, code, "token"), (exception.Kind, exception.VendorCode, exception.Operation));
        Assert.DoesNotContain("recorded-secret", exception.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, ups.Sent());
    }

    [Fact]
    public async Task Token_is_asked_for_again_while_UPS_is_down_and_nothing_else_is_sent()
    {
        var exception = await FailureAsync(() => Client("waiting-client").CreateShipmentAsync(Order("order-one")));

        Assert.Equal((CommerceErrorKind.Unavailable, "20001"), (exception.Kind, exception.VendorCode));
        Assert.Equal((3, 3), (ups.Sent("/token"), ups.Sent()));
    }

    [Fact]
    public async Task Token_answer_without_a_token_is_a_breach_of_protocol()
    {
        var exception = await FailureAsync(() => ((IRateProvider)Client("odd-client")).GetRatesAsync(CarrierSamples.Rates()));

        Assert.Equal((CommerceErrorKind.Protocol, "token"), (exception.Kind, exception.Operation));
    }

    [Fact]
    public async Task Expired_token_is_renewed_once_and_the_purchase_is_repeated_once()
    {
        var outcome = await Client("renewing-client").CreateShipmentAsync(Order("order-one"));

        Assert.True(outcome.IsSuccess);
        Assert.Equal(2, ups.Sent("/token"));
        Assert.Equal(
            ["Bearer expired-token", "Bearer fresh-token"],
            (await ups.RequestsAsync("/ship")).Select(request => request.Header("Authorization")));
    }

    [Fact]
    public async Task Token_that_is_refused_after_its_renewal_ends_the_call()
    {
        var exception = await FailureAsync(() => Client("revoked-client").TrackAsync(new TrackingRequest { TrackingNumber = Number(50) }));

        Assert.Equal((CommerceErrorKind.Unauthorized, "250002", 401), (exception.Kind, exception.VendorCode, exception.HttpStatus));
        Assert.Equal(2, ups.Sent("/token"));
        Assert.Equal(2, ups.Sent("/track/"));
    }

    private static string Scrub(string line) => line.StartsWith("transId: ", StringComparison.Ordinal) ? "transId: {id}" : line;

    private static TrackingNumber Number(int number) => new($"1ZA1B2C368{number:00000000}");

    private static CarrierShipmentId Id(int number) => new(Number(number).Value);

    private static ShipmentRequest Order(string key) => CarrierSamples.Shipment(new OperationKey(key), "11", LabelFormat.Zpl);

    private static Task<CommerceException> FailureAsync(Func<Task> call) => Assert.ThrowsAsync<CommerceException>(call);

    private static void Hurry(UpsCarrierOptions options) => options.AttemptTimeout = TimeSpan.FromMilliseconds(300);

    private async Task MatchAsync(string path, [CallerFilePath] string file = "", [CallerMemberName] string test = "") =>
        Snapshot.Match((await ups.RequestsAsync(path)).Single().ToText(Scrub), file: file, test: test);

    // Waits between attempts are real and of one millisecond; a deadline passes only where a recording is slow.
    private ICarrierClient Client(
        string clientId = "recorded-client", int maxRetries = 2, TimeProvider? clock = null, Action<UpsCarrierOptions>? change = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock ?? TimeProvider.System);
        services.AddUpsCarrier(options =>
        {
            options.BaseAddress = ups.Address;
            (options.ClientId, options.ClientSecret, options.AccountNumber) = (clientId, "recorded-secret", "A1B2C3");
            (options.MaxRetries, options.RetryDelay) = (maxRetries, TimeSpan.FromMilliseconds(1));
            change?.Invoke(options);
        }).AddHttpMessageHandler(ups.Edge);
        var provider = services.BuildServiceProvider();
        _providers.Add(provider);
        return provider.GetRequiredKeyedService<ICarrierClient>("ups");
    }

    public sealed class Recorded() : WireMockServer("ups");
}
