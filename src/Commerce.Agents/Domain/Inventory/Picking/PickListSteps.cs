using Commerce.Agents.Domain.Orders;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>What happens to pick lists. Pure functions.</summary>
internal static class PickListSteps
{
    internal static PickList With(this PickList list, PickLine line) => list with { Lines = [.. list.Lines.Select(one => one.Number == line.Number ? line : one)] };

    /// <summary>Adds locations; one that the line has already gets more.</summary>
    internal static PickLine Adding(this PickLine line, IReadOnlyList<LocationPick> picks)
    {
        var all = line.Picks.ToList();
        foreach (var pick in picks)
        {
            var index = all.FindIndex(one => one.Location == pick.Location);
            if (index < 0)
            {
                all.Add(pick);
            }
            else
            {
                all[index] = all[index] with { Quantity = all[index].Quantity + pick.Quantity };
            }
        }

        return line with { Picks = all };
    }

    /// <summary>Gives the order's lines with the quantities that were picked; what was not picked at all is left out.</summary>
    internal static IReadOnlyList<OrderLine> PickedOf(this PickList list, IReadOnlyList<OrderLine> lines) =>
        [.. lines.Zip(list.Lines, static (line, picked) => line with { Quantity = picked.Picked() }).Where(static line => line.Quantity > 0)];
}
