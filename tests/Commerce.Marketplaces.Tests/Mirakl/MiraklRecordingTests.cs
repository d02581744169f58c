using Commerce.Marketplaces.Mirakl;
using Commerce.Tests.Support;
using Commerce.Tests.Support.Recordings;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Marketplaces.Tests.Mirakl;

/// <summary>The Mirakl client against recordings in Mirakl's shape, served by the real WireMock.</summary>
public sealed partial class MiraklRecordingTests(MiraklRecordingTests.Recorded mirakl)
    : IClassFixture<MiraklRecordingTests.Recorded>, IAsyncLifetime
{
    private readonly List<ServiceProvider> _providers = [];

    public Task InitializeAsync() => mirakl.ResetAsync();

    public async Task DisposeAsync()
    {
        foreach (var provider in _providers)
        {
            await provider.DisposeAsync();
        }
    }

    private static void ShortDeadline(MiraklMarketplaceOptions options) => options.AttemptTimeout = TimeSpan.FromMilliseconds(300);

    private static DateTimeOffset March(int day) => new(2026, 3, day, 0, 0, 0, TimeSpan.Zero);

    private static async Task<List<T>> AllAsync<T>(IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (var item in items)
        {
            all.Add(item);
        }

        return all;
    }

    private static async Task<CommerceException> FailureAsync(Func<Task> call) => await Assert.ThrowsAsync<CommerceException>(call);

    /// <summary>One retry, without a wait worth the name.</summary>
    private IMarketplaceClient Client(Action<MiraklMarketplaceOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddMiraklMarketplace(options =>
        {
            (options.BaseAddress, options.ApiKey) = (mirakl.Address, "recorded-key");
            (options.MaxRetries, options.RetryDelay, options.KeepCallFrequencies) = (1, TimeSpan.FromMilliseconds(1), false);
            configure?.Invoke(options);
        }).AddHttpMessageHandler(mirakl.Edge);
        var provider = services.BuildServiceProvider();
        _providers.Add(provider);
        return provider.GetRequiredKeyedService<IMarketplaceClient>("mirakl");
    }

    private async Task<string> SentAsync() => string.Join("\n\n", (await mirakl.RequestsAsync()).Select(request => request.ToText()));

    private async Task<string[]> AddressesAsync(string path = "") =>
        [.. (await mirakl.RequestsAsync(path)).Select(request => $"{request.Method} {request.Url}")];

    public sealed class Recorded() : WireMockServer("mirakl");
}
