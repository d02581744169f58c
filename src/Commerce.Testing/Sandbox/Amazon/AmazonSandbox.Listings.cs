using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

public sealed partial class AmazonSandbox
{
    private const decimal HighestPrice = 1_000_000m;

    private readonly Dictionary<string, Listing> _listings = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, int> Stock
    {
        get
        {
            lock (Gate)
            {
                return _listings.ToDictionary(static listing => listing.Key, static listing => listing.Value.Quantity);
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
                return _listings.ToDictionary(static listing => listing.Key, static listing => listing.Value.Price);
            }
        }
    }

    /// <inheritdoc/>
    public override void Offer(string sku, int quantity, decimal price)
    {
        lock (Gate)
        {
            _listings[sku] = new Listing(Clock.GetUtcNow()) { Quantity = quantity, Price = price };
        }
    }

    private void MapListings(IEndpointRouteBuilder routes)
    {
        const string Items = "listings/2021-08-01/items/{seller}";
        Guarded(routes, "GET", Items, "list-offers", 5, 5, SearchListingsAsync);
        Guarded(routes, "GET", Items + "/{sku}", "find-offer", 5, 10, FindListingAsync);
        Guarded(routes, "PATCH", Items + "/{sku}", "patch-listing", 5, 5, context => SubmitAsync(context, isPut: false));
        Guarded(routes, "PUT", Items + "/{sku}", "put-listing", 5, 10, context => SubmitAsync(context, isPut: true));
        Guarded(routes, "DELETE", Items + "/{sku}", "delete-listing", 5, 5, DeleteListingAsync);
    }

    private bool IsOurs(HttpContext context) => Route(context, "seller") == SellerId && context.Request.Query["marketplaceIds"] == MarketplaceId;

