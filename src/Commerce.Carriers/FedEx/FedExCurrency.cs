using System.Collections.Frozen;

namespace Commerce.Carriers.FedEx;

/// <summary>FedEx's old currency codes, which its answers may still hold, to ISO 4217. Source: FedEx reference guide, currency codes.</summary>
internal static class FedExCurrency
{
    private static readonly FrozenDictionary<string, string> Aliases = new Dictionary<string, string>
    {
        ["UKL"] = "GBP", ["SFR"] = "CHF", ["NMP"] = "MXN", ["JYE"] = "JPY", ["NTD"] = "TWD", ["DHS"] = "AED", ["ECD"] = "XCD",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    internal static Money ToMoney(decimal amount, string currency) =>
        new(amount, Currency.Parse(Aliases.TryGetValue(currency, out var iso) ? iso : currency));
}
