namespace Commerce.Payments;

/// <summary>Something that a gateway pushed or lists. Events come late, twice and out of order: apply a state only when it is newer.</summary>
/// <remarks>
/// Switch on the kind: <see cref="PaymentChanged"/>, <see cref="RefundChanged"/>, <see cref="DisputeChanged"/>,
/// <see cref="PayoutChanged"/>, <see cref="TransferChanged"/>, <see cref="AccountChanged"/>,
/// <see cref="MethodSetupChanged"/>, and <see cref="UnknownEvent"/> for everything else. Later versions add kinds: keep a
/// default branch.
/// </remarks>
public abstract record PaymentEvent
{
    private protected PaymentEvent()
    {
    }

    /// <summary>Gets the gateway's key; keep it for 30 days and drop what comes again.</summary>
    public required string Id { get; init => field = Guard.Text(value, 200); }

    /// <summary>Gets what happened, in the gateway's word: <c>payment_intent.succeeded</c>.</summary>
    public required string Type { get; init => field = Guard.Text(value, 200); }

    /// <summary>Gets when.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets the seller's account on which it happened; absent for the platform.</summary>
    public ConnectedAccountId? Account { get; init; }

    /// <summary>Gets the event as it was received, for what has no place elsewhere. It may hold personal data.</summary>
    public required ReadOnlyMemory<byte> Raw { get; init; }
}
