using System.Diagnostics.CodeAnalysis;

namespace Commerce.Marketplaces.Amazon;

/// <summary>Works out what a refund of a line is in Amazon's columns. Pure functions.</summary>
internal static class AmazonRefunds
{
    internal static bool TryMake(
        LineAmount part, MarketplaceOrder order, [NotNullWhen(true)] out AmazonRefundRow? row, [NotNullWhen(false)] out Refusal? refusal)
    {
        row = null;
        var line = order.Lines.FirstOrDefault(known => known.Id == part.LineId);
        if (line is null)
        {
            refusal = Refused(RefusalCode.NotFound, $"The order {order.Id} has no line {part.LineId}.");
            return false;
        }

        if (part.Quantity > line.Quantity)
        {
            refusal = Refused(RefusalCode.AmountExceeded, $"The line {line.Id} has {line.Quantity}, not {part.Quantity}.");
            return false;
        }

        // The price of the pieces stands for a quantity without an amount.
        var goods = part.Goods ?? (part.Quantity is { } quantity && line.UnitPrice is { } unit ? (unit * quantity).Round() : null);
        List<Money?> amounts = [goods, part.Shipping, .. part.Taxes.Values.Select(static tax => (Money?)tax), .. part.ShippingTaxes.Values.Select(static tax => (Money?)tax)];
        var given = amounts.OfType<Money>().ToList();
        refusal = given.Count == 0
            ? Refused(RefusalCode.Validation, $"Amazon told no price of the line {line.Id}: give the amount.")
            : given.DistinctBy(static amount => amount.Currency).Count() > 1 || (line.GoodsPrice is { } known && known.Currency != given[0].Currency)
                ? Refused(RefusalCode.Validation, $"The amounts of the line {line.Id} are in several currencies.")
                : given.Exists(static amount => amount.Round() != amount)
                    ? Refused(RefusalCode.Validation, $"An amount of the line {line.Id} has more decimals than its currency: round it.")
                    : goods > line.GoodsPrice || part.Shipping > line.Shipping
                        ? Refused(RefusalCode.AmountExceeded, $"More than the line {line.Id} cost goes back: {line.GoodsPrice}, shipping {line.Shipping}.")
                        : null;
        if (refusal is not null)
        {
            return false;
        }

        row = new AmazonRefundRow(line.Id.Value, given[0].Currency, goods?.Amount, Sum(part.Taxes), part.Shipping?.Amount, Sum(part.ShippingTaxes));
        return true;
    }

    private static Refusal Refused(RefusalCode code, string message) => new(code, message) { Field = "Lines" };

    private static decimal? Sum(IReadOnlyDictionary<string, Money> taxes) => taxes.Count == 0 ? null : taxes.Values.Sum(static tax => tax.Amount);
}
