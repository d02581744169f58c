using System.Globalization;
using System.Text.Json.Nodes;

namespace Commerce.Testing.Sandbox;

public sealed partial class RefurbedSandbox
{
    private static readonly (string Code, string Name, string Currency)[] MarketCodes = [("at", "Austria", "EUR"), ("ch", "Switzerland", "CHF"), ("de", "Germany", "EUR"), ("fr", "France", "EUR")];

    private readonly SortedDictionary<long, RefurbedOfferState> _offers = [];

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, int> Stock => Look(() => _offers.Values.ToDictionary(static offer => offer.Sku, static offer => offer.Stock));

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, decimal> Prices => Look(() => _offers.Values.ToDictionary(static offer => offer.Sku, static offer => offer.Price));

    /// <summary>Gets the prices that were set for single markets, by SKU, slash and market.</summary>
    public IReadOnlyDictionary<string, decimal> MarketPrices => Look(() => _offers.Values
        .SelectMany(static offer => offer.Markets.Select(market => KeyValuePair.Create($"{offer.Sku}/{market.Key}", market.Value))).ToDictionary());

    /// <inheritdoc/>
    public override void Offer(string sku, int quantity, decimal price)
    {
        lock (Gate)
        {
            AddOffer(new RefurbedOfferState(sku) { Stock = quantity, Price = price });
        }
    }

    private void AddOffer(RefurbedOfferState offer)
    {
        offer.Id = (_offers.Count == 0 ? 55_500 : _offers.Keys.Last()) + 1;
        _offers.Add(offer.Id, offer);
    }

    private void MapOffers(Action<string, string, Func<JsonNode?, RefurbedAnswer>> method)
    {
        method("OfferService/ListOffers", "list-offers", ListOffers);
        method("OfferService/BatchUpdateOffers", "update-offers", body => Batch(body.At("offers"), UpdateOffer));
        method("OfferService/BatchCreateOffers", "create-offers", body => Batch(body.At("offers"), CreateOffer));
        method("OfferService/BatchDeleteOffers", "delete-offers", body => Batch(body.At("offers"), entry =>
        {
            if (Find(entry.At("identifier")) is not { } offer)
            {
                return No(5, "offer not found");
            }

            _offers.Remove(offer.Id);
            return new RefurbedAnswer(0, []);
        }));
        method("MarketOfferService/ListMarketOffers", "list-market-offers", ListMarketOffers);
        method("MarketOfferService/BatchUpdateMarketOffer", "update-market-offers", body => Batch(body.At("market_offers"), entry => SetMarketPrice(entry, isNew: false)));
        method("MarketOfferService/BatchCreateMarketOffer", "create-market-offers", body => Batch(body.At("market_offers"), entry => SetMarketPrice(entry, isNew: true)));
        method("MarketOfferService/BatchDeleteMarketOffer", "delete-market-offers", body => Batch(body.At("offers"), entry =>
            Find(entry.At("identifier", "offer_id")) is { } offer && offer.Markets.Remove(entry.At("identifier", "market_code").Text())
                ? new RefurbedAnswer(0, [])
                : No(5, "market offer not found")));
    }

    private RefurbedOfferState? Find(JsonNode? identifier) => identifier.At("sku") is { } sku
        ? _offers.Values.FirstOrDefault(offer => offer.Sku == sku.Text())
        : IdOf(identifier.At("id")) is { } id ? _offers.GetValueOrDefault(id) : null;

    private RefurbedAnswer ListOffers(JsonNode? body)
    {
        if (LimitOf(body) is not { } limit)
        {
            return No(3, "pagination limit too large");
        }

        var skus = AnyOf(body.At("filter", "sku"));
        var after = IdOf(body.At("pagination", "starting_after")) ?? 0;
        return Page("offers", [.. _offers.Values.Where(offer => offer.Id > after && skus?.Contains(offer.Sku) != false).Take(limit + 1).Select(static offer => offer.ToJson())], limit);
    }

