using System.Text.Json.Nodes;

namespace Commerce.Testing.Sandbox;

/// <summary>An offer with the prices that were set for single markets; in all others the general price is taken over.</summary>
internal sealed class RefurbedOfferState(string sku)
{
    internal long Id { get; set; }

    internal int Version { get; set; } = 1;

    internal string Sku => sku;

    internal int Stock { get; set; }

    internal decimal Price { get; set; }

    internal string Currency { get; set; } = "EUR";

    internal string State { get; set; } = "OK";

    internal string Instance { get; set; } = "8801";

    internal string Grading { get; set; } = "A";

    internal string Taxation { get; set; } = "MARGINAL";

    internal Dictionary<string, decimal> Markets { get; } = new(StringComparer.Ordinal);

    internal JsonObject ToJson()
    {
        var json = Common();
        json["id"] = RefurbedState.Number(Id);
        json["set_market_prices"] = new JsonArray([.. Markets.Keys.Select(code => (JsonNode)MarketPrice(code, "EUR"))]);
        json["calculated_market_prices"] = new JsonArray();
        return json;
    }

    internal JsonObject ToMarketJson(string code, string currency)
    {
        var json = Common();
        json["id"] = new JsonObject { ["offer_id"] = new JsonObject { ["id"] = RefurbedState.Number(Id) }, ["market_code"] = code };
        json["market_price"] = MarketPrice(code, currency);
        return json;
    }

    private JsonObject Common() => new()
    {
        ["version"] = RefurbedState.Number(Version),
        ["is_current"] = true,
        ["instance_id"] = Instance,
        ["instance_name"] = $"Article {sku}",
        ["state"] = State,
        ["sku"] = sku,
        ["grading"] = Grading,
        ["warranty"] = "M12",
        ["stock"] = Stock,
        ["shipping_profile_id"] = "901",
        ["taxation"] = Taxation,
        ["reference_currency_code"] = Currency,
        ["reference_price"] = RefurbedState.Amount(Price),
    };

    private JsonObject MarketPrice(string code, string currency) => new()
    {
        ["offer_id"] = RefurbedState.Number(Id),
        ["market_code"] = code,
        ["is_site_market"] = true,
        ["is_calculated"] = !Markets.ContainsKey(code),
        ["currency_code"] = currency,
        ["price"] = RefurbedState.Amount(Markets.GetValueOrDefault(code, Price)),
        ["visibility"] = State == "OK" && Stock > 0 ? "FULL" : "NONE",
    };
}
