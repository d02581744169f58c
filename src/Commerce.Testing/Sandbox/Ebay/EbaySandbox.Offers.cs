using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

public sealed partial class EbaySandbox
{
    private const int MaxBulk = 25;
    private const int RevisionsPerDay = 250;

    private readonly SortedDictionary<string, JsonObject> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EbayOfferState> _offers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _offersBySku = new(StringComparer.Ordinal);

    /// <summary>Gets or sets a value indicating whether a bulk call may name one SKU only, as one of eBay's pages says.</summary>
    public bool TakesOneSkuPerCall { get; set; }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, int> Stock
    {
        get
        {
            lock (Gate)
            {
                return _offersBySku.ToDictionary(static sku => sku.Key, sku => Number(_offers[sku.Value[0]].Body["availableQuantity"].Text(), 0));
            }
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, decimal> Prices
    {
        get
        {
            lock (Gate)
            {
                return _offersBySku.ToDictionary(static sku => sku.Key, sku => Amount(_offers[sku.Value[0]].Body["pricingSummary"].At("price")));
            }
        }
    }

    /// <inheritdoc/>
    public override void Offer(string sku, int quantity, decimal price)
    {
        lock (Gate)
        {
            _items[sku] = new JsonObject
            {
                ["sku"] = sku,
                ["locale"] = "fr_FR",
                ["condition"] = "NEW",
                ["availability"] = new JsonObject { ["shipToLocationAvailability"] = new JsonObject { ["quantity"] = quantity } },
                ["product"] = new JsonObject { ["title"] = $"Item {sku}", ["ean"] = new JsonArray("4000000000006") },
            };
            AddOffer(new JsonObject
            {
                ["sku"] = sku,
                ["marketplaceId"] = "EBAY_FR",
                ["format"] = "FIXED_PRICE",
                ["availableQuantity"] = quantity,
                ["categoryId"] = "122836",
                ["merchantLocationKey"] = "main",
                ["pricingSummary"] = new JsonObject { ["price"] = EbayOrderState.Money(price) },
                ["listingPolicies"] = new JsonObject { ["fulfillmentPolicyId"] = "1", ["paymentPolicyId"] = "2", ["returnPolicyId"] = "3" },
            }).IsPublished = true;
        }
    }

    private EbayOfferState AddOffer(JsonObject body)
    {
        var offer = new EbayOfferState(string.Create(CultureInfo.InvariantCulture, $"30{_offers.Count + 1:D8}"), body);
        _offers[offer.Id] = offer;
        var sku = body["sku"].Text();
        if (!_offersBySku.TryGetValue(sku, out var ids))
        {
            _offersBySku[sku] = ids = [];
        }

        ids.Add(offer.Id);
        return offer;
    }

    private void MapOffers(IEndpointRouteBuilder routes)
    {
        Map("GET", "offer", "list-offers", ListOffersAsync);
        Map("GET", "inventory_item", "list-inventory", ListItemsAsync);
        Map("GET", "inventory_item/{id}", "find-item", FindItemAsync);
        Map("PUT", "inventory_item/{id}", "put-item", context => LanguageAsync(context, PutItem));
        Map("POST", "offer", "create-offer", context => LanguageAsync(context, CreateOffer));
        Map("PUT", "offer/{id}", "update-offer", context => LanguageAsync(context, UpdateOffer));
        Map("POST", "offer/{id}/publish", "publish-offer", context => MoveOfferAsync(context, isPublished: true));
        Map("POST", "offer/{id}/withdraw", "withdraw-offer", context => MoveOfferAsync(context, isPublished: false));
        Map("POST", "bulk_update_price_quantity", "update-price-quantity", UpdateBulkAsync);

        void Map(string method, string path, string operation, Func<HttpContext, Task> handle) =>
            Operation(routes, method, "sell/inventory/v1/" + path, operation, context => UserAsync(context, handle));
    }

    private static Task InventoryErrorAsync(HttpContext context, int status, int id, string message) => ErrorAsync(context, status, id, message, "API_INVENTORY");

    private static async Task LanguageAsync(HttpContext context, Func<HttpContext, JsonObject, Task> handle)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        await (context.Request.Headers.ContentLanguage.ToString() is not [_, _, '-', _, _] || body is null
            ? InventoryErrorAsync(context, 400, 25709, "Invalid value for header Content-Language.")
            : handle(context, body)).ConfigureAwait(false);
    }

    private Task ListOffersAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var (limit, page) = (Number(query["limit"], 25), Number(query["offset"], 0));
        lock (Gate)
        {
            var found = _offersBySku.GetValueOrDefault(query["sku"].ToString(), []).Select(id => _offers[id])
                .Where(offer => query["marketplace_id"] is not [{ } site] || offer.Body["marketplaceId"].Text() == site).ToList();
            return found.Count == 0
                ? InventoryErrorAsync(context, 404, 25713, "This Offer is not available.")
                : SandboxJson.WriteAsync(context, 200, new JsonObject
                {
                    ["href"] = "/sell/inventory/v1/offer",
                    ["limit"] = limit,
                    ["size"] = found.Count,
                    ["total"] = found.Count,
                    ["offers"] = new JsonArray([.. found.Skip(page * limit).Take(limit).Select(static offer => (JsonNode)offer.ToJson())]),
                });
        }
    }

