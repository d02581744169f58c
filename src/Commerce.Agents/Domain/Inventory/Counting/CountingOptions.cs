using System.Globalization;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>On which differences of counts somebody must decide.</summary>
public sealed class CountingOptions
{
    /// <summary>Gets or sets the difference above which somebody must decide, as a share of what should be there.</summary>
    /// <value>The default is 0.02; 0 to 1.</value>
    public decimal MaxVarianceRate { get; set; } = 0.02m;

    /// <summary>Gets or sets the value of a product's difference above which somebody must decide, in <see cref="Currency"/>.</summary>
    /// <value>The default is 100; 0 or more.</value>
    public decimal MaxVarianceValue { get; set; } = 100;

    /// <summary>Gets or sets the currency of <see cref="MaxVarianceValue"/>. In another currency somebody must always decide.</summary>
    /// <value>The default is the euro.</value>
    public Currency Currency { get; set; } = Currency.Eur;
}

internal sealed class CountingOptionsValidator : IValidateOptions<CountingOptions>
{
    public ValidateOptionsResult Validate(string? name, CountingOptions options)
    {
        var mistakes = new List<string>();
        Require(options.MaxVarianceRate is >= 0 and <= 1, $"MaxVarianceRate is {options.MaxVarianceRate}: give 0 to 1.");
        Require(options.MaxVarianceValue >= 0, $"MaxVarianceValue is {options.MaxVarianceValue}: give 0 or more.");
        Require(options.Currency != default, $"Currency is not set: give that of MaxVarianceValue.");
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
