using System.Globalization;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Catalog;

/// <summary>When a person must agree, and how fresh the catalogue of a process is.</summary>
public sealed class CatalogOptions
{
    /// <summary>Gets or sets how many products of a merchant a person must agree to before others go on sale by themselves.</summary>
    /// <value>The default is 10; 0 to 100 000.</value>
    public int FirstProducts { get; set; } = 10;

    /// <summary>Gets or sets by how much a price may change in one step without a person's consent, as a share of the price before.</summary>
    /// <value>The default is 0.20; 0 to 1.</value>
    public decimal MaxPriceStep { get; set; } = 0.20m;

    /// <summary>Gets or sets how many rows an import has at most.</summary>
    /// <value>The default is 1 000; 1 to 10 000.</value>
    public int MaxImportRows { get; set; } = 1_000;

    /// <summary>Gets or sets how many variants a product has at most: storefronts limit it.</summary>
    /// <value>The default is 100; 1 to 2 000.</value>
    public int MaxVariants { get; set; } = 100;

    /// <summary>Gets or sets the time between two readings of what changed, by which a process learns of changes that another one handled.</summary>
    /// <value>The default is 10 seconds; 1 second to 1 hour.</value>
    public TimeSpan RefreshInterval { get; set; } = TimeSpan.FromSeconds(10);
}

internal sealed class CatalogOptionsValidator : IValidateOptions<CatalogOptions>
{
    public ValidateOptionsResult Validate(string? name, CatalogOptions options)
    {
        var mistakes = new List<string>();
        Require(options.FirstProducts is >= 0 and <= 100_000, $"FirstProducts is {options.FirstProducts}: give 0 to 100000.");
        Require(options.MaxPriceStep is >= 0 and <= 1, $"MaxPriceStep is {options.MaxPriceStep}: give 0 to 1.");
        Require(options.MaxImportRows is >= 1 and <= 10_000, $"MaxImportRows is {options.MaxImportRows}: give 1 to 10000.");
        Require(options.MaxVariants is >= 1 and <= 2_000, $"MaxVariants is {options.MaxVariants}: give 1 to 2000.");
        Require(
            options.RefreshInterval >= TimeSpan.FromSeconds(1) && options.RefreshInterval <= TimeSpan.FromHours(1),
            $"RefreshInterval is {options.RefreshInterval}: give 00:00:01 to 01:00:00.");
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);

        void Require(bool holds, FormattableString text)
        {
            if (!holds)
            {
                mistakes.Add(text.ToString(CultureInfo.InvariantCulture));
            }
        }
    }
}
