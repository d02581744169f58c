namespace Commerce.Payments;

/// <summary>A payment method to save, without a payment.</summary>
public sealed record CreateMethodSetupRequest
{
    /// <summary>Gets the caller's name of this step, sent as the idempotency key.</summary>
    public required OperationKey Key { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the customer with whom it is saved.</summary>
    public GatewayCustomerId? Customer { get; init; }

    /// <summary>Gets the method; without one the setup waits for the browser to give it.</summary>
    public PaymentMethodToken? Method { get; init; }

    /// <summary>Gets a value indicating whether it is confirmed in the same call; needs <see cref="Method"/>.</summary>
    public bool Confirm { get; init; }

    /// <summary>Gets a value indicating whether the method will be used without the buyer, who agreed to it.</summary>
    /// <value>The default is true.</value>
    public bool ForOffSession { get; init; } = true;

    /// <summary>Gets where the buyer comes back to after a redirect; without it no method that redirects is used.</summary>
    public Uri? ReturnUrl { get; init; }

    /// <summary>Gets the seller on whose account it is; the client's own account when not given.</summary>
    public ConnectedAccountId? Seller { get; init; }

    /// <summary>Gets notes by name: at most 50, names to 40 and values to 500 characters, no personal data.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = PaymentGuard.Metadata(value); } =
        new Dictionary<string, string>();

    /// <summary>Gets fields that have no place here, by the gateway's own names; a name that the client sends itself is refused.</summary>
    public IReadOnlyDictionary<string, string> VendorFields { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();
}
