using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Payments;

/// <summary>The tax of an order, and why.</summary>
public sealed record TaxCalculation : IEntity
{
    /// <summary>Gets the id: the order's.</summary>
    public required Guid Id { get; init; }

    /// <summary>Gets the order.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>Gets the seller.</summary>
    public required string Seller { get; init; }

    /// <summary>Gets the day of supply.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Gets in whose tax return it belongs: <c>DE</c>, <c>US-CA</c>.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>Gets by which rule it was taxed.</summary>
    public required TaxTreatment Treatment { get; init; }

    /// <summary>Gets the lines.</summary>
    public required IReadOnlyList<TaxedLine> Lines { get; init; }

    /// <summary>Gets the sum of what is taxed.</summary>
    public required Money Base { get; init; }

    /// <summary>Gets the sum of the lines' tax.</summary>
    public required Money Tax { get; init; }

    /// <summary>Gets the marketplace that pays the tax, if one does.</summary>
    public string? CollectedBy { get; init; }

    /// <summary>Gets a value indicating whether the seller must keep a proof that the goods left the European Union.</summary>
    public bool NeedsExportProof { get; init; }

    /// <summary>Gets the euros that count towards the year's sales to consumers in other member states.</summary>
    public decimal DistanceSale { get; init; }

    /// <summary>Gets the reason in one sentence. No personal data.</summary>
    public required string Reason { get; init; }
}
