namespace Commerce.Payments.Accounting;

/// <summary>One account of the ledger; it holds every currency apart.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Owner">Whose it is, where the kind has owners: a merchant's id, a gateway account's name; empty otherwise.</param>
public readonly record struct LedgerAccount(LedgerAccountKind Kind, string Owner = "")
{
    /// <summary>Names what the platform owes a merchant.</summary>
    /// <param name="merchant">The merchant.</param>
    /// <returns>The account.</returns>
    public static LedgerAccount Payable(TenantId merchant) => new(LedgerAccountKind.MerchantPayable, merchant.ToString());

    /// <summary>Names a merchant's account at the gateway.</summary>
    /// <param name="merchant">The merchant.</param>
    /// <returns>The account.</returns>
    public static LedgerAccount AtGateway(TenantId merchant) => new(LedgerAccountKind.MerchantAccount, merchant.ToString());

    /// <inheritdoc/>
    public override string ToString() => string.IsNullOrEmpty(Owner) ? Kind.Value : $"{Kind}:{Owner}";
}
