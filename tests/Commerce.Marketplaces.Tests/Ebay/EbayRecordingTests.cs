using System.Text.RegularExpressions;
using Commerce.Marketplaces.Ebay;
using Commerce.Testing;
using Commerce.Tests.Support;
using Commerce.Tests.Support.Recordings;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Marketplaces.Tests.Ebay;

/// <summary>The eBay client against recordings in eBay's shape, served by the real WireMock.</summary>
public sealed partial class EbayRecordingTests(EbayRecordingTests.Recorded ebay) : IClassFixture<EbayRecordingTests.Recorded>, IAsyncLifetime
{
    private const string Orders = "/sell/fulfillment/v1/order";

    private readonly List<ServiceProvider> _providers = [];

    public Task InitializeAsync() => ebay.ResetAsync();

    public async Task DisposeAsync()
    {
        foreach (var provider in _providers)
        {
            await provider.DisposeAsync();
        }
    }

    [GeneratedRegex("(Content-Digest|Signature|Signature-Input): .*")]
    private static partial Regex Signed();

    private static async Task<CommerceException> FailureAsync(Func<Task> call) => await Assert.ThrowsAsync<CommerceException>(call);

    /// <summary>One retry, without a wait worth the name; the clock stands still at 2026-03-02 09:00.</summary>
    private IEbayMarketplaceClient Client(Action<EbayMarketplaceOptions>? configure = null, bool isStill = true)
    {
        var services = new ServiceCollection();
        if (isStill)
        {
            services.AddSingleton<TimeProvider>(new FakeClock());
        }

        services.AddEbayMarketplace(options =>
        {
            (options.BaseAddress, options.ClientId, options.ClientSecret) = (ebay.Address, "recorded-client", "recorded-secret");
            (options.RefreshToken, options.MarketplaceId, options.Scopes) = ("recorded-refresh-token", "EBAY_DE", "https://api.ebay.com/oauth/api_scope");
            (options.MaxRetries, options.RetryDelay, options.SellerUsername) = (isStill ? 0 : 1, TimeSpan.FromMilliseconds(1), "seller_1");
            configure?.Invoke(options);
        }).AddHttpMessageHandler(ebay.Edge);
        var provider = services.BuildServiceProvider();
        _providers.Add(provider);
        return provider.GetRequiredKeyedService<IEbayMarketplaceClient>("ebay");
    }

    private async Task<string> SentAsync() => string.Join("\n\n", (await ebay.RequestsAsync()).Select(request => request.ToText(line => Signed().Replace(line, "$1: {signed}"))));

    private async Task<string[]> AddressesAsync() => [.. (await ebay.RequestsAsync()).Skip(1).Select(request => $"{request.Method} {request.Url}")];

    public sealed class Recorded() : WireMockServer("ebay");
}
