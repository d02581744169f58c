namespace Commerce.Agents.Domain.Pricing;

/// <summary>A line whose discount leaves less than the least margin. It is sold all the same.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="Net">The line after discounts.</param>
/// <param name="Cost">What the line costs the seller.</param>
/// <param name="Text">One sentence.</param>
public sealed record MarginWarning(Sku Sku, Money Net, Money Cost, string Text);
