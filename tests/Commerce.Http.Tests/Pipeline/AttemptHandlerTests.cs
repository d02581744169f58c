using System.Net;
using Commerce.Http.Pipeline;
using Xunit;

namespace Commerce.Http.Tests.Pipeline;

public sealed class AttemptHandlerTests
{
    [Fact]
    public async Task Attempt_ends_when_its_time_is_up()
    {
        using var attempt = new Alone(static account => new AttemptHandler(account), options => options.AttemptTimeout = TimeSpan.FromSeconds(3));
        attempt.Http.Answer(async (_, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, attempt.Clock, token);
            return new HttpResponseMessage(HttpStatusCode.OK);
        });
        var started = attempt.Clock.GetUtcNow();

        var failure = await Assert.ThrowsAsync<CommerceException>(() => attempt.Clock.RunAsync(attempt.SendAsync(Acme.Buy)));

        Assert.Equal(TimeSpan.FromSeconds(3), attempt.Clock.GetUtcNow() - started);
        Assert.True(failure.IsOutcomeUnknown);
    }

    [Fact]
    public async Task Body_that_stops_flowing_is_a_failed_attempt_too()
    {
        using var attempt = new Alone(static account => new AttemptHandler(account), options => options.AttemptTimeout = TimeSpan.FromSeconds(3));
        attempt.Http.Answer((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new StalledStream(attempt.Clock)) }));

        var failure = await Assert.ThrowsAsync<CommerceException>(() => attempt.Clock.RunAsync(attempt.SendAsync(Acme.Buy)));

        Assert.Equal(CommerceErrorKind.Unavailable, failure.Kind);
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, true)]
    [InlineData(HttpRequestError.ConnectionError, true)]
    [InlineData(HttpRequestError.SecureConnectionError, true)]
    [InlineData(HttpRequestError.ProxyTunnelError, true)]
    [InlineData(HttpRequestError.ResponseEnded, false)]
    [InlineData(HttpRequestError.InvalidResponse, false)]
    [InlineData(HttpRequestError.Unknown, false)]
    public async Task Failure_tells_whether_anything_was_sent(HttpRequestError error, bool neverSent)
    {
        using var attempt = new Alone(static account => new AttemptHandler(account));
        attempt.Http.Answer((_, _) => throw new HttpRequestException(error));

        var failure = await Assert.ThrowsAsync<CommerceException>(() => attempt.SendAsync(Acme.Buy));

        Assert.Equal((neverSent, !neverSent), (failure.WasNeverSent, failure.IsOutcomeUnknown));
    }

    /// <summary>A body whose bytes never come.</summary>
    private sealed class StalledStream(TimeProvider clock) : MemoryStream
    {
        public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, cancellationToken);
            return 0;
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, cancellationToken);
            return 0;
        }

        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, cancellationToken);
    }
}
