namespace Commerce.Payments;

/// <summary>Changes to a seller's account. What is not given stays.</summary>
public sealed record UpdateAccountRequest
{
    /// <summary>Gets the caller's name of this step, sent as the idempotency key.</summary>
    public required OperationKey Key { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the account.</summary>
    public required ConnectedAccountId AccountId { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the e-mail address.</summary>
    public EmailAddress? Email { get; init; }

    /// <summary>Gets what the seller is in law; only until it was verified.</summary>
    public BusinessType? BusinessType { get; init; }

    /// <summary>Gets what the account asks to be allowed besides what it has; at most 50.</summary>
    public IReadOnlyList<AccountCapability> Capabilities
    {
        get;
        init => field = value is null || value.Count > 0 ? Guard.NotEmpty(value, 50) : value;
    } = [];

    /// <summary>Gets when it is paid out.</summary>
    public PayoutSchedule? Payouts { get; init; }

    /// <summary>Gets notes by name: at most 50, names to 40 and values to 500 characters, no personal data.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = PaymentGuard.Metadata(value); } =
        new Dictionary<string, string>();

    /// <summary>Gets fields that have no place here, by the gateway's own names; a name that the client sends itself is refused.</summary>
    public IReadOnlyDictionary<string, string> VendorFields { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();
}
