using System.Globalization;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>Says on which differences somebody must decide. A pure function.</summary>
public static class VarianceRule
{
    /// <summary>Judges a difference.</summary>
    /// <param name="expected">How many should be there: 0 or more.</param>
    /// <param name="counted">How many are there: 0 or more.</param>
    /// <param name="unitCost">The cost of one; somebody must decide when it is not known or in another currency.</param>
    /// <param name="options">The limits.</param>
    /// <returns>The judgement.</returns>
    public static VarianceJudgement Judge(int expected, int counted, Money? unitCost, CountingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var difference = Math.Abs(counted - expected);
        if (difference == 0)
        {
            return new VarianceJudgement(false, [], "There are as many as there should be.");
        }

        var share = expected == 0 ? 1 : (decimal)difference / expected;
        if (unitCost is not { } cost || cost.Currency != options.Currency)
        {
            return new VarianceJudgement(true, [new DecisionPart("share", share)], $"The value of the difference is not known in {options.Currency}.");
        }

        var value = (cost * difference).Round();
        var isLarge = share > options.MaxVarianceRate || value.Amount > options.MaxVarianceValue;
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"The difference is {share:P2} of what should be there and worth {value}, {(isLarge ? "above" : "within")} {options.MaxVarianceRate:P2} and {options.MaxVarianceValue} {options.Currency}.");
        return new VarianceJudgement(isLarge, [new DecisionPart("share", share), new DecisionPart("value", value.Amount)], text);
    }
}
