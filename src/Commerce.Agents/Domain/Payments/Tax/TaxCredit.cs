using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Payments;

/// <summary>The tax that a credit note takes back.</summary>
public sealed record TaxCredit : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the order.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>Gets the seller.</summary>
    public required string Seller { get; init; }

    /// <summary>Gets the number of the credit note.</summary>
    public required string CreditNote { get; init; }

    /// <summary>Gets the day of the credit note: in its period it is reported.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Gets in whose tax return it belongs.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>Gets by which rule the order was taxed.</summary>
    public required TaxTreatment Treatment { get; init; }

    /// <summary>Gets what is taken back, as amounts of zero or more.</summary>
    public required IReadOnlyList<TaxedLine> Lines { get; init; }
}
