namespace Commerce.Payments;

/// <summary>Spreads a refund of an order over its payments. Pure.</summary>
public static class RefundAllocation
{
    /// <summary>Takes the oldest payment first.</summary>
    /// <param name="payments">The payments of the order.</param>
    /// <param name="amount">How much is paid back, above zero.</param>
    /// <returns>How much of which payment, or <see cref="RefusalCode.AmountExceeded"/> when less than that is left of all.</returns>
    public static Outcome<IReadOnlyList<KeyValuePair<PaymentId, Money>>> Over(IReadOnlyList<PaymentRecord> payments, Money amount)
    {
        ArgumentNullException.ThrowIfNull(payments);
        var parts = new List<KeyValuePair<PaymentId, Money>>();
        var left = amount;
        foreach (var payment in payments.Where(payment => payment.Amount.Currency == amount.Currency).OrderBy(static payment => payment.CreatedAt))
        {
            var part = payment.Refundable < left ? payment.Refundable : left;
            if (part.Amount > 0)
            {
                parts.Add(KeyValuePair.Create(payment.Id, part));
                left -= part;
            }
        }

        return left.IsZero && amount.Amount > 0
            ? Outcome.Of<IReadOnlyList<KeyValuePair<PaymentId, Money>>>(parts)
            : Outcome.Refused<IReadOnlyList<KeyValuePair<PaymentId, Money>>>(
                amount.Amount > 0 ? RefusalCode.AmountExceeded : RefusalCode.Validation, $"Amount is {amount} and only {amount - left} is left of the order's payments.", nameof(amount));
    }
}
