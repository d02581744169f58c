namespace Commerce.Agents.Domain.Inventory;

/// <summary>Opens and closes alerts about stock.</summary>
internal static class StockAlerts
{
    internal static async Task<StockAlert> OpenAlertAsync(this AgentContext context, StockPlace place, StockAlertKind kind)
    {
        var alert = new StockAlert
        {
            Id = context.NewId(),
            Sku = place.Sku,
            Warehouse = place.Warehouse,
            Kind = kind,
            Severity = StockThresholds.SeverityOf(kind),
            OpenedAt = context.Clock.GetUtcNow(),
        };
        await context.Repository<StockAlert>().CreateAsync(alert).ConfigureAwait(false);
        return alert;
    }

    internal static Task CloseAlertAsync(this AgentContext context, StockAlert alert) =>
        context.Repository<StockAlert>().PutAsync(alert with { ResolvedAt = context.Clock.GetUtcNow() });
}
