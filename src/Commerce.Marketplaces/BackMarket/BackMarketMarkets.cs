namespace Commerce.Marketplaces.BackMarket;

/// <summary>Back Market's markets. Source: Back Market seller API, Locale, servers, "Update specific listing".</summary>
internal static class BackMarketMarkets
{
    private const string Euro = "EUR";

    /// <summary>Gives the currency of a market; prices in another one are refused there.</summary>
    internal static string? CurrencyOf(string market) => market switch
    {
        "fr-fr" or "fr-be" or "es-es" or "de-de" or "de-at" or "it-it" or "nl-nl" or "pt-pt" or "en-ie" or "el-gr" or "sk-sk" => Euro,
        "sv-se" => "SEK",
        "en-gb" => "GBP",
        "en-us" => "USD",
        "ja-jp" => "JPY",
        "en-au" => "AUD",
        _ => null,
    };

    /// <summary>Tells whether a price without a currency is understood there: euros in Europe, dollars in America.</summary>
    internal static bool HasDefaultCurrency(string market) => CurrencyOf(market) is Euro or "USD";

    internal static Uri? AddressOf(string market, bool isPreproduction)
    {
        var host = market switch
        {
            "en-us" => "backmarket.com",
            "ja-jp" or "en-au" => "backmarket.co.jp",
            _ when CurrencyOf(market) is not null => "backmarket.fr",
            _ => null,
        };
        return host is null ? null : new Uri($"https://{(isPreproduction ? "preprod" : "www")}.{host}/");
    }
}
