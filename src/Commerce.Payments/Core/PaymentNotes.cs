namespace Commerce.Payments;

/// <summary>The notes that the platform leaves with what it makes at a gateway, to know it again.</summary>
internal static class PaymentNotes
{
    internal const string PaymentId = "payment_id";
    internal const string OrderId = "order_id";
    internal const string RefundKey = "refund_key";
    internal const string PayoutKey = "payout_key";
}
