using System.Security.Cryptography;
using System.Text;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Payments.Tests.Stripe;

public sealed class StripeWebhookTests
{
    private const string Secret = "whsec_invented";

    private const string Event =
        """{"id":"evt_1","object":"event","type":"payout.paid","created":1785340800,"account":"acct_1Lamps","data":{"object":{"id":"po_1","object":"payout","amount":8800,"currency":"eur","status":"paid"}}}""";

    private readonly FakeClock _clock = new();

    private long Now => _clock.GetUtcNow().ToUnixTimeSeconds();

    [Fact]
    public void An_event_of_a_seller_is_read_with_its_payout()
    {
        var read = Verify(Event, $"t={Now},v1={Sign(Event)}").Value;

        Assert.Equal(("evt_1", "payout.paid", "acct_1Lamps"), (read.Id, read.Type, read.Account?.Value));
        Assert.Equal(("po_1", Money.Eur(88m), PayoutStatus.Paid), (read.Payout?.Id.Value, read.Payout?.Amount, read.Payout?.Status));
    }

    [Theory]
    [InlineData("\"currency\":\"eur\"", "\"currency\":\"a currency of tomorrow\"")]
    [InlineData("\"id\":\"po_1\",", "")]
    [InlineData("\"amount\":8800", "\"amount\":\"8800 or so\"")]
    public void A_genuine_event_is_taken_although_its_object_cannot_be_read(string from, string to)
    {
        var body = Event.Replace(from, to, StringComparison.Ordinal);

        var read = Verify(body, $"t={Now},v1={Sign(body)}").Value;

        Assert.Equal(("payout.paid", (Payout?)null), (read.Type, read.Payout));
        Assert.Equal(body, Encoding.UTF8.GetString(read.Raw.Span));
    }

    [Fact]
    public void One_good_signature_of_several_is_enough()
    {
        var other = new string('0', 64);

        Assert.True(Verify(Event, $"v0={other}, v1={other}, t={Now}, v1={Sign(Event)}").IsSuccess);
    }

    [Theory]
    [InlineData(300, true)]
    [InlineData(301, false)]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    public void An_event_is_taken_within_five_minutes_of_its_signature(int age, bool isTaken)
    {
        var signature = Sign(Event, Now - age);

        var outcome = Verify(Event, $"t={Now - age},v1={signature}");

        Assert.Equal(isTaken, outcome.IsSuccess);
        Assert.True(isTaken || outcome.Refusal!.Code == RefusalCode.WindowExpired);
    }

    [Theory]
    [InlineData("", "malformed")]
    [InlineData("t", "malformed")]
    [InlineData("v1={good}", "malformed")]
    [InlineData("t=soon,v1={good}", "malformed")]
    [InlineData("t={now},v0={good}", "no v1")]
    [InlineData("t={now},v1={GOOD}", "no v1")]
    [InlineData("t={now},v1={bad}", "does not match")]
    public void A_signature_that_proves_nothing_is_refused_with_its_reason(string header, string reason)
    {
        var good = Sign(Event);
        var filled = header.Replace("{now}", $"{Now}", StringComparison.Ordinal).Replace("{good}", good, StringComparison.Ordinal)
            .Replace("{GOOD}", good.ToUpperInvariant(), StringComparison.Ordinal).Replace("{bad}", Sign(Event + " "), StringComparison.Ordinal);

        var refusal = Verify(Event, filled).Refusal;

        Assert.Equal(RefusalCode.Forbidden, refusal?.Code);
        Assert.Contains(reason, refusal?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_thin_event_is_refused()
    {
        const string Thin = """{"id":"evt_1","object":"v2.core.event","type":"v1.payout.paid"}""";

        Assert.Equal(RefusalCode.Validation, Verify(Thin, $"t={Now},v1={Sign(Thin)}").Refusal?.Code);
    }

    private string Sign(string body, long? at = null) => Convert.ToHexStringLower(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{at ?? Now}.{body}")));

    private Outcome<PaymentEvent> Verify(string body, string header)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddStripePayments(options =>
        {
            options.SecretKey = "sk_test_invented";
            options.WebhookSecrets.Add(Secret);
        });
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredKeyedService<IWebhookVerifier<PaymentEvent>>("stripe")
            .Verify(new WebhookRequest(Encoding.UTF8.GetBytes(body), [new("Stripe-Signature", header)]));
    }
}
