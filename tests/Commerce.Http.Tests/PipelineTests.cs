using System.Net;
using Commerce.Testing;
using Xunit;

namespace Commerce.Http.Tests;

public sealed class PipelineTests
{
    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.BadGateway)]
    public async Task Repeatable_operation_is_tried_again(HttpStatusCode status)
    {
        await using var acme = new Acme();
        acme.Http.Answer(status).Answer(status).Answer(HttpStatusCode.OK, "{}");

        var answer = await acme.RunAsync(acme.SendAsync(Acme.Read));

        Assert.True(answer.IsSuccess);
        Assert.Equal(3, acme.Http.Requests.Count);
    }

    [Fact]
    public async Task Operation_that_may_have_happened_is_never_tried_again()
    {
        await using var acme = new Acme();
        acme.Http.Answer(HttpStatusCode.ServiceUnavailable).Answer(HttpStatusCode.OK, "{}");

        var answer = await acme.RunAsync(acme.SendAsync(Acme.Buy));

        Assert.Equal(503, answer.Status);
        Assert.True(answer.Failure().IsOutcomeUnknown);
        Assert.Single(acme.Http.Requests);
    }

    [Fact]
    public async Task Operation_that_never_left_is_tried_again_whatever_it_asks_for()
    {
        await using var acme = new Acme();
        acme.Http
            .Answer((_, _) => throw new HttpRequestException(HttpRequestError.ConnectionError))
            .Answer(HttpStatusCode.OK, "{}");

        Assert.True((await acme.RunAsync(acme.SendAsync(Acme.Buy))).IsSuccess);
    }

    [Fact]
    public async Task Broken_connection_is_an_unknown_outcome()
    {
        await using var acme = new Acme();
        acme.Http.Answer((_, _) => throw new HttpRequestException(HttpRequestError.ResponseEnded));

        var failure = await Assert.ThrowsAsync<CommerceException>(() => acme.RunAsync(acme.SendAsync(Acme.Buy)));

        Assert.Equal(CommerceErrorKind.Unavailable, failure.Kind);
        Assert.True(failure.IsOutcomeUnknown);
        Assert.Equal(("acme", "buy"), (failure.Vendor, failure.Operation));
    }

    [Fact]
    public async Task Wait_that_the_vendor_asks_for_is_kept()
    {
        await using var acme = new Acme();
        acme.Http.Answer(HttpStatusCode.TooManyRequests, headers: ("Retry-After", "7")).Answer(HttpStatusCode.OK, "{}");
        var started = acme.Clock.GetUtcNow();

        await acme.RunAsync(acme.SendAsync(Acme.Read));

        Assert.Equal(TimeSpan.FromSeconds(7), acme.Clock.GetUtcNow() - started);
    }

    [Fact]
    public async Task Wait_longer_than_the_budget_gives_the_answer_back_at_once()
    {
        await using var acme = new Acme();
        acme.Http.Answer(HttpStatusCode.TooManyRequests, headers: ("Retry-After", "3600"));
        var started = acme.Clock.GetUtcNow();

        var answer = await acme.RunAsync(acme.SendAsync(Acme.Read));

        Assert.Equal(429, answer.Status);
        Assert.Equal(CommerceErrorKind.Throttled, answer.Failure().Kind);
        Assert.Equal(started, acme.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Vendor_that_never_answers_ends_the_call_within_its_budget()
    {
        await using var acme = new Acme();
        acme.Http.Otherwise(async (_, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, acme.Clock, token);
            return ScriptedHttp.Make(HttpStatusCode.OK);
        });
        var started = acme.Clock.GetUtcNow();

        var failure = await Assert.ThrowsAsync<CommerceException>(() => acme.RunAsync(acme.SendAsync(Acme.Read), TimeSpan.FromMinutes(1)));

        Assert.Equal(CommerceErrorKind.Unavailable, failure.Kind);
        Assert.Equal(TimeSpan.FromSeconds(30), acme.Clock.GetUtcNow() - started);
    }

    [Fact]
    public async Task Caller_that_stops_gets_its_own_cancellation()
    {
        await using var acme = new Acme();
        using var stop = new CancellationTokenSource();
        acme.Http.Otherwise(async (_, token) =>
        {
            await stop.CancelAsync();
            token.ThrowIfCancellationRequested();
            return ScriptedHttp.Make(HttpStatusCode.OK);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => acme.SendAsync(Acme.Read, stop.Token));
    }

    [Fact]
    public async Task Circuit_opens_after_many_failures_and_closes_after_its_rest()
    {
        await using var acme = new Acme(options => options.MaxRetries = 0);
        acme.Http.Otherwise((_, _) => Task.FromResult(ScriptedHttp.Make(HttpStatusCode.ServiceUnavailable)));
        for (var i = 0; i < 10; i++)
        {
            await acme.SendAsync(Acme.Buy);
        }

        var failure = await Assert.ThrowsAsync<CommerceException>(() => acme.SendAsync(Acme.Buy));
        var sent = acme.Http.Requests.Count;
        acme.Clock.Advance(TimeSpan.FromSeconds(31));
        acme.Http.Otherwise((_, _) => Task.FromResult(ScriptedHttp.Make(HttpStatusCode.OK, "{}")));
        var answer = await acme.SendAsync(Acme.Buy);

        Assert.True(failure.WasNeverSent);
        Assert.Equal(10, sent);
        Assert.True(answer.IsSuccess);
    }

    [Fact]
    public async Task Call_above_the_limit_waits_its_turn()
    {
        await using var acme = new Acme(limits: [new RateLimit("read", 2, TimeSpan.FromSeconds(10))]);
        acme.Http.Otherwise((_, _) => Task.FromResult(ScriptedHttp.Make(HttpStatusCode.OK, "{}")));
        await acme.SendAsync(Acme.Read);
        await acme.SendAsync(Acme.Read);
        var started = acme.Clock.GetUtcNow();

        var third = acme.SendAsync(Acme.Read);
        Assert.False(third.IsCompleted);
        await acme.RunAsync(third);

        Assert.InRange(acme.Clock.GetUtcNow() - started, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Limit_beyond_the_budget_fails_and_sends_nothing()
    {
        await using var acme = new Acme(limits: [new RateLimit("read", 1, TimeSpan.FromMinutes(10))]);
        acme.Http.Otherwise((_, _) => Task.FromResult(ScriptedHttp.Make(HttpStatusCode.OK, "{}")));
        await acme.SendAsync(Acme.Read);

        var failure = await Assert.ThrowsAsync<CommerceException>(() => acme.RunAsync(acme.SendAsync(Acme.Read)));

        Assert.Equal((CommerceErrorKind.Throttled, true), (failure.Kind, failure.WasNeverSent));
        Assert.Single(acme.Http.Requests);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(HttpStatusCode.ServiceUnavailable, true)]
    [InlineData(HttpStatusCode.TooManyRequests, false)]
    public async Task Attempt_that_the_limit_stops_does_not_hide_that_one_before_it_was_sent(HttpStatusCode? first, bool isUnknown)
    {
        await using var acme = new Acme(limits: [new RateLimit("read", 1, TimeSpan.FromMinutes(10))]);
        acme.Http.Answer((_, _) => first is { } status
            ? Task.FromResult(ScriptedHttp.Make(status))
            : throw new HttpRequestException(HttpRequestError.ResponseEnded));

        var failure = await Assert.ThrowsAsync<CommerceException>(() => acme.RunAsync(acme.SendAsync(Acme.Read)));

        Assert.Equal(isUnknown, failure.IsOutcomeUnknown);
        Assert.NotNull(failure.RetryAfter);
        Assert.Single(acme.Http.Requests);
    }

    [Fact]
    public async Task Many_calls_share_one_token()
    {
        var fetched = 0;
        await using var acme = new Acme(token: _ => Task.FromResult(new AccessToken($"t{++fetched}", TimeSpan.FromHours(1))));
        acme.Http.Otherwise((_, _) => Task.FromResult(ScriptedHttp.Make(HttpStatusCode.OK, "{}")));

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => acme.SendAsync(Acme.Read)));
        acme.Clock.Advance(TimeSpan.FromMinutes(56));
        await acme.SendAsync(Acme.Read);

        Assert.Equal(2, fetched);
    }

    [Fact]
    public async Task Token_that_cannot_be_had_costs_one_round_of_tries()
    {
        await using var acme = new Acme(token: async channel =>
        {
            var answer = await channel.SendAsync(new HttpRequestMessage(HttpMethod.Post, "token"), Acme.Token);
            return answer.IsSuccess ? new AccessToken("t1", TimeSpan.FromHours(1)) : throw answer.Failure();
        });
        acme.Http.Otherwise((_, _) => Task.FromResult(ScriptedHttp.Make(HttpStatusCode.ServiceUnavailable)));

        var failure = await Assert.ThrowsAsync<CommerceException>(() => acme.RunAsync(acme.SendAsync(Acme.Buy)));

        Assert.Equal(("token", true), (failure.Operation, failure.WasNeverSent));
        Assert.Equal(3, acme.Http.Requests.Count);
    }

    [Fact]
    public async Task Refused_token_is_renewed_once()
    {
        var fetched = 0;
        await using var acme = new Acme(token: _ => Task.FromResult(new AccessToken($"t{++fetched}", TimeSpan.FromHours(1))));
        acme.Http.Answer(HttpStatusCode.Unauthorized).Answer(HttpStatusCode.OK, "{}");

        var answer = await acme.SendAsync(Acme.Buy);

        Assert.True(answer.IsSuccess);
        Assert.Equal(2, fetched);
    }

    [Fact]
    public async Task Neither_logs_nor_errors_hold_secrets_or_personal_data()
    {
        await using var acme = new Acme();
        acme.Http.Otherwise((_, _) => Task.FromResult(ScriptedHttp.Make(
            HttpStatusCode.BadRequest, """{"apiKey":"acme-secret-key","email":"zoe@example.com","phone":"+33612345678","why":"key acme-secret-key is wrong"}""")));

        var answer = await acme.SendAsync(Acme.Buy);
        var failure = answer.Failure();

        var text = $"{failure} {failure.RawBody} {failure.VendorMessage} {acme.Logs.Text}";
        Assert.DoesNotContain("acme-secret-key", text, StringComparison.Ordinal);
        Assert.DoesNotContain("zoe@example.com", text, StringComparison.Ordinal);
        Assert.DoesNotContain("612345678", text, StringComparison.Ordinal);
        Assert.Contains("acme", failure.Message, StringComparison.Ordinal);
    }
}
