namespace Commerce.Agents.Domain.Orders;

/// <summary>Shares an order out over the warehouses that it leaves from. Pure functions.</summary>
public static class FulfilmentParts
{
    /// <summary>Adds the quantities of lines up by product.</summary>
    /// <param name="lines">The lines.</param>
    /// <returns>The quantities.</returns>
    public static IReadOnlyDictionary<Sku, int> Quantities(IReadOnlyList<OrderLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return lines.GroupBy(static line => line.Sku).ToDictionary(static group => group.Key, static group => group.Sum(static line => line.Quantity));
    }

    /// <summary>Gives each part its share of the lines; the shares of a line's value and tax add up to it exactly.</summary>
    /// <param name="lines">The order's lines.</param>
    /// <param name="parts">The parts; together they have the quantities of the lines.</param>
    /// <returns>What leaves each warehouse, in the order of the parts.</returns>
    public static IReadOnlyList<PlannedPart> Plan(IReadOnlyList<OrderLine> lines, IReadOnlyList<OrderPart> parts)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Count == 1)
        {
            return [new PlannedPart(parts[0].Warehouse, lines)];
        }

        var left = parts.Select(static part => new Dictionary<Sku, int>(part.Lines)).ToList();
        var planned = parts.Select(static _ => new List<OrderLine>()).ToList();
        foreach (var line in lines)
        {
            var open = line.Quantity;
            var shares = left.Select(part => Take(part, line.Sku, ref open)).ToList();
            if (open > 0)
            {
                throw new ArgumentException($"The parts lack {open} of {line.Sku}.", nameof(parts));
            }

            var weights = shares.Select(static share => (decimal)share).ToArray();
            var (nets, taxes) = (line.Net.Allocate(weights), line.Tax.Allocate(weights));
            for (var i = 0; i < shares.Count; i++)
            {
                if (shares[i] > 0)
                {
                    planned[i].Add(line with { Quantity = shares[i], Net = nets[i], Tax = taxes[i] });
                }
            }
        }

        return [.. parts.Zip(planned, static (part, own) => new PlannedPart(part.Warehouse, own))];
    }

    private static int Take(Dictionary<Sku, int> part, Sku sku, ref int open)
    {
        var share = Math.Min(open, part.GetValueOrDefault(sku));
        part[sku] = part.GetValueOrDefault(sku) - share;
        open -= share;
        return share;
    }
}
