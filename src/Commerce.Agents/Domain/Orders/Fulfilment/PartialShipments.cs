namespace Commerce.Agents.Domain.Orders;

/// <summary>Keeps the parts of an order within what was ordered. Pure functions.</summary>
public static class PartialShipments
{
    /// <summary>Checks a new part: of each SKU, what is in parts and what is new is no more than ordered and not called off.</summary>
    /// <param name="status">The order's status.</param>
    /// <param name="order">The order's lines; a SKU may be on several.</param>
    /// <param name="parts">The parts so far.</param>
    /// <param name="added">What the new part would have.</param>
    /// <returns>Every objection with its field; none when it may be made.</returns>
    public static IReadOnlyList<Refusal> Check(
        OrderStatus status, IReadOnlyList<ShippableLine> order, IReadOnlyList<PartialShipment> parts, IReadOnlyList<PartialShipmentLine> added)
    {
        ArgumentNullException.ThrowIfNull(added);
        var refusals = new List<Refusal>();
        if (status is OrderStatus.Cancelled or OrderStatus.Refunded)
        {
            refusals.Add(new Refusal(RefusalCode.InvalidTransition, $"The order is {status}: nothing of it is shipped any more.") { Field = "Status" });
        }

        if (added.Count == 0)
        {
            refusals.Add(new Refusal(RefusalCode.Validation, "Lines is empty: give at least one.") { Field = "Lines" });
        }

        var remaining = Remaining(order, parts);
        foreach (var group in added.GroupBy(line => line.Sku))
        {
            var field = $"Lines[{group.Key}]";
            var quantity = group.Sum(line => (long)line.Quantity);
            var left = remaining.GetValueOrDefault(group.Key);
            if (group.Any(line => line.Quantity < 1))
            {
                refusals.Add(new Refusal(RefusalCode.Validation, "A quantity is below 1: give 1 or more.") { Field = field });
            }
            else if (!remaining.ContainsKey(group.Key))
            {
                refusals.Add(new Refusal(RefusalCode.NotFound, "The SKU was not ordered.") { Field = field });
            }
            else if (quantity > left)
            {
                refusals.Add(new Refusal(RefusalCode.AmountExceeded, $"The quantity is {quantity}: {left} are left to ship.") { Field = field });
            }
        }

        return refusals;
    }

    /// <summary>Finds what is in no part yet; parts that failed do not count.</summary>
    /// <param name="order">The order's lines; a SKU may be on several.</param>
    /// <param name="parts">The parts so far.</param>
    /// <returns>The quantities of every SKU of the order: 0 or more.</returns>
    public static IReadOnlyDictionary<Sku, int> Remaining(IReadOnlyList<ShippableLine> order, IReadOnlyList<PartialShipment> parts) =>
        Summarize(order, parts).ToDictionary(line => line.Sku, line => line.Remaining);

    /// <summary>Finds the number of the next part.</summary>
    /// <param name="parts">The parts so far.</param>
    /// <returns>One more than the highest.</returns>
    public static int NextNumber(IReadOnlyList<PartialShipment> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return parts.Select(part => part.Number).DefaultIfEmpty().Max() + 1;
    }

    /// <summary>Tells how far shipping is. Lines and parts are added up by SKU before they meet, so that nothing counts twice.</summary>
    /// <param name="order">The order's lines; a SKU may be on several.</param>
    /// <param name="parts">The parts so far.</param>
    /// <returns>One line for each SKU of the order, in its order.</returns>
    public static IReadOnlyList<ShipmentSummaryLine> Summarize(IReadOnlyList<ShippableLine> order, IReadOnlyList<PartialShipment> parts)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(parts);
        var quantities = parts
            .SelectMany(part => part.Lines.Select(line => (line.Sku, part.Status, line.Quantity)))
            .GroupBy(entry => (entry.Sku, entry.Status))
            .ToDictionary(group => group.Key, group => group.Sum(entry => entry.Quantity));
        return [.. order.GroupBy(line => line.Sku).Select(group =>
        {
            var total = group.Sum(line => line.Ordered - line.Cancelled);
            var pending = In(group.Key, PartialShipmentStatus.Pending, PartialShipmentStatus.Processing);
            var delivered = In(group.Key, PartialShipmentStatus.Delivered);
            var shipped = delivered + In(
                group.Key, PartialShipmentStatus.Shipped, PartialShipmentStatus.InTransit, PartialShipmentStatus.OutForDelivery, PartialShipmentStatus.Returned);
            return new ShipmentSummaryLine(
                group.Key, total, pending, shipped, delivered, In(group.Key, PartialShipmentStatus.Failed), Math.Max(0, total - pending - shipped));
        })];

        int In(Sku sku, params ReadOnlySpan<PartialShipmentStatus> statuses)
        {
            var sum = 0;
            foreach (var status in statuses)
            {
                sum += quantities.GetValueOrDefault((sku, status));
            }

            return sum;
        }
    }
}
