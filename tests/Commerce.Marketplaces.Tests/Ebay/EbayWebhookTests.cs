using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Marketplaces.Tests.Ebay;

/// <summary>Notifications against keys of our own: what is not genuine, fresh and readable is refused.</summary>
public sealed class EbayWebhookTests : IDisposable
{
    private const string Kid = "9936261a-7d7b-4621-a0f1-000000000001";
    private const string Token = "verification-token-of-32-characters-or-more";
    private const string Endpoint = "https://shop.example.com/ebay/notifications";

    private readonly FakeClock _clock = new();
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly Keys _keys;
    private readonly ServiceProvider _provider;

    public EbayWebhookTests()
    {
        _keys = new Keys(Pem(_key));
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddEbayMarketplace(options =>
        {
            (options.ClientId, options.ClientSecret, options.RefreshToken, options.MarketplaceId) = ("id", "secret-of-the-app", "refresh-token", "EBAY_DE");
            (options.NotificationEndpoint, options.VerificationToken, options.MaxRetries) = (Endpoint, Token, 0);
        }).AddHttpMessageHandler(() => _keys);
        _provider = services.BuildServiceProvider();
    }

    public void Dispose()
    {
        _provider.Dispose();
        _key.Dispose();
    }

    [Fact]
    public async Task A_genuine_notification_is_read()
    {
        var pushed = (await VerifyAsync(Body())).Value;

        Assert.Equal(("n-1", "MARKETPLACE_ACCOUNT_DELETION", "u1"), (pushed.Id, pushed.Type, pushed.BuyerId));
        Assert.Equal(Body(), pushed.Raw);
        Assert.DoesNotContain("u1", pushed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_altered_body_is_refused()
    {
        var header = Header(Body());

        Assert.Equal(RefusalCode.Forbidden, await CodeAsync(Body().Replace("u1", "u2", StringComparison.Ordinal), header));
        Assert.Equal(RefusalCode.Forbidden, await CodeAsync(Body() + " ", header));
        Assert.Equal(RefusalCode.Forbidden, await CodeAsync("", header));
    }

    [Fact]
    public async Task A_signature_by_another_key_is_refused()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.Equal(RefusalCode.Forbidden, await CodeAsync(Body(), Header(Body(), signer: other)));
    }

    [Theory]
    [InlineData("alg", "none")]
    [InlineData("alg", "hmac")]
    [InlineData("digest", "MD5")]
    [InlineData("kid", "")]
    [InlineData("kid", "../destination")]
    [InlineData("signature", "no base 64!")]
    [InlineData("signature", "AAAA")]
    public async Task A_header_that_is_wrong_in_one_member_is_refused_without_asking_for_it(string member, string value)
    {
        Assert.Equal(RefusalCode.Forbidden, await CodeAsync(Body(), Header(Body(), member, value)));
        Assert.DoesNotContain(_keys.Asked, address => address.Contains("destination", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no base 64!")]
    [InlineData("bnVsbA==")]
    [InlineData("e30=")]
    public async Task A_header_that_is_missing_or_malformed_is_refused(string? header)
    {
        Assert.Equal(RefusalCode.Forbidden, await CodeAsync(Body(), header));
        Assert.Empty(_keys.Asked);
    }

    [Fact]
    public async Task A_key_that_eBay_does_not_know_is_refused_and_not_asked_for_again()
    {
        Assert.Equal(RefusalCode.Forbidden, await CodeAsync(Body(), Header(Body(), "kid", "unknown")));
        Assert.Equal(RefusalCode.Forbidden, await CodeAsync(Body(), Header(Body(), "kid", "unknown")));

        Assert.Single(_keys.Asked);
    }

    [Fact]
    public async Task Callers_who_make_up_keys_do_not_use_up_eBays_quota()
    {
        for (var i = 0; i < 60; i++)
        {
            Assert.Equal(RefusalCode.Forbidden, await CodeAsync(Body(), Header(Body(), "kid", $"made-up-{i}")));
        }

        var failure = await Assert.ThrowsAsync<CommerceException>(() => CodeAsync(Body(), Header(Body(), "kid", "made-up-61")));

        Assert.Equal((CommerceErrorKind.Throttled, 60), (failure.Kind, _keys.Asked.Count));
    }

    [Theory]
    [InlineData(-25)]
    [InlineData(25)]
    public async Task A_notification_that_is_too_old_or_too_far_ahead_is_refused(int hours)
    {
        var body = Body(_clock.GetUtcNow().AddHours(hours));

        Assert.Equal(RefusalCode.WindowExpired, await CodeAsync(body, Header(body)));
    }

    [Theory]
    [InlineData(-23)]
    [InlineData(23)]
    public async Task A_notification_within_the_tolerance_is_read(int hours) =>
        Assert.True((await VerifyAsync(Body(_clock.GetUtcNow().AddHours(hours)))).IsSuccess);

    [Theory]
    [InlineData("{}")]
    [InlineData("no JSON")]
    [InlineData("""{"metadata":{"topic":"T"},"notification":{"notificationId":"n"}}""")]
    [InlineData("""{"metadata":{},"notification":{"notificationId":"n","publishDate":"2026-03-02T09:00:00.000Z"}}""")]
    public async Task A_genuine_call_that_cannot_be_read_is_told_apart(string body) =>
        Assert.Equal(RefusalCode.Validation, await CodeAsync(body, Header(body)));

    [Fact]
    public async Task A_key_of_another_curve_or_kind_is_a_failure_not_a_success()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        _keys.Pem = Pem(other);

        var failure = await Assert.ThrowsAsync<CommerceException>(() => CodeAsync(Body(), Header(Body(), signer: other)));

        Assert.Equal(CommerceErrorKind.Protocol, failure.Kind);
    }

    [Fact]
    public void The_challenge_is_answered_with_the_hash_of_code_token_and_endpoint()
    {
        var expected = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("code-1" + Token + Endpoint)));

        var answer = Challenge("GET", "?challenge_code=code-1")!;

        Assert.Equal((200, "application/json"), (answer.Status, answer.ContentType));
        Assert.Equal($$"""{"challengeResponse":"{{expected}}"}""", Encoding.UTF8.GetString(answer.Body.Span));
    }

    [Theory]
    [InlineData("POST", "?challenge_code=code-1")]
    [InlineData("GET", "")]
    [InlineData("GET", "?challenge_code=")]
    public void What_is_no_challenge_is_not_answered(string method, string query) => Assert.Null(Challenge(method, query));

    private static string Pem(ECDsa key) => $"-----BEGIN PUBLIC KEY-----{Convert.ToBase64String(key.ExportSubjectPublicKeyInfo())}-----END PUBLIC KEY-----";

    private WebhookAnswer? Challenge(string method, string query) =>
        _provider.GetRequiredKeyedService<IWebhookChallenge>("ebay").Answer(new WebhookRequest(default, [], method, new Uri(Endpoint + query)));

    private string Body(DateTimeOffset? published = null)
    {
        var time = (published ?? _clock.GetUtcNow()).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture);
        return $$$$"""{"metadata":{"topic":"MARKETPLACE_ACCOUNT_DELETION","schemaVersion":"1.0"},"notification":{"notificationId":"n-1","eventDate":"{{{{time}}}}","publishDate":"{{{{time}}}}","publishAttemptCount":1,"data":{"username":"b1","userId":"u1"}}}""";
    }

