using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Pricing;

/// <summary>The bounds and defaults of promotions.</summary>
public sealed class PromotionOptions
{
    /// <summary>Gets or sets how many codes one order may use. More than one combine only when they are stackable.</summary>
    /// <value>The default is 1; 1 to 10.</value>
    public int MaxCodes { get; set; } = 1;

    /// <summary>Gets or sets the margin, as a share of the net price, below which a discounted line is warned of.</summary>
    /// <value>The default is 0.10; 0 to below 1.</value>
    public decimal MinMargin { get; set; } = 0.10m;

    /// <summary>Gets or sets the share that a percentage takes off when its terms do not tell.</summary>
    /// <value>The default is 0.10; above 0 to 1.</value>
    public decimal DefaultRate { get; set; } = 0.10m;

    /// <summary>Gets or sets how long a promotion lasts when its terms do not tell.</summary>
    /// <value>The default is 7 days; 1 minute to 366 days.</value>
    public TimeSpan DefaultDuration { get; set; } = TimeSpan.FromDays(7);
}

internal sealed class PromotionOptionsValidator : IValidateOptions<PromotionOptions>
{
    public ValidateOptionsResult Validate(string? name, PromotionOptions options)
    {
        var mistakes = new List<string>();
        if (options.MaxCodes is < 1 or > 10)
        {
            mistakes.Add($"MaxCodes is {options.MaxCodes}: give 1 to 10.");
        }

        if (options.MinMargin is < 0 or >= 1)
        {
            mistakes.Add($"MinMargin is {options.MinMargin}: give a share of 0 to below 1, such as 0.10.");
        }

        if (options.DefaultRate is <= 0 or > 1)
        {
            mistakes.Add($"DefaultRate is {options.DefaultRate}: give a share above 0 to 1, such as 0.10.");
        }

        if (options.DefaultDuration < TimeSpan.FromMinutes(1) || options.DefaultDuration > TimeSpan.FromDays(366))
        {
            mistakes.Add($"DefaultDuration is {options.DefaultDuration}: give 1 minute to 366 days.");
        }

        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}
