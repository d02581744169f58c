namespace Commerce.Payments;

/// <summary>Money to pay back.</summary>
public sealed record NewRefund
{
    /// <summary>Gets the payment.</summary>
    public required PaymentId PaymentId { get; init; }

    /// <summary>
    /// Gets the platform's name of the refund, 1 to 200 characters without personal data. Two equal refunds of a payment have two names; the same name
    /// again is the same refund.
    /// </summary>
    public required string Key
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value, nameof(Key));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value.Length, 200, nameof(Key));
            field = value;
        }
    }

    /// <summary>Gets how much; everything that is left when not given.</summary>
    public Money? Amount { get; init; }

    /// <summary>Gets why.</summary>
    public PaymentRefundReason? Reason { get; init; }

    /// <summary>Gets a value indicating whether the seller's share is taken back in proportion.</summary>
    public bool ReverseTransfer { get; init; }

    /// <summary>Gets a value indicating whether the commission is given back in proportion.</summary>
    public bool RefundCommission { get; init; }

    /// <summary>Gets who asks; an id of staff or of a system, no personal data.</summary>
    public string? RequestedBy { get; init; }
}
