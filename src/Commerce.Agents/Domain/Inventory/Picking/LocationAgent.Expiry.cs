namespace Commerce.Agents.Domain.Inventory;

/// <content>Units that expire.</content>
public sealed partial class LocationAgent
{
    /// <inheritdoc/>
    public async Task HandleAsync(CheckExpiry message, AgentContext<LocationLedger> context, CancellationToken cancellationToken)
    {
        var all = await AllAsync(message.Sku, message.Warehouse, context).ConfigureAwait(false);
        var last = context.Today().AddDays(options.Value.ExpiringSoonDays);
        Location[] expiring = [.. all.Where(location => location.ExpiresOn <= last).OrderBy(static location => location.ExpiresOn)];
        if (context.State.OpenAlert is { } open)
        {
            if (expiring.Length == 0)
            {
                await context.CloseAlertAsync(open).ConfigureAwait(false);
                context.State = context.State with { OpenAlert = null };
            }

            return;
        }

        if (expiring.Length == 0)
        {
            return;
        }

        var alert = await context.OpenAlertAsync(new StockPlace(message.Sku, message.Warehouse), StockAlertKind.ExpiringSoon).ConfigureAwait(false);
        context.State = context.State with { OpenAlert = alert };
        context.Publish(new ExpiringSoonDetected(
            message.Sku,
            message.Warehouse,
            expiring.Sum(static location => location.Quantity),
            expiring[0].ExpiresOn!.Value,
            [.. expiring.Where(static location => location.Batch is not null).Select(static location => location.Batch!).Distinct()],
            alert.Severity));
    }
}
