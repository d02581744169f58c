namespace Commerce.Agents.Domain.Payments;

/// <summary>What is known of a VAT number.</summary>
/// <param name="IsValid">Whether it is valid, as far as it was checked.</param>
/// <param name="IsFormatOnly">Whether only its form was checked.</param>
/// <param name="Country">Its country.</param>
/// <param name="Reference">The authority's proof of the look-up.</param>
/// <param name="Refusals">Why it could not be checked; empty when it was.</param>
public sealed record TaxIdAnswer(bool IsValid, bool IsFormatOnly, CountryCode? Country, string? Reference, IReadOnlyList<Refusal> Refusals);
