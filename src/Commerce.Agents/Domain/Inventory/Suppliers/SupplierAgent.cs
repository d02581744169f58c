using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>Keeps suppliers and their terms, and the one draft that each of them has for each warehouse; keys are suppliers' codes.</summary>
/// <param name="options">How goods are bought.</param>
public sealed class SupplierAgent(IOptions<SupplierOptions> options) :
    IHandle<RegisterSupplier, SupplierDrafts>, IHandle<SetSupplierProduct, SupplierDrafts>, IHandle<CreatePurchaseOrder, SupplierDrafts>,
    IHandle<ReorderAfterClosing, SupplierDrafts>, IHandle<PurchaseOrderSent, SupplierDrafts>, IHandle<PurchaseOrderCancelled, SupplierDrafts>,
    IHandle<GetPerformance, SupplierDrafts>
{
    private const int MaxName = 200;
    private const decimal MaxRating = 10;
    private const int MaxLeadDays = 365;

    /// <inheritdoc/>
    public async Task HandleAsync(RegisterSupplier message, AgentContext<SupplierDrafts> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.RequireCode(message.Code, "Code");
        refusals.RequireText(message.Name, MaxName, "Name");
        refusals.Require(message.Currency != default, "Currency", "The currency is not set: give that of its prices.");
        refusals.Require(message.Rating is >= 0 and <= MaxRating, "Rating", $"The rating is {message.Rating}: give 0 to {MaxRating}.");
        if (!refusals.Any)
        {
            await context.Repository<Supplier>().PutAsync(new Supplier
            {
                Id = InventoryKeys.Supplier(message.Code),
                Code = message.Code,
                Name = message.Name,
                Currency = message.Currency,
                Rating = message.Rating,
                IsActive = message.IsActive,
            }).ConfigureAwait(false);
        }

        context.Reply(refusals.Answer(message.Code));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(SetSupplierProduct message, AgentContext<SupplierDrafts> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        var supplier = await FindAsync(message.Supplier, context, refusals).ConfigureAwait(false);
        refusals.Require(message.Cost.Amount > 0, "Cost", $"The cost is {message.Cost}: give more than 0.");
        refusals.Require(supplier is null || message.Cost.Currency == supplier.Currency, "Cost", $"The cost is in {message.Cost.Currency}: give it in {supplier?.Currency}, the supplier's currency.");
        refusals.Require(message.LeadDays is >= 1 and <= MaxLeadDays, "LeadDays", $"LeadDays is {message.LeadDays}: give 1 to {MaxLeadDays}.");
        refusals.Require(message.Moq >= 1, "Moq", $"Moq is {message.Moq}: give 1 or more.");
        refusals.Require(message.Pack >= 1, "Pack", $"Pack is {message.Pack}: give 1 or more.");
        if (!refusals.Any)
        {
            await context.Repository<SupplierProduct>().PutAsync(new SupplierProduct
            {
                Id = InventoryKeys.SupplierProduct(message.Supplier, message.Sku),
                Supplier = message.Supplier,
                Sku = message.Sku,
                Cost = message.Cost,
                LeadDays = message.LeadDays,
                Moq = message.Moq,
                Pack = message.Pack,
                IsActive = message.IsActive,
            }).ConfigureAwait(false);
        }

        context.Reply(refusals.Answer(message.Supplier));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(CreatePurchaseOrder message, AgentContext<SupplierDrafts> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        var supplier = await FindAsync(message.Supplier, context, refusals).ConfigureAwait(false);
        refusals.Require(supplier?.IsActive != false, "Supplier", "The supplier is not bought from: activate it first.");
        refusals.RequireCode(message.Warehouse, "Warehouse");
        refusals.Require(message.Lines.Count > 0, "Lines", "Lines is empty: give at least one.");
        var lines = new List<PurchaseOrderRequest>();
        foreach (var group in message.Lines.GroupBy(line => line.Sku))
        {
            var field = $"Lines[{group.Key}]";
            var quantity = group.First().Quantity;
            var product = await context.Repository<SupplierProduct>().FindAsync(InventoryKeys.SupplierProduct(message.Supplier, group.Key)).ConfigureAwait(false);
            refusals.Require(group.Count() == 1, field, "The SKU is there more than once: give each once.");
            refusals.Require(quantity >= 1, field, $"The quantity is {quantity}: give 1 or more.");
            refusals.Require(product?.Value.IsActive == true, field, "The supplier does not sell it: set its terms first.");
            if (product is { Value: var terms })
            {
                lines.Add(new PurchaseOrderRequest(group.Key, quantity, terms.Cost, terms.Moq, terms.Pack, terms.LeadDays));
            }
        }

        if (refusals.Any)
        {
            context.Reply(refusals.Answer(message.Supplier));
            return;
        }

        var id = await DraftAsync(message.Warehouse, context).ConfigureAwait(false);
        context.Send(new AddToPurchaseOrder(id, message.Supplier, message.Warehouse, lines, message.IsRecommendation));
        context.Reply(Answer.Done(id.ToString()));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(ReorderAfterClosing message, AgentContext<SupplierDrafts> context, CancellationToken cancellationToken)
    {
        Close(message.Warehouse, message.Closed, context);
        var id = await DraftAsync(message.Warehouse, context).ConfigureAwait(false);
        context.Send(new AddToPurchaseOrder(id, message.Supplier, message.Warehouse, message.Lines, message.IsRecommendation));
    }

    /// <inheritdoc/>
    public Task HandleAsync(PurchaseOrderSent message, AgentContext<SupplierDrafts> context, CancellationToken cancellationToken)
    {
        Close(message.Warehouse, message.PurchaseOrderId, context);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(PurchaseOrderCancelled message, AgentContext<SupplierDrafts> context, CancellationToken cancellationToken)
    {
        Close(message.Warehouse, message.PurchaseOrderId, context);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task HandleAsync(GetPerformance message, AgentContext<SupplierDrafts> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        if (await FindAsync(message.Supplier, context, refusals).ConfigureAwait(false) is null)
        {
            context.Reply(new SupplierPerformanceAnswer(message.Supplier, null, refusals.List));
            return;
        }

        var now = context.Clock.GetUtcNow();
        var since = now - TimeSpan.FromDays(options.Value.PerformanceDays);
        var orders = await context.Repository<PurchaseOrder>()
            .AllAsync(order => order.Supplier == message.Supplier && order.SentAt >= since).ConfigureAwait(false);
        context.Reply(new SupplierPerformanceAnswer(message.Supplier, SupplierReview.Measure(message.Supplier, orders, now), []));
    }

    private static async Task<Supplier?> FindAsync(string code, AgentContext<SupplierDrafts> context, Refusals refusals)
    {
        var supplier = await context.Repository<Supplier>().FindAsync(InventoryKeys.Supplier(code)).ConfigureAwait(false);
        if (supplier is null)
        {
            refusals.Add(new Refusal(RefusalCode.NotFound, "There is no such supplier: register it first.") { Field = "Supplier" });
        }

        return supplier?.Value;
    }

    /// <summary>Finds the open draft, or opens one. One that is not written yet is open: its first lines are on their way.</summary>
    private static async Task<PurchaseOrderId> DraftAsync(string warehouse, AgentContext<SupplierDrafts> context)
    {
        if (context.State.ByWarehouse.TryGetValue(warehouse, out var open)
            && (await context.Repository<PurchaseOrder>().FindAsync(open.Value).ConfigureAwait(false))?.Value.Status is null or PurchaseOrderStatus.Draft)
        {
            return open;
        }

        var id = new PurchaseOrderId(context.NewId());
        context.State = new SupplierDrafts
        {
            ByWarehouse = new Dictionary<string, PurchaseOrderId>(context.State.ByWarehouse) { [warehouse] = id },
        };
        return id;
    }

    private static void Close(string warehouse, PurchaseOrderId id, AgentContext<SupplierDrafts> context)
    {
        if (context.State.ByWarehouse.TryGetValue(warehouse, out var open) && open == id)
        {
            var drafts = new Dictionary<string, PurchaseOrderId>(context.State.ByWarehouse);
            drafts.Remove(warehouse);
            context.State = new SupplierDrafts { ByWarehouse = drafts };
        }
    }
}
