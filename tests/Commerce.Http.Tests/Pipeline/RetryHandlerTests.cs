using System.Net;
using Commerce.Http.Pipeline;
using Xunit;

namespace Commerce.Http.Tests.Pipeline;

public sealed class RetryHandlerTests
{
    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, true)]
    [InlineData(HttpStatusCode.RequestTimeout, true)]
    [InlineData(HttpStatusCode.InternalServerError, true)]
    [InlineData(HttpStatusCode.BadGateway, true)]
    [InlineData(HttpStatusCode.ServiceUnavailable, true)]
    [InlineData(HttpStatusCode.GatewayTimeout, true)]
    [InlineData(HttpStatusCode.BadRequest, false)]
    [InlineData(HttpStatusCode.Unauthorized, false)]
    [InlineData(HttpStatusCode.NotFound, false)]
    [InlineData(HttpStatusCode.Conflict, false)]
    [InlineData(HttpStatusCode.NotImplemented, false)]
    public async Task Only_statuses_that_pass_are_worth_another_try(HttpStatusCode status, bool again)
    {
        using var retry = new Alone(static account => new RetryHandler(account));
        retry.Http.Answer(status).Answer(HttpStatusCode.OK);

        var response = await retry.Clock.RunAsync(retry.SendAsync(Acme.Read));

        Assert.Equal(again ? HttpStatusCode.OK : status, response.StatusCode);
    }

    [Fact]
    public async Task Get_is_repeated_without_being_told_that_it_may_be()
    {
        using var retry = new Alone(static account => new RetryHandler(account)) { Method = HttpMethod.Get };
        retry.Http.Answer(HttpStatusCode.ServiceUnavailable).Answer(HttpStatusCode.OK);

        var response = await retry.Clock.RunAsync(retry.SendAsync(Acme.Buy));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Waits_grow_twofold_around_what_was_set()
    {
        using var retry = new Alone(static account => new RetryHandler(account), options => (options.MaxRetries, options.RetryDelay) = (3, TimeSpan.FromSeconds(1)));
        var sent = new List<DateTimeOffset>();
        retry.Http.Otherwise((_, _) =>
        {
            sent.Add(retry.Clock.GetUtcNow());
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable));
        });

        await retry.Clock.RunAsync(retry.SendAsync(Acme.Read));

        var waits = sent.Zip(sent.Skip(1), (earlier, later) => (later - earlier).TotalSeconds).ToList();
        Assert.Equal(3, waits.Count);
        Assert.All(waits.Zip([1d, 2d, 4d]), wait => Assert.InRange(wait.First, wait.Second * 0.75, wait.Second * 1.25));
    }

    [Fact]
    public async Task Retry_after_is_kept_when_it_is_a_number_of_seconds()
    {
        using var retry = new Alone(static account => new RetryHandler(account));
        retry.Http.Answer(HttpStatusCode.ServiceUnavailable, headers: ("Retry-After", "7")).Answer(HttpStatusCode.OK);
        var started = retry.Clock.GetUtcNow();

        await retry.Clock.RunAsync(retry.SendAsync(Acme.Read));

        Assert.Equal(TimeSpan.FromSeconds(7), retry.Clock.GetUtcNow() - started);
    }

    [Fact]
    public async Task Retry_after_is_kept_when_it_is_a_date()
    {
        using var retry = new Alone(static account => new RetryHandler(account));
        var started = retry.Clock.GetUtcNow();
        retry.Http
            .Answer(HttpStatusCode.TooManyRequests, headers: ("Retry-After", (started + TimeSpan.FromSeconds(9)).ToString("R")))
            .Answer(HttpStatusCode.OK);

        await retry.Clock.RunAsync(retry.SendAsync(Acme.Read));

        Assert.Equal(TimeSpan.FromSeconds(9), retry.Clock.GetUtcNow() - started);
    }

    [Fact]
    public async Task Retry_after_in_the_past_means_now()
    {
        using var retry = new Alone(static account => new RetryHandler(account));
        var started = retry.Clock.GetUtcNow();
        retry.Http
            .Answer(HttpStatusCode.TooManyRequests, headers: ("Retry-After", (started - TimeSpan.FromSeconds(9)).ToString("R")))
            .Answer(HttpStatusCode.OK);

        await retry.Clock.RunAsync(retry.SendAsync(Acme.Read));

        Assert.Equal(started, retry.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Caller_that_stops_inside_a_back_off_does_not_wait_for_its_end()
    {
        using var retry = new Alone(static account => new RetryHandler(account));
        using var stop = new CancellationTokenSource();
        retry.Http.Answer(HttpStatusCode.ServiceUnavailable, headers: ("Retry-After", "20"));
        var call = retry.SendAsync(Acme.Read, stop.Token);
        await retry.Clock.WhenTimerAsync(TimeSpan.FromSeconds(20));

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Single(retry.Http.Requests);
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public async Task Vendors_word_about_repeating_outranks_the_status(bool word, int requests)
    {
        using var retry = new Alone(static account => new RetryHandler(account), profile: options => new VendorProfile
        {
            Vendor = "acme",
            BaseAddress = new Uri("https://acme.test/"),
            Options = options,
            Errors = static (_, _) => new VendorError(null, null),
            ShouldRetry = response => response.IsSuccessStatusCode ? null : word,
        });
        retry.Http.Answer(word ? HttpStatusCode.BadRequest : HttpStatusCode.ServiceUnavailable).Answer(HttpStatusCode.OK);

        await retry.Clock.RunAsync(retry.SendAsync(Acme.Read));

        Assert.Equal(requests, retry.Http.Requests.Count);
    }

    [Fact]
    public async Task Vendors_yes_does_not_make_an_unsafe_request_safe()
    {
        using var retry = new Alone(static account => new RetryHandler(account), profile: options => new VendorProfile
        {
            Vendor = "acme",
            BaseAddress = new Uri("https://acme.test/"),
            Options = options,
            Errors = static (_, _) => new VendorError(null, null),
            ShouldRetry = static _ => true,
        });
        retry.Http.Answer(HttpStatusCode.ServiceUnavailable);

        await retry.Clock.RunAsync(retry.SendAsync(Acme.Buy));

        Assert.Single(retry.Http.Requests);
    }

    [Fact]
    public async Task Every_retry_is_told_in_the_log()
    {
        using var retry = new Alone(static account => new RetryHandler(account));
        retry.Http.Otherwise((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)));

        await retry.Clock.RunAsync(retry.SendAsync(Acme.Read));

        Assert.Equal(2, retry.Logs.Text.Split('\n').Count(line => line.StartsWith("2002 acme read (acme-1) is sent again", StringComparison.Ordinal)));
    }
}
