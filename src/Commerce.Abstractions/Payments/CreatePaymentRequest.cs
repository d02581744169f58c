namespace Commerce.Payments;

/// <summary>A payment to create.</summary>
public sealed record CreatePaymentRequest
{
    /// <summary>Gets the caller's name of this payment, sent as the idempotency key.</summary>
    public required OperationKey Key { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the amount, above zero, with at most the decimals of its currency.</summary>
    public required Money Amount { get; init => field = PaymentGuard.Amount(value); }

    /// <summary>Gets the payment method; without one the payment waits for the browser to give it.</summary>
    public PaymentMethodToken? Method { get; init; }

    /// <summary>Gets when the money is taken.</summary>
    /// <value>The default is at once.</value>
    public CaptureMode Capture { get; init; }

    /// <summary>Gets a value indicating whether the payment is confirmed in the same call; needs <see cref="Method"/>.</summary>
    public bool Confirm { get; init; }

    /// <summary>Gets a value indicating whether the buyer is absent, so that they cannot authenticate.</summary>
    public bool IsOffSession { get; init; }

    /// <summary>Gets where the buyer comes back to after a redirect; without it no method that redirects is used.</summary>
    public Uri? ReturnUrl { get; init; }

    /// <summary>Gets the customer whose saved method is used.</summary>
    public GatewayCustomerId? Customer { get; init; }

    /// <summary>Gets what is shown to staff; at most 500 characters, no personal data.</summary>
    public string? Description { get; init => field = Guard.OptionalText(value, 500); }

    /// <summary>Gets the words on the buyer's statement; at most 22 characters.</summary>
    public string? StatementText { get; init => field = Guard.OptionalText(value, 22); }

    /// <summary>Gets the split with a seller; <see langword="null"/> when the platform sells.</summary>
    public SellerSplit? Split { get; init; }

    /// <summary>Gets notes by name: at most 50, names to 40 and values to 500 characters, no personal data.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = PaymentGuard.Metadata(value); } =
        new Dictionary<string, string>();

    /// <summary>Gets whether the method is saved with <see cref="Customer"/> for later payments.</summary>
    /// <value>The default is no.</value>
    public SaveMethod SaveMethod { get; init; }

    /// <summary>Gets a name that groups it with transfers of one order; at most 100 characters.</summary>
    public string? Group { get; init => field = Guard.OptionalText(value, 100); }

    /// <summary>Gets fields that have no place here, by the gateway's own names; a name that the client sends itself is refused.</summary>
    public IReadOnlyDictionary<string, string> VendorFields { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();
}
