using Commerce.Agents.Domain.Catalog;
using Commerce.Agents.Domain.Payments;
using Commerce.Agents.Domain.Pricing;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Orders;

/// <summary>Checks a draft and prices it: prices of the catalogue, promotions, tax, shipping.</summary>
/// <param name="catalog">Where prices come from; never from the caller.</param>
/// <param name="options">Shipping price, bounds and countries.</param>
/// <param name="payments">Tax rates and rates of exchange.</param>
/// <param name="promotionOptions">How promotions combine.</param>
/// <param name="promotions">The promotions, where the host has any.</param>
/// <param name="exemptions">The buyers' exemptions of tax, where payments are in the host.</param>
/// <param name="authority">Who knows VAT numbers, where payments are in the host.</param>
internal sealed class OrderPricer(
    IProductCatalog catalog,
    IOptions<OrderOptions> options,
    IOptions<PaymentAgentOptions> payments,
    IOptions<PromotionOptions> promotionOptions,
    IPromotionBook? promotions,
    ITaxExemptionBook? exemptions,
    IVatNumberValidator? authority)
{
    private const int MaxQuantity = 999;
    private const int MaxLines = 200;
    private const int MaxName = 100;
    private const int MaxCodes = 10;

    internal async Task<OrderQuote> QuoteAsync(OrderId orderId, OrderDraft draft, AgentContext context, CancellationToken cancellationToken)
    {
        var (now, tenant) = (context.Clock.GetUtcNow(), context.Message.Tenant);
        var refusals = Check(draft, out var items);
        if (refusals.Any)
        {
            return new OrderQuote(null, null, null, refusals.List);
        }

        var applied = await ApplyAsync(draft, items, now, tenant).ConfigureAwait(false);
        foreach (var refused in applied?.Refused.Where(refused => draft.PromoCodes.Contains(refused.Code, StringComparer.OrdinalIgnoreCase)) ?? [])
        {
            refusals.Add(refused.Refusal with { Field = $"PromoCodes[{refused.Code}]" });
        }

        if (refusals.Any)
        {
            return new OrderQuote(null, null, applied, refusals.List);
        }

        var off = applied is null ? null : items.Select(item => applied.Lines.First(line => line.Sku == item.Product.Sku).Discount).ToList();
        var exempt = exemptions is null ? [] : await exemptions.FindAsync(draft.Customer, tenant: tenant).ConfigureAwait(false);
        var sale = await SaleAsync(orderId, draft, context, cancellationToken).ConfigureAwait(false);
        var outcome = OrderPricing.Price(items, off, applied?.ShippingDiscount, options.Value, lines => Tax(sale with { Lines = lines }, exempt));
        if (!outcome.TryGet(out var priced, out var refusal))
        {
            refusals.Add(refusal with { Field = "ShipTo.Address.Country" });
            return new OrderQuote(null, null, applied, refusals.List);
        }

        var (min, max, total) = (options.Value.MinTotal, options.Value.MaxTotal, priced.Totals.Total);
        refusals.Require(total.Amount >= min && total.Amount <= max, "Items", $"The total is {total}: orders of {min} to {max} are taken.");
        return new OrderQuote(priced, sale with { Lines = priced.TaxLines }, applied, refusals.List);
    }

    /// <summary>Finds all but the lines that decides on the tax, so that the tax agent calculates what is charged.</summary>
    private async Task<CalculateTax> SaleAsync(OrderId orderId, OrderDraft draft, AgentContext context, CancellationToken cancellationToken)
    {
        var sale = new CalculateTax(orderId, draft.ShipTo.Address.Country, [])
        {
            Customer = draft.Customer,
            State = draft.ShipTo.Address.Region,
            Date = context.Today(),
            IsBusiness = draft.VatNumber is not null,
            VatNumber = draft.VatNumber,
            IsTaxedAtDestination = true,
            PricesIncludeTax = options.Value.PricesIncludeTax,
        };
        return authority is null
            ? sale
            : sale with { VatNumberCheck = await authority.OfSaleAsync(sale, payments.Value.Tax.SellerCountry, context, cancellationToken).ConfigureAwait(false) };
    }

    private Outcome<TaxCalculation> Tax(CalculateTax sale, IReadOnlyList<TaxExemption> exempt) => TaxRules.Calculate(
        new TaxRequest
        {
            Sale = sale,
            Date = sale.Date!.Value,
            SellerCountry = payments.Value.Tax.SellerCountry,
            VatNumber = sale.VatNumberCheck,
            Exemptions = exempt,
            EuroRate = payments.Value.EuroRate(sale.Lines[0].Net.Currency),
        },
        payments.Value.Tax);

    private async Task<PromotionResult?> ApplyAsync(OrderDraft draft, List<(ProductInfo Product, int Quantity)> items, DateTimeOffset now, TenantId? tenant)
    {
        if (promotions is null)
        {
            return null;
        }

        var goods = OrderPricing.Goods(items);
        var candidates = await promotions.FindAsync(draft.PromoCodes, draft.Customer, tenant).ConfigureAwait(false);
        var cart = new Cart
        {
            Lines =
            [
                .. items.Select(static item => new CartLine
                {
                    Sku = item.Product.Sku,
                    Quantity = item.Quantity,
                    UnitPrice = item.Product.Price,
                    UnitCost = item.Product.Cost,
                    Categories = [.. new[] { item.Product.Category, item.Product.Subcategory }.OfType<string>()],
                }),
            ],
            Codes = draft.PromoCodes,
            Shipping = OrderPricing.Shipping(goods.Aggregate(static (sum, line) => sum + line), options.Value),
        };
        return PromotionRules.Apply(
            cart,
            candidates.Promotions,
            new PromotionFacts { At = now, Buyer = new Buyer { Customer = draft.Customer }, Uses = candidates.Uses },
            promotionOptions.Value);
    }

    private Refusals Check(OrderDraft draft, out List<(ProductInfo Product, int Quantity)> items)
    {
        var refusals = new Refusals();
        items = [];
        refusals.RequireText(draft.Customer, MaxName, "Customer");
        refusals.Require(draft.Items.Count is >= 1 and <= MaxLines, "Items", $"Items has {draft.Items.Count} products: order 1 to {MaxLines}.");
        foreach (var (sku, quantity) in draft.Items)
        {
            refusals.Require(quantity is >= 1 and <= MaxQuantity, $"Items[{sku}]", $"The quantity is {quantity}: give 1 to {MaxQuantity}.");
            if (catalog.Find(sku) is { } product)
            {
                items.Add((product, quantity));
            }
            else
            {
                refusals.Require(false, $"Items[{sku}]", $"The product {sku} is not on sale.");
            }
        }

        var currencies = items.Select(static item => item.Product.Price.Currency).Distinct().Count();
        refusals.Require(currencies <= 1, "Items", "The products have prices in several currencies: make an order for each.");
        var country = draft.ShipTo.Address.Country;
        refusals.Require(options.Value.Countries.Contains(country), "ShipTo.Address.Country", $"The country {country} is not served: it is not among OrderOptions.Countries.");
        refusals.Require(Enum.IsDefined(draft.Priority), "Priority", "The priority is not known: give Low, Normal, High or Urgent.");
        if (draft.VatNumber is { } number && !VatNumbers.Read(number).TryGet(out _, out var refusal))
        {
            refusals.Add(refusal with { Field = "VatNumber" });
        }

        refusals.Require(draft.PromoCodes.Count <= MaxCodes, "PromoCodes", $"PromoCodes has {draft.PromoCodes.Count}: give at most {MaxCodes}.");
        refusals.Require(
            promotions is not null || draft.PromoCodes.Count == 0, "PromoCodes", "There are no promotions here: leave PromoCodes empty, or let the host call AddPromotions.");
        return refusals;
    }
}
