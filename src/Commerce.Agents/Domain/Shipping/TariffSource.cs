using Commerce.Carriers.Tariffs;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>How the price lists of an account are read.</summary>
/// <param name="Contract">What holds for all prices: currency, zones, surcharges, limits.</param>
/// <param name="Mapping">How the file is read.</param>
public sealed record TariffSource(TariffContract Contract, TariffMapping Mapping);
