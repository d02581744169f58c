namespace Commerce.Agents.Domain.Shipping;

/// <summary>What the reading of a price list found; small, because it is written down.</summary>
/// <param name="Hash">The SHA-256 of the file, in hexadecimal; empty when there is no such file.</param>
/// <param name="PricesRead">The prices of the file.</param>
/// <param name="PricesAccepted">Those that can be taken.</param>
/// <param name="Errors">What forbids activation, with the lines; at most 100.</param>
/// <param name="Warnings">What is worth knowing; at most 100.</param>
/// <param name="ChangePercent">The average change of the prices against the active list, in percent.</param>
/// <param name="NeedsApproval">Whether someone must approve that change.</param>
public sealed record TariffReport(
    string Hash, int PricesRead, int PricesAccepted, IReadOnlyList<string> Errors, IReadOnlyList<string> Warnings, decimal? ChangePercent, bool NeedsApproval);
