using Commerce.Carriers;

namespace Commerce.Agents.Domain.Inventory;

/// <content>What people with scanners do.</content>
public sealed partial class PickListAgent
{
    private const int MaxPicker = 64;

    /// <inheritdoc/>
    public async Task HandleAsync(AssignPickList message, AgentContext<PickListWork> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.RequireText(message.Picker, MaxPicker, "Picker");
        var list = await FindAsync(context, PickListStatus.Assigned, refusals).ConfigureAwait(false);
        if (!refusals.Any)
        {
            await SaveAsync(list! with { Status = PickListStatus.Assigned, Picker = message.Picker }, context).ConfigureAwait(false);
        }

        context.Reply(refusals.Answer(context.Key));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(StartPicking message, AgentContext<PickListWork> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        var list = await FindAsync(context, PickListStatus.Picking, refusals).ConfigureAwait(false);
        if (!refusals.Any)
        {
            var now = context.Clock.GetUtcNow();
            list = list! with { Status = PickListStatus.Picking, StartedAt = now, TargetAt = now + options.Value.TargetPickTime };
            await SaveAsync(list, context).ConfigureAwait(false);
        }

        context.Reply(refusals.Answer(context.Key));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(ConfirmPick message, AgentContext<PickListWork> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        var (list, line, pick) = await FindPickAsync(context, message.Line, message.Location, refusals).ConfigureAwait(false);
        if (pick is not null)
        {
            refusals.Require(message.Code == line!.Sku.Value, "Code", $"The code that was scanned is not that of {line.Sku}: put the item back and take the right one.");
            RequireLeft(message.Quantity, "Quantity", pick, refusals);
        }

        if (!refusals.Any)
        {
            Take(line!, list!, message.Location, message.Quantity, context);
            line = line! with { Picks = [.. line.Picks.Select(one => one == pick ? one with { Picked = one.Picked + message.Quantity } : one)] };
            await SaveAsync(list!.With(line), context).ConfigureAwait(false);
        }

        context.Reply(refusals.Answer(context.Key));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(ReportShort message, AgentContext<PickListWork> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        var (list, line, pick) = await FindPickAsync(context, message.Line, message.Location, refusals).ConfigureAwait(false);
        if (pick is not null)
        {
            RequireLeft(message.Missing, "Missing", pick, refusals);
        }

        if (!refusals.Any)
        {
            line = line! with
            {
                Picks = [.. line.Picks.Select(one => one == pick ? one with { Quantity = one.Quantity - message.Missing } : one)],
                ShortLocations = [.. line.ShortLocations.Union([message.Location])],
            };
            list = list!.With(line);
            context.Send(new StartCycleCount(context.NewId(), CycleCountKind.Spot, list.Warehouse, [line.Sku]));
            if (message.Location.Length > 0)
            {
                Take(line, list, message.Location, message.Missing, context);
                context.Send(new AllocateLocations(
                    list.OrderId, list.Part, list.Id, line.Number, line.Sku, list.Warehouse, message.Missing, line.ShortLocations));
            }
            else
            {
                list = Short(list, line.Number, message.Missing, context);
            }

            await SaveAsync(list, context).ConfigureAwait(false);
        }

        context.Reply(refusals.Answer(context.Key));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(CompletePicking message, AgentContext<PickListWork> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        var list = await FindAsync(context, PickListStatus.Completed, refusals).ConfigureAwait(false);
        if (!refusals.Any)
        {
            var open = list!.Lines.FirstOrDefault(static line => !line.IsDone());
            refusals.Require(open is null, "Lines", $"Line {open?.Number} is not done: take its units or report them as missing.");
            refusals.Require(open is not null || list.Lines.Any(static line => line.Picked() > 0), "Lines", "Nothing was picked: cancel the pick list.");
        }

        if (!refusals.Any)
        {
            await SaveAsync(Complete(list!, context), context).ConfigureAwait(false);
        }

        context.Reply(refusals.Answer(context.Key));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(PackPickList message, AgentContext<PickListWork> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        var list = await FindAsync(context).ConfigureAwait(false);
        if (list is not { Status: PickListStatus.Completed })
        {
            refusals.Add(list is null ? RefusalCode.NotFound : RefusalCode.InvalidTransition, "OrderId", $"There is no such pick list that is completed: it is {list?.Status.ToString() ?? "not known"}.");
        }
        else if (list.PackedAt is not null)
        {
            refusals.Add(RefusalCode.Duplicate, "OrderId", "It is packed already.");
        }
        else if (context.State.IsOrderCancelled)
        {
            refusals.Add(RefusalCode.PolicyViolation, "OrderId", "The order was cancelled: put the units back.");
        }
        else if (message.Packages is { } packages)
        {
            PackageCheck.Check(packages, list.PickedOf(context.State.Lines), refusals);
        }

        if (!refusals.Any)
        {
            await SaveAsync(Pack(list!, message.Packages, context), context).ConfigureAwait(false);
        }

        context.Reply(refusals.Answer(context.Key));
    }

    private static void RequireLeft(int quantity, string field, LocationPick pick, Refusals refusals) =>
        refusals.Require(quantity >= 1 && quantity <= pick.Left(), field, $"{field} is {quantity}: {pick.Left()} are left to take there.");

    /// <summary>Reads a line's units in a location, while the list is being picked.</summary>
    private static async Task<(PickList? List, PickLine? Line, LocationPick? Pick)> FindPickAsync(
        AgentContext<PickListWork> context, int number, string location, Refusals refusals)
    {
        var list = await FindAsync(context).ConfigureAwait(false);
        if (list is not { Status: PickListStatus.Picking or PickListStatus.ShortPicked })
        {
            refusals.Add(
                list is null ? RefusalCode.NotFound : RefusalCode.InvalidTransition, "OrderId", $"The pick list is {list?.Status.ToString() ?? "not known"}: start picking first.");
            return default;
        }

        var line = list.Lines.FirstOrDefault(line => line.Number == number);
        refusals.Require(line is not null, "Line", $"Line is {number}: give 1 to {list.Lines.Count}.");
        var pick = line?.Picks.FirstOrDefault(pick => pick.Location == location);
        refusals.Require(line is null || pick is not null, "Location", "The line has no units in that location: go where the list says.");
        return (list, line, pick);
    }

    private static void Take(PickLine line, PickList list, string location, int quantity, AgentContext<PickListWork> context)
    {
        if (location.Length > 0)
        {
            context.Send(new TakeFromLocation(line.Sku, list.Warehouse, location, quantity));
        }
    }

    private static PickList TakeAll(PickList list, AgentContext<PickListWork> context)
    {
        foreach (var line in list.Lines)
        {
            foreach (var pick in line.Picks)
            {
                Take(line, list, pick.Location, pick.Quantity, context);
            }
        }

        return list with
        {
            Lines = [.. list.Lines.Select(static line => line with { Picks = [.. line.Picks.Select(static pick => pick with { Picked = pick.Quantity })] })],
        };
    }

    /// <summary>Notes units that are nowhere: they leave the order's reservation and the level as a loss.</summary>
    private static PickList Short(PickList list, int number, int missing, AgentContext<PickListWork> context)
    {
        var line = list.Lines[number - 1];
        StockLine[] lost = [new(line.Sku, missing, list.Warehouse)];
        context.Send(new FulfilStock(list.OrderId.Value, lost, StockMovementKind.Loss));
        context.Publish(new PickListShortPicked(list.Id, list.OrderId, list.Part, lost));
        return list.With(line with { Missing = line.Missing + missing }) with { Status = PickListStatus.ShortPicked };
    }

    private static PickList Complete(PickList list, AgentContext<PickListWork> context)
    {
        StockLine[] picked = [.. list.Lines.Where(static line => line.Picked() > 0).Select(line => new StockLine(line.Sku, line.Picked(), list.Warehouse))];
        context.Publish(new PickListCompleted(list.Id, list.OrderId, list.Part, picked));
        return list with { Status = PickListStatus.Completed, CompletedAt = context.Clock.GetUtcNow() };
    }

    private static PickList Pack(PickList list, IReadOnlyList<Parcel>? packages, AgentContext<PickListWork> context)
    {
        context.State = context.State with { Packages = packages ?? Packing.Pack(list.PickedOf(context.State.Lines)) };
        TellReady(list, context);
        return list with { PackedAt = context.Clock.GetUtcNow() };
    }

    private static void TellReady(PickList list, AgentContext<PickListWork> context)
    {
        var work = context.State;
        context.Publish(new OrderReadyToShip(list.OrderId, list.Number, work.Packages, work.ShipTo!, work.RequiredBy, list.Part, list.Warehouse));
    }
}
