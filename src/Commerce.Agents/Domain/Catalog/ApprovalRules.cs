using System.Globalization;

namespace Commerce.Agents.Domain.Catalog;

/// <summary>Decides when a person must agree to a product or to a change of it.</summary>
public static class ApprovalRules
{
    /// <summary>Decides about a new product.</summary>
    /// <param name="activated">How many products the merchant has had on sale.</param>
    /// <param name="gtinOwner">Another product with the same GTIN; nothing when there is none.</param>
    /// <param name="options">The bounds.</param>
    /// <returns>Whether a person must agree.</returns>
    public static ApprovalNeed ForNew(int activated, Sku? gtinOwner, CatalogOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        DecisionPart[] parts = [new("products on sale before", activated), new("products with the same GTIN", gtinOwner is null ? 0 : 1)];
        var reason = gtinOwner is { } owner ? $"The GTIN is that of {owner}: it may be the same product."
            : activated < options.FirstProducts ? $"It is one of the merchant's first {options.FirstProducts} products."
            : null;
        return new ApprovalNeed(
            reason is null ? null : ProductApprovalKind.NewProduct, reason ?? $"The merchant has had {activated} products on sale: nobody must agree.", parts);
    }

    /// <summary>Decides about a change of a product that was on sale.</summary>
    /// <param name="before">What is told of it.</param>
    /// <param name="after">What would be told.</param>
    /// <param name="options">The bounds.</param>
    /// <returns>Whether a person must agree; a price beside other major changes counts as one of them.</returns>
    public static ApprovalNeed ForChange(ProductContent before, ProductContent after, CatalogOptions options)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(options);
        var major = new List<string>();
        Compare("category", before.Category == after.Category && before.Subcategory == after.Subcategory);
        Compare("brand", before.Brand == after.Brand && before.IsUnbranded == after.IsUnbranded);
        Compare("condition", before.Condition == after.Condition);
        var (isLarge, step) = Step(before.Price, after.Price, options.MaxPriceStep);
        DecisionPart[] parts = [.. major.Select(static name => new DecisionPart($"another {name}", 1)), new("price step", step)];
        if (major.Count > 0)
        {
            return new ApprovalNeed(ProductApprovalKind.MajorUpdate, $"It gets another {string.Join(", ", major)}.", parts);
        }

        return isLarge
            ? new ApprovalNeed(ProductApprovalKind.PriceChange, $"The price goes from {before.Price} to {after.Price}: more than {Percent(options.MaxPriceStep)} in one step.", parts)
            : new ApprovalNeed(null, "No large step of the price, and the same category, brand and condition: nobody must agree.", parts);

        void Compare(string name, bool isSame)
        {
            if (!isSame)
            {
                major.Add(name);
            }
        }
    }

    /// <summary>Measures a step. One from nothing, or into another currency, cannot be measured: a person looks.</summary>
    private static (bool IsLarge, decimal Step) Step(Money before, Money after, decimal max)
    {
        if (before == after)
        {
            return (false, 0);
        }

        if (before.Currency != after.Currency || before.Amount == 0)
        {
            return (true, 1);
        }

        // Without a division, so that the bound is exact.
        var difference = Math.Abs(after.Amount - before.Amount);
        return (difference > max * before.Amount, decimal.Round(difference / before.Amount, 4));
    }

    private static string Percent(decimal rate) => string.Create(CultureInfo.InvariantCulture, $"{rate * 100:0.##} %");
}
