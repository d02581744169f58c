namespace Commerce.Payments.Accounting;

/// <summary>What every ledger checks before it keeps an entry, whatever it is kept in. Pure functions.</summary>
public static class LedgerRules
{
    /// <summary>Checks one entry by itself: named, at least two lines, none of nothing, and balanced in each currency.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>What is wrong, or <see langword="null"/>.</returns>
    public static Refusal? Check(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (string.IsNullOrWhiteSpace(entry.Key) || entry.Key.Length > 200)
        {
            return Wrong(nameof(entry.Key), $"Key is {(string.IsNullOrWhiteSpace(entry.Key) ? "empty" : $"{entry.Key.Length} characters long")}: give 1 to 200 characters that name the fact.");
        }

        if (entry.Lines is not { Count: >= 2 } || entry.Lines.Any(static line => line.Amount.IsZero || string.IsNullOrEmpty(line.Account.Kind.Value)))
        {
            return Wrong(nameof(entry.Lines), $"The lines of {entry.Key} are fewer than two, or one has no account or no amount: leave lines of nothing out.");
        }

        foreach (var currency in entry.Lines.GroupBy(static line => line.Amount.Currency))
        {
            var sum = currency.Total(currency.Key, static line => line.Amount);
            if (!sum.IsZero)
            {
                return Wrong(nameof(entry.Lines), $"The lines of {entry.Key} sum to {sum}: debits and credits must be equal.");
            }
        }

        return null;
    }

    /// <summary>Tells whether entries of a kind change a payment's totals: authorisations, captures, refunds and refunds that came back.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>True when they do.</returns>
    public static bool ChangesTotals(LedgerEntryKind kind) => kind.Value is "authorization" or "capture" or "refund" or "refund_returned";

    /// <summary>Says what a payment's totals are after an entry that changes them.</summary>
    /// <param name="totals">The totals before; <see langword="null"/> for a payment of which nothing is known.</param>
    /// <param name="entry">A balanced entry of a kind that changes totals.</param>
    /// <returns>The totals, or a refusal when more would be refunded than captured or more captured than authorised.</returns>
    public static Outcome<PaymentTotals> Apply(PaymentTotals? totals, LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var before = totals ?? PaymentTotals.None(entry.Lines[0].Amount.Currency);
        var (authorized, captured, refunded) = Change(entry);

        if (authorized.Currency != before.Authorized.Currency)
        {
            return Outcome.Refused<PaymentTotals>(
                RefusalCode.Validation, $"{entry.Key} is in {authorized.Currency} and the payment in {before.Authorized.Currency}: convert it first.", nameof(entry.Lines));
        }

        var after = new PaymentTotals(before.Authorized + authorized, before.Captured + captured, before.Refunded + refunded);
        var zero = Money.Zero(after.Refunded.Currency);
        return after switch
        {
            _ when after.Captured > after.Authorized => Exceeded(entry, $"{after.Captured} would be captured of {after.Authorized} authorised."),
            _ when after.Refunded > after.Captured => Exceeded(
                entry, $"{after.Refunded} would be refunded of {after.Captured} captured: only {before.Captured - before.Refunded} is left."),
            _ when after.Refunded < zero => Exceeded(entry, $"{-refunded} would come back of {before.Refunded} refunded."),
            _ => Outcome.Of(after),
        };
    }

    private static (Money Authorized, Money Captured, Money Refunded) Change(LedgerEntry entry)
    {
        var zero = Money.Zero(entry.Lines[0].Amount.Currency);
        return entry.Kind.Value switch
        {
            "authorization" => (Sum(entry, LedgerAccountKind.Held), zero, zero),
            "capture" => (zero, -Sum(entry, LedgerAccountKind.CustomerFunds), zero),
            _ => (zero, zero, Sum(entry, LedgerAccountKind.CustomerFunds)),
        };
    }

    private static Money Sum(LedgerEntry entry, LedgerAccountKind kind) => entry.Lines.Where(line => line.Account.Kind == kind)
        .Total(entry.Lines[0].Amount.Currency, static line => line.Amount);

    private static Outcome<PaymentTotals> Exceeded(LedgerEntry entry, string what) =>
        Outcome.Refused<PaymentTotals>(RefusalCode.AmountExceeded, $"{entry.Key}: {what}", nameof(entry.Lines));

    private static Refusal Wrong(string field, string message) => new(RefusalCode.Validation, message) { Field = field };
}
