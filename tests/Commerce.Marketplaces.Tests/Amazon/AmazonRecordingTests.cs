using Commerce.Marketplaces.Amazon;
using Commerce.Tests.Support;
using Commerce.Tests.Support.Recordings;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Marketplaces.Tests.Amazon;

/// <summary>The Amazon client against recordings in Amazon's shape, served by the real WireMock.</summary>
/// <remarks>The client id says which account it is: the recordings give each a token of its own, by which calls go well, fail or are refused.</remarks>
public sealed partial class AmazonRecordingTests(AmazonRecordingTests.Recorded amazon) : IClassFixture<AmazonRecordingTests.Recorded>, IAsyncLifetime
{
    private readonly List<ServiceProvider> _providers = [];

    public static TheoryData<string> Calls => [.. AmazonRecordedCalls.All.Select(call => call.Name)];

    public static TheoryData<string> CallsWithAnswer => [.. AmazonRecordedCalls.All.Where(call => call.HasAnswer).Select(call => call.Name)];

    public static TheoryData<string> CallsThatWrite => [.. AmazonRecordedCalls.All.Where(call => call.Account != "reads").Select(call => call.Name)];

    public Task InitializeAsync() => amazon.ResetAsync();

    public async Task DisposeAsync()
    {
        foreach (var provider in _providers)
        {
            await provider.DisposeAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_call_is_what_Amazon_documents_byte_for_byte(string name)
    {
        await AmazonRecordedCalls.Find(name).Make(Client());

        Snapshot.Match(await SentAsync(), name);
    }

    [Theory]
    [MemberData(nameof(CallsThatWrite))]
    public async Task A_call_that_Amazon_refuses_tells_Amazons_code(string name)
    {
        var call = AmazonRecordedCalls.Find(name);
        var client = Client(account: call.Account + "-refuse");
        object? result;
        try
        {
            result = await call.Make(client);
        }
        catch (CommerceException failure)
        {
            // Where there is no place for a refusal, it is a failure that says that the request is to be corrected.
            Assert.Equal((CommerceErrorKind.Invalid, "InvalidInput"), (failure.Kind, failure.VendorCode));
            return;
        }

        var refusal = result switch
        {
            OfferBatch batch => batch.Items.Single().Refusal,
            _ => (Refusal?)result?.GetType().GetProperty("Refusal")?.GetValue(result),
        };
        Assert.Equal((RefusalCode.ExternalRejected, "InvalidInput", "recorded-request"), (refusal?.Code, refusal?.VendorCode, refusal?.RequestId));
        Assert.Contains("The value is not acceptable.", refusal!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_call_that_fails_at_Amazon_is_repeated_only_where_that_does_no_harm(string name)
    {
        var call = AmazonRecordedCalls.Find(name);

        var failure = await FailureAsync(() => call.Make(Client(account: call.Account + "-fail")));

        Assert.Equal((CommerceErrorKind.Unavailable, "InternalFailure", 500, "recorded-request"), (failure.Kind, failure.VendorCode, failure.HttpStatus, failure.RequestId));
        Assert.Equal((call.IsSafe ? 2 : 1) + call.Others, amazon.Sent(call.Path));
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_call_whose_connection_breaks_has_an_unknown_outcome(string name)
    {
        var call = AmazonRecordedCalls.Find(name);

        var failure = await FailureAsync(() => call.Make(Client(account: call.Account + "-reset")));

        Assert.Equal((CommerceErrorKind.Unavailable, true), (failure.Kind, failure.IsOutcomeUnknown));
        Assert.Equal((call.IsSafe ? 2 : 1) + call.Others, amazon.Sent(call.Path));
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_call_without_an_answer_in_time_has_an_unknown_outcome(string name)
    {
        var call = AmazonRecordedCalls.Find(name);
        var client = Client(options => options.AttemptTimeout = TimeSpan.FromMilliseconds(700), call.Account + "-slow");

        var failure = await SlowFailures.SentAsync(() => call.Make(client));

        Assert.Equal((CommerceErrorKind.Unavailable, true), (failure.Kind, failure.IsOutcomeUnknown));
    }

    [Theory]
    [MemberData(nameof(CallsWithAnswer))]
    public async Task A_call_with_a_malformed_answer_is_a_protocol_failure(string name)
    {
        var call = AmazonRecordedCalls.Find(name);

        var failure = await FailureAsync(() => call.Make(Client(account: call.Account + "-odd")));

        Assert.Equal((CommerceErrorKind.Protocol, 200), (failure.Kind, failure.HttpStatus));
        Assert.DoesNotContain("recorded-secret", failure.ToString(), StringComparison.Ordinal);
    }

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
    private IAmazonMarketplaceClient Client(Action<AmazonMarketplaceOptions>? configure = null, string account = "ok")
    {
        var services = new ServiceCollection();
        services.AddAmazonMarketplace(options =>
        {
            (options.BaseAddress, options.TokenAddress) = (amazon.Address, new Uri(amazon.Address, "auth/o2/token"));
            (options.ClientId, options.ClientSecret, options.RefreshToken, options.SellerId) = (account, "recorded-secret", "Atzr|recorded", "A1RECORDEDSELLER");
            (options.MaxRetries, options.RetryDelay, options.KeepCallRates) = (1, TimeSpan.FromMilliseconds(1), false);
            options.MarketplaceIds = ["A13V1IB3VIYZZH"];
            configure?.Invoke(options);
        }).AddHttpMessageHandler(amazon.Edge);
        var provider = services.BuildServiceProvider();
        _providers.Add(provider);
        return provider.GetRequiredKeyedService<IAmazonMarketplaceClient>("amazon");
    }

    /// <summary>What was sent, but for the token, which has tests of its own.</summary>
    private async Task<string> SentAsync() => string.Join("\n\n", (await amazon.RequestsAsync())
        .Where(request => request.Url != "/auth/o2/token")
        .Select(request => request.ToText(Scrub)));

    private async Task<string[]> AddressesAsync(string path = "") =>
        [.. (await amazon.RequestsAsync(path)).Where(request => request.Url != "/auth/o2/token").Select(request => $"{request.Method} {request.Url}")];

    private static string Scrub(string line) => line.StartsWith("x-amz-access-token:", StringComparison.OrdinalIgnoreCase)
        ? "x-amz-access-token: " + (line.Contains("sprdt", StringComparison.Ordinal) ? "{restricted}" : line.Contains("grantless", StringComparison.Ordinal) ? "{grantless}" : "{secret}")
        : line;

    public sealed class Recorded() : WireMockServer("amazon");
}
