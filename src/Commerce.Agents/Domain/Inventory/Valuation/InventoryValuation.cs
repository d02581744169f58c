namespace Commerce.Agents.Domain.Inventory;

/// <summary>Says which units are left and what they cost. A pure function.</summary>
public static class InventoryValuation
{
    /// <summary>Works out the layers that are left.</summary>
    /// <param name="movements">All movements of a product in a warehouse, the oldest first.</param>
    /// <param name="method">Which units are taken to be left.</param>
    /// <param name="currency">The currency; costs in others count as not known.</param>
    /// <returns>The layers, the oldest first; together as many as the movements add up to.</returns>
    public static IReadOnlyList<ValuationLayer> Layers(IEnumerable<StockMovement> movements, ValuationMethod method, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(movements);
        var layers = new List<ValuationLayer>();
        foreach (var movement in movements)
        {
            if (movement.Quantity > 0)
            {
                layers.Add(new ValuationLayer(movement.Quantity, CostOf(movement, layers, currency), movement.Batch));
                if (method == ValuationMethod.WeightedAverage)
                {
                    layers = Average(layers, currency);
                }
            }
            else
            {
                Take(layers, -movement.Quantity, method, movement.Batch);
            }
        }

        return layers;
    }

    /// <summary>Adds layers up.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="currency">Their currency.</param>
    /// <returns>What those of known cost are worth, rounded once.</returns>
    public static Money ValueOf(IEnumerable<ValuationLayer> layers, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(layers);
        return layers.Aggregate(Money.Zero(currency), static (sum, layer) => layer.UnitCost is { } cost ? sum + (cost * layer.Quantity) : sum).Round();
    }

    /// <summary>What was found, came back or came from elsewhere without a cost costs what the others do on average.</summary>
    private static Money? CostOf(StockMovement movement, List<ValuationLayer> layers, Currency currency) =>
        movement.UnitCost is { } cost ? (cost.Currency == currency ? cost : null)
        : movement.Kind == StockMovementKind.Receipt ? null
        : AverageOf(layers, currency);

    private static Money? AverageOf(List<ValuationLayer> layers, Currency currency)
    {
        var (quantity, value) = (0, 0m);
        foreach (var layer in layers.Where(static layer => layer.UnitCost is not null))
        {
            quantity += layer.Quantity;
            value += layer.UnitCost!.Value.Amount * layer.Quantity;
        }

        return quantity == 0 ? null : new Money(value / quantity, currency);
    }

    private static List<ValuationLayer> Average(List<ValuationLayer> layers, Currency currency)
    {
        var (valued, unvalued) = (Count(isValued: true), Count(isValued: false));
        List<ValuationLayer> mixed = unvalued == 0 ? [] : [new ValuationLayer(unvalued, null)];
        return valued == 0 ? mixed : [.. mixed, new ValuationLayer(valued, AverageOf(layers, currency))];

        int Count(bool isValued) => layers.Where(layer => layer.UnitCost is not null == isValued).Sum(static layer => layer.Quantity);
    }

    private static void Take(List<ValuationLayer> layers, int quantity, ValuationMethod method, string? batch)
    {
        while (quantity > 0 && layers.Count > 0)
        {
            var index = method == ValuationMethod.Lifo ? layers.Count - 1
                : method == ValuationMethod.Specific && batch is not null ? Math.Max(0, layers.FindIndex(layer => layer.Batch == batch))
                : 0;
            var taken = Math.Min(quantity, layers[index].Quantity);
            quantity -= taken;
            layers[index] = layers[index] with { Quantity = layers[index].Quantity - taken };
            if (layers[index].Quantity == 0)
            {
                layers.RemoveAt(index);
            }
        }
    }
}
