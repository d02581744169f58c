using System.Net;
using System.Text;
using System.Text.Json;
using Commerce.Marketplaces;
using Commerce.Marketplaces.Ebay;
using Commerce.VendorContracts.Examples;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.VendorContracts.Ebay;

/// <summary>eBay's own test vectors of signatures and of the challenge.</summary>
public sealed class EbayVectorTests
{
    [VendorSpecFact]
    public void A_request_with_a_body_is_signed_as_eBay_signs_it() => CheckSignature("post");

    [VendorSpecFact]
    public void A_request_without_a_body_is_signed_as_eBay_signs_it() => CheckSignature("get");

    [VendorSpecFact]
    public async Task A_whole_request_carries_the_headers_of_the_vector()
    {
        var vectors = Read("digital-signature-ed25519.json");
        var vector = vectors.GetProperty("post");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://{Text(vector, "authority")}{Text(vector, "path")}?not=signed")
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Text(vector, "body"))),
        };
        var signer = new EbaySigner(Text(vectors, "xEbaySignatureKey"), Text(vectors, "privateKeyPkcs8Base64_RFC9421_test_key"));

        // An attempt that is made again has each header once.
        await signer.SignAsync(request, DateTimeOffset.FromUnixTimeSeconds(1), default);
        await signer.SignAsync(request, DateTimeOffset.FromUnixTimeSeconds(vectors.GetProperty("created").GetInt64()), default);

        Assert.Equal(
            [Text(vectors, "xEbaySignatureKey"), Text(vector, "contentDigest"), Text(vector, "signatureInput"), Text(vector, "signature")],
            ((string[])["x-ebay-signature-key", "Content-Digest", "Signature-Input", "Signature"]).Select(name => request.Headers.GetValues(name).Single()));
    }

    [VendorSpecFact]
    public async Task A_notification_of_eBays_is_genuine()
    {
        var outcome = await VerifyAsync("valid");

        Assert.Equal(
            ("MARKETPLACE_ACCOUNT_DELETION", "ma8vp1jySJC", "49feeaeb-4982-42d9-a377-9645b8479411_33f7e043-fed8-442b-9d44-791923bd9a6d"),
            (outcome.Value.Type, outcome.Value.BuyerId, outcome.Value.Id));
    }

    [VendorSpecFact]
    public async Task A_notification_whose_signature_does_not_match_is_refused() =>
        Assert.Equal(RefusalCode.Forbidden, (await VerifyAsync("mismatch")).Refusal?.Code);

    [VendorSpecFact]
    public async Task A_notification_that_is_genuine_and_old_is_refused() =>
        Assert.Equal(RefusalCode.WindowExpired, (await VerifyAsync("valid", laterBy: TimeSpan.FromHours(25))).Refusal?.Code);

    [VendorSpecFact]
    public async Task The_challenge_is_answered_as_eBay_expects()
    {
        var vector = Read("notification-signature-and-challenge.json").GetProperty("challenge");
        using var edge = new ExampleEdge("application/json");
        await using var provider = Provider(edge, TimeProvider.System, Text(vector, "endpoint"), Text(vector, "verificationToken"));

        var answer = provider.GetRequiredKeyedService<IWebhookChallenge>("ebay")
            .Answer(new WebhookRequest(default, [], "GET", new Uri($"{Text(vector, "endpoint")}?{Text(vector, "requestQuery")}")))!;

        using var body = JsonDocument.Parse(answer.Body);
        Assert.Equal(vector.GetProperty("responseStatus").GetInt32(), answer.Status);
        Assert.Equal(Text(vector.GetProperty("responseBody"), "challengeResponse"), Text(body.RootElement, "challengeResponse"));
    }

    private static JsonElement Read(string file) => JsonDocument.Parse(File.ReadAllBytes(VendorSpecs.PathOf("marketplaces", "ebay", "vectors", file))).RootElement;

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static void CheckSignature(string name)
    {
        var vectors = Read("digital-signature-ed25519.json");
        var vector = vectors.GetProperty(name);
        var signer = new EbaySigner(Text(vectors, "xEbaySignatureKey"), Text(vectors, "privateKeyPkcs8Base64_RFC9421_test_key"));
        var digest = vector.GetProperty("body").GetString() is { } body ? EbaySigner.Digest(Encoding.UTF8.GetBytes(body)) : null;

        var input = EbaySigner.Input(digest is not null, vectors.GetProperty("created").GetInt64());
        var text = signer.Base(Text(vector, "method"), Text(vector, "path"), Text(vector, "authority"), digest, input);

        Assert.Equal(vector.GetProperty("contentDigest").GetString(), digest);
        Assert.Equal(Text(vector, "signatureInput"), "sig1=" + input);
        Assert.Equal(Text(vector, "signatureBase"), text);
        Assert.Equal(Text(vector, "signature"), $"sig1=:{signer.Sign(text)}:");
    }

    private static async Task<Outcome<MarketplaceNotification>> VerifyAsync(string name, TimeSpan laterBy = default)
    {
        var vector = Read("notification-signature-and-challenge.json").GetProperty(name);
        using var edge = new ExampleEdge("application/json", """{"access_token":"invented","expires_in":7200}""")
        {
            Status = HttpStatusCode.OK, Answer = _ => Encoding.UTF8.GetBytes(vector.GetProperty("publicKeyResponse").GetRawText()),
        };
        var sent = new DateTimeOffset(2021, 3, 19, 20, 43, 59, TimeSpan.Zero);
        await using var provider = Provider(edge, new At(sent + laterBy), null, null);
        return await provider.GetRequiredKeyedService<IWebhookVerifier<MarketplaceNotification>>("ebay").VerifyAsync(new WebhookRequest(
            Encoding.UTF8.GetBytes(Text(vector, "body")), [new("X-EBAY-SIGNATURE", Text(vector, "headerXEbaySignature"))]));
    }

    private static ServiceProvider Provider(DelegatingHandler edge, TimeProvider clock, string? endpoint, string? token)
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        services.AddEbayMarketplace(options =>
        {
            (options.ClientId, options.ClientSecret, options.RefreshToken, options.MarketplaceId) = ("id", "invented-secret", "invented-token", "EBAY_DE");
            (options.NotificationEndpoint, options.VerificationToken, options.MaxRetries) = (endpoint, token, 0);
        }).AddHttpMessageHandler(() => edge);
        return services.BuildServiceProvider();
    }

    private sealed class At(DateTimeOffset time) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => time;
    }
}
