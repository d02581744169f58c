using Commerce.Agents.Domain.Catalog;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Orders;
using Commerce.Marketplaces;
using Commerce.Payments.Commissions;

namespace Commerce.Agents.Domain.Marketplaces;

/// <content>The import: words become products, what cannot be understood is put aside.</content>
public sealed partial class MarketplaceOrderAgent
{
    /// <inheritdoc/>
    public async Task HandleAsync(RetryQuarantined message, AgentContext<ImportedOrder> context, CancellationToken cancellationToken)
    {
        if (context.State.Kept is not { } kept)
        {
            context.Reply(Domain.Answer.Refused(context.Key, !context.Exists
                ? new Refusal(RefusalCode.NotFound, $"The order {message.ExternalId} of {message.Account} is not known.") { Field = "ExternalId" }
                : MarketplaceOrderTransitions.Table.Refuse(context.State.Status, MarketplaceOrderStatus.Imported)
                    ?? new Refusal(RefusalCode.InvalidTransition, "The order is not quarantined: there is nothing to try again.") { Field = "Status" }));
            return;
        }

        await ImportAsync(message.Account, kept, context).ConfigureAwait(false);
        await KeepAsync(message.Account, message.ExternalId, context).ConfigureAwait(false);
        context.Reply(context.State.Status == MarketplaceOrderStatus.Quarantined
            ? Domain.Answer.Refused(context.Key, [.. context.State.Reasons.Select(static reason => Refusals.Invalid("Order", reason))])
            : Domain.Answer.Done(context.Key));
    }

    private async Task ImportAsync(string account, MarketplaceOrder order, AgentContext<ImportedOrder> context)
    {
        if (order.State == MarketplaceOrderState.Cancelled)
        {
            Move(context, MarketplaceOrderStatus.Cancelled);
            context.State = context.State with { Kept = null, Reasons = [], IsCancelled = true };
            return;
        }

        // One that was cancelled stays so, whatever the marketplace tells later.
        if (!MarketplaceOrderTransitions.Table.Allows(context.State.Status, MarketplaceOrderStatus.Imported))
        {
            return;
        }

        if (context.State.Kept is not null)
        {
            context.State = context.State with { Kept = order };
        }

        if (order.State != MarketplaceOrderState.AwaitingAcceptance && order.State != MarketplaceOrderState.ReadyToShip)
        {
            return;
        }

        // What the marketplace ships is not ours to reserve or to ship.
        var own = order.Lines.Where(line => line.FulfilledBy == FulfilmentParty.Seller).ToList();

        // Without prices there is nothing to book yet: the order comes again when it has them.
        if (own.Count == 0 || order.Amounts is not { } amounts || own.Exists(line => line.UnitPrice is null || line.GoodsPrice is null))
        {
            return;
        }

        var (lines, products, reasons) = await MapAsync(account, order, own, context).ConfigureAwait(false);
        if (order.State == MarketplaceOrderState.ReadyToShip && context.State.ShipTo is null)
        {
            reasons.Add("There is no address to ship to: ask the marketplace for it.");
        }

        if (amounts.Total.Amount < 0)
        {
            reasons.Add($"The total is {amounts.Total}: ask the marketplace to correct it.");
        }

        if (reasons.Count > 0)
        {
            Quarantine(account, order, reasons, context);
            return;
        }

        await BookAsync(account, order, own, lines, products, context).ConfigureAwait(false);
    }

    private static void Quarantine(string account, MarketplaceOrder order, List<string> reasons, AgentContext<ImportedOrder> context)
    {
        if (!reasons.SequenceEqual(context.State.Reasons))
        {
            context.Publish(new MarketplaceOrderQuarantined(account, order.Id.Value, string.Join(' ', reasons)));
        }

        Move(context, MarketplaceOrderStatus.Quarantined);
        context.State = context.State with { Kept = order, Reasons = reasons };
    }

