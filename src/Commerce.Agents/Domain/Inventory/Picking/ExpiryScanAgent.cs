namespace Commerce.Agents.Domain.Inventory;

/// <summary>Has every product that expires looked at; there is one key.</summary>
public sealed class ExpiryScanAgent : IHandle<ScanExpiry, ExpiryScan>
{
    internal const string Key = "stock";

    /// <inheritdoc/>
    public async Task HandleAsync(ScanExpiry message, AgentContext<ExpiryScan> context, CancellationToken cancellationToken)
    {
        var locations = await context.Repository<Location>().AllAsync(static location => location.ExpiresOn != null).ConfigureAwait(false);

        // Where an alert is open and nothing is left, the alert has to be closed.
        var alerts = await context.Repository<StockAlert>()
            .AllAsync(static alert => alert.Kind == StockAlertKind.ExpiringSoon && alert.ResolvedAt == null).ConfigureAwait(false);
        StockPlace[] places = [.. locations.Select(static location => new StockPlace(location.Sku, location.Warehouse))
            .Union(alerts.Select(static alert => new StockPlace(alert.Sku, alert.Warehouse)))];
        foreach (var place in places)
        {
            context.Send(new CheckExpiry(place.Sku, place.Warehouse));
        }

        context.State = new ExpiryScan { At = context.Clock.GetUtcNow(), Places = places.Length };
    }
}
