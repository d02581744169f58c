using System.Globalization;

namespace Commerce.Agents.Domain.Catalog;

/// <summary>Compares versions of products field by field.</summary>
public static class ProductFields
{
    private static readonly (string Name, Func<Product, string?> Read)[] All =
    [
        ("Status", static product => product.Status.ToString()),
        ("Name", static product => product.Content.Name),
        ("Price", static product => product.Content.Price.ToString()),
        ("Cost", static product => product.Content.Cost?.ToString()),
        ("Description", static product => product.Content.Description),
        ("Weight", static product => product.Content.Weight?.ToString()),
        ("Size", static product => product.Content.Size?.ToString()),
        ("Category", static product => product.Content.Category),
        ("Subcategory", static product => product.Content.Subcategory),
        ("Brand", static product => product.Content.Brand),
        ("IsUnbranded", static product => product.Content.IsUnbranded ? "true" : "false"),
        ("Condition", static product => product.Content.Condition.ToString()),
        ("Grade", static product => product.Content.Grade?.ToString()),
        ("Gtin", static product => product.Content.Gtin),
        ("TaxClass", static product => product.Content.TaxClass?.ToString()),
        ("Media", static product => product.Media.Count.ToString(CultureInfo.InvariantCulture)),
        ("PrimaryImage", static product => product.PrimaryImage?.ToString()),
    ];

    /// <summary>Lists the fields that differ.</summary>
    /// <param name="before">The product as it was; nothing for a new one.</param>
    /// <param name="after">The product as it is.</param>
    /// <returns>The fields, with what they were and are.</returns>
    public static IReadOnlyList<FieldChange> Compare(Product? before, Product after)
    {
        ArgumentNullException.ThrowIfNull(after);
        return
        [
            .. from field in All
               let was = before is null ? null : field.Read(before)
               let becomes = field.Read(after)
               where was != becomes
               select new FieldChange(field.Name, was, becomes),
        ];
    }
}
