namespace Commerce.Payments.Commissions;

/// <summary>Computes commissions and what a refund gives back of them. Pure; each line is rounded once, half away from zero.</summary>
public static class CommissionCalculator
{
    /// <summary>Computes the commission of a sale.</summary>
    /// <param name="schedule">The rates.</param>
    /// <param name="lines">The lines of one merchant in one order and one currency, at least one.</param>
    /// <param name="soldOn">The day of the sale, in UTC.</param>
    /// <param name="monthlyOrders">The orders a month that the merchant declared.</param>
    /// <returns>The statement, or a refusal that names the line: amounts below zero, another currency, no line.</returns>
    public static Outcome<CommissionStatement> Compute(CommissionSchedule schedule, IReadOnlyList<SaleLine> lines, DateOnly soldOn, int monthlyOrders = 0)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(lines);
        if (lines.Count == 0)
        {
            return Refused("Lines is empty: give the lines of the sale.", "Lines");
        }

        var currency = lines[0].Captured.Currency;
        foreach (var line in lines)
        {
            if (new[] { line.Captured, line.Goods, line.Shipping ?? line.Captured }.Any(money => money.Currency != currency || money.Amount < 0 || money.Round() != money))
            {
                return Refused($"Line {line.Id} has an amount below zero, with too many decimals, or in another currency than {currency}.", $"Lines[{line.Id}]");
            }
        }

        if (lines.Select(line => schedule.RateOf(line.Category, line.Subcategory, monthlyOrders, soldOn))
            .SelectMany(static rate => new[] { rate.FixedFee, rate.Minimum, rate.Maximum }).Append(schedule.OrderFee)
            .Any(money => money is { } given && given.Currency != currency))
        {
            return Refused($"The schedule has fees or bounds in another currency than the sale, {currency}: use a schedule for each currency.", "Schedule");
        }

        var orderFees = OrderFees(schedule, lines, currency);
        return Outcome.Of(new CommissionStatement([.. lines.Select(
            (line, index) => Compute(schedule, schedule.RateOf(line.Category, line.Subcategory, monthlyOrders, soldOn), line, orderFees[index]))]));
    }

    /// <summary>Computes how a refund of a line is shared. Parts follow what is refunded in all, so that any sequence of refunds adds up to the whole.</summary>
    /// <param name="schedule">The schedule of the sale.</param>
    /// <param name="line">The line as it was sold.</param>
    /// <param name="before">What was refunded of the line before.</param>
    /// <param name="refund">What is refunded now, above zero.</param>
    /// <returns>The shares, or <see cref="RefusalCode.AmountExceeded"/> when less than that is left of the line.</returns>
    public static Outcome<CommissionReturn> Return(CommissionSchedule schedule, LineCommission line, Money before, Money refund)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(line);
        if (refund.Amount <= 0 || before.Amount < 0)
        {
            return Outcome.Refused<CommissionReturn>(RefusalCode.Validation, $"Refund is {refund} after {before}: give amounts above zero.", nameof(refund));
        }

        if (before + refund > line.Gross)
        {
            return Outcome.Refused<CommissionReturn>(
                RefusalCode.AmountExceeded, $"Refund is {refund} and only {line.Gross - before} of line {line.Id} is left.", nameof(refund));
        }

        var none = Money.Zero(refund.Currency);
        return Outcome.Of(new CommissionReturn(
            refund,
            Share(line.Commission),
            schedule.ReturnsFees ? Share(line.Fees) : none,
            Share(line.CommissionTax) + (schedule.ReturnsFees ? Share(line.FeesTax) : none)));

        Money Share(Money whole) => Portion(whole, before + refund, line.Gross) - Portion(whole, before, line.Gross);
    }

    /// <summary>Computes the fees for listings of a month.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="listings">How many listings there were; 0 or more.</param>
    /// <returns>The fees, or <see langword="null"/> when the schedule has none.</returns>
    public static Money? ListingFees(CommissionSchedule schedule, int listings)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentOutOfRangeException.ThrowIfNegative(listings);
        return schedule.ListingFee is { } fee ? fee * listings : null;
    }

    private static LineCommission Compute(CommissionSchedule schedule, CommissionRate rate, SaleLine line, Money orderFee)
    {
        var exact = line.Goods * rate.Rate;
        exact = rate.FixedFee is { } fixedFee ? exact + fixedFee : exact;
        exact = rate.Minimum is { } least && exact < least ? least : exact;
        exact = rate.Maximum is { } most && exact > most ? most : exact;
        var commission = exact.Round();
        commission = commission > line.Captured ? line.Captured : commission;
        var fees = (line.Captured * schedule.TransactionFeeRate).Round() + orderFee;
        return new LineCommission
        {
            Id = line.Id,
            Captured = line.Captured,
            Shipping = line.Shipping ?? Money.Zero(line.Captured.Currency),
            Rate = rate.Rate,
            Commission = commission,
            Fees = fees,
            CommissionTax = (commission * schedule.TaxRate).Round(),
            FeesTax = (fees * schedule.TaxRate).Round(),
        };
    }

    private static IReadOnlyList<Money> OrderFees(CommissionSchedule schedule, IReadOnlyList<SaleLine> lines, Currency currency)
    {
        if (schedule.OrderFee is not { } fee)
        {
            return [.. lines.Select(_ => Money.Zero(currency))];
        }

        var weights = lines.Select(static line => line.Goods.Amount).ToList();
        return fee.Allocate(weights.Any(static weight => weight > 0) ? weights : [.. lines.Select(static _ => 1m)]);
    }

    private static Money Portion(Money whole, Money part, Money of) =>
        of.IsZero ? whole : new Money(whole.Amount * part.Amount / of.Amount, whole.Currency).Round();

    private static Outcome<CommissionStatement> Refused(string message, string field) =>
        Outcome.Refused<CommissionStatement>(RefusalCode.Validation, message, field);
}
