namespace Commerce.Agents.Domain.Catalog;

/// <summary>What a product must keep to.</summary>
public static class ProductRules
{
    internal const int MaxMedia = 100;

    private const int MaxSku = 64;
    private const int MaxName = 255;
    private const int MaxDescription = 10_000;
    private const int MaxCategory = 200;
    private const int MaxBrand = 100;
    private const int MaxAuthor = 100;

    /// <summary>Tells whether a text is a SKU of this catalogue: 2 to 64 of A–Z, 0–9, <c>-</c>, <c>_</c> and <c>.</c>.</summary>
    /// <param name="sku">The text.</param>
    /// <returns>Whether it is one.</returns>
    public static bool IsSku(string? sku) => sku is { Length: >= 2 and <= MaxSku }
        && sku.All(static c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c is '-' or '_' or '.');

    /// <summary>Checks what is told of a product.</summary>
    /// <param name="sku">The SKU, as it was written.</param>
    /// <param name="content">What is told.</param>
    /// <returns>Every objection with its field.</returns>
    public static IReadOnlyList<Refusal> Check(string sku, ProductContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var refusals = new Refusals();
        refusals.Require(IsSku(sku), "Sku", $"The SKU has {sku?.Length ?? 0} characters: give 2 to {MaxSku} of A-Z, 0-9, - _ and dot.");
        refusals.RequireText(content.Name, MaxName, "Name");
        refusals.Require(content.Price.Currency != default && content.Price.Amount >= 0, "Price", $"The price is {content.Price}: give 0 or more.");
        if (content.Cost is { } cost)
        {
            refusals.Require(cost.Amount >= 0 && cost.Currency == content.Price.Currency, "Cost", $"The cost is {cost}: give 0 or more in {content.Price.Currency}, the currency of the price.");
        }

        refusals.Require(content.Weight is not { Grams: <= 0 }, "Weight", "The weight is 0: give more, or nothing while it is not known.");
        refusals.Require(Enum.IsDefined(content.Condition), "Condition", $"The condition is {content.Condition}: give New, Refurbished, Used or Damaged.");
        refusals.Require(content.Grade is not { } grade || Enum.IsDefined(grade), "Grade", $"The grade is {content.Grade}: give A, B or C.");
        refusals.Require(content.Gtin is null || Gtin.IsValid(content.Gtin), "Gtin", $"{Shown(content.Gtin)} is no GTIN: give 8, 12, 13 or 14 digits, of which the last one checks the others.");
        refusals.Require(content.TaxClass is not { } taxClass || Enum.IsDefined(taxClass), "TaxClass", $"The tax class is {content.TaxClass}: give Standard, Reduced or Zero.");
        Optional(content.Description, MaxDescription, "Description");
        Optional(content.Category, MaxCategory, "Category");
        Optional(content.Subcategory, MaxCategory, "Subcategory");
        Optional(content.Brand, MaxBrand, "Brand");
        refusals.Require(content.Brand is null || !content.IsUnbranded, "Brand", "The product has a brand and is unbranded: give one of both.");
        return refusals.List;

        void Optional(string? text, int max, string field)
        {
            if (text is not null)
            {
                refusals.RequireText(text, max, field);
            }
        }
    }

    /// <summary>Tells what a product lacks to be on sale.</summary>
    /// <param name="product">The product.</param>
    /// <returns>A refusal for each field that is missing.</returns>
    public static IReadOnlyList<Refusal> CheckForSale(Product product)
    {
        ArgumentNullException.ThrowIfNull(product);
        var content = product.Content;
        var refusals = new Refusals();
        Need(content.Category is not null, "Category", "a category");
        Need(content.Brand is not null || content.IsUnbranded, "Brand", "a brand, or to be unbranded");
        Need(content.Price.Amount > 0, "Price", "a price above 0");
        Need(content.Weight is { Grams: > 0 }, "Weight", "a weight");
        Need(product.PrimaryImage is not null, "Media", "a picture");
        Need(content.TaxClass is not null, "TaxClass", "a tax class");
        return refusals.List;

        void Need(bool has, string field, string what)
        {
            if (!has)
            {
                refusals.Add(RefusalCode.PolicyViolation, field, $"To be on sale, the product needs {what}.");
            }
        }
    }

    internal static void RequireAuthor(this Refusals refusals, string? author, string field = "Author") => refusals.RequireText(author, MaxAuthor, field);

    internal static bool IsAddress(Uri? address) => address is { IsAbsoluteUri: true } && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    /// <summary>Shows the beginning of what was given.</summary>
    private static string Shown(string? text) => text is { Length: > MaxSku } ? $"{text[..MaxSku]}…" : text ?? "";
}