    private Task ListItemsAsync(HttpContext context)
    {
        var (limit, page) = (Number(context.Request.Query["limit"], 25), Number(context.Request.Query["offset"], 0));
        lock (Gate)
        {
            return SandboxJson.WriteAsync(context, 200, new JsonObject
            {
                ["href"] = "/sell/inventory/v1/inventory_item",
                ["limit"] = limit,
                ["size"] = _items.Count,
                ["total"] = _items.Count,
                ["inventoryItems"] = new JsonArray([.. _items.Values.Skip(page * limit).Take(limit).Select(static item => item.DeepClone())]),
            });
        }
    }

    private Task FindItemAsync(HttpContext context)
    {
        lock (Gate)
        {
            return _items.TryGetValue(context.Request.RouteValues["id"]?.ToString() ?? "", out var item)
                ? SandboxJson.WriteAsync(context, 200, item.DeepClone())
                : InventoryErrorAsync(context, 404, 25710, "The SKU is not found.");
        }
    }

    private Task PutItem(HttpContext context, JsonObject body)
    {
        var sku = context.Request.RouteValues["id"]?.ToString() ?? "";
        lock (Gate)
        {
            if (body["condition"].Text() is not { Length: > 0 } condition || !condition.All(static c => char.IsAsciiLetterUpper(c) || c == '_'))
            {
                return InventoryErrorAsync(context, 400, 25021, "The condition is not valid.");
            }

            var isNew = !_items.ContainsKey(sku);
            body["sku"] = sku;
            _items[sku] = body;
            return DoneAsync(context, isNew ? 201 : 204);
        }
    }

    private Task CreateOffer(HttpContext context, JsonObject body)
    {
        lock (Gate)
        {
            var sku = body["sku"].Text();
            if (!_items.ContainsKey(sku))
            {
                return InventoryErrorAsync(context, 400, 25702, $"{sku} could not be found or is not available.");
            }

            if (_offersBySku.GetValueOrDefault(sku, []).Exists(id => _offers[id].Body["marketplaceId"].Text() == body["marketplaceId"].Text()))
            {
                return InventoryErrorAsync(context, 400, 25002, "The offer exists already.");
            }

            return SandboxJson.WriteAsync(context, 201, new JsonObject { ["offerId"] = AddOffer(body).Id });
        }
    }

