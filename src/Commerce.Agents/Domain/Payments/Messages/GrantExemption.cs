namespace Commerce.Agents.Domain.Payments;

/// <summary>Frees a customer of tax at a place, for a time. Answered by <see cref="Answer"/> with the exemption's id.</summary>
/// <param name="Customer">The shop's key of the customer: 1 to 200 characters.</param>
/// <param name="Country">The country of delivery.</param>
/// <param name="Certificate">The authority's certificate: 1 to 200 characters.</param>
/// <param name="ValidFrom">The first day.</param>
/// <param name="ValidUntil">The last day; open when not given.</param>
/// <param name="State">The state; the whole country when not given.</param>
public sealed record GrantExemption(
    string Customer, CountryCode Country, string Certificate, DateOnly ValidFrom, DateOnly? ValidUntil = null, string? State = null) : IMessage
{
    /// <summary>Gets the seller whose sales are counted together.</summary>
    public string Seller { get; init; } = TaxOptions.DefaultSeller;
}
