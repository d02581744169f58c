namespace Commerce.Payments;

/// <summary>A seller's account to create.</summary>
public sealed record CreateAccountRequest
{
    /// <summary>Gets the caller's name of this account, sent as the idempotency key.</summary>
    public required OperationKey Key { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the country, which can never change.</summary>
    public required CountryCode Country { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the e-mail address.</summary>
    public EmailAddress? Email { get; init; }

    /// <summary>Gets a value indicating whether the seller is a company, a person otherwise.</summary>
    public bool IsCompany { get; init; }

    /// <summary>Gets notes by name: at most 50, names to 40 and values to 500 characters, no personal data.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = PaymentGuard.Metadata(value); } =
        new Dictionary<string, string>();
}