    private Task SearchListingsAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var skus = query["identifiers"] is [{ } list] ? list.Split(',') : null;
        var start = 0;
        if (!IsOurs(context) || skus?.Length > 20 || (skus is not null && query["identifiersType"] != "SKU")
            || (query["pageToken"] is [{ } token] && !int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out start)))
        {
            return ErrorAsync(context, 400, "BAD_REQUEST", "Invalid input", "Invalid input");
        }

        var size = int.TryParse(query["pageSize"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? Math.Clamp(given, 1, 20) : 10;
        var after = Time(query["createdAfter"]);
        JsonArray items;
        int total;
        lock (Gate)
        {
            var found = (skus is null ? _listings : _listings.Where(listing => skus.Contains(listing.Key)))
                .Where(listing => after is null || listing.Value.CreatedAt >= after)
                .ToList();
            total = found.Count;
            items = new JsonArray([.. found.Skip(start).Take(size).Select(listing => (JsonNode)ToJson(listing.Key, listing.Value))]);
        }

        var pagination = new JsonObject();
        if (start + items.Count < total)
        {
            pagination["nextToken"] = (start + items.Count).ToString(CultureInfo.InvariantCulture);
        }

        return SandboxJson.WriteAsync(context, 200, new JsonObject { ["numberOfResults"] = total, ["pagination"] = pagination, ["items"] = items });
    }

    private Task FindListingAsync(HttpContext context)
    {
        JsonObject? found;
        lock (Gate)
        {
            found = IsOurs(context) && _listings.TryGetValue(Route(context, "sku"), out var listing) ? ToJson(Route(context, "sku"), listing) : null;
        }

        return found is null ? ErrorAsync(context, 404, "NOT_FOUND", "The SKU was not found.") : SandboxJson.WriteAsync(context, 200, found);
    }

    private async Task SubmitAsync(HttpContext context, bool isPut)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        var sku = Route(context, "sku");
        if (!IsOurs(context) || body.At("productType").Text().Length == 0)
        {
            await ErrorAsync(context, 400, "BAD_REQUEST", "Invalid input", "Invalid input").ConfigureAwait(false);
            return;
        }

        var isPreview = context.Request.Query["mode"] == "VALIDATION_PREVIEW";
        (string Code, string Message, string Attribute)? issue;
        lock (Gate)
        {
            issue = isPut ? Put(sku, body.At("attributes"), isPreview) : Patch(sku, body.At("patches").Items(), isPreview);
        }

        if (issue is { Code: "UNKNOWN" })
        {
            await ErrorAsync(context, 400, "BAD_REQUEST", "Invalid input", issue.Value.Message).ConfigureAwait(false);
            return;
        }

        await SandboxJson.WriteAsync(context, 200, new JsonObject
        {
            ["sku"] = sku,
            ["status"] = issue is not null ? "INVALID" : isPreview ? "VALID" : "ACCEPTED",
            ["submissionId"] = Guid.NewGuid().ToString(),
            ["issues"] = issue is var (code, message, attribute)
                ? new JsonArray(new JsonObject
                {
                    ["code"] = code,
                    ["message"] = message,
                    ["severity"] = "ERROR",
                    ["attributeNames"] = new JsonArray(attribute),
                    ["categories"] = new JsonArray("INVALID_ATTRIBUTE"),
                })
                : new JsonArray(),
        }).ConfigureAwait(false);
    }

    private Task DeleteListingAsync(HttpContext context)
    {
        var sku = Route(context, "sku");
        bool known;
        lock (Gate)
        {
            known = IsOurs(context) && _listings.Remove(sku);
        }

        return known
            ? SandboxJson.WriteAsync(context, 200, new JsonObject { ["sku"] = sku, ["status"] = "ACCEPTED", ["submissionId"] = Guid.NewGuid().ToString(), ["issues"] = new JsonArray() })
            : ErrorAsync(context, 400, "BAD_REQUEST", "Invalid input", "The SKU is not in the catalogue of the seller.");
    }

    private (string Code, string Message, string Attribute)? Patch(string sku, IEnumerable<JsonNode> patches, bool isPreview)
    {
        if (!_listings.TryGetValue(sku, out var listing))
        {
            return ("UNKNOWN", "The SKU is not in the catalogue of the seller.", "sku");
        }

        var (quantity, price) = (listing.Quantity, listing.Price);
        foreach (var patch in patches)
        {
            var value = patch.At("value");
            switch (patch.At("path").Text())
            {
                case "/attributes/fulfillment_availability":
                    if (value.At("fulfillment_channel_code").Text() != "DEFAULT"
                        || !int.TryParse(value.At("quantity").Text(), NumberStyles.None, CultureInfo.InvariantCulture, out quantity))
                    {
                        return ("90111", "The quantity cannot be written.", "fulfillment_availability");
                    }

                    break;
                case "/attributes/purchasable_offer":
                    if (Price(value) is not { } told)
                    {
                        return ("99022", "The price is not acceptable.", "purchasable_offer");
                    }

                    price = told;
                    break;
                default:
                    return ("90000", "The attribute is not known.", patch.At("path").Text());
            }
        }

        if (!isPreview)
        {
            (listing.Quantity, listing.Price) = (quantity, price);
        }

        return null;
    }

    private (string Code, string Message, string Attribute)? Put(string sku, JsonNode? attributes, bool isPreview)
    {
        var product = attributes.At("merchant_suggested_asin", "value").Text() + attributes.At("externally_assigned_product_identifier", "value").Text();
        if (product.Length == 0 || attributes.At("condition_type", "value").Text().Length == 0)
        {
            return ("90220", "'condition_type' or a product is required but not supplied.", "condition_type");
        }

        if (Price(attributes.At("purchasable_offer")) is not { } price
            || !int.TryParse(attributes.At("fulfillment_availability", "quantity").Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var quantity))
        {
            return ("99022", "The price or the quantity is not acceptable.", "purchasable_offer");
        }

        if (!isPreview)
        {
            _listings[sku] = new Listing(Clock.GetUtcNow()) { Quantity = quantity, Price = price, Condition = attributes.At("condition_type", "value").Text() };
        }

        return null;
    }

    private decimal? Price(JsonNode? offer) =>
        offer.At("marketplace_id").Text() == MarketplaceId && offer.At("currency").Text() == "EUR"
        && decimal.TryParse(offer.At("our_price", "schedule", "value_with_tax").Text(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price)
        && price is > 0 and < HighestPrice
            ? price
            : null;

    private JsonObject ToJson(string sku, Listing listing) => new()
    {
        ["sku"] = sku,
        ["summaries"] = new JsonArray(new JsonObject
        {
            ["marketplaceId"] = MarketplaceId,
            ["asin"] = "B0" + sku.ToUpperInvariant().Replace("-", "", StringComparison.Ordinal).PadRight(8, '0')[..8],
            ["productType"] = "PRODUCT",
            ["conditionType"] = listing.Condition,
            ["status"] = listing.Quantity > 0 ? new JsonArray("BUYABLE", "DISCOVERABLE") : new JsonArray("DISCOVERABLE"),
            ["itemName"] = $"Item {sku}",
            ["createdDate"] = Text(listing.CreatedAt),
            ["lastUpdatedDate"] = Text(listing.CreatedAt),
        }),
        ["offers"] = new JsonArray(new JsonObject
        {
            ["marketplaceId"] = MarketplaceId,
            ["offerType"] = "B2C",
            ["price"] = new JsonObject { ["currencyCode"] = "EUR", ["amount"] = listing.Price.ToString("0.00", CultureInfo.InvariantCulture) },
        }),
        ["fulfillmentAvailability"] = new JsonArray(new JsonObject { ["fulfillmentChannelCode"] = "DEFAULT", ["quantity"] = listing.Quantity }),
        ["issues"] = new JsonArray(),
    };

    private sealed class Listing(DateTimeOffset createdAt)
    {
        internal DateTimeOffset CreatedAt => createdAt;

        internal int Quantity { get; set; }

        internal decimal Price { get; set; }

        internal string Condition { get; init; } = "new_new";
    }
}
