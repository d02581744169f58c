using Commerce.Payments.Accounting;

namespace Commerce.Payments.Payouts;

/// <summary>Turns what merchants are owed and paid into entries of the ledger. Pure functions.</summary>
internal static class SettlementEntries
{
    private static readonly LedgerAccount Funds = new(LedgerAccountKind.CustomerFunds);
    private static readonly LedgerAccount Commission = new(LedgerAccountKind.CommissionIncome);
    private static readonly LedgerAccount Fees = new(LedgerAccountKind.FeeIncome);
    private static readonly LedgerAccount Tax = new(LedgerAccountKind.CommissionTax);

    internal static IReadOnlyList<LedgerEntry> Of(SaleAccrual sale, string gateway, DateTimeOffset at)
    {
        var (statement, owed) = (sale.Statement, LedgerAccount.Payable(sale.Merchant));
        return
        [
            .. Entry($"sale/{sale.Key}", LedgerEntryKind.Sale, sale.Merchant, sale.OrderId, at,
                (Funds, statement.Gross), (owed, -statement.Net), (Commission, -statement.Commission), (Fees, -statement.Fees), (Tax, -statement.Tax)),
            .. sale.Transferred is { } moved ? Transfer($"sale/{sale.Key}/transfer", sale.Merchant, gateway, moved, at) : [],
        ];
    }

    internal static IReadOnlyList<LedgerEntry> Of(RefundAccrual refund, string gateway, DateTimeOffset at)
    {
        var owed = LedgerAccount.Payable(refund.Merchant);
        Money Sum(Func<Commissions.CommissionReturn, Money> part) => refund.Returns.Select(part).Aggregate(static (left, right) => left + right);
        return
        [
            .. Entry($"sale-returned/{refund.Key}", LedgerEntryKind.SaleReturned, refund.Merchant, refund.OrderId, at,
                (Funds, -Sum(static part => part.Refund)), (owed, Sum(static part => part.Net)), (Commission, Sum(static part => part.Commission)),
                (Fees, Sum(static part => part.Fees)), (Tax, Sum(static part => part.Tax))),
            .. refund.TransferReversed is { } back
                ? Entry($"sale-returned/{refund.Key}/transfer", LedgerEntryKind.TransferReversed, refund.Merchant, refund.OrderId, at,
                    (new(LedgerAccountKind.GatewayBalance, gateway), back), (LedgerAccount.AtGateway(refund.Merchant), -back))
                : [],
        ];
    }

    internal static IReadOnlyList<LedgerEntry> Adjustment(string key, TenantId merchant, Money amount, LedgerAccount against, DateTimeOffset at) =>
        Entry($"adjustment/{key}", LedgerEntryKind.Adjustment, merchant, null, at, (LedgerAccount.Payable(merchant), -amount), (against, amount));

    internal static IReadOnlyList<LedgerEntry> Transfer(string key, TenantId merchant, string gateway, Money amount, DateTimeOffset at, string? sourceId = null) =>
        [.. Entry(key, LedgerEntryKind.Transfer, merchant, null, at, (LedgerAccount.AtGateway(merchant), amount), (new(LedgerAccountKind.GatewayBalance, gateway), -amount))
            .Select(entry => entry with { SourceId = sourceId })];

    internal static IReadOnlyList<LedgerEntry> Sent(MerchantPayout payout, DateTimeOffset at) => Paid(payout, $"payout/{payout.Name}", LedgerEntryKind.Payout, payout.Amount, at);

    internal static IReadOnlyList<LedgerEntry> Returned(MerchantPayout payout, DateTimeOffset at) =>
        Paid(payout, $"payout/{payout.Name}/returned", LedgerEntryKind.PayoutReturned, -payout.Amount, at);

    private static IReadOnlyList<LedgerEntry> Paid(MerchantPayout payout, string key, LedgerEntryKind kind, Money amount, DateTimeOffset at) =>
        [.. Entry(key, kind, payout.Merchant, null, at, (LedgerAccount.Payable(payout.Merchant), amount), (LedgerAccount.AtGateway(payout.Merchant), -amount))
            .Select(entry => entry with { SourceId = payout.PayoutId?.Value })];

    /// <summary>Makes an entry of the sides that are not zero; none when all are.</summary>
    private static IReadOnlyList<LedgerEntry> Entry(
        string key, LedgerEntryKind kind, TenantId merchant, OrderId? order, DateTimeOffset at, params ReadOnlySpan<(LedgerAccount Account, Money Amount)> sides)
    {
        var lines = new List<LedgerLine>(sides.Length);
        foreach (var (account, amount) in sides)
        {
            if (!amount.IsZero)
            {
                lines.Add(new LedgerLine(account, amount));
            }
        }

        return lines.Count == 0 ? [] : [new LedgerEntry { Key = key, Kind = kind, At = at, Merchant = merchant, OrderId = order, Lines = lines }];
    }
}
