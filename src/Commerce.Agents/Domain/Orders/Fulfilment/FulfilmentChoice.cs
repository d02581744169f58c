using System.Globalization;

namespace Commerce.Agents.Domain.Orders;

/// <summary>Chooses between one parcel, several, and waiting for what is missing. A pure function.</summary>
public static class FulfilmentChoice
{
    private const int MostParts = 3;

    /// <summary>Chooses.</summary>
    /// <param name="request">What is to be shipped, and from where it could be. All sets of up to three warehouses are tried.</param>
    /// <returns>The choice.</returns>
    /// <exception cref="ArgumentException">A quantity, or a bound, is out of its range.</exception>
    public static FulfilmentDecision Choose(FulfilmentRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfZero(request.Lines.Count, nameof(request.Lines));
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Lines.Values.Min(), 1, nameof(request.Lines));
        ArgumentOutOfRangeException.ThrowIfLessThan(request.MaxParts, 1, nameof(request.MaxParts));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.MaxParts, MostParts, nameof(request.MaxParts));
        ArgumentOutOfRangeException.ThrowIfNegative(request.MaxExtraDays, nameof(request.MaxExtraDays));
        var plans = Plans(request);
        var wanted = request.Lines.Values.Sum();
        var complete = plans.Where(plan => plan.Units == wanted).ToList();
        if (complete.Count == 0)
        {
            return Wait(request, plans);
        }

        var singles = complete.Where(plan => plan.Parts.Count == 1);
        var splits = complete.Where(plan => plan.Parts.Count > 1);
        return request.IsExpress
            ? Fast(Quickest(singles), Quickest(splits), request)
            : Cheap(Cheapest(singles), Cheapest(splits), request);
    }

    private static FulfilmentDecision Cheap(Plan? single, Plan? split, FulfilmentRequest request)
    {
        if (single is null)
        {
            return Decide(split!, null, SplitReason.MultiWarehouse, $"No warehouse has everything: {split!.Text} cost least.");
        }

        if (split is null)
        {
            return Decide(single, null, null, $"{single.Text} has everything, and no split is possible.");
        }

        var isDearer = single.Cost > split.Cost;
        var isSlower = single.LastDays - split.FirstDays > request.MaxExtraDays;
        return (isDearer, isSlower) switch
        {
            (false, false) => Decide(single, split, null, $"{single.Text} is no dearer than {split.Text}, and not later by more than {request.MaxExtraDays} day."),
            (true, _) => Decide(split, single, SplitReason.CostOptimization, $"{split.Text} cost less than {single.Text}."),
            _ => Decide(split, single, SplitReason.DeliverySpeed, $"{split.Text} begin to arrive more than {request.MaxExtraDays} day before {single.Text}."),
        };
    }

    // Speed was paid for: one parcel wins when it keeps the promise, or when several are no faster.
    private static FulfilmentDecision Fast(Plan? single, Plan? split, FulfilmentRequest request)
    {
        if (single is null)
        {
            return Decide(split!, null, SplitReason.MultiWarehouse, $"No warehouse has everything: {split!.Text} are fastest.");
        }

        if (single.LastDays <= request.DaysToPromise)
        {
            return Decide(single, split, null, $"{single.Text} arrives by the promised date in one parcel.");
        }

        return split is not null && (split.LastDays, split.FirstDays).CompareTo((single.LastDays, single.FirstDays)) < 0
            ? Decide(split, single, SplitReason.DeliverySpeed, $"{split.Text} are faster than {single.Text}.")
            : Decide(single, split, null, $"{single.Text} is as fast as it gets.");
    }

    private static FulfilmentDecision Wait(FulfilmentRequest request, List<Plan> plans)
    {
        var plan = plans.Where(plan => plan.Units == plans.Max(other => other.Units))
            .OrderBy(plan => request.IsExpress ? plan.LastDays : 0)
            .ThenBy(plan => plan.Cost.Amount)
            .ThenBy(plan => plan.Parts.Count)
            .ThenBy(plan => plan.LastDays)
            .ThenBy(plan => plan.Text, StringComparer.Ordinal)
            .FirstOrDefault();
        var missing = request.Lines
            .Select(line => (line.Key, Quantity: line.Value - (plan?.Parts.Sum(part => part.Lines.GetValueOrDefault(line.Key)) ?? 0)))
            .Where(line => line.Quantity > 0)
            .ToDictionary(line => line.Key, line => line.Quantity);
        var waiting = missing.Values.Sum();
        return plan is null
            ? new FulfilmentDecision { Backordered = missing, Reason = $"No warehouse has anything: {waiting} units wait." }
            : Decide(plan, null, SplitReason.PartialAvailability, $"{plan.Text} ship what there is, and {waiting} units wait.") with { Backordered = missing };
    }

    private static FulfilmentDecision Decide(Plan plan, Plan? other, SplitReason? reason, FormattableString text) => new()
    {
        Strategy = plan.Parts.Count == 1 ? FulfilmentStrategy.SingleWarehouse : FulfilmentStrategy.SplitShipment,
        SplitReason = reason,
        Parts = plan.Parts,
        Cost = plan.Cost,
        FirstDays = plan.FirstDays,
        LastDays = plan.LastDays,
        Compared =
        [
            new DecisionPart("cost", plan.Cost.Amount),
            new DecisionPart("days", plan.LastDays),
            .. other is null ? (IEnumerable<DecisionPart>)[] : [new DecisionPart("other cost", other.Cost.Amount), new DecisionPart("other days", other.LastDays)],
        ],
        Reason = text.ToString(CultureInfo.InvariantCulture),
    };

    private static Plan? Cheapest(IEnumerable<Plan> plans) => plans
        .OrderBy(plan => plan.Cost.Amount).ThenBy(plan => plan.LastDays).ThenBy(plan => plan.Parts.Count).ThenBy(plan => plan.Text, StringComparer.Ordinal)
        .FirstOrDefault();

    private static Plan? Quickest(IEnumerable<Plan> plans) => plans
        .OrderBy(plan => plan.LastDays).ThenBy(plan => plan.FirstDays).ThenBy(plan => plan.Cost.Amount).ThenBy(plan => plan.Parts.Count)
        .ThenBy(plan => plan.Text, StringComparer.Ordinal)
        .FirstOrDefault();

    private static List<Plan> Plans(FulfilmentRequest request)
    {
        // The fastest of a set ships what it has, then the cheapest.
        var sites = request.Sites.OrderBy(site => site.Days).ThenBy(site => site.Cost.Amount).ThenBy(site => site.Warehouse, StringComparer.Ordinal).ToList();
        var plans = new List<Plan>();
        for (var first = 0; first < sites.Count; first++)
        {
            Add(sites[first]);
            for (var second = first + 1; second < sites.Count && request.MaxParts > 1; second++)
            {
                Add(sites[first], sites[second]);
                for (var third = second + 1; third < sites.Count && request.MaxParts > 2; third++)
                {
                    Add(sites[first], sites[second], sites[third]);
                }
            }
        }

        return plans;

        void Add(params ReadOnlySpan<FulfilmentSite> chosen)
        {
            if (Fill(request.Lines, chosen) is { } plan)
            {
                plans.Add(plan);
            }
        }
    }

    /// <summary>Spreads lines over warehouses; nothing when one of them would ship nothing.</summary>
    private static Plan? Fill(IReadOnlyDictionary<Sku, int> lines, ReadOnlySpan<FulfilmentSite> sites)
    {
        var left = new Dictionary<Sku, int>(lines);
        var parts = new List<FulfilmentPart>();
        foreach (var site in sites)
        {
            var shipped = new Dictionary<Sku, int>();
            foreach (var sku in lines.Keys.Order())
            {
                var quantity = Math.Min(left[sku], site.Available.GetValueOrDefault(sku));
                if (quantity > 0)
                {
                    shipped[sku] = quantity;
                    left[sku] -= quantity;
                }
            }

            if (shipped.Count == 0)
            {
                return null;
            }

            parts.Add(new FulfilmentPart(site.Warehouse, shipped, site.Cost, site.Days));
        }

        return new Plan(parts);
    }

    private sealed class Plan(List<FulfilmentPart> parts)
    {
        internal List<FulfilmentPart> Parts => parts;

        internal int Units { get; } = parts.Sum(part => part.Lines.Values.Sum());

        internal Money Cost { get; } = parts.Select(part => part.Cost).Aggregate(static (sum, cost) => sum + cost);

        internal int FirstDays { get; } = parts.Min(part => part.Days);

        internal int LastDays { get; } = parts.Max(part => part.Days);

        internal string Text { get; } = $"{string.Join(" + ", parts.Select(part => part.Warehouse))} ({parts.Select(part => part.Cost).Aggregate(static (sum, cost) => sum + cost)}, {Days(parts)})";

        private static string Days(List<FulfilmentPart> parts)
        {
            var (first, last) = (parts.Min(part => part.Days), parts.Max(part => part.Days));
            return first == last ? $"{last} days" : $"{first}-{last} days";
        }
    }
}