    private Task UpdateOffer(HttpContext context, JsonObject body)
    {
        lock (Gate)
        {
            if (!_offers.TryGetValue(context.Request.RouteValues["id"]?.ToString() ?? "", out var offer))
            {
                return InventoryErrorAsync(context, 404, 25713, "This Offer is not available.");
            }

            // A put replaces everything but what names the offer.
            (body["sku"], body["marketplaceId"], body["format"]) = (offer.Body["sku"].Text(), offer.Body["marketplaceId"].Text(), "FIXED_PRICE");
            offer.Body = body;
            return DoneAsync(context, 204);
        }
    }

    private Task MoveOfferAsync(HttpContext context, bool isPublished)
    {
        lock (Gate)
        {
            if (!_offers.TryGetValue(context.Request.RouteValues["id"]?.ToString() ?? "", out var offer))
            {
                return InventoryErrorAsync(context, 404, 25713, "This Offer is not available.");
            }

            if (isPublished && offer.Missing is { } missing)
            {
                return InventoryErrorAsync(context, 400, 25002, $"The offer cannot be published: {missing} is missing.");
            }

            offer.IsPublished = isPublished;
            return SandboxJson.WriteAsync(context, 200, new JsonObject { ["listingId"] = offer.ListingId });
        }
    }

    private async Task UpdateBulkAsync(HttpContext context)
    {
        var requests = (await SandboxJson.ReadAsync(context).ConfigureAwait(false)).At("requests").Items().ToList();
        var answers = new JsonArray();
        Task answer;
        lock (Gate)
        {
            if (requests.Count is 0 or > MaxBulk || (TakesOneSkuPerCall && requests.Count > 1))
            {
                answer = InventoryErrorAsync(context, 400, 25709, "Too many requests in one call.");
            }
            else
            {
                foreach (var request in requests)
                {
                    Update(request, answers);
                }

                var isMixed = answers.Select(static entry => entry.At("statusCode").Text()).Distinct().Count() > 1;
                answer = SandboxJson.WriteAsync(context, isMixed ? 207 : 200, new JsonObject { ["responses"] = answers });
            }
        }

        await answer.ConfigureAwait(false);
    }

    private void Update(JsonNode request, JsonArray answers)
    {
        var sku = request.At("sku").Text();
        if (!_items.TryGetValue(sku, out var item))
        {
            Tell(null, 400, Error(25702, "API_INVENTORY", $"{sku} could not be found or is not available in the system."));
            return;
        }

        if (request.At("shipToLocationAvailability", "quantity") is { } quantity)
        {
            item["availability"] = new JsonObject { ["shipToLocationAvailability"] = new JsonObject { ["quantity"] = quantity.DeepClone() } };
            Tell(null, 200, null);
        }

        foreach (var change in request.At("offers").Items())
        {
            var id = change.At("offerId").Text();
            var day = Clock.GetUtcNow().UtcDateTime.Date;
            if (!_offers.TryGetValue(id, out var offer) || !offer.IsPublished)
            {
                Tell(id, 400, Error(25713, "API_INVENTORY", $"This Offer is not available : {id}."));
            }
            else if (change.At("price") is { } price && Amount(price) <= 0)
            {
                Tell(id, 400, Error(25002, "API_INVENTORY", "The price is not valid."));
            }
            else if (offer.Revise(day) > RevisionsPerDay)
            {
                Tell(id, 400, Error(25002, "API_INVENTORY", "The listing was revised too often today."));
            }
            else
            {
                offer.Body["availableQuantity"] = change.At("availableQuantity")?.DeepClone() ?? offer.Body["availableQuantity"]?.DeepClone();
                if (change.At("price") is { } given)
                {
                    offer.Body["pricingSummary"]!["price"] = given.DeepClone();
                }

                Tell(id, 200, null);
            }
        }

        void Tell(string? offer, int status, JsonObject? error)
        {
            var entry = new JsonObject { ["statusCode"] = status, ["sku"] = sku };
            if (offer is not null)
            {
                entry["offerId"] = offer;
            }

            if (error is not null)
            {
                entry["errors"] = new JsonArray(error);
            }

            answers.Add((JsonNode)entry);
        }
    }
}
