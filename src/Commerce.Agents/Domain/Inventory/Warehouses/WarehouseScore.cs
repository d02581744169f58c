using System.Globalization;
using Commerce.Carriers;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>Scores warehouses for an order: distance 40 %, availability 30 %, capacity 15 %, efficiency 10 %, fit to the service 5 %. Pure functions.</summary>
public static class WarehouseScore
{
    private const decimal DistanceWeight = 0.40m;
    private const decimal AvailabilityWeight = 0.30m;
    private const decimal CapacityWeight = 0.15m;
    private const decimal EfficiencyWeight = 0.10m;
    private const decimal FitWeight = 0.05m;
    private const decimal BestHours = 2;

    // Below this, what a parcel takes of a van is in its base price.
    private const decimal SmallVolume = 0.01m;

    /// <summary>Ranks warehouses for an order.</summary>
    /// <param name="order">The order.</param>
    /// <param name="warehouses">The warehouses.</param>
    /// <param name="options">Bounds, prices and start values.</param>
    /// <returns>Those that can ship, the best first, and the others with reasons.</returns>
    public static WarehouseRanking Score(WarehouseOrder order, IReadOnlyList<Warehouse> warehouses, WarehouseOptions options)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(warehouses);
        ArgumentNullException.ThrowIfNull(options);
        var ratings = new List<WarehouseRating>();
        var rejected = new List<WarehouseRejection>();
        foreach (var warehouse in warehouses)
        {
            if (Reject(order, warehouse, options) is { } reason)
            {
                rejected.Add(new WarehouseRejection(warehouse.Code, reason));
            }
            else
            {
                ratings.Add(Rate(order, warehouse, options));
            }
        }

