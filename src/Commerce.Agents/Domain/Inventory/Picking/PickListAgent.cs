using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>Owns the picking of one part of an order, from the list to the packages; keys are <see cref="PickList.KeyOf"/>.</summary>
/// <param name="options">How orders are picked.</param>
public sealed partial class PickListAgent(IOptions<PickingOptions> options) :
    IHandle<CreatePickList, PickListWork>, IHandle<LocationsAllocated, PickListWork>, IHandle<CancelPickList, PickListWork>,
    IHandle<AssignPickList, PickListWork>, IHandle<StartPicking, PickListWork>, IHandle<ConfirmPick, PickListWork>,
    IHandle<ReportShort, PickListWork>, IHandle<CompletePicking, PickListWork>, IHandle<PackPickList, PickListWork>
{
    private const int MaxReason = 200;

    /// <inheritdoc/>
    public async Task HandleAsync(CreatePickList message, AgentContext<PickListWork> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.Require(message.Part >= 1, "Part", $"Part is {message.Part}: give 1 or more.");
        refusals.Require(message.Lines.Count > 0 && message.Lines.All(static line => line.Quantity >= 1), "Lines", "Lines has nothing to pick: give at least one line, each of 1 or more.");
        context.Reply(refusals.Answer(context.Key));
        if (refusals.Any)
        {
            return;
        }

        if (await FindAsync(context).ConfigureAwait(false) is { Status: not PickListStatus.Cancelled } known)
        {
            Repeat(message, known, context);
            return;
        }

        var list = New(message, context.NewId(), context.Clock.GetUtcNow());
        var lines = new List<PickLine>();
        var warehouse = list.Warehouse;
        List<Sku> skus = [.. list.Lines.Select(static line => line.Sku).Distinct()];
        var located = (await context.Repository<Location>().AllAsync(location => skus.Contains(location.Sku) && location.Warehouse == warehouse).ConfigureAwait(false))
            .Select(static location => location.Sku).ToHashSet();
        foreach (var line in list.Lines)
        {
            var hasLocations = located.Contains(line.Sku);
            if (hasLocations)
            {
                context.Send(new AllocateLocations(list.OrderId, list.Part, list.Id, line.Number, line.Sku, warehouse, line.Quantity, []));
            }

            lines.Add(hasLocations ? line : line with { Picks = [new LocationPick("", line.Quantity)] });
        }

        context.State = new PickListWork
        {
            PickListId = list.Id,
            Lines = message.Lines,
            ShipTo = message.ShipTo,
            RequiredBy = message.RequiredBy,
            Awaited = lines.Count(static line => line.Picks.Count == 0),
        };
        await ContinueAsync(list with { Lines = lines }, context).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task HandleAsync(LocationsAllocated message, AgentContext<PickListWork> context, CancellationToken cancellationToken)
    {
        var list = await FindAsync(context).ConfigureAwait(false);
        if (list is null || list.Id != message.PickListId || list.Status == PickListStatus.Cancelled)
        {
            // It was cancelled before the locations were chosen.
            Free(message.Sku, message.Warehouse, message.Picks, context);
            return;
        }

        var line = list.Lines[message.Line - 1];
        var missing = message.Requested - message.Picks.Sum(static pick => pick.Quantity);
        if (list.Status == PickListStatus.None)
        {
            // What is in no location is somewhere else in the warehouse.
            line = line with { Picks = missing == 0 ? message.Picks : [.. message.Picks, new LocationPick("", missing)] };
            context.State = context.State with { Awaited = context.State.Awaited - 1 };
            await ContinueAsync(list.With(line), context).ConfigureAwait(false);
            return;
        }

        if (missing < message.Requested)
        {
            context.Send(new AdjustStock(line.Sku, missing - message.Requested, ShortReason(list), list.Warehouse, StockMovementKind.Loss) { TakesOnlyWhatIsFree = true });
        }

        list = list.With(line.Adding(message.Picks));
        await SaveAsync(missing == 0 ? list : Short(list, line.Number, missing, context), context).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task HandleAsync(CancelPickList message, AgentContext<PickListWork> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.RequireText(message.Reason, MaxReason, "Reason");
        var list = await FindAsync(context, PickListStatus.Cancelled, refusals).ConfigureAwait(false);
        if (message.IsOrderCancelled)
        {
            context.State = context.State with { IsOrderCancelled = true };
        }

        if (!refusals.Any)
        {
            foreach (var line in list!.Lines)
            {
                Free(line.Sku, list.Warehouse, [.. line.Picks.Select(static pick => pick with { Quantity = pick.Left() })], context);
                PutBack(line, list, context);
            }

            await SaveAsync(list with { Status = PickListStatus.Cancelled, Why = message.Reason }, context).ConfigureAwait(false);
            context.Publish(new PickListCancelled(list.Id, list.OrderId, list.Part, message.Reason));
        }

        context.Reply(refusals.Answer(context.Key));
    }

    private static string ShortReason(PickList list) => $"missing when {list.Number} was picked";

    /// <summary>Reads the list of this key.</summary>
    private static async Task<PickList?> FindAsync(AgentContext<PickListWork> context) =>
        context.State.PickListId is { } id ? (await context.Repository<PickList>().FindAsync(id).ConfigureAwait(false))?.Value : null;

    /// <summary>Reads the list that shall go to a status, and says what speaks against it.</summary>
    private static async Task<PickList?> FindAsync(AgentContext<PickListWork> context, PickListStatus to, Refusals refusals)
    {
        var list = await FindAsync(context).ConfigureAwait(false);
        if (list is null)
        {
            refusals.Add(RefusalCode.NotFound, "OrderId", "There is no such pick list.");
        }
        else if (PickListTransitions.Table.Refuse(list.Status, to) is { } refusal)
        {
            refusals.Add(refusal);
        }

        return list;
    }

    private static Task SaveAsync(PickList list, AgentContext<PickListWork> context) => context.Repository<PickList>().PutAsync(list);

    private static void Free(Sku sku, string warehouse, IReadOnlyList<LocationPick> picks, AgentContext<PickListWork> context)
    {
        foreach (var pick in picks.Where(static pick => pick is { Location: not "", Quantity: > 0 }))
        {
            context.Send(new FreeLocation(sku, warehouse, pick.Location, pick.Quantity));
        }
    }

    /// <summary>Asks for what was taken out of locations to be put into locations again.</summary>
    private static void PutBack(PickLine line, PickList list, AgentContext<PickListWork> context)
    {
        foreach (var pick in line.Picks.Where(static pick => pick is { Location: not "", Picked: > 0 }))
        {
            context.Send(new RequestPutAway(context.NewId(), line.Sku, list.Warehouse, pick.Picked, $"pick list {list.Number}/{list.Part}", pick.Batch, pick.ExpiresOn));
        }
    }

    /// <summary>The order is planned again, because it was held after its picking had begun: the same units are shipped as it says now.</summary>
    private static void Repeat(CreatePickList message, PickList list, AgentContext<PickListWork> context)
    {
        context.State = context.State with { ShipTo = message.ShipTo, RequiredBy = message.RequiredBy };
        if (list.Status != PickListStatus.None)
        {
            context.Publish(new PickListCreated(list.OrderId, list.Part));
        }

        if (list.PackedAt is not null)
        {
            TellReady(list, context);
        }
    }

    private PickList New(CreatePickList message, Guid id, DateTimeOffset now) => new()
    {
        Id = id,
        OrderId = message.OrderId,
        Part = message.Part,
        Number = message.Number,
        Warehouse = message.Warehouse,
        Priority = message.Priority,
        QueuePlace = PickQueue.PlaceOf(message.Priority, now),
        CreatedAt = now,
        LeavesOn = PickQueue.LeavesOn(message.Priority, now, options.Value.ExpressCutOff, TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone)),
        Lines = [.. message.Lines.Select(static (line, index) => new PickLine { Number = index + 1, Sku = line.Sku, Title = line.Title, Quantity = line.Quantity })],
    };

    /// <summary>Puts a list into the queue once every line has its locations.</summary>
    private async Task ContinueAsync(PickList list, AgentContext<PickListWork> context)
    {
        if (context.State.Awaited > 0)
        {
            await SaveAsync(list, context).ConfigureAwait(false);
            return;
        }

        context.Publish(new PickListCreated(list.OrderId, list.Part));
        list = list with { Status = PickListStatus.Pending };
        if (options.Value.IsAutomatic)
        {
            // Assigned, picked and completed in one go: all steps of the table, of which nobody sees the ones between.
            list = Pack(Complete(TakeAll(list, context), context), null, context);
        }

        await SaveAsync(list, context).ConfigureAwait(false);
    }
}
