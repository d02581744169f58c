using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>Takes units in that arrived: they can be sold at once, or after an inspection; keys are the ids of receipts and of returns.</summary>
/// <param name="options">What is inspected.</param>
/// <param name="picking">Whether there are people who put units away.</param>
public sealed partial class ReceiptAgent(IOptions<ReceivingOptions> options, IOptions<PickingOptions> picking) :
    IHandle<OpenReceipt, ReceiptWork>, IHandle<InspectionCompleted, ReceiptWork>
{
    /// <inheritdoc/>
    public async Task HandleAsync(OpenReceipt message, AgentContext<ReceiptWork> context, CancellationToken cancellationToken)
    {
        var receipt = new Receipt
        {
            Id = message.ReceiptId,
            PurchaseOrderId = message.PurchaseOrderId,
            Number = message.Number,
            Supplier = message.Supplier,
            Warehouse = message.Warehouse,
            ReceivedAt = context.Clock.GetUtcNow(),
        };
        ReceiptLine[] lines = [.. message.Lines.Select(line => IsInspected(line.Sku, message.Supplier) ? Inspect(receipt, line, context) : Release(receipt, line, line.Quantity, context))];
        await SaveAsync(receipt with { Lines = lines }, context).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task HandleAsync(InspectionCompleted message, AgentContext<ReceiptWork> context, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(message.Subject, out var id))
        {
            return;
        }

        if (message.Kind == ReturnReceipt.Inspection)
        {
            await InspectedAsync(id, message, context).ConfigureAwait(false);
            return;
        }

        if (message.Kind != Receipt.Inspection || await context.Repository<Receipt>().FindAsync(id).ConfigureAwait(false) is not { Value: var receipt })
        {
            return;
        }

        var line = receipt.Lines.FirstOrDefault(line => line.InspectionId == message.InspectionId);
        var refusals = Check(message, "receipt", line?.Quality, line?.Quantity ?? 0);
        if (!refusals.Any)
        {
            var judged = Release(receipt, line!, message.Accepted, context);
            await SaveAsync(receipt with { Lines = [.. receipt.Lines.Select(one => one == line ? judged : one)] }, context).ConfigureAwait(false);
        }

        context.Reply(refusals.Answer(message.InspectionId.ToString()));
    }

    private static Refusals Check(InspectionCompleted message, string subject, StockQuality? quality, int quantity)
    {
        var refusals = new Refusals();
        if (quality is null)
        {
            refusals.Add(RefusalCode.NotFound, "InspectionId", $"The {subject} has no such inspection.");
        }
        else if (quality != StockQuality.Pending)
        {
            refusals.Add(RefusalCode.Duplicate, "InspectionId", $"The units are {quality} already.");
        }
        else
        {
            refusals.Require(
                message.Accepted >= 0 && message.Rejected >= 0 && message.Accepted + (long)message.Rejected == quantity,
                "Accepted",
                $"{message.Accepted} were accepted and {message.Rejected} rejected: together they are {quantity}.");
        }

        return refusals;
    }

    private static ReceiptLine Inspect(Receipt receipt, ReceiptLine line, AgentContext<ReceiptWork> context)
    {
        var inspection = context.NewId();
        context.Publish(new InspectionRequested(
            inspection, Receipt.Inspection, receipt.Id.ToString(), line.Sku, line.Quantity, receipt.Warehouse, receipt.Supplier, line.Batch));
        return line with { Quality = StockQuality.Pending, InspectionId = inspection };
    }

    private static Task SaveAsync(Receipt receipt, AgentContext<ReceiptWork> context)
    {
        var awaited = receipt.Lines.Count(static line => line.Quality == StockQuality.Pending);
        context.State = new ReceiptWork { Awaited = awaited };
        return context.Repository<Receipt>().PutAsync(receipt with { IsPending = awaited > 0 });
    }

    private bool IsInspected(Sku sku, string supplier) => options.Value.InspectedSkus.Contains(sku) || options.Value.InspectedSuppliers.Contains(supplier);

    /// <summary>Lets the good units into the level, and the others go back.</summary>
    private ReceiptLine Release(Receipt receipt, ReceiptLine line, int accepted, AgentContext<ReceiptWork> context)
    {
        if (accepted > 0)
        {
            context.Send(new ReceiveStock(line.Sku, accepted, receipt.Number, receipt.Warehouse, UnitCost: line.UnitCost, Batch: line.Batch));
            context.Publish(new StockReceived(receipt.PurchaseOrderId, line.Sku, receipt.Warehouse, line.Ordered, accepted, line.Batch));
            if (!picking.Value.IsAutomatic)
            {
                context.Send(new RequestPutAway(context.NewId(), line.Sku, receipt.Warehouse, accepted, receipt.Number, line.Batch, line.ExpiresOn));
            }
        }

        if (accepted < line.Quantity)
        {
            context.Publish(new GoodsRejected(
                receipt.PurchaseOrderId, receipt.Supplier, receipt.Warehouse, line.Sku, line.Quantity - accepted, line.Batch));
        }

        return line with { Quality = accepted > 0 ? StockQuality.Approved : StockQuality.Rejected, Accepted = accepted };
    }
}
