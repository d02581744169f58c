namespace Commerce.Payments;

/// <summary>A declined payment: an expected "no" with what to do about it.</summary>
public sealed record Decline : Refusal
{
    /// <summary>Creates a decline.</summary>
    /// <param name="reason">Why, in common words.</param>
    /// <param name="message">What happened, for staff.</param>
    public Decline(DeclineReason reason, string message)
        : base(RefusalCode.PaymentDeclined, message) => Reason = Guard.NotDefault(reason, nameof(reason));

    /// <summary>Gets why, in common words.</summary>
    public DeclineReason Reason { get; }

    /// <summary>Gets what may be tried next.</summary>
    public required DeclineAdvice Advice { get; init; }

    /// <summary>Gets what to tell the buyer, in English; it never tells of loss, theft or suspicion.</summary>
    public required string BuyerMessage { get; init => field = Guard.Text(value, 300); }

    /// <summary>Gets the payment that was declined, when the gateway made one.</summary>
    public GatewayPaymentId? PaymentId { get; init; }
}
