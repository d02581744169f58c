using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Payments;

/// <summary>A customer who is not taxed at a place, for a time.</summary>
public sealed record TaxExemption : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the seller.</summary>
    public required string Seller { get; init; }

    /// <summary>Gets who is exempt: the shop's key of the customer.</summary>
    public required string Customer { get; init; }

    /// <summary>Gets the country of delivery.</summary>
    public required CountryCode Country { get; init; }

    /// <summary>Gets the state; the whole country when not given.</summary>
    public string? State { get; init; }

    /// <summary>Gets the authority's certificate.</summary>
    public required string Certificate { get; init; }

    /// <summary>Gets the first day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Gets the last day; open when not given.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Gets where it is.</summary>
    public ExemptionStatus Status { get; init; }

    /// <summary>Gets the day from which it no longer counts, when it was taken back.</summary>
    public DateOnly? RevokedOn { get; init; }

    /// <summary>Gets why it was taken back.</summary>
    public string? RevocationReason { get; init; }

    /// <summary>Gets where it counts: <c>DE</c>, <c>US-CA</c>.</summary>
    public string Jurisdiction => TaxJurisdiction.CodeOf(Country, State);

    /// <summary>Tells whether it counts for a sale.</summary>
    /// <param name="country">The country of delivery.</param>
    /// <param name="state">The state of delivery.</param>
    /// <param name="date">The day of supply.</param>
    /// <returns>Whether it does.</returns>
    public bool Covers(CountryCode country, string? state, DateOnly date) =>
        Country == country
        && (string.IsNullOrWhiteSpace(State) || Jurisdiction == TaxJurisdiction.CodeOf(country, state))
        && ValidFrom <= date && !(ValidUntil < date) && !(RevokedOn <= date);
}
