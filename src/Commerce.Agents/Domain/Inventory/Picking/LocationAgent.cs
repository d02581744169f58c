using Commerce.Agents.Domain.Orders;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>Owns the locations of a product in a warehouse; keys are <see cref="StockPlace.Key"/>, so that units are never promised to two pick lists.</summary>
/// <param name="options">When units expire soon.</param>
public sealed partial class LocationAgent(IOptions<InventoryOptions> options) :
    IHandle<RequestPutAway, LocationLedger>, IHandle<PutAway, LocationLedger>, IHandle<AllocateLocations, LocationLedger>,
    IHandle<TakeFromLocation, LocationLedger>, IHandle<FreeLocation, LocationLedger>, IHandle<CheckExpiry, LocationLedger>
{
    private const int MaxQuantity = 1_000_000;

    /// <inheritdoc/>
    public Task HandleAsync(RequestPutAway message, AgentContext<LocationLedger> context, CancellationToken cancellationToken) =>
        context.Repository<PutAwayTask>().PutAsync(new PutAwayTask
        {
            Id = message.TaskId,
            Sku = message.Sku,
            Warehouse = message.Warehouse,
            Quantity = message.Quantity,
            Reference = message.Reference,
            Batch = message.Batch,
            ExpiresOn = message.ExpiresOn,
            CreatedAt = context.Clock.GetUtcNow(),
        });

    /// <inheritdoc/>
    public async Task HandleAsync(PutAway message, AgentContext<LocationLedger> context, CancellationToken cancellationToken)
    {
        var refusals = Check(message);
        PutAwayTask? task = null;
        if (message.TaskId is { } taskId)
        {
            task = (await context.Repository<PutAwayTask>().FindAsync(taskId).ConfigureAwait(false))?.Value;
            Check(message, task, refusals);
        }

        var (batch, expiresOn) = task is null ? (message.Batch, message.ExpiresOn) : (task.Batch, task.ExpiresOn);
        var locations = context.Repository<Location>();
        var id = IdOf(message.Warehouse, message.Location, message.Sku);
        var known = (await locations.FindAsync(id).ConfigureAwait(false))?.Value;
        refusals.Require(
            known is null || (known.Batch == batch && known.ExpiresOn == expiresOn),
            "Location",
            $"{message.Location} has another batch of {message.Sku}: use another bin.");
        if (!refusals.Any)
        {
            var location = known ?? new Location
            {
                Id = id, Warehouse = message.Warehouse, Code = message.Location, Sku = message.Sku, Quantity = 0, Batch = batch, ExpiresOn = expiresOn,
            };
            await locations.PutAsync(location with { Quantity = location.Quantity + message.Quantity }).ConfigureAwait(false);
            if (task is not null)
            {
                var done = task.Done + message.Quantity;
                await context.Repository<PutAwayTask>().PutAsync(
                    task with { Done = done, DoneAt = done == task.Quantity ? context.Clock.GetUtcNow() : null }).ConfigureAwait(false);
            }

            context.State = context.State with { PutAways = context.State.PutAways + 1 };
        }

        context.Reply(refusals.Answer(message.Location));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(AllocateLocations message, AgentContext<LocationLedger> context, CancellationToken cancellationToken)
    {
        var (sku, warehouse) = (message.Sku, message.Warehouse);
        var locations = context.Repository<Location>();
        var all = await AllAsync(sku, warehouse, context).ConfigureAwait(false);
        var choice = LocationChoice.Choose(
            [.. all.Where(location => !message.Except.Contains(location.Code))], message.Quantity, context.Today());
        foreach (var pick in choice.Picks)
        {
            var location = all.First(location => location.Code == pick.Location);
            await locations.PutAsync(location with { Kept = location.Kept + pick.Quantity }).ConfigureAwait(false);
        }

        await context.KeepDecisionAsync(
            "location",
            PickList.KeyOf(message.OrderId, message.Part),
            choice.Picks.Count == 0 ? "none" : string.Join(", ", choice.Picks.Select(static pick => pick.Location)),
            choice.Reason,
            parts: [.. choice.Picks.Select(static pick => new DecisionPart(pick.Location, pick.Quantity))]).ConfigureAwait(false);
        context.Publish(new LocationsAllocated(
            message.OrderId, message.Part, message.PickListId, message.Line, sku, warehouse, message.Quantity, choice.Picks));
    }

    /// <inheritdoc/>
    public Task HandleAsync(TakeFromLocation message, AgentContext<LocationLedger> context, CancellationToken cancellationToken) =>
        ChangeAsync(message.Sku, message.Warehouse, message.Location, message.Quantity, message.Quantity, context);

    /// <inheritdoc/>
    public Task HandleAsync(FreeLocation message, AgentContext<LocationLedger> context, CancellationToken cancellationToken) =>
        ChangeAsync(message.Sku, message.Warehouse, message.Location, 0, message.Quantity, context);

    private static Task<IReadOnlyList<Location>> AllAsync(Sku sku, string warehouse, AgentContext context) =>
        context.Repository<Location>().AllAsync(location => location.Sku == sku && location.Warehouse == warehouse);

    /// <summary>An empty location is no location of the product any more: something else can be put there.</summary>
    private static async Task ChangeAsync(Sku sku, string warehouse, string code, int taken, int freed, AgentContext<LocationLedger> context)
    {
        var locations = context.Repository<Location>();
        if (await locations.FindAsync(IdOf(warehouse, code, sku)).ConfigureAwait(false) is not { Value: var location })
        {
            return;
        }

        location = location with { Quantity = location.Quantity - taken, Kept = location.Kept - freed };
        await (location.Quantity > 0 ? locations.PutAsync(location) : locations.DeleteAsync(location.Id)).ConfigureAwait(false);
    }

    private static Guid IdOf(string warehouse, string code, Sku sku) => OrderKeys.From($"location {warehouse}/{code}", sku.Value).Value;

    private static Refusals Check(PutAway message)
    {
        var refusals = new Refusals();
        refusals.Require(
            LocationCode.IsValid(message.Location), "Location", "Location is no zone-aisle-rack-bin: give four groups of 1 to 8 letters and digits, such as A-01-02-3.");
        refusals.Require(message.Quantity is >= 1 and <= MaxQuantity, "Quantity", $"Quantity is {message.Quantity}: give 1 to {MaxQuantity}.");
        refusals.RequireBatch(message.Batch);
        return refusals;
    }

    private static void Check(PutAway message, PutAwayTask? task, Refusals refusals)
    {
        if (task is null || task.Sku != message.Sku || task.Warehouse != message.Warehouse)
        {
            refusals.Add(RefusalCode.NotFound, "TaskId", "There is no such task for this product and warehouse.");
            return;
        }

        var left = task.Quantity - task.Done;
        refusals.Require(message.Quantity <= left, "Quantity", $"Quantity is {message.Quantity}: {left} are left to put away.");
    }
}
