using Commerce.Marketplaces.Mirakl.Wire;

namespace Commerce.Marketplaces.Mirakl;

/// <summary>
/// Works out what OR28 and OR30 want to be told: the money of a part of a line, with its taxes, which are mandatory where the order has some. Pure functions.
/// </summary>
internal static class MiraklAmounts
{
    /// <summary>Makes the part, or tells why it cannot be.</summary>
    internal static (MiraklLinePart? Part, Refusal? Refusal) Of(LineAmount wanted, MiraklOrder order, string reason, bool needsQuantity)
    {
        var currency = Currency.Parse(order.CurrencyIsoCode ?? throw new FormatException("currency_iso_code"));
        var line = order.OrderLines?.FirstOrDefault(known => known.OrderLineId == wanted.LineId.Value);
        if (line is null)
        {
            return (null, Refused(RefusalCode.NotFound, $"The order has no line {wanted.LineId}."));
        }

        var (left, price, shippingPrice) = (line.Quantity ?? 0, line.Price ?? 0, line.ShippingPrice ?? 0);
        var quantity = wanted.Quantity ?? (needsQuantity ? left : null);
        if (quantity > left || left == 0)
        {
            return (null, Refused(RefusalCode.AmountExceeded, $"The line {wanted.LineId} has {left} pieces left, fewer than {quantity}."));
        }

        var money = new[] { wanted.Goods, wanted.Shipping }.Concat(wanted.Taxes.Values.Concat(wanted.ShippingTaxes.Values).Select(static tax => (Money?)tax)).OfType<Money>();
        if (money.FirstOrDefault(amount => amount.Currency != currency) is { Currency.Code.Length: > 0 } foreign)
        {
            return (null, Refused(RefusalCode.Validation, $"The line {wanted.LineId} is in {order.CurrencyIsoCode}, the amount in {foreign.Currency.Code}: give it in the order's currency."));
        }

        var goods = wanted.Goods?.Amount ?? (quantity is { } pieces ? pieces == left ? price : Share(price, pieces, left, currency) : 0);
        var shipping = wanted.Shipping?.Amount ?? 0;
        if (goods > price || shipping > shippingPrice)
        {
            return (null, Refused(RefusalCode.AmountExceeded, $"The line {wanted.LineId} has {price} of goods and {shippingPrice} of shipping, less than {goods} and {shipping}."));
        }

        return (new MiraklLinePart
        {
            OrderLineId = wanted.LineId.Value,
            Amount = goods,
            ShippingAmount = shipping,
            Quantity = quantity,
            ReasonCode = reason,
            CurrencyIsoCode = order.CurrencyIsoCode,
            Taxes = Taxes(wanted.Taxes, line.Taxes, goods, price, currency),
            ShippingTaxes = Taxes(wanted.ShippingTaxes, line.ShippingTaxes, shipping, shippingPrice, currency),
        }, null);
    }

    // The taxes that were not given are the same share of the line's as the money is.
    private static List<MiraklTax>? Taxes(IReadOnlyDictionary<string, Money> given, IReadOnlyList<MiraklTax>? ofLine, decimal part, decimal whole, Currency currency)
    {
        if (given.Count > 0)
        {
            return [.. given.Select(static tax => new MiraklTax(tax.Key, tax.Value.Amount))];
        }

        return ofLine is null or { Count: 0 }
            ? null
            : [.. ofLine.Select(tax => new MiraklTax(tax.Code, part == whole ? tax.Amount : whole == 0 ? 0 : Share(tax.Amount ?? 0, part, whole, currency)))];
    }

    private static decimal Share(decimal amount, decimal part, decimal whole, Currency currency) => new Money(amount * part / whole, currency).Round().Amount;

    private static Refusal Refused(RefusalCode code, string message) => new(code, message) { Field = nameof(CancelOrderRequest.Lines) };
}
