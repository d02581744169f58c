using System.Net;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Http.Tests;

/// <summary>Two accounts with one vendor in one process.</summary>
public sealed class AccountsTests : IAsyncDisposable
{
    private readonly FakeClock _clock = new();
    private readonly Dictionary<string, ScriptedHttp> _edges = new() { ["north"] = new(), ["south"] = new() };
    private readonly ServiceProvider _provider;

    public AccountsTests()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock);
        foreach (var (name, edge) in _edges)
        {
            edge.Otherwise((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)));
            services.AddVendorClient<AcmeClient, AcmeOptions, AcmeOptionsValidator>(
                "acme",
                name,
                options => (options.Key, options.MaxRetries, options.BreakerFailures) = ($"key-of-{name}", 0, 2),
                options => new VendorProfile
                {
                    Vendor = "acme",
                    BaseAddress = new Uri("https://acme.test/"),
                    Options = options,
                    Limits = [new RateLimit("read", 1, TimeSpan.FromHours(1))],
                    Authenticator = channel => new BearerAuthenticator(new TokenCache(
                        _ => Task.FromResult(new AccessToken($"token-of-{channel.Account}", TimeSpan.FromHours(1))), channel.Clock)),
                    Errors = static (_, _) => new VendorError(null, null),
                },
                static (channel, _, _) => new AcmeClient(channel)).ConfigurePrimaryHttpMessageHandler(() => edge);
        }

        _provider = services.BuildServiceProvider();
    }

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    [Fact]
    public async Task Each_account_has_a_token_of_its_own()
    {
        await SendAsync("north", Acme.Buy);
        await SendAsync("south", Acme.Buy);

        Assert.Equal("Bearer token-of-north", _edges["north"].Last.Header("Authorization"));
        Assert.Equal("Bearer token-of-south", _edges["south"].Last.Header("Authorization"));
    }

    [Fact]
    public async Task Used_up_limit_of_one_does_not_hold_the_other_up()
    {
        await SendAsync("north", Acme.Read);

        var refused = await Assert.ThrowsAsync<CommerceException>(() => SendAsync("north", Acme.Read));
        var answer = await SendAsync("south", Acme.Read);

        Assert.Equal(CommerceErrorKind.Throttled, refused.Kind);
        Assert.True(answer.IsSuccess);
        Assert.Equal(0, _provider.GetRequiredKeyedService<RateLimits>("north").Find("read")!.Remaining);
        Assert.Equal(0, _provider.GetRequiredKeyedService<RateLimits>("south").Find("read")!.Remaining);
    }

    [Fact]
    public async Task Open_circuit_of_one_leaves_the_other_closed()
    {
        _edges["north"].Otherwise((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)));
        await SendAsync("north", Acme.Buy);
        await SendAsync("north", Acme.Buy);

        var refused = await Assert.ThrowsAsync<CommerceException>(() => SendAsync("north", Acme.Buy));
        var answer = await SendAsync("south", Acme.Buy);

        Assert.True(refused.WasNeverSent);
        Assert.True(answer.IsSuccess);
    }

    private Task<VendorAnswer> SendAsync(string account, VendorOperation operation) =>
        _provider.GetRequiredKeyedService<AcmeClient>(account).Channel.SendAsync(new HttpRequestMessage(HttpMethod.Post, "thing"), operation);
}