    private string Header(string body, string? member = null, string? value = null, ECDsa? signer = null)
    {
        var header = new JsonObject
        {
            ["alg"] = "ecdsa",
            ["kid"] = Kid,
            ["signature"] = Convert.ToBase64String((signer ?? _key).SignData(Encoding.UTF8.GetBytes(body), HashAlgorithmName.SHA1, DSASignatureFormat.Rfc3279DerSequence)),
            ["digest"] = "SHA1",
        };
        if (member is not null)
        {
            header[member] = value;
        }

        return Convert.ToBase64String(Encoding.UTF8.GetBytes(header.ToJsonString()));
    }

    private Task<Outcome<MarketplaceNotification>> VerifyAsync(string body) => VerifyAsync(body, Header(body));

    private async Task<Outcome<MarketplaceNotification>> VerifyAsync(string body, string? header) =>
        await _provider.GetRequiredKeyedService<IWebhookVerifier<MarketplaceNotification>>("ebay").VerifyAsync(new WebhookRequest(
            Encoding.UTF8.GetBytes(body), header is null ? [] : [new("x-ebay-signature", header)]));

    private async Task<RefusalCode?> CodeAsync(string body, string? header) => (await VerifyAsync(body, header)).Refusal?.Code;

    private sealed class Keys(string pem) : DelegatingHandler
    {
        internal string Pem { get; set; } = pem;

        internal List<string> Asked { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var path = request.RequestUri!.AbsolutePath;
            if (path.EndsWith("/token", StringComparison.Ordinal))
            {
                return Answer(HttpStatusCode.OK, """{"access_token":"app","expires_in":7200}""");
            }

            Asked.Add(path);
            return path.EndsWith(Kid, StringComparison.Ordinal)
                ? Answer(HttpStatusCode.OK, new JsonObject { ["key"] = Pem, ["algorithm"] = "ECDSA", ["digest"] = "SHA1" }.ToJsonString())
                : Answer(HttpStatusCode.NotFound, """{"errors":[{"errorId":195001,"message":"not found"}]}""");

            Task<HttpResponseMessage> Answer(HttpStatusCode status, string body) => Task.FromResult(
                new HttpResponseMessage(status) { RequestMessage = request, Content = new StringContent(body, Encoding.UTF8, "application/json") });
        }
    }
}
