namespace Commerce.Agents.Domain.Catalog;

/// <summary>A price of a variant.</summary>
/// <param name="Price">The price without tax: above 0.</param>
/// <param name="CompareAt">The price that is shown struck through: more than the price.</param>
/// <param name="From">From when it is valid; at once when not given.</param>
/// <param name="Until">When it is valid no longer; for ever when not given.</param>
public sealed record VariantPrice(Money Price, Money? CompareAt = null, DateTimeOffset? From = null, DateTimeOffset? Until = null)
{
    /// <summary>Tells whether it is valid at a time.</summary>
    /// <param name="at">The time.</param>
    /// <returns>Whether the time lies in its window.</returns>
    public bool IsValid(DateTimeOffset at) => !(at < From) && !(at >= Until);
}
