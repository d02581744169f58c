using Commerce.Agents.Domain.Orders;

namespace Commerce.Agents.Domain.Pricing;

/// <summary>What a buyer is about to order.</summary>
public sealed record Cart
{
    /// <summary>Gets the lines: at least one, each SKU once, one currency. Their order changes nothing.</summary>
    public required IReadOnlyList<CartLine> Lines { get; init; }

    /// <summary>Gets the codes that the buyer typed, in any case; earlier ones first.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>Gets where it is sold: the own shop or a marketplace account.</summary>
    public string Channel { get; init; } = Order.OwnShop;

    /// <summary>Gets what the cheapest standard service costs the buyer for this cart, without tax; not given while it is not known.</summary>
    public Money? Shipping { get; init; }

    /// <summary>Checks the cart.</summary>
    /// <returns>Every objection with its field.</returns>
    internal IReadOnlyList<Refusal> Check()
    {
        if (Lines.Count == 0)
        {
            return [Refuse("Lines", "Lines is empty: give at least one product.")];
        }

        var refusals = new List<Refusal>();
        var currency = Lines[0].UnitPrice.Currency;
        var known = new HashSet<Sku>();
        foreach (var line in Lines)
        {
            if (!known.Add(line.Sku))
            {
                refusals.Add(Refuse($"Lines[{line.Sku}]", $"The product {line.Sku} is there twice: add the quantities up."));
            }

            if (line.Quantity is < 1 or > CartLine.MaxQuantity)
            {
                refusals.Add(Refuse($"Lines[{line.Sku}].Quantity", $"The quantity is {line.Quantity}: give 1 to {CartLine.MaxQuantity}."));
            }

            if (line.UnitPrice.Amount < 0 || line.UnitPrice.Currency != currency)
            {
                refusals.Add(Refuse($"Lines[{line.Sku}].UnitPrice", $"The price is {line.UnitPrice}: give 0 or more in the currency of the cart, {currency}."));
            }

            if (line.UnitCost is { } cost && (cost.Amount < 0 || cost.Currency != currency))
            {
                refusals.Add(Refuse($"Lines[{line.Sku}].UnitCost", $"The cost is {cost}: give 0 or more in the currency of the cart, {currency}."));
            }
        }

        if (Shipping is { } shipping && (shipping.Amount < 0 || shipping.Currency != currency))
        {
            refusals.Add(Refuse("Shipping", $"The shipping is {shipping}: give 0 or more in the currency of the cart, {currency}."));
        }

        return refusals;

        static Refusal Refuse(string field, string text) => new(RefusalCode.Validation, text) { Field = field };
    }
}