    private async Task BookAsync(
        string account,
        MarketplaceOrder order,
        List<MarketplaceOrderLine> own,
        List<OrderLine> lines,
        List<ProductInfo> products,
        AgentContext<ImportedOrder> context)
    {
        var amounts = order.Amounts!;
        var zero = Money.Zero(amounts.Total.Currency);
        var isWhole = own.Count == order.Lines.Count;
        var id = OrderKeys.From(account, order.Id.Value);
        var check = MarketplaceCommissions.Check(
            options.Value.CommissionOf(order.Marketplace),
            [.. own.Zip(products, static (line, product) => new SaleLine
            {
                Id = line.Id.Value,
                Captured = line.GoodsPrice!.Value,
                Goods = line.GoodsPrice.Value,
                Category = product.Category,
                Subcategory = product.Subcategory,
            })],
            DateOnly.FromDateTime(order.CreatedAt.UtcDateTime),
            isWhole && amounts.Commission is { } whole ? whole : own.Exists(static line => line.Commission is not null) ? Sum(own, zero, static line => line.Commission) : null,
            options.Value.CommissionTolerance);
        var totals = isWhole
            ? new OrderTotals(amounts.Goods, zero, amounts.Shipping ?? zero, amounts.Tax ?? zero, amounts.Total)
            : Totals(own, zero, order.PricesIncludeTax);
        var commission = check.Reported ?? check.Expected ?? zero;
        Move(context, MarketplaceOrderStatus.Imported);
        context.State = context.State with
        {
            OrderId = id,
            Lines = [.. own.Select(static line => line.Id)],
            Parts = isWhole ? [] : Parts(own),
            Kept = null,
            Reasons = [],
            Commission = check,
        };
        await context.KeepDecisionAsync(
            "commission", id.ToString(), check.IsFlagged ? "flagged" : "taken", check.Reason, check.Expected?.Amount ?? 0, check.Parts).ConfigureAwait(false);
        context.Publish(new MarketplaceOrderReceived(account, order.Id.Value, id, lines, totals, commission, order.Buyer, context.State.ShipTo));
        context.Send(new ImportOrder(id, account, order.Id.Value, lines, totals, commission)
        {
            ShipTo = context.State.ShipTo is { } shipTo ? WarehouseDestination.Of(shipTo) : null,
        });
    }

    private async Task<(List<OrderLine> Lines, List<ProductInfo> Products, List<string> Reasons)> MapAsync(
        string account, MarketplaceOrder order, List<MarketplaceOrderLine> own, AgentContext<ImportedOrder> context)
    {
        var (lines, products, reasons) = (new List<OrderLine>(), new List<ProductInfo>(), new List<string>());
        var zero = Money.Zero(order.Amounts!.Total.Currency);
        foreach (var line in own)
        {
            var word = line.Sku?.Value ?? line.VendorProductId;
            var mapping = word is null ? null : (await context.Repository<SkuMapping>().FindAsync(SkuMapping.IdOf(account, word)).ConfigureAwait(false))?.Value;
            if ((mapping?.Sku ?? line.Sku) is not { } sku || catalog.Find(sku) is not { } product)
            {
                reasons.Add(word is null
                    ? $"The line {line.Id} names no product: ask the marketplace which one it is."
                    : $"The product {word} is not known: add it to the catalogue, or map it to one that is.");
                continue;
            }

            products.Add(product);
            lines.Add(new OrderLine
            {
                Sku = sku,
                Title = line.Title,
                Quantity = line.Quantity,
                UnitPrice = line.UnitPrice!.Value,
                Net = order.PricesIncludeTax == false ? line.GoodsPrice!.Value : line.GoodsPrice!.Value - (line.Tax ?? zero),
                Tax = line.Tax ?? zero,
                UnitWeight = product.Weight,
                UnitSize = product.Size,
            });
        }

        return (lines, products, reasons);
    }

    private static List<ParcelLine> Parts(IEnumerable<MarketplaceOrderLine> own) =>
        [.. own.Where(static line => line.Quantity > line.CancelledQuantity).Select(static line => new ParcelLine { LineId = line.Id, Quantity = line.Quantity - line.CancelledQuantity })];

    private static OrderTotals Totals(IReadOnlyList<MarketplaceOrderLine> own, Money zero, bool? includeTax)
    {
        var (goods, shipping) = (Sum(own, zero, static line => line.GoodsPrice), Sum(own, zero, static line => line.Shipping));
        var tax = Sum(own, zero, static line => line.Tax);
        return new OrderTotals(goods, zero, shipping, tax, goods + shipping + (includeTax == false ? tax : zero));
    }

    private static Money Sum(IEnumerable<MarketplaceOrderLine> lines, Money zero, Func<MarketplaceOrderLine, Money?> of) =>
        lines.Aggregate(zero, (sum, line) => sum + (of(line) ?? zero));
}
