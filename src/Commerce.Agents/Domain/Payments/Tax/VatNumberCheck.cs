namespace Commerce.Agents.Domain.Payments;

/// <summary>What was found out about a VAT number, as it is written down.</summary>
/// <param name="IsValid">Whether the number is valid, as far as it was checked.</param>
/// <param name="IsFormatOnly">Whether only its form was checked: nobody asked the authority.</param>
/// <param name="HasFailed">Whether the look-up failed, so that nothing is known.</param>
/// <param name="Reference">The authority's proof of the look-up.</param>
public sealed record VatNumberCheck(bool IsValid, bool IsFormatOnly = false, bool HasFailed = false, string? Reference = null);
