namespace Commerce.Agents.Domain.Inventory;

/// <summary>Finds when and how much to buy. Pure functions.</summary>
public static class Reorder
{
    /// <summary>Finds safety stock, reorder point and order-up-to quantity.</summary>
    /// <param name="demand">What is known.</param>
    /// <returns>The levels.</returns>
    public static ReorderLevels Levels(ReorderDemand demand)
    {
        var (safety, point, upTo) = Exact(demand);
        return new ReorderLevels(Two(safety), Up(point), Up(upTo), Two(point), Two(upTo));
    }

    /// <summary>Finds how many to buy.</summary>
    /// <param name="demand">What is known.</param>
    /// <param name="available">How many can be sold now.</param>
    /// <param name="incoming">How many are on their way.</param>
    /// <param name="pack">How many are in a pack: 1 or more.</param>
    /// <param name="moq">The smallest quantity that is sold: 1 or more.</param>
    /// <returns>The quantity; 0 when there is enough.</returns>
    public static int Quantity(ReorderDemand demand, int available, int incoming, int pack = 1, int moq = 1)
    {
        var missing = Up(Exact(demand).UpTo - available - incoming);
        return missing <= 0 ? 0 : RoundUp(missing, pack, moq);
    }

    /// <summary>Rounds a quantity up to what is sold.</summary>
    /// <param name="quantity">How many are needed: 1 or more.</param>
    /// <param name="pack">How many are in a pack: 1 or more.</param>
    /// <param name="moq">The smallest quantity that is sold: 1 or more.</param>
    /// <returns>Whole packs, no less than the smallest quantity.</returns>
    public static int RoundUp(int quantity, int pack, int moq)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quantity, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(pack, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(moq, 1);
        var least = (long)Math.Max(quantity, moq);
        return checked((int)((least + pack - 1) / pack * pack));
    }

    /// <summary>Finds the quantity whose ordering and holding cost least in a year (economic order quantity).</summary>
    /// <param name="yearlyDemand">How many are sold in a year: 0 or more.</param>
    /// <param name="orderCost">What placing one order costs: 0 or more.</param>
    /// <param name="holdingCost">What keeping one unit for a year costs: above 0, in the same currency.</param>
    /// <returns>The quantity, not rounded beyond two decimals.</returns>
    public static decimal EconomicQuantity(decimal yearlyDemand, Money orderCost, Money holdingCost)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(yearlyDemand);
        if (orderCost < Money.Zero(holdingCost.Currency) || holdingCost.Amount <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(holdingCost), "Costs are positive.");
        }

        return Two(Root(2 * yearlyDemand * orderCost.Amount / holdingCost.Amount));
    }

    private static (decimal Safety, decimal Point, decimal UpTo) Exact(ReorderDemand demand)
    {
        ArgumentNullException.ThrowIfNull(demand);
        ArgumentOutOfRangeException.ThrowIfNegative(demand.DailyMean, nameof(demand.DailyMean));
        ArgumentOutOfRangeException.ThrowIfNegative(demand.LeadDays, nameof(demand.LeadDays));
        ArgumentOutOfRangeException.ThrowIfNegative(demand.ReviewDays, nameof(demand.ReviewDays));
        var (mean, lead) = (demand.DailyMean, demand.LeadDays);
        var safety = demand.ServiceFactor * Root(
            (lead * demand.DailyDeviation * demand.DailyDeviation) + (mean * mean * demand.LeadDeviation * demand.LeadDeviation));
        return (safety, (mean * lead) + safety, (mean * (lead + demand.ReviewDays)) + safety);
    }

    private static decimal Root(decimal value) => (decimal)Math.Sqrt((double)value);

    private static decimal Two(decimal value) => decimal.Round(value, 2, MidpointRounding.AwayFromZero);

    // A root is exact to some 15 digits only: what is behind the sixth decimal must not add a unit.
    private static int Up(decimal value) => (int)decimal.Ceiling(decimal.Round(value, 6));
}
