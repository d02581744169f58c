using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>Keeps the warehouses; keys are their codes.</summary>
/// <param name="options">When to raise alerts.</param>
public sealed class WarehouseRegisterAgent(IOptions<WarehouseOptions> options) :
    IHandle<SetWarehouse, WarehouseRegistration>, IHandle<GetWarehouseMetrics, WarehouseRegistration>
{
    /// <inheritdoc/>
    public async Task HandleAsync(SetWarehouse message, AgentContext<WarehouseRegistration> context, CancellationToken cancellationToken)
    {
        var refusals = Check(message);
        if (refusals.Any)
        {
            context.Reply(refusals.Answer(message.Code));
            return;
        }

        var warehouses = context.Repository<Warehouse>();
        var known = await warehouses.FindAsync(InventoryKeys.Warehouse(message.Code)).ConfigureAwait(false);
        var warehouse = new Warehouse
        {
            Id = InventoryKeys.Warehouse(message.Code),
            Code = message.Code,
            Address = message.Address,
            Coordinates = message.Coordinates,
            Countries = message.Countries,
            GoodsClasses = message.GoodsClasses,
            IsActive = message.IsActive,
            Metrics = message.Metrics ?? known?.Value.Metrics ?? new WarehouseMetrics(),
        };
        await warehouses.PutAsync(warehouse).ConfigureAwait(false);

        var alerts = WarehouseScore.Alerts(warehouse.Metrics, options.Value);
        foreach (var alert in alerts.Where(alert => !context.State.OpenAlerts.Contains(alert.Kind)))
        {
            context.Publish(new CapacityAlertRaised(message.Code, alert.Kind, alert.Value));
        }

        context.State = context.State with { OpenAlerts = [.. alerts.Select(alert => alert.Kind)] };
        context.Reply(Answer.Done(message.Code));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(GetWarehouseMetrics message, AgentContext<WarehouseRegistration> context, CancellationToken cancellationToken)
    {
        if (await context.Repository<Warehouse>().FindAsync(InventoryKeys.Warehouse(message.Warehouse)).ConfigureAwait(false) is not { Value: var warehouse })
        {
            var refusal = new Refusal(RefusalCode.NotFound, "There is no such warehouse: register it first.") { Field = "Warehouse" };
            context.Reply(new WarehouseMetricsAnswer(message.Warehouse, null, [], [refusal]));
            return;
        }

        context.Reply(new WarehouseMetricsAnswer(
            message.Warehouse, warehouse.Metrics, WarehouseScore.Alerts(warehouse.Metrics, options.Value), []));
    }

    private static Refusals Check(SetWarehouse message)
    {
        var refusals = new Refusals();
        refusals.RequireCode(message.Code, "Code");
        refusals.Require(message.Coordinates?.IsOnGlobe != false, "Coordinates", "Coordinates are not on the globe: give a latitude of -90 to 90 and a longitude of -180 to 180.");
        refusals.Require(message.Countries.Count > 0, "Countries", "Countries is empty: give at least one that is served.");
        if (message.Metrics is { } metrics)
        {
            refusals.Require(metrics.Utilisation is null or >= 0, "Metrics.Utilisation", $"Utilisation is {metrics.Utilisation}: give 0 or more, 1 when it is full.");
            refusals.Require(metrics.HandlingHours is null or >= 0, "Metrics.HandlingHours", $"HandlingHours is {metrics.HandlingHours}: give 0 or more.");
            refusals.Require(metrics.ErrorRate is null or (>= 0 and <= 1), "Metrics.ErrorRate", $"ErrorRate is {metrics.ErrorRate}: give 0 to 1.");
            refusals.Require(metrics.OnTimeRate is null or (>= 0 and <= 1), "Metrics.OnTimeRate", $"OnTimeRate is {metrics.OnTimeRate}: give 0 to 1.");
        }

        return refusals;
    }
}
