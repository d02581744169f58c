namespace Commerce.Agents.Domain.Inventory;

/// <content>What comes of a purchase order.</content>
public sealed partial class PurchaseOrderAgent
{
    private const int MaxReference = 64;

    /// <inheritdoc/>
    public Task HandleAsync(ReceivePurchaseOrder message, AgentContext<PurchaseOrderFollowUp> context, CancellationToken cancellationToken) =>
        ReceiveAsync(message.PurchaseOrderId, message.Reference, message.Lines, context);

    /// <inheritdoc/>
    public Task HandleAsync(ReceiveInbound message, AgentContext<PurchaseOrderFollowUp> context, CancellationToken cancellationToken) =>
        ReceiveAsync(message.PurchaseOrderId, message.Reference, message.Lines, context);

    private async Task ReceiveAsync(
        PurchaseOrderId purchaseOrderId, string reference, IReadOnlyList<PurchaseReceiptLine> lines, AgentContext<PurchaseOrderFollowUp> context)
    {
        var id = purchaseOrderId.ToString();
        var known = (await context.Repository<PurchaseOrder>().FindAsync(purchaseOrderId.Value).ConfigureAwait(false))?.Value;
        if (known?.Receipts.Any(receipt => receipt.Reference == reference) == true)
        {
            context.Reply(Answer.Done(id));
            return;
        }

        if (known is not { Status: PurchaseOrderStatus.PartiallyReceived } order)
        {
            if (await FindAsync(purchaseOrderId, context, PurchaseOrderStatus.PartiallyReceived).ConfigureAwait(false) is not { } confirmed)
            {
                return;
            }

            order = confirmed;
        }

        var refusals = new Refusals();
        refusals.RequireText(reference, MaxReference, "Reference");
        order.CheckReceipt(lines, options.Value, refusals);
        if (!refusals.Any)
        {
            order = order.Receiving(new PurchaseReceipt(reference, context.Clock.GetUtcNow(), lines));
            await context.Repository<PurchaseOrder>().PutAsync(order).ConfigureAwait(false);
            var isComplete = order.Status == PurchaseOrderStatus.Received;
            if (isComplete)
            {
                StopWatching(context);
            }

            List<PurchaseOrderItem> accepted =
                [.. lines.Where(line => line.Received > line.Rejected).Select(line => new PurchaseOrderItem(line.Sku, line.Received - line.Rejected))];
            if (accepted.Count > 0)
            {
                context.Send(new OpenReceipt(context.NewId(), purchaseOrderId, order.Number, order.Supplier, order.Warehouse, order.ReceiptOf(lines)));
            }

            context.Publish(new PurchaseOrderReceived(purchaseOrderId, order.Number, order.Supplier, order.Warehouse, accepted, isComplete));
        }

        context.Reply(refusals.Answer(id));
    }
}
