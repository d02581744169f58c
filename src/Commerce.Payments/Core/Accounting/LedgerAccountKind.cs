using System.Text.Json.Serialization;

namespace Commerce.Payments.Accounting;

/// <summary>What an account of the ledger holds. A platform may add kinds of its own.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<LedgerAccountKind>))]
public readonly record struct LedgerAccountKind(string Value) : IOpenEnum<LedgerAccountKind>
{
    /// <summary>Gets: the platform's money at the gateway. Owner: the gateway account.</summary>
    public static LedgerAccountKind GatewayBalance { get; } = new("gateway_balance");

    /// <summary>Gets: money on a merchant's own account at the gateway, on its way to the bank. Owner: the merchant.</summary>
    public static LedgerAccountKind MerchantAccount { get; } = new("merchant_account");

    /// <summary>Gets: buyers' money that is nobody's income yet.</summary>
    public static LedgerAccountKind CustomerFunds { get; } = new("customer_funds");

    /// <summary>Gets: what the platform owes a merchant; a debit balance is what the merchant owes. Owner: the merchant.</summary>
    public static LedgerAccountKind MerchantPayable { get; } = new("merchant_payable");

    /// <summary>Gets: commission kept of merchants' sales.</summary>
    public static LedgerAccountKind CommissionIncome { get; } = new("commission_income");

    /// <summary>Gets: tax on commission, owed to the state.</summary>
    public static LedgerAccountKind CommissionTax { get; } = new("commission_tax");

    /// <summary>Gets: transaction and order fees kept of merchants' sales.</summary>
    public static LedgerAccountKind FeeIncome { get; } = new("fee_income");

    /// <summary>Gets: what the gateway charges the platform.</summary>
    public static LedgerAccountKind ProcessingFees { get; } = new("processing_fees");

    /// <summary>Gets: money that a bank took back and that is not decided yet.</summary>
    public static LedgerAccountKind OpenDisputes { get; } = new("open_disputes");

    /// <summary>Gets: money lost in disputes.</summary>
    public static LedgerAccountKind DisputeLosses { get; } = new("dispute_losses");

    /// <summary>Gets: credit that buyers can spend in the shop.</summary>
    public static LedgerAccountKind StoreCredit { get; } = new("store_credit");

    /// <summary>Gets: money held on buyers' cards, for the record only.</summary>
    public static LedgerAccountKind Held { get; } = new("held");

    /// <summary>Gets: the other side of <see cref="Held"/>.</summary>
    public static LedgerAccountKind HeldForBuyers { get; } = new("held_for_buyers");

    /// <inheritdoc/>
    public static LedgerAccountKind From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
