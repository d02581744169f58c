namespace Commerce.Agents.Domain.Inventory;

/// <content>What counts, valuations and the nightly comparison ask of a level.</content>
public sealed partial class StockAgent
{
    /// <inheritdoc/>
    public Task HandleAsync(MeasureStock message, AgentContext<StockLevel> context, CancellationToken cancellationToken)
    {
        context.Publish(new StockMeasured(message.CountId, message.Sku, message.Warehouse, context.State.OnHand, message.IsCounted));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task HandleAsync(CorrectStock message, AgentContext<StockLevel> context, CancellationToken cancellationToken)
    {
        var refusals = await AdjustAsync(
            new AdjustStock(message.Sku, message.Delta, $"count {message.CountId}", message.Warehouse), context).ConfigureAwait(false);
        context.Publish(new StockCorrected(message.CountId, message.Sku, message.Warehouse, message.Delta, !refusals.Any));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(GetValuation message, AgentContext<StockLevel> context, CancellationToken cancellationToken)
    {
        var currency = message.Currency ?? Currency.Eur;
        var movements = await MovementsAsync(message.Sku, message.Warehouse, context).ConfigureAwait(false);
        var layers = InventoryValuation.Layers(movements.OrderBy(static movement => movement.Number).ThenBy(static movement => movement.At), message.Method, currency);
        context.Reply(new ValuationAnswer(
            message.Sku,
            message.Warehouse,
            message.Method,
            layers.Sum(static layer => layer.Quantity),
            InventoryValuation.ValueOf(layers, currency),
            layers.Where(static layer => layer.UnitCost is null).Sum(static layer => layer.Quantity),
            layers));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(CheckStockSum message, AgentContext<StockLevel> context, CancellationToken cancellationToken)
    {
        var movements = await MovementsAsync(message.Sku, message.Warehouse, context).ConfigureAwait(false);
        var sum = movements.Sum(static movement => movement.Quantity);
        if (sum != context.State.OnHand)
        {
            context.Publish(new StockMismatchDetected(message.Sku, message.Warehouse, context.State.OnHand, sum));
        }
    }

    private static Task<IReadOnlyList<StockMovement>> MovementsAsync(Sku sku, string warehouse, AgentContext context) =>
        context.Repository<StockMovement>().AllAsync(movement => movement.Sku == sku && movement.Warehouse == warehouse);
}