        // With the lead added, one that has everything comes behind one with less only when its score is lower by more than the lead.
        var ranked = ratings
            .OrderByDescending(rating => rating.Score + (rating.Availability == 1 ? options.FullAvailabilityLead : 0))
            .ThenByDescending(rating => rating.Availability)
            .ThenBy(rating => rating.Kilometres)
            .ThenBy(rating => rating.Warehouse, StringComparer.Ordinal)
            .ToList();
        return new WarehouseRanking(ranked, [.. rejected.OrderBy(rejection => rejection.Warehouse, StringComparer.Ordinal)], Explain(ranked, rejected));
    }

    /// <summary>Finds the five parts of a score.</summary>
    /// <param name="kilometres">The distance.</param>
    /// <param name="availability">The share of lines that are there in full: 0 to 1.</param>
    /// <param name="metrics">How the warehouse does; what is not known counts as its start value.</param>
    /// <param name="service">How fast the order shall be.</param>
    /// <param name="options">The start values.</param>
    /// <returns>The parts; each value is 0 to 100.</returns>
    public static IReadOnlyList<DecisionPart> Parts(
        decimal kilometres, decimal availability, WarehouseMetrics metrics, ServiceLevel service, WarehouseOptions options)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        ArgumentNullException.ThrowIfNull(options);
        var efficiency = (Clamp(100 - (((metrics.HandlingHours ?? options.StartHandlingHours) - BestHours) * 10))
            + Clamp(100 - ((metrics.ErrorRate ?? options.StartErrorRate) * 100 * 10))
            + Clamp((metrics.OnTimeRate ?? options.StartOnTimeRate) * 100)) / 3;
        return
        [
            new DecisionPart("distance", Clamp(100 - (kilometres / 10)), DistanceWeight),
            new DecisionPart("availability", Clamp(availability * 100), AvailabilityWeight),
            new DecisionPart("capacity", Clamp(100 - (Utilisation(metrics, options) * 100)), CapacityWeight),
            new DecisionPart("efficiency", efficiency, EfficiencyWeight),
            new DecisionPart("fit to the service", Clamp(100 - (kilometres / KilometresPerPoint(service))), FitWeight),
        ];
    }

    /// <summary>Adds parts up.</summary>
    /// <param name="parts">The parts.</param>
    /// <returns>The score: 0 to 100, two decimals.</returns>
    public static decimal Total(IReadOnlyList<DecisionPart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return decimal.Round(parts.Sum(part => part.Points), 2, MidpointRounding.AwayFromZero);
    }

    /// <summary>Estimates the days until delivery.</summary>
    /// <param name="service">How fast the order shall be.</param>
    /// <param name="kilometres">The distance.</param>
    /// <returns>The days.</returns>
    public static int Days(ServiceLevel service, decimal kilometres) => service switch
    {
        ServiceLevel.Economy => kilometres <= 100 ? 3 : kilometres <= 300 ? 5 : 7,
        ServiceLevel.Standard => kilometres <= 50 ? 1 : kilometres <= 150 ? 2 : kilometres <= 300 ? 3 : 4,
        _ => kilometres <= 50 ? 1 : kilometres <= 200 ? 2 : 3,
    };

    /// <summary>Estimates the shipping cost.</summary>
    /// <param name="kilometres">The distance.</param>
    /// <param name="weight">What is shipped weighs.</param>
    /// <param name="volume">The room that it takes, in cubic metres.</param>
    /// <param name="options">The prices.</param>
    /// <returns>The cost in euros, rounded to the cent.</returns>
    public static Money Cost(decimal kilometres, Weight weight, decimal volume, WarehouseOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var cost = options.CostBase + (options.CostPerKilometre * kilometres) + (options.CostPerKilogram * weight.Kilograms)
            + (volume > SmallVolume ? options.CostPerCubicMetre * volume : 0);
        return Money.Eur(Math.Max(options.CostMin, cost)).Round();
    }

    /// <summary>Finds what a person should look at.</summary>
    /// <param name="metrics">How a warehouse does; what is not known raises nothing.</param>
    /// <param name="options">The bounds.</param>
    /// <returns>The alerts.</returns>
    public static IReadOnlyList<WarehouseAlert> Alerts(WarehouseMetrics metrics, WarehouseOptions options)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        ArgumentNullException.ThrowIfNull(options);
        var alerts = new List<WarehouseAlert>();
        if (metrics.Utilisation > options.AlertUtilisation)
        {
            alerts.Add(new WarehouseAlert("utilisation", metrics.Utilisation.Value));
        }

        if (metrics.ErrorRate > options.AlertErrorRate)
        {
            alerts.Add(new WarehouseAlert("error rate", metrics.ErrorRate.Value));
        }

        return alerts;
    }

    private static WarehouseRating Rate(WarehouseOrder order, Warehouse warehouse, WarehouseOptions options)
    {
        var kilometres = WarehouseDistance.Between(warehouse, order.ShipTo);
        var availability = (decimal)order.Lines.Count(line => Available(line, warehouse) >= Wanted(order, line.Sku)) / order.Lines.Count;
        var parts = Parts(kilometres, availability, warehouse.Metrics, order.Service, options);
        return new WarehouseRating
        {
            Warehouse = warehouse.Code,
            Score = Total(parts),
            Parts = parts,
            Availability = availability,
            Kilometres = kilometres,
            EstimatedCost = Cost(kilometres, order.Weight, order.Volume, options),
            EstimatedDays = Days(order.Service, kilometres),
        };
    }

    private static string? Reject(WarehouseOrder order, Warehouse warehouse, WarehouseOptions options)
    {
        if (!warehouse.IsActive)
        {
            return "It is not active.";
        }

        if (Utilisation(warehouse.Metrics, options) is var used && used > options.MaxUtilisation)
        {
            return string.Create(CultureInfo.InvariantCulture, $"It is used to {used * 100:0.##} %, over {options.MaxUtilisation * 100:0.##} %.");
        }

        if (order.ShipTo is { Country: var country } && !warehouse.Countries.Contains(country))
        {
            return $"It does not ship to {country}.";
        }

        var unheld = order.Lines.Select(line => line.GoodsClass).FirstOrDefault(needed => needed is not null && !warehouse.GoodsClasses.Contains(needed));
        return unheld is not null ? $"It cannot hold goods of the class {unheld}."
            : !order.MayWait && order.Lines.All(line => Available(line, warehouse) <= 0) ? "It has nothing of the order."
            : null;
    }

    // Two lines of one SKU share the units that are there.
    private static int Wanted(WarehouseOrder order, Sku sku) => order.Lines.Where(line => line.Sku == sku).Sum(line => line.Quantity);

    private static int Available(WarehouseOrderLine line, Warehouse warehouse) => line.Available?.GetValueOrDefault(warehouse.Code) ?? 0;

    private static decimal Utilisation(WarehouseMetrics metrics, WarehouseOptions options) => metrics.Utilisation ?? options.StartUtilisation;

    private static decimal KilometresPerPoint(ServiceLevel service) => service switch
    {
        ServiceLevel.Economy => 20,
        ServiceLevel.Standard => 10,
        _ => 5,
    };

    private static decimal Clamp(decimal value) => Math.Clamp(value, 0, 100);

    private static string Explain(List<WarehouseRating> ranked, List<WarehouseRejection> rejected)
    {
        if (ranked.Count == 0)
        {
            return rejected.Count == 0 ? "There is no warehouse." : $"None of {rejected.Count} warehouses can ship the order.";
        }

        var best = ranked[0];
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{best.Warehouse} has {best.Availability * 100:0.##} % of the lines at {best.Kilometres:0.#} km: {best.Score:0.00} points");
        return ranked.Count == 1 ? text + ", the only one that can ship."
            : string.Create(CultureInfo.InvariantCulture, $"{text}, before {ranked[1].Warehouse} with {ranked[1].Score:0.00}.");
    }
}
