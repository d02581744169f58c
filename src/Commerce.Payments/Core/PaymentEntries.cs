using Commerce.Payments.Accounting;

namespace Commerce.Payments;

/// <summary>Turns what became known of a payment into entries of the ledger. Pure functions.</summary>
internal static class PaymentEntries
{
    /// <summary>Gives the entries that lead from one record to the next, and the next one with what was booked.</summary>
    internal static (PaymentRecord After, IReadOnlyList<LedgerEntry> Entries) Between(PaymentRecord before, PaymentRecord after, DateTimeOffset at)
    {
        var entries = new List<LedgerEntry>();
        AddGrowth(entries, after, at, LedgerEntryKind.Authorization, before.Authorized, after.Authorized, Held(1));
        AddGrowth(entries, after, at, LedgerEntryKind.Capture, before.Captured, after.Captured, [(After(after), 1), (new(LedgerAccountKind.CustomerFunds), -1), .. Held(-1)]);
        AddGrowth(entries, after, at, LedgerEntryKind.Release, before.Released, after.Released, Held(-1));
        var later = Refunds(after, at);
        foreach (var dispute in after.Disputes.Where(static dispute => dispute.IsChargeback))
        {
            AddDispute(later, after, dispute, at);
        }

        later.RemoveAll(entry => after.Booked.Contains(entry.Key));
        entries.AddRange(later);
        return (later.Count == 0 ? after : after with { Booked = [.. after.Booked, .. later.Select(static entry => entry.Key)] }, entries);
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
    /// Gives the entries of refunds. One that was told before its capture, or before the failure of another, waits until the ledger can take it.
    /// </summary>
    private static List<LedgerEntry> Refunds(PaymentRecord record, DateTimeOffset at)
    {
        var attempts = record.Refunds
            .SelectMany(static refund => refund.FailedIds.Select(id => (Id: id, refund.Amount, IsReturned: true))
                .Concat(refund.GatewayId is { } current ? [(current, refund.Amount, refund.State == RefundState.Failed)] : []))
            .OrderByDescending(attempt => record.Booked.Contains(KeyOf(attempt.Id)));
        var entries = new List<LedgerEntry>();
        var refunded = Money.Zero(record.Amount.Currency);
        foreach (var (id, amount, isReturned) in attempts)
        {
            if (!record.Booked.Contains(KeyOf(id)) && refunded + amount > record.Captured)
            {
                continue;
            }

            entries.Add(Entry(record, KeyOf(id), LedgerEntryKind.Refund, at, amount, PaidBack(record, 1)) with { SourceId = id.Value });
            if (isReturned)
            {
                entries.Add(Entry(record, $"{KeyOf(id)}/returned", LedgerEntryKind.RefundReturned, at, amount, PaidBack(record, -1)) with { SourceId = id.Value });
            }
            else
            {
                refunded += amount;
            }
        }

        return entries;

        static string KeyOf(GatewayRefundId id) => $"refund/{id}";
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
