namespace Commerce.Agents.Domain.Inventory;

/// <content>What buyers send back: it can be sold again only after an inspection; keys are the ids of returns.</content>
public sealed partial class ReceiptAgent : IHandle<ExpectReturn, ReceiptWork>, IHandle<ReceiveReturn, ReceiptWork>
{
    private const int MaxNumber = 64;
    private const int MaxLines = 200;
    private const int MaxQuantity = 10_000;

    /// <inheritdoc/>
    public async Task HandleAsync(ExpectReturn message, AgentContext<ReceiptWork> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.Require(message.RmaId != Guid.Empty, "RmaId", "RmaId is empty: give the id of the return.");
        refusals.RequireText(message.Number, MaxNumber, "Number");
        CheckLines(message.Lines, refusals);
        if (!refusals.Any && await FindReturnAsync(message.RmaId, context).ConfigureAwait(false) is { } known)
        {
            if (known.OrderId != message.OrderId || known.Number != message.Number || !known.Announced.SequenceEqual(message.Lines))
            {
                refusals.Add(RefusalCode.Duplicate, "RmaId", "The return was announced otherwise: give each return its own id.");
            }
        }
        else if (!refusals.Any)
        {
            await SaveAsync(new ReturnReceipt { Id = message.RmaId, OrderId = message.OrderId, Number = message.Number, Announced = message.Lines }, context).ConfigureAwait(false);
        }

        context.Reply(refusals.Answer(message.RmaId.ToString()));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(ReceiveReturn message, AgentContext<ReceiptWork> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.RequireCode(message.Warehouse, "Warehouse");
        CheckLines(message.Lines, refusals);
        if (!refusals.Any)
        {
            if (await FindReturnAsync(message.RmaId, context).ConfigureAwait(false) is { } known)
            {
                Check(message, known, refusals);
                await (refusals.Any ? Task.CompletedTask : ReceiveAsync(message, known, context)).ConfigureAwait(false);
            }
            else
            {
                await ShelveAsync(message, context).ConfigureAwait(false);
                refusals.Add(RefusalCode.NotFound, "RmaId", "The return is not announced: the parcel is on the exceptions shelf. Announce it by ExpectReturn, then receive it.");
            }
        }

        context.Reply(refusals.Answer(message.RmaId.ToString()));
    }

    private static void CheckLines(IReadOnlyList<ReturnedUnits> lines, Refusals refusals)
    {
        refusals.Require(lines.Count is >= 1 and <= MaxLines, "Lines", $"Lines has {lines.Count} products: give 1 to {MaxLines}.");
        foreach (var group in lines.GroupBy(static line => line.Sku))
        {
            refusals.Require(group.Count() == 1, $"Lines[{group.Key}]", "The SKU is there more than once: give each once.");
            refusals.Require(
                group.First().Quantity is >= 1 and <= MaxQuantity, $"Lines[{group.Key}].Quantity", $"Quantity is {group.First().Quantity}: give 1 to {MaxQuantity}.");
        }
    }

    private static void Check(ReceiveReturn message, ReturnReceipt known, Refusals refusals)
    {
        refusals.Require(known.OrderId == message.OrderId, "OrderId", "The return is of another order: give that one.");
        foreach (var line in message.Lines)
        {
            var left = known.LeftOf(line.Sku);
            if (line.Quantity > left)
            {
                refusals.Add(
                    RefusalCode.PolicyViolation, $"Lines[{line.Sku}].Quantity", $"{line.Quantity} came and {left} are still expected: receive those, and put the others on the exceptions shelf.");
            }
        }
    }

    private static async Task ReceiveAsync(ReceiveReturn message, ReturnReceipt known, AgentContext<ReceiptWork> context)
    {
        var now = context.Clock.GetUtcNow();
        var came = new List<ReturnReceiptLine>();
        foreach (var line in message.Lines)
        {
            var inspection = context.NewId();
            came.Add(new ReturnReceiptLine(line.Sku, line.Quantity, message.Warehouse, inspection, now));
            context.Publish(new InspectionRequested(
                inspection, ReturnReceipt.Inspection, message.RmaId.ToString(), line.Sku, line.Quantity, message.Warehouse, Supplier: ""));
        }

        await SaveAsync(known with { Lines = [.. known.Lines, .. came] }, context).ConfigureAwait(false);
        await context.Repository<ShelvedParcel>().DeleteAsync(message.RmaId).ConfigureAwait(false);
        context.Publish(new ReturnItemsReceived(message.RmaId, message.Lines, now, message.Warehouse));
    }

    private static Task ShelveAsync(ReceiveReturn message, AgentContext<ReceiptWork> context)
    {
        context.Publish(new UnknownParcelShelved(message.RmaId, message.Warehouse));
        return context.Repository<ShelvedParcel>().PutAsync(new ShelvedParcel
        {
            Id = message.RmaId,
            Warehouse = message.Warehouse,
            Lines = message.Lines,
            ReceivedAt = context.Clock.GetUtcNow(),
        });
    }

    private static async Task<ReturnReceipt?> FindReturnAsync(Guid id, AgentContext<ReceiptWork> context) =>
        (await context.Repository<ReturnReceipt>().FindAsync(id).ConfigureAwait(false))?.Value;

    private static Task SaveAsync(ReturnReceipt receipt, AgentContext<ReceiptWork> context)
    {
        var awaited = receipt.Lines.Count(static line => line.Quality == StockQuality.Pending);
        context.State = new ReceiptWork { Awaited = awaited };
        return context.Repository<ReturnReceipt>().PutAsync(receipt with { IsPending = awaited > 0 });
    }

    private async Task InspectedAsync(Guid id, InspectionCompleted message, AgentContext<ReceiptWork> context)
    {
        if (await FindReturnAsync(id, context).ConfigureAwait(false) is not { } receipt)
        {
            return;
        }

        var line = receipt.Lines.FirstOrDefault(line => line.InspectionId == message.InspectionId);
        var refusals = Check(message, "return", line?.Quality, line?.Quantity ?? 0);
        if (!refusals.Any)
        {
            var judged = Release(receipt, line!, message.Accepted, context);
            await SaveAsync(receipt with { Lines = [.. receipt.Lines.Select(one => one == line ? judged : one)] }, context).ConfigureAwait(false);
        }

        context.Reply(refusals.Answer(message.InspectionId.ToString()));
    }

    /// <summary>Lets the good units into the level; the others never are in one.</summary>
    private ReturnReceiptLine Release(ReturnReceipt receipt, ReturnReceiptLine line, int accepted, AgentContext<ReceiptWork> context)
    {
        if (accepted > 0)
        {
            context.Send(new ReceiveStock(line.Sku, accepted, receipt.Number, line.Warehouse, StockMovementKind.Return));
            if (!picking.Value.IsAutomatic)
            {
                context.Send(new RequestPutAway(context.NewId(), line.Sku, line.Warehouse, accepted, receipt.Number));
            }
        }

        return line with { Quality = accepted > 0 ? StockQuality.Approved : StockQuality.Rejected, Accepted = accepted };
    }
}
