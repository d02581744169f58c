namespace Commerce.Agents.Domain.Payments;

/// <summary>What is remembered of a seller's sales to decide on tax.</summary>
public sealed record TaxLedger
{
    /// <summary>Gets the euros, without tax, of sales to consumers in other member states, by calendar year. Credit notes do not lower them.</summary>
    public IReadOnlyDictionary<int, decimal> DistanceSales { get; init; } = new Dictionary<int, decimal>();
}
