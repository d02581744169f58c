namespace Commerce.Payments.Stripe;

/// <summary>A session to open for a seller.</summary>
public sealed record StripeAccountSessionRequest
{
    /// <summary>Gets the account.</summary>
    public required ConnectedAccountId AccountId { get; init; }

    /// <summary>Gets the components to show, in Stripe's words: <c>account_onboarding</c>, <c>payouts</c>, <c>balances</c>; at least one.</summary>
    public required IReadOnlyList<string> Components
    {
        get;
        init => field = value is { Count: > 0 } ? value : throw new ArgumentException("Components is empty: name at least one.", nameof(Components));
    }

    /// <summary>Gets fields that have no place here, by Stripe's own names: what a component may do; a name that the client sends itself is refused.</summary>
    public IReadOnlyDictionary<string, string> VendorFields { get; init; } = new Dictionary<string, string>();
}
