namespace Commerce.Carriers.Tariffs;

/// <summary>A price list that is or was active.</summary>
/// <param name="Tariff">The price list.</param>
/// <param name="Number">Its number within the account, from 1.</param>
/// <param name="ActivatedAt">When it became active.</param>
/// <param name="ChangePercent">The average change of the prices against the list before, in percent.</param>
/// <param name="ApprovedBy">Who approved a change of more than 10 %.</param>
public sealed record TariffVersion(Tariff Tariff, int Number, DateTimeOffset ActivatedAt, decimal? ChangePercent = null, string? ApprovedBy = null);
