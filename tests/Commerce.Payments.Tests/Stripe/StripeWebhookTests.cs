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
    public async Task An_event_of_a_seller_is_read_with_its_payout()
    {
        var read = (await VerifyAsync(Event, $"t={Now},v1={Sign(Event)}")).Value;

        Assert.Equal(("evt_1", "payout.paid", "acct_1Lamps"), (read.Id, read.Type, read.Account?.Value));
        var payout = Assert.IsType<PayoutChanged>(read).Payout;
        Assert.Equal(("po_1", Money.Eur(88m), PayoutStatus.Paid), (payout.Id.Value, payout.Amount, payout.Status));
    }

    [Theory]
    [InlineData("\"currency\":\"eur\"", "\"currency\":\"a currency of tomorrow\"")]
    [InlineData("\"id\":\"po_1\",", "")]
    [InlineData("\"amount\":8800", "\"amount\":\"8800 or so\"")]
    public async Task A_genuine_event_is_taken_although_its_object_cannot_be_read(string from, string to)
    {
        var body = Event.Replace(from, to, StringComparison.Ordinal);

        var read = (await VerifyAsync(body, $"t={Now},v1={Sign(body)}")).Value;

        Assert.Equal("payout.paid", Assert.IsType<UnknownEvent>(read).Type);
        Assert.Equal(body, Encoding.UTF8.GetString(read.Raw.Span));
    }

    [Fact]
    public async Task A_refund_of_a_charge_without_payment_is_read()
    {
        const string Body =
            """{"id":"evt_2","object":"event","type":"refund.created","created":1785340800,"data":{"object":{"id":"re_1","object":"refund","amount":100,"currency":"usd","charge":"ch_1","payment_intent":null,"status":"succeeded","created":1785340800,"metadata":{"return":"RET-7"}}}}""";

        var refund = Assert.IsType<RefundChanged>((await VerifyAsync(Body, $"t={Now},v1={Sign(Body)}")).Value).Refund;

        Assert.Equal(((GatewayPaymentId?)null, "ch_1", "RET-7"), (refund.PaymentId, refund.ChargeId, refund.Metadata["return"]));
    }

    [Fact]
    public async Task One_good_signature_of_several_is_enough()
    {
        var other = new string('0', 64);

        Assert.True((await VerifyAsync(Event, $"v0={other}, v1={other}, t={Now}, v1={Sign(Event)}")).IsSuccess);
    }

    [Theory]
    [InlineData(300, true)]
    [InlineData(301, false)]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    public async Task An_event_is_taken_within_five_minutes_of_its_signature(int age, bool isTaken)
    {
        var signature = Sign(Event, Now - age);

        var outcome = await VerifyAsync(Event, $"t={Now - age},v1={signature}");

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
    public async Task A_signature_that_proves_nothing_is_refused_with_its_reason(string header, string reason)
    {
        var good = Sign(Event);
        var filled = header.Replace("{now}", $"{Now}", StringComparison.Ordinal).Replace("{good}", good, StringComparison.Ordinal)
            .Replace("{GOOD}", good.ToUpperInvariant(), StringComparison.Ordinal).Replace("{bad}", Sign(Event + " "), StringComparison.Ordinal);

        var refusal = (await VerifyAsync(Event, filled)).Refusal;

        Assert.Equal(RefusalCode.Forbidden, refusal?.Code);
        Assert.Contains(reason, refusal?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thin_event_is_refused()
    {
        const string Thin = """{"id":"evt_1","object":"v2.core.event","type":"v1.payout.paid"}""";

        Assert.Equal(RefusalCode.Validation, (await VerifyAsync(Thin, $"t={Now},v1={Sign(Thin)}")).Refusal?.Code);
    }

    private string Sign(string body, long? at = null) => Convert.ToHexStringLower(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{at ?? Now}.{body}")));

    private async Task<Outcome<PaymentEvent>> VerifyAsync(string body, string header)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddStripePayments(options =>
        {
            options.SecretKey = "sk_test_invented";
            options.WebhookSecrets.Add(Secret);
        });
        await using var provider = services.BuildServiceProvider();
        return await provider.GetRequiredKeyedService<IWebhookVerifier<PaymentEvent>>("stripe")
            .VerifyAsync(new WebhookRequest(Encoding.UTF8.GetBytes(body), [new("Stripe-Signature", header)]));
    }
}
