namespace Commerce.Payments.Stripe;

/// <summary>Money to draw from the platform's bank account to its balance.</summary>
public sealed record StripeTopUpRequest
{
    /// <summary>Gets the caller's name of this top-up, sent as the idempotency key.</summary>
    public required OperationKey Key { get; init; }

    /// <summary>Gets the amount: more than zero, with the decimals of its currency.</summary>
    public required Money Amount
    {
        get;
        init => field = value.Amount > 0 && value.Round() == value
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Amount), value.ToString(), $"Amount is {value}: give more than zero, rounded to the currency's decimals.");
    }

    /// <summary>Gets the platform's own words about it.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the words on the bank's statement; at most 15 characters.</summary>
    public string? StatementText
    {
        get;
        init => field = value is null or { Length: <= 15 } ? value : throw new ArgumentException($"StatementText has {value.Length} characters: give at most 15.", nameof(StatementText));
    }

    /// <summary>Gets the name that groups it with the transfers of one order.</summary>
    public string? Group { get; init; }

    /// <summary>Gets fields that have no place here, by Stripe's own names: <c>source</c>, <c>metadata[batch]</c>; a name that the client sends itself is refused.</summary>
    public IReadOnlyDictionary<string, string> VendorFields { get; init; } = new Dictionary<string, string>();
}
