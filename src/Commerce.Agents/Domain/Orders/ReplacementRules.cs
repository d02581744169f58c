namespace Commerce.Agents.Domain.Orders;

/// <summary>Says what of an order may be replaced, and makes the order that replaces it. Pure functions.</summary>
public static class ReplacementRules
{
    /// <summary>Checks what is to be replaced: no more than was shipped less what was replaced before.</summary>
    /// <param name="order">The order.</param>
    /// <param name="lines">What is to be replaced, by product.</param>
    /// <returns>Every objection with its field; empty when it may be replaced.</returns>
    public static IReadOnlyList<Refusal> Check(Order order, IReadOnlyDictionary<Sku, int> lines)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(lines);
        var refusals = new Refusals();
        if (order.Status is not (OrderStatus.Shipped or OrderStatus.Delivered or OrderStatus.Completed))
        {
            refusals.Add(RefusalCode.InvalidTransition, "Status", $"The order is {order.Status}: only what was shipped is replaced.");
            return refusals.List;
        }

        refusals.Require(lines.Count > 0, "Lines", "Lines is empty: give at least one.");
        var shipped = FulfilmentParts.Quantities(order.Lines);
        foreach (var (sku, quantity) in lines)
        {
            var left = shipped.GetValueOrDefault(sku) - order.Replacements.Sum(replacement => replacement.Lines.GetValueOrDefault(sku));
            refusals.Require(quantity >= 1, $"Lines[{sku}]", $"The quantity is {quantity}: give 1 or more.");
            if (quantity > left)
            {
                refusals.Add(RefusalCode.PolicyViolation, $"Lines[{sku}]", $"{quantity} are to be replaced: {left} of those that were shipped were not replaced yet.");
            }
        }

        return refusals.List;
    }

    /// <summary>Makes the lines of the order that replaces: the same products, for nothing.</summary>
    /// <param name="order">The order.</param>
    /// <param name="lines">What is replaced, by product; all of them are in the order.</param>
    /// <returns>The lines.</returns>
    public static IReadOnlyList<OrderLine> Lines(Order order, IReadOnlyDictionary<Sku, int> lines)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(lines);
        return
        [
            .. lines.OrderBy(static line => line.Key).Select(line =>
            {
                var known = order.Lines.First(own => own.Sku == line.Key);
                var nothing = known.UnitPrice - known.UnitPrice;
                return known with { Quantity = line.Value, UnitPrice = nothing, Net = nothing, Tax = nothing };
            }),
        ];
    }
}
