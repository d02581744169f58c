using System.Net;
using System.Text;
using Commerce.Payments;
using Commerce.Payments.Stripe;
using Commerce.Testing;
using Commerce.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Commerce.AspNetCore.Tests;

/// <summary>Webhook endpoints of a real server, called over HTTP.</summary>
public sealed class WebhookEndpointTests : IAsyncLifetime
{
    private const string Secret = "whsec_endpoint_tests";
    private const string Body = """{"id":"evt_1","object":"event","type":"payout.paid","created":1764000000,"data":{"object":{"id":"po_1","object":"payout","amount":8800,"currency":"eur","status":"paid"}}}""";

    private readonly FakeClock _clock = new(new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero));
    private readonly List<PaymentEvent> _handled = [];
    private readonly LogLines _log = new();
    private readonly HttpClient _http = new();
    private Func<CancellationToken, ValueTask> _whileHandling = static _ => ValueTask.CompletedTask;
    private WebApplication _application = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(_log);
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.AddStripePayments(static options =>
        {
            options.SecretKey = "sk_test_endpoint";
            options.WebhookSecrets.Add(Secret);
        });
        builder.Services.AddKeyedSingleton<IWebhookVerifier<EchoEvent>>("echo", new EchoWebhooks());
        _application = builder.Build();
        _application.MapPaymentWebhook("/webhooks/stripe", "stripe", async (_, @event, cancellationToken) =>
        {
            await _whileHandling(cancellationToken);
            lock (_handled)
            {
                _handled.Add(@event);
            }
        });
        _application.MapWebhook<EchoEvent>("/webhooks/echo", "echo", static @event => @event.Id, static (_, _, _) => ValueTask.CompletedTask);
        await _application.StartAsync();
        _http.BaseAddress = new Uri(_application.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _application.DisposeAsync();
        _log.Dispose();
    }

    [Fact]
    public async Task A_genuine_event_is_handled()
    {
        var answer = await SendAsync(Body);

        Assert.Equal((HttpStatusCode.OK, ""), answer);
        Assert.Equal(PayoutStatus.Paid, Assert.IsType<PayoutChanged>(Assert.Single(_handled)).Payout.Status);
    }

    [Fact]
    public async Task A_repeated_event_is_answered_and_not_handled_again()
    {
        await SendAsync(Body);

        Assert.Equal((HttpStatusCode.OK, ""), await SendAsync(Body));
        Assert.Single(_handled);
    }

    [Theory]
    [InlineData(null, "Forbidden")]
    [InlineData("t=1764000000,v1=0000000000000000000000000000000000000000000000000000000000000000", "Forbidden")]
    [InlineData("nonsense", "Forbidden")]
    public async Task What_is_not_genuine_is_refused_with_the_reason(string? header, string code)
    {
        var (status, body) = await SendAsync(Body, header, sign: false);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains($"\"title\":\"{code}\"", body, StringComparison.Ordinal);
        Assert.Empty(_handled);
        Assert.Contains(_log.Lines, line => line.Contains($"webhook of stripe was refused as {code}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_altered_body_and_an_old_signature_are_refused()
    {
        var header = StripeWebhookHeader.Make(Encoding.UTF8.GetBytes(Body), _clock.GetUtcNow(), Secret);

        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(Body.Replace("8800", "9900", StringComparison.Ordinal), header, sign: false)).Status);
        _clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));
        Assert.Contains("WindowExpired", (await SendAsync(Body, header, sign: false)).Body, StringComparison.Ordinal);
        Assert.Empty(_handled);
    }

    [Fact]
    public async Task A_handler_that_fails_lets_the_vendor_call_again_and_its_words_stay_out_of_the_log()
    {
        _whileHandling = static _ => throw new InvalidOperationException("Ada Lovelace's card");
        var failed = await SendAsync(Body);
        _whileHandling = static _ => ValueTask.CompletedTask;
        var again = await SendAsync(Body);

        Assert.Equal((HttpStatusCode.InternalServerError, HttpStatusCode.OK), (failed.Status, again.Status));
        Assert.Single(_handled);
        Assert.Contains(_log.Lines, static line => line.Contains("failed with InvalidOperationException", StringComparison.Ordinal));
        Assert.DoesNotContain("Ada", string.Join('\n', _log.Lines) + failed.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passing_failure_asks_for_a_later_call()
    {
        _whileHandling = static _ => throw new CommerceException(CommerceErrorKind.Unavailable, "The store is away.");

        using var answer = await PostAsync(Body);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(30)), (answer.StatusCode, answer.Headers.RetryAfter?.Delta));
    }

    [Fact]
    public async Task An_event_that_is_being_handled_asks_for_a_later_call()
    {
        var (entered, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        _whileHandling = async _ =>
        {
            entered.TrySetResult();
            await go.Task;
        };
        var first = SendAsync(Body);
        await entered.Task;

        var second = await SendAsync(Body);
        go.SetResult();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), ((await first).Status, second.Status));
        Assert.Single(_handled);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Too_large_a_body_is_refused_unread(bool isLengthTold)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/stripe") { Content = new ByteArrayContent(new byte[(1024 * 1024) + 1]) };
        request.Headers.TransferEncodingChunked = !isLengthTold;

        using var answer = await _http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task A_get_is_answered_only_where_the_vendor_checks_the_address()
    {
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await _http.GetAsync("/webhooks/stripe")).StatusCode);
        Assert.Equal($"challenge of {_http.BaseAddress}webhooks/echo?challenge=7", await _http.GetStringAsync("/webhooks/echo?challenge=7"));
    }

    [Fact]
    public async Task An_account_that_is_not_registered_is_told_when_it_is_mapped()
    {
        await using var other = WebApplication.CreateSlimBuilder().Build();

        var failure = Assert.Throws<InvalidOperationException>(() => other.MapPaymentWebhook("/webhooks/x", "x", static (_, _, _) => ValueTask.CompletedTask));
        Assert.Contains("No account named x", failure.Message, StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, string Body)> SendAsync(string body, string? header = null, bool sign = true)
    {
        using var answer = await PostAsync(body, header, sign);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private Task<HttpResponseMessage> PostAsync(string body, string? header = null, bool sign = true)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/stripe") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        header ??= sign ? StripeWebhookHeader.Make(Encoding.UTF8.GetBytes(body), _clock.GetUtcNow(), Secret) : null;
        if (header is not null)
        {
            request.Headers.TryAddWithoutValidation("Stripe-Signature", header);
        }

        return _http.SendAsync(request);
    }
}