    private RefurbedAnswer ListMarketOffers(JsonNode? body)
    {
        if (LimitOf(body) is not { } limit)
        {
            return No(3, "pagination limit too large");
        }

        var skus = AnyOf(body.At("filter", "sku"));
        var markets = AnyOf(body.At("filter", "market_price_market_code"));
        var after = IdOf(body.At("pagination", "starting_after", "offer_id", "id")) ?? 0;
        var found = _offers.Values.Where(offer => offer.Id > after && skus?.Contains(offer.Sku) != false)
            .SelectMany(offer => MarketCodes.Where(market => markets?.Contains(market.Code) != false).Select(market => offer.ToMarketJson(market.Code, market.Currency)))
            .Take(limit + 1)
            .ToList();
        return Page("market_offers", found, limit);
    }

    private RefurbedAnswer UpdateOffer(JsonNode entry)
    {
        if (Find(entry.At("identifier")) is not { } offer)
        {
            return No(5, "offer not found");
        }

        if ((entry.At("reference_price") is { } price && AmountOf(price) is null or 0) || (entry.At("stock") is { } stock && !IsStock(stock)))
        {
            return No(3, "invalid offer data");
        }

        offer.Stock = entry.At("stock") is { } quantity ? int.Parse(quantity.Text(), CultureInfo.InvariantCulture) : offer.Stock;
        offer.Price = AmountOf(entry.At("reference_price")) ?? offer.Price;
        offer.Currency = entry.At("reference_currency_code")?.Text() ?? offer.Currency;
        offer.Grading = entry.At("grading")?.Text() ?? offer.Grading;
        offer.Taxation = entry.At("taxation")?.Text() ?? offer.Taxation;
        offer.Version++;
        return new RefurbedAnswer(0, new JsonObject { ["offer"] = offer.ToJson() });
    }

    private static bool IsStock(JsonNode stock) => int.TryParse(stock.ToJsonString(), NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private RefurbedAnswer CreateOffer(JsonNode entry)
    {
        var sku = entry.At("sku").Text();
        if (_offers.Values.Any(offer => offer.Sku == sku))
        {
            return No(6, "offer with given SKU already exists");
        }

        string[] needed = ["sku", "grading", "warranty", "stock", "shipping_profile_id", "taxation", "reference_currency_code", "reference_price"];
        if (needed.Any(name => entry.At(name) is null) || AmountOf(entry.At("reference_price")) is not > 0 || !IsStock(entry.At("stock")!))
        {
            return No(3, "invalid offer data");
        }

        if (entry.At("instance_id") is null && entry.At("gtin") is null && entry.At("mpn") is null)
        {
            return No(3, "unknown instance");
        }

        var made = new RefurbedOfferState(sku)
        {
            // What is found by a GTIN or an MPN is verified before it is public.
            State = entry.At("instance_id") is null ? "UNVERIFIED" : "OK",
            Instance = entry.At("instance_id")?.Text() ?? "8801",
        };
        AddOffer(made);
        return UpdateOffer(new JsonObject
        {
            ["identifier"] = new JsonObject { ["sku"] = sku },
            ["stock"] = entry.At("stock")!.DeepClone(),
            ["reference_price"] = entry.At("reference_price")!.DeepClone(),
            ["reference_currency_code"] = entry.At("reference_currency_code")!.DeepClone(),
            ["grading"] = entry.At("grading")!.DeepClone(),
            ["taxation"] = entry.At("taxation")!.DeepClone(),
        });
    }

    private RefurbedAnswer SetMarketPrice(JsonNode entry, bool isNew)
    {
        var code = (isNew ? entry.At("market_price", "market_code") : entry.At("identifier", "market_code")).Text();
        var offer = Find(isNew ? entry.At("identifier") : entry.At("identifier", "offer_id"));
        if (!isNew && (offer is null || !offer.Markets.ContainsKey(code)))
        {
            return No(5, "market offer not found");
        }

        if (offer is null || MarketCodes.All(market => market.Code != code) || AmountOf(entry.At("market_price", "price")) is not > 0)
        {
            return No(3, "invalid market offer data");
        }

        if (isNew && offer.Markets.ContainsKey(code))
        {
            return No(6, "market offer already exists");
        }

        offer.Markets[code] = AmountOf(entry.At("market_price", "price"))!.Value;
        return new RefurbedAnswer(0, new JsonObject { ["market_offer"] = offer.ToMarketJson(code, entry.At("market_price", "currency_code")?.Text() ?? "EUR") });
    }
}
