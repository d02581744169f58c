using Commerce.Agents.Domain.Inventory;

namespace Commerce.Agents.Domain.Orders;

/// <summary>Says where an order waits for units and until when. Pure functions.</summary>
public static class BackorderPlan
{
    private const int MostParts = 3;

    /// <summary>
    /// Finds the day on which units can be sent: the day on which the earliest purchase order brings them into the warehouse, and the days that it takes to
    /// put them away. It is not asked whether those before in the queue leave any of them.
    /// </summary>
    /// <param name="incoming">What is on its way.</param>
    /// <param name="sku">The product.</param>
    /// <param name="warehouse">The warehouse's code.</param>
    /// <param name="today">The day in UTC; a purchase order that should have come before tells nothing.</param>
    /// <param name="putAwayDays">The days that it takes to put them away: 0 or more.</param>
    /// <returns>The day; nothing when no purchase order says.</returns>
    public static DateOnly? ExpectedOn(IEnumerable<IncomingGoods> incoming, Sku sku, string warehouse, DateOnly today, int putAwayDays)
    {
        ArgumentNullException.ThrowIfNull(incoming);
        return incoming
            .Where(goods => goods.Sku == sku && goods.Warehouse == warehouse && goods.ExpectedOn >= today)
            .Min(static goods => (DateOnly?)goods.ExpectedOn)?.AddDays(putAwayDays);
    }

    /// <summary>
    /// Adds what is missing to the parts of an order: it waits where a purchase order brings it first, else where the order leaves from anyway, else in the
    /// best warehouse; never so that the order leaves in more than three parts.
    /// </summary>
    /// <param name="decision">What can be shipped, and what is missing.</param>
    /// <param name="sites">The warehouses that may ship, the best first; at least one.</param>
    /// <param name="incoming">What is on its way.</param>
    /// <returns>The parts with the quantities of the whole order.</returns>
    public static IReadOnlyList<OrderPart> Parts(FulfilmentDecision decision, IReadOnlyList<FulfilmentSite> sites, IReadOnlyList<IncomingGoods> incoming)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(sites);
        ArgumentNullException.ThrowIfNull(incoming);
        var parts = decision.Parts.ToDictionary(static part => part.Warehouse, static part => new Dictionary<Sku, int>(part.Lines), StringComparer.Ordinal);
        foreach (var (sku, quantity) in decision.Backordered.OrderBy(static line => line.Key))
        {
            var known = incoming
                .Where(goods => goods.Sku == sku && sites.Any(site => site.Warehouse == goods.Warehouse))
                .OrderBy(static goods => goods.ExpectedOn).ThenBy(static goods => goods.Warehouse, StringComparer.Ordinal)
                .Select(static goods => goods.Warehouse)
                .FirstOrDefault(warehouse => parts.Count < MostParts || parts.ContainsKey(warehouse));
            var warehouse = known ?? parts.Keys.Order(StringComparer.Ordinal).FirstOrDefault() ?? sites[0].Warehouse;
            if (!parts.TryGetValue(warehouse, out var lines))
            {
                parts[warehouse] = lines = [];
            }

            lines[sku] = lines.GetValueOrDefault(sku) + quantity;
        }

        return [.. parts.Select(static part => new OrderPart { Warehouse = part.Key, Lines = part.Value })];
    }

    /// <summary>Counts what is kept for an order that waits as if it could be sold: to the order it can.</summary>
    /// <param name="sites">The warehouses, with what each can sell.</param>
    /// <param name="parts">From where the order leaves.</param>
    /// <param name="missing">What it waits for; of each, what was there when it began to wait is kept for it.</param>
    /// <returns>The warehouses with what each can sell to the order.</returns>
    public static IReadOnlyList<FulfilmentSite> WithKept(
        IReadOnlyList<FulfilmentSite> sites, IReadOnlyList<OrderPart> parts, IReadOnlyList<StockShortage> missing)
    {
        ArgumentNullException.ThrowIfNull(sites);
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(missing);
        return
        [
            .. sites.Select(site => site with
            {
                Available = site.Available.ToDictionary(
                    static line => line.Key,
                    line => line.Value + parts.Where(part => part.Warehouse == site.Warehouse).Sum(part => Kept(part, line.Key))),
            }),
        ];

        int Kept(OrderPart part, Sku sku)
        {
            var wanted = part.Lines.GetValueOrDefault(sku);
            return missing.FirstOrDefault(one => one.Sku == sku && one.Warehouse == part.Warehouse) is { } shortage ? Math.Min(wanted, shortage.Available) : wanted;
        }
    }
}
