using System.Net;
using Commerce.Http.Pipeline;
using Xunit;

namespace Commerce.Http.Tests.Pipeline;

public sealed class DeadlineHandlerTests
{
    [Fact]
    public async Task Call_ends_when_its_budget_is_used_up()
    {
        using var deadline = new Alone(static account => new DeadlineHandler(account), options => options.Timeout = TimeSpan.FromSeconds(8));
        deadline.Http.Answer((_, token) => NeverAsync(deadline, token));
        var started = deadline.Clock.GetUtcNow();

        var failure = await Assert.ThrowsAsync<CommerceException>(() => deadline.Clock.RunAsync(deadline.SendAsync(Acme.Buy)));

        Assert.Equal(TimeSpan.FromSeconds(8), deadline.Clock.GetUtcNow() - started);
        Assert.Equal((CommerceErrorKind.Unavailable, "acme", "buy"), (failure.Kind, failure.Vendor, failure.Operation));
    }

    [Fact]
    public async Task Call_that_never_reached_the_network_is_known_to_have_done_nothing()
    {
        using var deadline = new Alone(static account => new DeadlineHandler(account));
        deadline.Http.Answer((_, token) => NeverAsync(deadline, token));

        var failure = await Assert.ThrowsAsync<CommerceException>(() => deadline.Clock.RunAsync(deadline.SendAsync(Acme.Buy), TimeSpan.FromMinutes(1)));

        Assert.True(failure.WasNeverSent);
        Assert.False(failure.IsOutcomeUnknown);
    }

    [Fact]
    public async Task Call_that_reached_the_network_may_have_happened()
    {
        using var deadline = new Alone(static account => new DeadlineHandler(account));
        deadline.Http.Answer((request, token) =>
        {
            CallState.Of(request).Attempts++;
            return NeverAsync(deadline, token);
        });

        var failure = await Assert.ThrowsAsync<CommerceException>(() => deadline.Clock.RunAsync(deadline.SendAsync(Acme.Buy), TimeSpan.FromMinutes(1)));

        Assert.True(failure.IsOutcomeUnknown);
    }

    [Fact]
    public async Task Callers_own_cancellation_stays_a_cancellation()
    {
        using var deadline = new Alone(static account => new DeadlineHandler(account));
        using var stop = new CancellationTokenSource();
        deadline.Http.Answer((_, token) => NeverAsync(deadline, token));
        var call = deadline.SendAsync(Acme.Buy, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    private static async Task<HttpResponseMessage> NeverAsync(Alone alone, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, alone.Clock, cancellationToken);
        return new HttpResponseMessage(HttpStatusCode.OK);
    }
}
