namespace Commerce.Agents.Domain.Inventory;

/// <summary>Has every level compared with the sum of its movements; there is one key.</summary>
public sealed class ReconciliationAgent : IHandle<ReconcileStock, Reconciliation>
{
    internal const string Key = "stock";

    /// <inheritdoc/>
    public async Task HandleAsync(ReconcileStock message, AgentContext<Reconciliation> context, CancellationToken cancellationToken)
    {
        var places = await context.Repository<StockedPlace>().AllAsync().ConfigureAwait(false);
        foreach (var place in places)
        {
            context.Send(new CheckStockSum(place.Sku, place.Warehouse));
        }

        context.State = new Reconciliation { At = context.Clock.GetUtcNow(), Places = places.Count };
    }
}
