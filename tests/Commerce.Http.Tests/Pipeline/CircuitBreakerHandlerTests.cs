using System.Net;
using Commerce.Http.Pipeline;
using Xunit;

namespace Commerce.Http.Tests.Pipeline;

public sealed class CircuitBreakerHandlerTests
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Open_circuit_sends_nothing_and_says_how_long_it_rests()
    {
        using var breaker = await OpenAsync();

        var failure = await Assert.ThrowsAsync<CommerceException>(() => breaker.SendAsync(Acme.Buy));

        Assert.Equal(3, breaker.Http.Requests.Count);
        Assert.True(failure.WasNeverSent);
        Assert.InRange(failure.RetryAfter!.Value, TimeSpan.FromSeconds(1), Rest);
        Assert.Contains("2004 acme (acme-1)", breaker.Logs.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_good_trial_after_the_rest_closes_it()
    {
        using var breaker = await OpenAsync();
        breaker.Http.Otherwise((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)));

        breaker.Clock.Advance(Rest);
        await breaker.SendAsync(Acme.Buy);
        await breaker.SendAsync(Acme.Buy);

        Assert.Equal(5, breaker.Http.Requests.Count);
        Assert.Contains("2005 acme (acme-1)", breaker.Logs.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failed_trial_keeps_it_open()
    {
        using var breaker = await OpenAsync();

        breaker.Clock.Advance(Rest);
        await breaker.SendAsync(Acme.Buy);

        await Assert.ThrowsAsync<CommerceException>(() => breaker.SendAsync(Acme.Buy));
        Assert.Equal(4, breaker.Http.Requests.Count);
    }

    [Fact]
    public async Task Refusals_of_the_vendor_do_not_open_it()
    {
        using var breaker = new Alone(static account => new CircuitBreakerHandler(account), options => options.BreakerFailures = 3);
        breaker.Http.Otherwise((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadRequest)));

        for (var i = 0; i < 20; i++)
        {
            await breaker.SendAsync(Acme.Buy);
        }

        Assert.Equal(20, breaker.Http.Requests.Count);
    }

    private static async Task<Alone> OpenAsync()
    {
        var breaker = new Alone(
            static account => new CircuitBreakerHandler(account), options => (options.BreakerFailures, options.BreakerDuration) = (3, Rest));
        breaker.Http.Otherwise((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)));
        for (var i = 0; i < 3; i++)
        {
            await breaker.SendAsync(Acme.Buy);
        }

        return breaker;
    }
}
