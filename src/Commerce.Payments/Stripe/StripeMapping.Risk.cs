using Commerce.Payments.Stripe.Wire;

namespace Commerce.Payments.Stripe;

/// <summary>Warnings of fraud, reviews and charges.</summary>
internal static partial class StripeMapping
{
    internal static StripeFraudWarning FromWarning(StripeFraudWarningWire warning, string? requestId, ConnectedAccountId? seller) => new()
    {
        Id = new StripeFraudWarningId(Needed(warning.Id, "id")),
        ChargeId = Needed(warning.Charge, "charge"),
        PaymentId = warning.PaymentIntent is { } payment ? new GatewayPaymentId(payment) : null,
        FraudType = Needed(warning.FraudType, "fraud_type"),
        IsActionable = warning.Actionable,
        CreatedAt = DateTimeOffset.FromUnixTimeSeconds(warning.Created),
        Seller = seller,
        RequestId = requestId,
    };

    internal static StripeReview FromReview(StripeReviewWire review, string? requestId, ConnectedAccountId? seller) => new()
    {
        Id = new StripeReviewId(Needed(review.Id, "id")),
        IsOpen = review.Open,
        Reason = Needed(review.Reason, "reason"),
        OpenedReason = review.OpenedReason,
        ClosedReason = review.ClosedReason,
        ChargeId = review.Charge,
        PaymentId = review.PaymentIntent is { } payment ? new GatewayPaymentId(payment) : null,
        CreatedAt = DateTimeOffset.FromUnixTimeSeconds(review.Created),
        Seller = seller,
        RequestId = requestId,
    };

    internal static StripeChargeDetails FromCharge(StripeChargeWire charge, string? requestId, ConnectedAccountId? seller)
    {
        var currency = Needed(charge.Currency, "currency");
        var booked = charge.BalanceTransaction;
        return new StripeChargeDetails
        {
            Id = Needed(charge.Id, "id"),
            PaymentId = charge.PaymentIntent is { } payment ? new GatewayPaymentId(payment) : null,
            Status = Needed(charge.Status, "status"),
            Amount = StripeMoney.Read(charge.Amount, currency),
            Captured = StripeMoney.Read(charge.AmountCaptured ?? 0, currency),
            Refunded = StripeMoney.Read(charge.AmountRefunded ?? 0, currency),
            IsDisputed = charge.Disputed,
            OutcomeType = charge.Outcome?.Type,
            NetworkStatus = charge.Outcome?.NetworkStatus,
            OutcomeReason = charge.Outcome?.Reason,
            RiskLevel = charge.Outcome?.RiskLevel,
            RiskScore = charge.Outcome?.RiskScore,
            FailureCode = charge.FailureCode,
            Commission = charge.ApplicationFeeAmount is { } commission ? StripeMoney.Read(commission, currency) : null,
            CommissionId = charge.ApplicationFee is { } fee ? new CommissionId(fee) : null,
            TransferId = charge.Transfer is { } transfer ? new TransferId(transfer) : null,
            Fee = booked?.Fee is { } taken ? StripeMoney.Read(taken, booked.Currency) : null,
            Net = booked?.Net is { } left ? StripeMoney.Read(left, booked.Currency) : null,
            MovementId = booked?.Id,
            CreatedAt = DateTimeOffset.FromUnixTimeSeconds(charge.Created),
            Seller = seller,
            Metadata = charge.Metadata ?? [],
            RequestId = requestId,
        };
    }
}
