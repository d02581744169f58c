namespace Commerce.Agents.Domain.Inventory;

/// <summary>What happens to the lines of a purchase order. Pure functions.</summary>
internal static class PurchaseOrderSteps
{
    /// <summary>Adds what is needed; packs and smallest quantities count for the line as a whole.</summary>
    internal static PurchaseOrder Growing(this PurchaseOrder order, IReadOnlyList<PurchaseOrderRequest> requests, bool isRecommendation)
    {
        var lines = order.Lines.ToList();
        foreach (var request in requests)
        {
            var index = lines.FindIndex(line => line.Sku == request.Sku);
            var before = index < 0 ? 0 : lines[index].Requested;
            var requested = isRecommendation ? Math.Max(before, request.Quantity) : before + request.Quantity;
            var line = new PurchaseOrderLine
            {
                Sku = request.Sku,
                Requested = requested,
                Ordered = Reorder.RoundUp(requested, request.Pack, request.Moq),
                UnitCost = request.UnitCost,
                LeadDays = request.LeadDays,
            };
            if (index < 0)
            {
                lines.Add(line);
            }
            else
            {
                lines[index] = line;
            }
        }

        return order with { Lines = lines };
    }

    internal static IReadOnlyList<PurchaseOrderItem> Items(this PurchaseOrder order) =>
        [.. order.Lines.Select(line => new PurchaseOrderItem(line.Sku, line.Ordered))];

    internal static DateOnly DueWhenSent(this PurchaseOrder order, DateTimeOffset now) =>
        DateOnly.FromDateTime(now.UtcDateTime).AddDays(order.Lines.Max(line => line.LeadDays));

    internal static bool NeedsApproval(this PurchaseOrder order, SupplierOptions options)
    {
        var total = order.Total()!.Value;
        var isAboveLimit = total.Currency != options.Currency || total.Amount > options.ApprovalLimit;
        return isAboveLimit && (order.ApprovedTotal is not { } approved || approved.Currency != total.Currency || approved < total);
    }

    internal static void CheckReceipt(this PurchaseOrder order, IReadOnlyList<PurchaseReceiptLine> lines, SupplierOptions options, Refusals refusals)
    {
        refusals.Require(lines.Count > 0, "Lines", "Lines is empty: give at least one.");
        foreach (var group in lines.GroupBy(line => line.Sku))
        {
            var field = $"Lines[{group.Key}]";
            var came = group.First();
            var line = order.Lines.FirstOrDefault(line => line.Sku == group.Key);
            refusals.Require(group.Count() == 1, field, "The SKU is there more than once: give each once.");
            refusals.Require(line is not null, field, "It was not ordered: send it back, or order it.");
            refusals.Require(came.Received >= 1, field + ".Received", $"Received is {came.Received}: give 1 or more.");
            refusals.Require(came.Rejected >= 0 && came.Rejected <= Math.Max(0, came.Received), field + ".Rejected", $"Rejected is {came.Rejected}: give 0 to {Math.Max(0, came.Received)}.");
            refusals.RequireBatch(came.Batch, field + ".Batch");
            if (line is null)
            {
                continue;
            }

            var most = (int)decimal.Floor(line.Ordered * (1 + options.OverReceiptRate)) - line.Accepted;
            if (came.Received - came.Rejected > most)
            {
                var text = $"{came.Received - came.Rejected} good ones came: {most} can be taken of {line.Ordered} ordered. Send the others back.";
                refusals.Add(new Refusal(RefusalCode.PolicyViolation, text) { Field = field + ".Received" });
            }
        }
    }

    /// <summary>Gives what came and was good, with what it costs.</summary>
    internal static IReadOnlyList<ReceiptLine> ReceiptOf(this PurchaseOrder order, IReadOnlyList<PurchaseReceiptLine> lines) =>
    [
        .. from came in lines
           where came.Received > came.Rejected
           let line = order.Lines.First(line => line.Sku == came.Sku)
           select new ReceiptLine(came.Sku, line.Ordered, came.Received - came.Rejected, line.UnitCost, came.Batch, came.ExpiresOn),
    ];

    /// <summary>Notes a delivery that was checked. A complete one passes through both steps of the table.</summary>
    internal static PurchaseOrder Receiving(this PurchaseOrder order, PurchaseReceipt receipt)
    {
        var lines = order.Lines.Select(line => receipt.Lines.FirstOrDefault(came => came.Sku == line.Sku) is { } came
            ? line with { Accepted = line.Accepted + came.Received - came.Rejected, Rejected = line.Rejected + came.Rejected }
            : line).ToList();
        var isComplete = lines.TrueForAll(line => line.Outstanding() == 0);
        return order with
        {
            Status = isComplete ? PurchaseOrderStatus.Received : PurchaseOrderStatus.PartiallyReceived,
            Lines = lines,
            Receipts = [.. order.Receipts, receipt],
            ReceivedAt = isComplete ? receipt.At : null,
        };
    }
}
