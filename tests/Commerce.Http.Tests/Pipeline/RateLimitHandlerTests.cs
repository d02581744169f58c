using System.Globalization;
using System.Net;
using Commerce.Http.Pipeline;
using Xunit;

namespace Commerce.Http.Tests.Pipeline;

public sealed class RateLimitHandlerTests
{
    [Fact]
    public async Task State_tells_what_remains_and_when_it_is_full_again()
    {
        using var limiter = Limited(new RateLimit("read", 4, TimeSpan.FromSeconds(8)));

        await limiter.SendAsync(Acme.Read);
        await limiter.SendAsync(Acme.Read);

        var state = limiter.Account.Limits.Find("read")!;
        Assert.Equal((4, 2), (state.Limit, state.Remaining));
        Assert.Equal(limiter.Clock.GetUtcNow() + TimeSpan.FromSeconds(4), state.ResetsAt);
    }

    [Fact]
    public async Task Waiting_calls_go_one_by_one_as_places_come_free()
    {
        using var limiter = Limited(new RateLimit("read", 1, TimeSpan.FromSeconds(2)));
        var started = limiter.Clock.GetUtcNow();

        await limiter.Clock.RunAsync(Task.WhenAll(Enumerable.Range(0, 4).Select(_ => limiter.SendAsync(Acme.Read))));

        Assert.Equal(TimeSpan.FromSeconds(6), limiter.Clock.GetUtcNow() - started);
        Assert.Contains("2003 acme read (acme-1) waits", limiter.Logs.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callers_see_who_waits_and_when_the_next_call_would_go()
    {
        using var limiter = Limited(new RateLimit("read", 1, TimeSpan.FromSeconds(2)));
        var state = limiter.Account.Limits.Find("read")!;
        Assert.Equal((0, limiter.Clock.GetUtcNow()), (state.Waiting, state.NextCallAt));

        await limiter.SendAsync(Acme.Read);
        var second = limiter.SendAsync(Acme.Read);
        Assert.Equal((1, limiter.Clock.GetUtcNow() + TimeSpan.FromSeconds(4)), (state.Waiting, state.NextCallAt));

        await limiter.Clock.RunAsync(second);
        Assert.Equal(0, state.Waiting);
    }

    [Fact]
    public async Task Limit_of_every_call_counts_besides_the_own_one()
    {
        using var limiter = Limited(new RateLimit("*", 2, TimeSpan.FromMinutes(10)), new RateLimit("read", 10, TimeSpan.FromSeconds(1)));
        await limiter.SendAsync(Acme.Read);
        await limiter.SendAsync(Acme.Buy);

        var call = limiter.SendAsync(Acme.Read);

        Assert.False(call.IsCompleted);
        Assert.Equal(2, limiter.Http.Requests.Count);
        await limiter.Clock.RunAsync(call, TimeSpan.FromMinutes(10));
    }

    [Fact]
    public async Task Vendors_headers_correct_the_limit()
    {
        using var limiter = Limited(
            (headers, state) => state.Correct(remaining: int.Parse(headers.GetValues("X-Left").Single(), CultureInfo.InvariantCulture)),
            new RateLimit("read", 100, TimeSpan.FromSeconds(100)));
        limiter.Http.Answer(HttpStatusCode.OK, headers: ("X-Left", "3"));

        await limiter.SendAsync(Acme.Read);

        Assert.Equal(3, limiter.Account.Limits.Find("read")!.Remaining);
    }

    [Fact]
    public async Task Refusal_for_too_many_calls_blocks_the_next_call_as_long_as_the_vendor_asks()
    {
        using var limiter = Limited(new RateLimit("read", 100, TimeSpan.FromSeconds(100)));
        limiter.Http.Answer(HttpStatusCode.TooManyRequests, headers: ("Retry-After", "5")).Answer(HttpStatusCode.OK);
        await limiter.SendAsync(Acme.Read);
        var started = limiter.Clock.GetUtcNow();

        await limiter.Clock.RunAsync(limiter.SendAsync(Acme.Read));

        Assert.Equal(TimeSpan.FromSeconds(5), limiter.Clock.GetUtcNow() - started);
    }

    [Fact]
    public async Task Caller_that_stops_waiting_gives_its_place_back()
    {
        using var limiter = Limited(new RateLimit("read", 1, TimeSpan.FromSeconds(10)));
        using var stop = new CancellationTokenSource();
        await limiter.SendAsync(Acme.Read);
        var waiting = limiter.SendAsync(Acme.Read, stop.Token);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        Assert.Equal(0, limiter.Account.Limits.Find("read")!.Remaining);
        Assert.Single(limiter.Http.Requests);
    }

    private static Alone Limited(params RateLimit[] limits) => Limited(null, limits);

    private static Alone Limited(Action<System.Net.Http.Headers.HttpResponseHeaders, RateLimitState>? read, params RateLimit[] limits)
    {
        var limiter = new Alone(static account => new RateLimitHandler(account), profile: options => new VendorProfile
        {
            Vendor = "acme",
            BaseAddress = new Uri("https://acme.test/"),
            Options = options,
            Limits = limits,
            ReadLimit = read,
            Errors = static (_, _) => new VendorError(null, null),
        });
        limiter.Http.Otherwise((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)));
        return limiter;
    }
}
