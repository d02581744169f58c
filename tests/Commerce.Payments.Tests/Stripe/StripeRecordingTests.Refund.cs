using Xunit;

namespace Commerce.Payments.Tests.Stripe;

public sealed partial class StripeRecordingTests
{
    private static readonly GatewayPaymentId Paid = new("pi_paid01");

    [Fact]
    public async Task A_refund_without_amount_gives_everything_back()
    {
        var refund = (await Client().RefundPaymentAsync(new RefundPaymentRequest { Key = new("refund-whole"), PaymentId = Paid })).Value;

        Assert.Equal(("re_whole01", "pi_paid01", Money.Eur(62.15m), RefundStatus.Succeeded), (refund.Id.Value, refund.PaymentId?.Value, refund.Amount, refund.Status));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1785344461), refund.CreatedAt);
        Assert.StartsWith("req_recorded", refund.RequestId, StringComparison.Ordinal);
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_partial_refund_takes_the_sellers_share_and_the_commission_back()
    {
        var refund = (await Client().RefundPaymentAsync(new RefundPaymentRequest
        {
            Key = new("refund-part"), PaymentId = Paid, Amount = Money.Eur(15m), Reason = PaymentRefundReason.ProductDefect,
            ReverseTransfer = true, RefundCommission = true, Metadata = new Dictionary<string, string> { ["return"] = "RET-7" },
        })).Value;

        Assert.Equal((Money.Eur(15m), RefundStatus.Pending), (refund.Amount, refund.Status));
        Assert.Equal((Money.Eur(15m), (Money?)null), (refund.TransferReversed, refund.CommissionRefunded));
        await MatchRequestAsync();
    }

    [Theory]
    [InlineData("refund-too-much", "AmountExceeded", "Amount")]
    [InlineData("refund-nothing-left", "AmountExceeded", "Amount")]
    [InlineData("refund-not-a-number", "Validation", "Amount")]
    [InlineData("refund-disputed", "InvalidTransition", null)]
    public async Task A_refund_that_cannot_be_is_refused(string key, string code, string? field)
    {
        var outcome = await Client().RefundPaymentAsync(new RefundPaymentRequest { Key = new(key), PaymentId = Paid, Amount = Money.Eur(70m) });

        Assert.Equal((code, field), (outcome.Refusal?.Code.Value, outcome.Refusal?.Field));
        await AssertKeysAsync(key, 1);
    }

    [Fact]
    public async Task A_refund_that_failed_later_is_found_with_its_reason()
    {
        var refund = await Client().FindRefundAsync(new("re_failed01"));

        Assert.Equal((RefundStatus.Failed, "lost_or_stolen_card", "pi_paid01"), (refund?.Status, refund?.FailureReason, refund?.PaymentId?.Value));
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_refund_that_Stripe_does_not_know_is_not_found() => Assert.Null(await Client().FindRefundAsync(new("re_none01")));

    [Theory]
    [InlineData("re_strange01", CommerceErrorKind.NotFound, 1)]
    [InlineData("re_down01", CommerceErrorKind.Unavailable, 3)]
    [InlineData("re_reset01", CommerceErrorKind.Unavailable, 3)]
    [InlineData("re_damaged01", CommerceErrorKind.Protocol, 1)]
    public async Task A_refund_that_cannot_be_looked_at_is_a_failure(string id, CommerceErrorKind kind, int requests)
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => Client().FindRefundAsync(new(id)));

        Assert.Equal((kind, "find-refund"), (failure.Kind, failure.Operation));
        AssertSent(id, requests);
    }
}
