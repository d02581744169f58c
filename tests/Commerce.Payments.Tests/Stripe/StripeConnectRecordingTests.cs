using Commerce.Tests.Support;
using Commerce.Tests.Support.Recordings;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Payments.Tests.Stripe;

/// <summary>
/// Accounts and money of sellers against recordings in Stripe's shape, served by the real WireMock. A POST names its recording by its key, and what
/// has no key by the account.
/// </summary>
public sealed partial class StripeConnectRecordingTests(StripeConnectRecordingTests.Recorded stripe)
    : IClassFixture<StripeConnectRecordingTests.Recorded>, IAsyncLifetime
{
    private static readonly ConnectedAccountId Lamps = new("acct_1Lamps");
    private static readonly DateTimeOffset Created = DateTimeOffset.FromUnixTimeSeconds(1785340800);

    private static readonly Dictionary<string, string> Notes = new() { ["order_id"] = "42" };

    private readonly List<ServiceProvider> _providers = [];

    public Task InitializeAsync() => stripe.ResetAsync();

    public async Task DisposeAsync()
    {
        foreach (var provider in _providers)
        {
            await provider.DisposeAsync();
        }
    }

    private static string Scrubbed(string line) => line switch
    {
        _ when line.StartsWith("User-Agent: ", StringComparison.Ordinal) => "User-Agent: Commerce.Payments.Stripe/{version}",
        _ when line.StartsWith("Idempotency-Key: ", StringComparison.Ordinal) && Guid.TryParse(line[17..], out _) => "Idempotency-Key: {fresh}",
        _ => line,
    };

    private static (string? Code, string? Field) Seen<T>(Outcome<T> outcome)
        where T : class => (outcome.Refusal?.Code.Value, outcome.Refusal?.Field);

    private static async Task<List<T>> AllAsync<T>(Paged<T> list)
    {
        var all = new List<T>();
        await foreach (var item in list)
        {
            all.Add(item);
        }

        return all;
    }

    /// <summary>Gives the client as one of the interfaces that it implements.</summary>
    private T Client<T>()
        where T : class
    {
        var services = new ServiceCollection();
        services.AddStripePayments(options =>
        {
            (options.BaseAddress, options.SecretKey) = (stripe.Address, "sk_test_recorded");
            options.RetryDelay = TimeSpan.FromMilliseconds(1);
        }).AddHttpMessageHandler(stripe.Edge);
        var provider = services.BuildServiceProvider();
        _providers.Add(provider);
        return (T)(object)provider.GetRequiredKeyedService<IPaymentGateway>("stripe");
    }

    /// <summary>Compares the last of the requests that were sent.</summary>
    private async Task MatchRequestAsync(int requests = 1, string? part = null, [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var sent = await stripe.RequestsAsync();
        Assert.Equal(requests, sent.Count);
        Snapshot.Match(sent[^1].ToText(Scrubbed), part, test: test);
    }

    public sealed class Recorded() : WireMockServer("stripe-connect");
}
