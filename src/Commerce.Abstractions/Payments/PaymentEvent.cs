namespace Commerce.Payments;

/// <summary>Something that a gateway pushed. Events come late, twice and out of order: apply a state only when it is newer.</summary>
public sealed record PaymentEvent
{
    /// <summary>Gets the gateway's key; keep it for 30 days and drop what comes again.</summary>
    public required string Id { get; init => field = Guard.Text(value, 200); }

    /// <summary>Gets what happened, in the gateway's word: <c>payment_intent.succeeded</c>.</summary>
    public required string Type { get; init => field = Guard.Text(value, 200); }

    /// <summary>Gets when.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets the seller's account that it is about; absent for the platform.</summary>
    public ConnectedAccountId? Account { get; init; }

    /// <summary>Gets the payment, when the event carries one.</summary>
    public Payment? Payment { get; init; }

    /// <summary>Gets the refund, when the event carries one.</summary>
    public Refund? Refund { get; init; }

    /// <summary>Gets the dispute, when the event carries one.</summary>
    public Dispute? Dispute { get; init; }

    /// <summary>Gets the payout, when the event carries one.</summary>
    public Payout? Payout { get; init; }

    /// <summary>Gets the event as it was received, for what has no place above. It may hold personal data.</summary>
    public required ReadOnlyMemory<byte> Raw { get; init; }
}
