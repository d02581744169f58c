using Commerce.Payments.Accounting;

namespace Commerce.Payments;

/// <summary>Turns what became known of a payment into entries of the ledger. Pure functions.</summary>
internal static class PaymentEntries
{
    /// <summary>Gives the entries that lead from one record to the next.</summary>
    internal static IReadOnlyList<LedgerEntry> Between(PaymentRecord before, PaymentRecord after, DateTimeOffset at)
    {
        var entries = new List<LedgerEntry>();
        AddGrowth(entries, after, at, LedgerEntryKind.Authorization, before.Authorized, after.Authorized, Held(1));
        AddGrowth(entries, after, at, LedgerEntryKind.Capture, before.Captured, after.Captured, [(After(after), 1), (new(LedgerAccountKind.CustomerFunds), -1), .. Held(-1)]);
        AddGrowth(entries, after, at, LedgerEntryKind.Release, before.Released, after.Released, Held(-1));
        var known = Later(before, at).Select(static entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        entries.AddRange(Later(after, at).Where(entry => !known.Contains(entry.Key)));
        return entries;
    }

    private static LedgerAccount After(PaymentRecord record) => new(LedgerAccountKind.GatewayBalance, record.Seller?.Value ?? record.Account);

    private static (LedgerAccount Account, int Sign)[] Held(int sign) => [(new(LedgerAccountKind.Held), sign), (new(LedgerAccountKind.HeldForBuyers), -sign)];

    private static void AddGrowth(
        List<LedgerEntry> entries, PaymentRecord record, DateTimeOffset at, LedgerEntryKind kind, Money before, Money after, (LedgerAccount Account, int Sign)[] sides)
    {
        if (after > before)
        {
            entries.Add(Entry(record, $"payment/{record.Id}/{kind}/{after}", kind, at, after - before, sides) with { SourceId = record.ChargeId });
        }
    }

    /// <summary>
    /// Gives the entries of refunds and disputes that a record implies. A refund that was told before its capture waits until the capture is known.
    /// </summary>
    private static List<LedgerEntry> Later(PaymentRecord record, DateTimeOffset at)
    {
        var entries = new List<LedgerEntry>();
        var refunded = Money.Zero(record.Amount.Currency);
        foreach (var refund in record.Refunds)
        {
            foreach (var (id, isReturned) in refund.FailedIds.Select(static id => (id, true))
                .Concat(refund.GatewayId is { } current ? [(current, refund.State == RefundState.Failed)] : []))
            {
                if (refunded + refund.Amount > record.Captured)
                {
                    continue;
                }

                var key = $"refund/{id}";
                entries.Add(Entry(record, key, LedgerEntryKind.Refund, at, refund.Amount, PaidBack(record, 1)) with { SourceId = id.Value });
                if (isReturned)
                {
                    entries.Add(Entry(record, $"{key}/returned", LedgerEntryKind.RefundReturned, at, refund.Amount, PaidBack(record, -1)) with { SourceId = id.Value });
                }
                else
                {
                    refunded += refund.Amount;
                }
            }
        }

        foreach (var dispute in record.Disputes.Where(static dispute => dispute.IsChargeback))
        {
            AddDispute(entries, record, dispute, at);
        }

        return entries;
    }

    private static void AddDispute(List<LedgerEntry> entries, PaymentRecord record, DisputeRecord dispute, DateTimeOffset at)
    {
        var (open, balance) = (new LedgerAccount(LedgerAccountKind.OpenDisputes), After(record));
        Add("opened", LedgerEntryKind.DisputeOpened, [(open, 1), (balance, -1)]);
        if (dispute.State == DisputeState.Won)
        {
            Add("won", LedgerEntryKind.DisputeWon, [(balance, 1), (open, -1)]);
        }
        else if (!dispute.IsOpen)
        {
            Add("lost", LedgerEntryKind.DisputeLost, [(new LedgerAccount(LedgerAccountKind.DisputeLosses), 1), (open, -1)]);
        }

        void Add(string name, LedgerEntryKind kind, (LedgerAccount Account, int Sign)[] sides) =>
            entries.Add(Entry(record, $"dispute/{dispute.Id}/{name}", kind, at, dispute.Amount, sides) with { SourceId = dispute.Id.Value });
    }

    private static (LedgerAccount Account, int Sign)[] PaidBack(PaymentRecord record, int sign) =>
        [(new(LedgerAccountKind.CustomerFunds), sign), (After(record), -sign)];

    private static LedgerEntry Entry(
        PaymentRecord record, string key, LedgerEntryKind kind, DateTimeOffset at, Money amount, (LedgerAccount Account, int Sign)[] sides) => new()
        {
            Key = key,
            Kind = kind,
            At = at,
            PaymentId = record.Id,
            OrderId = record.OrderId,
            Lines = [.. sides.Select(side => new LedgerLine(side.Account, amount * side.Sign))],
        };
}
