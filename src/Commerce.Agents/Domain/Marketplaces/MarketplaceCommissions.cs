using System.Globalization;
using Commerce.Payments.Commissions;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Computes what a marketplace should charge, and compares it with what it says. Pure.</summary>
public static class MarketplaceCommissions
{
    /// <summary>Compares a reported commission with the table.</summary>
    /// <param name="schedule">The marketplace's rates.</param>
    /// <param name="lines">The lines; goods are what the marketplace charges commission on: its own price, discounts taken off, without shipping.</param>
    /// <param name="day">The day of the sale, in UTC.</param>
    /// <param name="reported">What the marketplace reports, if it does.</param>
    /// <param name="tolerance">The difference that is not looked at, as a fraction of the expected commission: 0.01 is 1 %.</param>
    /// <returns>Both amounts, the parts, and whether a person should look.</returns>
    public static CommissionCheck Check(CommissionSchedule schedule, IReadOnlyList<SaleLine> lines, DateOnly day, Money? reported, decimal tolerance)
    {
        if (!CommissionCalculator.Compute(schedule, lines, day).TryGet(out var statement, out var refusal))
        {
            return new CommissionCheck(null, reported, IsFlagged: true, [], $"The commission cannot be computed: {refusal.Message}");
        }

        var expected = statement.Commission;
        IReadOnlyList<DecisionPart> parts = [.. statement.Lines.Zip(lines, static (line, sold) => new DecisionPart(line.Id, sold.Goods.Amount, line.Rate))];
        if (reported is not { } told)
        {
            return new CommissionCheck(expected, null, IsFlagged: false, parts, $"The table gives {expected}; the marketplace reports none.");
        }

        if (told.Currency != expected.Currency)
        {
            return new CommissionCheck(expected, told, IsFlagged: true, parts, $"The table gives {expected}, the marketplace reports {told}: another currency.");
        }

        var difference = told - expected;
        var isFlagged = Math.Abs(difference.Amount) > expected.Amount * tolerance;
        return new CommissionCheck(expected, told, isFlagged, parts, string.Create(
            CultureInfo.InvariantCulture, $"The table gives {expected}, the marketplace reports {told}: {(isFlagged ? "more" : "not more")} than {tolerance * 100:0.##} % apart."));
    }
}
