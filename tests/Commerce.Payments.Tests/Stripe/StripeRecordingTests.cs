using System.Diagnostics;
using Commerce.Payments.Stripe;
using Commerce.Tests.Support;
using Commerce.Tests.Support.Recordings;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Payments.Tests.Stripe;

/// <summary>The Stripe client against recordings in Stripe's shape, served by the real WireMock. A POST names its recording by its key.</summary>
public sealed partial class StripeRecordingTests(StripeRecordingTests.Recorded stripe) : IClassFixture<StripeRecordingTests.Recorded>, IAsyncLifetime
{
    private const string Payments = "/v1/payment_intents";
    private const string Refunds = "/v1/refunds";

    private static readonly GatewayPaymentId Held = new("pi_held01");
    private static readonly ConnectedAccountId Seller = new("acct_1Lamps");

    private readonly List<ServiceProvider> _providers = [];

    public Task InitializeAsync() => stripe.ResetAsync();

    public async Task DisposeAsync()
    {
        foreach (var provider in _providers)
        {
            await provider.DisposeAsync();
        }
    }

    private static CreatePaymentRequest Pay(string key) => new()
    {
        Key = new OperationKey(key), Amount = Money.Eur(62.15m), Method = new("pm_lamp01"), Confirm = true,
    };

    private static string WithoutVersion(string line) =>
        line.StartsWith("User-Agent: Commerce.Payments.Stripe/", StringComparison.Ordinal) ? "User-Agent: Commerce.Payments.Stripe/{version}" : line;

    private T Client<T>() => (T)Client();

    private IPaymentGateway Client(
        string? connectedAccount = null, int retries = 2, double attemptSeconds = 15, Action<StripePaymentOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddStripePayments(options =>
        {
            options.BaseAddress = stripe.Address;
            (options.SecretKey, options.ConnectedAccount) = ("sk_test_recorded", connectedAccount);
            (options.MaxRetries, options.RetryDelay, options.AttemptTimeout) = (retries, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(attemptSeconds));
            configure?.Invoke(options);
        }).AddHttpMessageHandler(stripe.Edge);
        var provider = services.BuildServiceProvider();
        _providers.Add(provider);
        return provider.GetRequiredKeyedService<IPaymentGateway>("stripe");
    }

    /// <summary>Compares the only request that was sent.</summary>
    private async Task MatchRequestAsync([System.Runtime.CompilerServices.CallerMemberName] string test = "") =>
        Snapshot.Match(Assert.Single(await stripe.RequestsAsync()).ToText(WithoutVersion), test: test);

    /// <summary>Compares all requests that were sent.</summary>
    private async Task MatchRequestsAsync(int count, [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var requests = await stripe.RequestsAsync();
        Assert.Equal(count, requests.Count);
        Snapshot.Match(string.Join("\n", requests.Select(request => request.ToText(WithoutVersion))), test: test);
    }

    /// <summary>Checks how many requests left. The client's edge counts: WireMock writes some down only after their answer broke off.</summary>
    private void AssertSent(string path, int times) => Assert.Equal(times, stripe.Sent(path));

    /// <summary>Checks how many requests left, and that each that WireMock knows of has the key.</summary>
    private async Task AssertKeysAsync(string key, int times)
    {
        Assert.Equal(times, stripe.Sent());
        for (var started = Stopwatch.GetTimestamp(); ;)
        {
            var keys = (await stripe.RequestsAsync()).Select(request => request.Header("Idempotency-Key")).ToList();
            if (keys.Count == times || Stopwatch.GetElapsedTime(started) > TimeSpan.FromSeconds(5))
            {
                Assert.Equal(Enumerable.Repeat(key, times), keys);
                return;
            }
        }
    }

    public sealed class Recorded() : WireMockServer("stripe");
}
