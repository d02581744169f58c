namespace Commerce.Payments.Stripe;

/// <summary>A hosted checkout to open.</summary>
public sealed record StripeCheckoutRequest
{
    /// <summary>Gets the caller's name of this checkout, sent as the idempotency key.</summary>
    public required OperationKey Key { get; init; }

    /// <summary>Gets what is sold: 1 to 100 lines in one currency.</summary>
    public required IReadOnlyList<StripeCheckoutItem> Items { get; init; }

    /// <summary>Gets where the buyer comes to after paying; <c>{CHECKOUT_SESSION_ID}</c> in it becomes the key.</summary>
    /// <remarks>That the buyer came there proves no payment: read the checkout, or wait for its event.</remarks>
    public required string SuccessUrl { get; init; }

    /// <summary>Gets where the buyer comes to after giving up; without it the page offers no way back.</summary>
    public Uri? CancelUrl { get; init; }

    /// <summary>Gets when the money is taken.</summary>
    /// <value>The default is at once.</value>
    public CaptureMode Capture { get; init; }

    /// <summary>Gets the customer whose saved methods are offered.</summary>
    public GatewayCustomerId? Customer { get; init; }

    /// <summary>Gets the caller's own name of the order, which the checkout tells again: at most 200 characters, no personal data.</summary>
    public string? Reference { get; init; }

    /// <summary>Gets the split with a seller; <see langword="null"/> when the platform sells.</summary>
    public SellerSplit? Split { get; init; }

    /// <summary>Gets a name that groups it with transfers of one order.</summary>
    public string? Group { get; init; }

    /// <summary>Gets when it expires: 30 minutes to 24 hours from now.</summary>
    /// <value>24 hours when not given.</value>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Gets notes by name, which checkout and payment get: at most 50, names to 40 and values to 500 characters, no personal data.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets fields that have no place here, by Stripe's own names; a name that the client sends itself is refused.</summary>
    public IReadOnlyDictionary<string, string> VendorFields { get; init; } = new Dictionary<string, string>();
}
