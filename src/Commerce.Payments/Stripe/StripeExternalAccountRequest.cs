namespace Commerce.Payments.Stripe;

/// <summary>A bank account or a debit card to add to a seller's account.</summary>
public sealed record StripeExternalAccountRequest
{
    /// <summary>Gets the caller's name of this step, sent as the idempotency key.</summary>
    public required OperationKey Key { get; init; }

    /// <summary>Gets the seller's account.</summary>
    public required ConnectedAccountId AccountId { get; init; }

    /// <summary>Gets the token that stands for it, made in the seller's browser: <c>btok_…</c> or <c>tok_…</c>.</summary>
    public required Secret Token
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    }

    /// <summary>Gets a value indicating whether money of its currency is paid out to it from now on; the first one is used anyway.</summary>
    public bool IsDefaultForCurrency { get; init; }
}
