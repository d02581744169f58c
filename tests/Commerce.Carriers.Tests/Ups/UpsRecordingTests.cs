using Commerce.Testing;
using Commerce.Tests.Support;
using Commerce.Tests.Support.Recordings;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Carriers.Tests.Ups;

/// <summary>The UPS client against recordings in UPS's shape, served by the real WireMock.</summary>
public sealed class UpsRecordingTests(UpsRecordingTests.Recorded ups) : IClassFixture<UpsRecordingTests.Recorded>, IAsyncLifetime
{
    private readonly FakeClock _clock = new();
    private ServiceProvider _provider = null!;

    private ICarrierClient Client => _provider.GetRequiredKeyedService<ICarrierClient>("ups");

    public async Task InitializeAsync()
    {
        await ups.ResetAsync();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddUpsCarrier(options =>
        {
            options.BaseAddress = ups.Address;
            (options.ClientId, options.ClientSecret, options.AccountNumber) = ("recorded-client", "recorded-secret", "A1B2C3");
        }).AddHttpMessageHandler(ups.Edge);
        _provider = services.BuildServiceProvider();
    }

    public async Task DisposeAsync() => await _provider.DisposeAsync();

    [Fact]
    public async Task Token_is_asked_for_with_the_client_credentials()
    {
        await ((IRateProvider)Client).GetRatesAsync(CarrierSamples.Rates());

        Snapshot.Match((await ups.RequestsAsync("/token")).Single().ToText());
    }

    [Fact]
    public async Task Rates_are_the_negotiated_ones_where_the_account_has_them()
    {
        var result = await ((IRateProvider)Client).GetRatesAsync(CarrierSamples.Rates());

        Assert.Equal([("11", 9.10m), ("65", 24.00m)], result.Quotes.Select(quote => (quote.Service.Value, quote.Price.Amount)));
        Snapshot.Match((await ups.RequestsAsync("/rating/")).Single().ToText(Scrub));
    }

    private static string Scrub(string line) => line.StartsWith("transId: ", StringComparison.Ordinal) ? "transId: {id}" : line;

    public sealed class Recorded() : WireMockServer("ups");
}
