namespace Commerce.Payments.Stripe;

/// <summary>A bank account or a debit card that a seller is paid out to. Holder and numbers are personal data and not read.</summary>
public sealed record StripeExternalAccount
{
    /// <summary>Gets Stripe's key: <c>ba_…</c> or <c>card_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets a value indicating whether it is a card; a bank account otherwise.</summary>
    public bool IsCard { get; init; }

    /// <summary>Gets the bank's name, of a bank account.</summary>
    public string? BankName { get; init; }

    /// <summary>Gets the brand, of a card.</summary>
    public string? CardBrand { get; init; }

    /// <summary>Gets the last four digits.</summary>
    public string? Last4 { get; init; }

    /// <summary>Gets the country, two letters.</summary>
    public string? Country { get; init; }

    /// <summary>Gets the currency that is paid out to it.</summary>
    public Currency? Currency { get; init; }

    /// <summary>Gets where its check is, in Stripe's word: <c>new</c>, <c>verified</c>, <c>errored</c>; payouts stop at an errored one. Bank accounts only.</summary>
    public string? Status { get; init; }

    /// <summary>Gets a value indicating whether money of its currency is paid out to it.</summary>
    public bool IsDefaultForCurrency { get; init; }

    /// <summary>Gets the notes by name.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets the id that Stripe's support asks for.</summary>
    public string? RequestId { get; init; }
}
