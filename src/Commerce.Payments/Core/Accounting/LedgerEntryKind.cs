using System.Text.Json.Serialization;

namespace Commerce.Payments.Accounting;

/// <summary>What an entry of the ledger records. A platform may add kinds of its own.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<LedgerEntryKind>))]
public readonly record struct LedgerEntryKind(string Value) : IOpenEnum<LedgerEntryKind>
{
    /// <summary>Gets: money is held on the buyer's card. It raises <see cref="PaymentTotals.Authorized"/>.</summary>
    public static LedgerEntryKind Authorization { get; } = new("authorization");

    /// <summary>Gets: held money was let go.</summary>
    public static LedgerEntryKind Release { get; } = new("release");

    /// <summary>Gets: money was taken. It raises <see cref="PaymentTotals.Captured"/>.</summary>
    public static LedgerEntryKind Capture { get; } = new("capture");

    /// <summary>Gets: money was paid back. It raises <see cref="PaymentTotals.Refunded"/>.</summary>
    public static LedgerEntryKind Refund { get; } = new("refund");

    /// <summary>Gets: a refund failed and its money came back. It lowers <see cref="PaymentTotals.Refunded"/>.</summary>
    public static LedgerEntryKind RefundReturned { get; } = new("refund_returned");

    /// <summary>Gets: a fee of the gateway.</summary>
    public static LedgerEntryKind ProcessingFee { get; } = new("processing_fee");

    /// <summary>Gets: a bank took money back for a dispute.</summary>
    public static LedgerEntryKind DisputeOpened { get; } = new("dispute_opened");

    /// <summary>Gets: a dispute was won and the money came back.</summary>
    public static LedgerEntryKind DisputeWon { get; } = new("dispute_won");

    /// <summary>Gets: a dispute was lost.</summary>
    public static LedgerEntryKind DisputeLost { get; } = new("dispute_lost");

    /// <summary>Gets: captured money became a merchant's, less commission and fees.</summary>
    public static LedgerEntryKind Sale { get; } = new("sale");

    /// <summary>Gets: a sale was undone in full or in part.</summary>
    public static LedgerEntryKind SaleReturned { get; } = new("sale_returned");

    /// <summary>Gets: money moved to a merchant's account at the gateway.</summary>
    public static LedgerEntryKind Transfer { get; } = new("transfer");

    /// <summary>Gets: money came back from a merchant's account at the gateway.</summary>
    public static LedgerEntryKind TransferReversed { get; } = new("transfer_reversed");

    /// <summary>Gets: a merchant was paid out.</summary>
    public static LedgerEntryKind Payout { get; } = new("payout");

    /// <summary>Gets: a payout failed and its money came back.</summary>
    public static LedgerEntryKind PayoutReturned { get; } = new("payout_returned");

    /// <summary>Gets: anything else that is owed or forgiven, such as a subscription of a merchant.</summary>
    public static LedgerEntryKind Adjustment { get; } = new("adjustment");

    /// <inheritdoc/>
    public static LedgerEntryKind From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
