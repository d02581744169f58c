using System.Net;
using Commerce.Http.Pipeline;
using Xunit;

namespace Commerce.Http.Tests.Pipeline;

public sealed class AuthenticationHandlerTests
{
    [Fact]
    public async Task Hundred_calls_at_once_fetch_one_token()
    {
        var gate = new TaskCompletionSource();
        var fetched = 0;
        using var signer = Signed(async () =>
        {
            Interlocked.Increment(ref fetched);
            await gate.Task;
            return new AccessToken("t1", TimeSpan.FromHours(1));
        });
        signer.Http.Otherwise((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)));

        var calls = Enumerable.Range(0, 100).Select(_ => Task.Run(() => signer.SendAsync(Acme.Read))).ToList();
        gate.SetResult();
        await Task.WhenAll(calls);

        Assert.Equal(1, fetched);
        Assert.All(signer.Http.Requests, request => Assert.Equal("Bearer t1", request.Header("Authorization")));
    }

    [Fact]
    public async Task Hundred_calls_refused_at_once_fetch_one_new_token()
    {
        var fetched = 0;
        using var signer = Signed(() => Task.FromResult(new AccessToken($"t{Interlocked.Increment(ref fetched)}", TimeSpan.FromHours(1))));
        var everyone = new TaskCompletionSource();
        var refused = 0;
        signer.Http.Otherwise(async (request, _) =>
        {
            if (request.Headers.Authorization!.Parameter != "t1")
            {
                return new HttpResponseMessage(HttpStatusCode.OK);
            }

            if (Interlocked.Increment(ref refused) == 100)
            {
                everyone.SetResult();
            }

            await everyone.Task;
            return new HttpResponseMessage(HttpStatusCode.Unauthorized);
        });

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => signer.SendAsync(Acme.Read))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(2, fetched);
    }

    [Fact]
    public async Task Token_is_renewed_before_it_expires()
    {
        var fetched = 0;
        using var signer = Signed(() => Task.FromResult(new AccessToken($"t{++fetched}", TimeSpan.FromHours(1))));
        signer.Http.Otherwise((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)));

        await signer.SendAsync(Acme.Read);
        signer.Clock.Advance(TimeSpan.FromMinutes(54));
        await signer.SendAsync(Acme.Read);
        signer.Clock.Advance(TimeSpan.FromMinutes(1));
        await signer.SendAsync(Acme.Read);

        Assert.Equal(["Bearer t1", "Bearer t1", "Bearer t2"], signer.Http.Requests.Select(request => request.Header("Authorization")));
    }

    [Fact]
    public async Task Second_refusal_is_the_answer()
    {
        var fetched = 0;
        using var signer = Signed(() => Task.FromResult(new AccessToken($"t{++fetched}", TimeSpan.FromHours(1))));
        signer.Http.Otherwise((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.Unauthorized)));

        var answer = await signer.SendAsync(Acme.Buy);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal((2, 2), (fetched, signer.Http.Requests.Count));
    }

    [Fact]
    public async Task Failed_token_request_is_forgotten_and_means_that_nothing_was_sent()
    {
        var fetched = 0;
        using var signer = Signed(() => ++fetched == 1
            ? throw new CommerceException(CommerceErrorKind.Unavailable, "The token server is away.") { Operation = "token", RetryAfter = TimeSpan.FromSeconds(4) }
            : Task.FromResult(new AccessToken("t2", TimeSpan.FromHours(1))));
        signer.Http.Otherwise((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)));

        var failure = await Assert.ThrowsAsync<CommerceException>(() => signer.SendAsync(Acme.Buy));
        var answer = await signer.SendAsync(Acme.Buy);

        Assert.Equal((CommerceErrorKind.Unavailable, "token", false), (failure.Kind, failure.Operation, failure.IsOutcomeUnknown));
        Assert.Equal(TimeSpan.FromSeconds(4), failure.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Caller_that_stops_does_not_stop_the_token_of_the_others()
    {
        var gate = new TaskCompletionSource<AccessToken>();
        using var signer = Signed(() => gate.Task);
        using var stop = new CancellationTokenSource();
        signer.Http.Otherwise((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)));
        var impatient = signer.SendAsync(Acme.Read, stop.Token);
        var patient = signer.SendAsync(Acme.Read);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        gate.SetResult(new AccessToken("t1", TimeSpan.FromHours(1)));

        Assert.Equal(HttpStatusCode.OK, (await patient).StatusCode);
    }

    [Fact]
    public async Task Anonymous_operation_carries_no_credentials()
    {
        using var signer = Signed(() => Task.FromResult(new AccessToken("t1", TimeSpan.FromHours(1))));
        signer.Http.Answer(HttpStatusCode.OK);

        await signer.SendAsync(Acme.Token);

        Assert.Null(signer.Http.Last.Header("Authorization"));
    }

    private static Alone Signed(Func<Task<AccessToken>> fetch)
    {
        TokenCache? cache = null;
        Alone signer = null!;
        signer = new Alone(static account => new AuthenticationHandler(account), profile: options => new VendorProfile
        {
            Vendor = "acme",
            BaseAddress = new Uri("https://acme.test/"),
            Options = options,
            Authenticator = _ => new BearerAuthenticator(cache ??= new TokenCache(_ => fetch(), signer.Clock)),
            Errors = static (_, _) => new VendorError(null, null),
        });
        return signer;
    }
}
