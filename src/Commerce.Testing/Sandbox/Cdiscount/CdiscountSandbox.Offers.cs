using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Commerce.Testing.Sandbox;

/// <summary>Offers, and the packages that change them.</summary>
public sealed partial class CdiscountSandbox
{
    private const int MaxRequests = 100;

    private static readonly TimeSpan PackageTime = TimeSpan.FromMinutes(1);

    private readonly SortedDictionary<string, CdiscountOfferEntry> _offers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CdiscountPackageEntry> _packages = new(StringComparer.Ordinal);
    private readonly Queue<CdiscountPackageEntry> _ready = new();

    /// <summary>Gets or sets a value indicating whether VAT is a fraction with the spelling that goes with it, not a percentage: the sources contradict each other.</summary>
    public bool TakesRates { get; set; }

    /// <summary>Gets or sets a value indicating whether it takes offer packages of this channel at all; the default is yes.</summary>
    public bool TakesPackages { get; set; } = true;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, int> Stock => Look(() => _offers.ToDictionary(static offer => offer.Key, static offer => offer.Value.Quantity));

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, decimal> Prices => Look(() => _offers.ToDictionary(static offer => offer.Key, static offer => offer.Value.Price));

    /// <summary>Gets the VAT of each SKU in percent, as it was understood.</summary>
    public IReadOnlyDictionary<string, decimal> Vat => Look(() => _offers.ToDictionary(static offer => offer.Key, static offer => offer.Value.VatPercent));

    /// <inheritdoc/>
    public override void Offer(string sku, int quantity, decimal price)
    {
        lock (Gate)
        {
            _offers[sku] = new CdiscountOfferEntry { Quantity = quantity, Price = price };
        }
    }

    private void MapOffers(Action<string, string, string, Func<HttpContext, Task>> guarded)
    {
        guarded("GET", "offers", "list-offers", ListOffersAsync);
        guarded("GET", "sellers/delivery-modes", "list-delivery-modes", ModesAsync);
        guarded("POST", "offer-packages", "create-offer-package", CreatePackageAsync);
        guarded("GET", "offer-packages/{package}", "find-offer-package", FindPackageAsync);
        guarded("PATCH", "offer-packages/{package}", "ready-offer-package", ReadyAsync);
        guarded("POST", "offer-packages/{package}/offer-requests", "add-offer-requests", AddRequestsAsync);
        guarded("GET", "offer-packages/{package}/offer-requests-results", "list-offer-results", ResultsAsync);
    }

    private static Task ModesAsync(HttpContext context) => SandboxJson.WriteAsync(context, 200, new JsonObject
    {
        ["count"] = 2,
        ["items"] = new JsonArray(
            new JsonObject { ["code"] = "TRK", ["name"] = "Envoi Suivi", ["delivery_delay"] = 0, ["is_express_delivery"] = false, ["more_than30_kg_product"] = false },
            new JsonObject { ["code"] = "REG", ["name"] = "Recommandé", ["delivery_delay"] = 0, ["is_express_delivery"] = false, ["more_than30_kg_product"] = false }),
    });

    /// <summary>Writes one page and names the next one in the Link header, with its cursor in capitals as Octopia does.</summary>
    private static Task PageAsync(HttpContext context, IReadOnlyList<JsonNode> all)
    {
        var query = context.Request.Query;
        var limit = Number(query["limit"], 100, 1000);
        var skip = Number(query["Cursor"], 0, int.MaxValue);
        var items = new JsonArray([.. all.Skip(skip).Take(limit)]);
        if (skip + limit < all.Count)
        {
            var others = query.Where(static pair => !pair.Key.Equals("cursor", StringComparison.OrdinalIgnoreCase)).Select(static pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value.ToString())}");
            context.Response.Headers.Link = string.Create(
                CultureInfo.InvariantCulture, $"<https://api.octopia-io.net{context.Request.Path.Value![10..]}?{string.Join('&', others)}&Cursor={skip + limit}>; rel=\"next\"");
        }

        return SandboxJson.WriteAsync(context, 200, new JsonObject { ["itemsPerPage"] = items.Count, ["items"] = items });
    }

    private Task ListOffersAsync(HttpContext context)
    {
        if (context.Request.Query["salesChannelId"] != "CDISFR")
        {
            return ProblemAsync(context, 400, "salesChannelId", "The salesChannelId field is required");
        }

        var skus = context.Request.Query["sellerExternalReferences"] is [{ Length: > 0 } list] ? list.Split(',').ToHashSet() : null;
        return PageAsync(context, Look(() => (IReadOnlyList<JsonNode>)
            [.. _offers.Where(offer => skus is null || skus.Contains(offer.Key)).Select(static offer => (JsonNode)offer.Value.ToJson(offer.Key))]));
    }

    private async Task CreatePackageAsync(HttpContext context)
    {
        var type = (await BodyAsync(context).ConfigureAwait(false)).At("packageType").Text();
        if (!TakesPackages || context.Request.Headers["salesChannelId"] != "CDISFR" || type is not ("Upsert" or "Update" or "Delete"))
        {
            await ProblemAsync(context, 400, "packageType", "The package type or the sales channel is not supported").ConfigureAwait(false);
            return;
        }

        var id = Look(() =>
        {
            var package = new CdiscountPackageEntry(string.Create(CultureInfo.InvariantCulture, $"PKG{_packages.Count + 1:D6}"), type);
            _packages.Add(package.Id, package);
            return package.Id;
        });
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.Headers.ContentLocation = $"offers-packages/{id}";
    }

    private Task FindPackageAsync(HttpContext context)
    {
        var body = Look(() => Package(context) is not { } package ? null : new JsonObject
        {
            ["packageId"] = package.Id, ["packageType"] = package.Type, ["salesChannelId"] = "CDISFR", ["state"] = package.State, ["result"] = null,
        });
        return body is null ? NotFoundAsync(context) : SandboxJson.WriteAsync(context, 200, body);
    }

    private async Task AddRequestsAsync(HttpContext context)
    {
        var body = await BodyAsync(context).ConfigureAwait(false);
        (int Status, string Field, string Text)? problem = Look<(int, string, string)?>(() =>
        {
            if (Package(context) is not { } package)
            {
                return (404, "", "");
            }

            if (package.State != "WaitingForCompletion")
            {
                return (409, "state", $"The package is {package.State}");
            }

            if (body is not JsonArray { Count: > 0 and <= MaxRequests } requests)
            {
                return (400, "", $"1 to {MaxRequests} requests are required");
            }

            if (requests.Any(static request => request.At("sellerExternalReference").Text().Length is 0 or > 50))
            {
                return (400, "sellerExternalReference", "sellerExternalReference has 1 to 50 characters");
            }

            package.Requests.AddRange(requests.Select(static request => request!.DeepClone()));
            return null;
        });
        await AnswerAsync(context, problem, 201).ConfigureAwait(false);
    }

    private async Task ReadyAsync(HttpContext context)
    {
        var state = (await BodyAsync(context).ConfigureAwait(false)).At("state").Text();
        (int Status, string Field, string Text)? problem = Look<(int, string, string)?>(() =>
        {
            if (Package(context) is not { } package)
            {
                return (404, "", "");
            }

            if (state != "Ready" || package.State != "WaitingForCompletion" || package.Requests.Count == 0)
            {
                return (400, "state", $"The package is {package.State} and has {package.Requests.Count} requests");
            }

            package.State = "IntegrationPending";
            package.ReadyAt = Clock.GetUtcNow() + PackageTime;
            _ready.Enqueue(package);
            return null;
        });
        await AnswerAsync(context, problem, 204).ConfigureAwait(false);
    }

    private Task ResultsAsync(HttpContext context)
    {
        var results = Look(() => Package(context)?.Results.Select(static result => result.DeepClone()).ToList());
        return results is null ? NotFoundAsync(context) : PageAsync(context, results);
    }

    private CdiscountPackageEntry? Package(HttpContext context) => _packages.GetValueOrDefault(context.Request.RouteValues["package"]?.ToString() ?? "");

    private void WorkOnPackages(DateTimeOffset until)
    {
        while (_ready.TryPeek(out var package) && package.ReadyAt <= until)
        {
            _ready.Dequeue();
            package.State = "Integrated";
            var twice = package.Requests.GroupBy(static request => request.At("sellerExternalReference").Text(), StringComparer.Ordinal)
                .Where(static sku => sku.Count() > 1).Select(static sku => sku.Key).ToHashSet();
            foreach (var request in package.Requests)
            {
                var sku = request.At("sellerExternalReference").Text();
                var (status, code, message) = twice.Contains(sku) ? ("Duplicated", "4009", "The reference is in the package twice")
                    : Integrate(package.Type, sku, request) is { } wrong ? ("Rejected", wrong.Code, wrong.Message)
                    : ("Integrated", "8000", "Offer created");
                package.Results.Add(new JsonObject
                {
                    ["sellerExternalReference"] = sku,
                    ["integrationStatus"] = status,
                    ["results"] = new JsonArray(new JsonObject { ["resultCode"] = code, ["message"] = message }),
                });
            }
        }
    }

    private (string Code, string Message)? Integrate(string type, string sku, JsonNode request)
    {
        var known = _offers.GetValueOrDefault(sku);
        if (known is null && type != "Upsert")
        {
            return ("4001", "Unknown product");
        }

        if (type == "Delete")
        {
            _offers.Remove(sku);
            return null;
        }

        if (request.At("deliveryModes").Items().Any(static mode => mode.At("code").Text() is not ("TRK" or "REG")))
        {
            return ("4002", "Unknown delivery mode");
        }

        var offer = known ?? new CdiscountOfferEntry();
        if (request.At("price") is { } price)
        {
            if (!decimal.TryParse(price.At("price").Text(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) || amount <= 0 || VatPercent(price) is not { } vat)
            {
                return ("4003", "The price or its taxes are not valid");
            }

            (offer.Price, offer.VatPercent) = (amount, vat);
        }

        if (int.TryParse(request.At("quantity").Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var quantity))
        {
            offer.Quantity = quantity;
        }

        _offers[sku] = offer;
        return null;
    }

    private decimal? VatPercent(JsonNode price)
    {
        string[] codes = TakesRates ? ["vat", "ecoTax", "deaTax"] : ["VAT", "Ecotax", "Deatax"];
        var taxes = price.At("taxes").Items().ToDictionary(static tax => tax.At("code").Text(), static tax => tax);
        return codes.All(taxes.ContainsKey) && decimal.TryParse(taxes[codes[0]].At("value").Text(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && (TakesRates ? value <= 1 && price.At("currencyCode").Text() == "EUR" : value is 0 or >= 1)
                ? value * (TakesRates ? 100 : 1)
                : null;
    }

    private sealed class CdiscountOfferEntry
    {
        public int Quantity { get; set; }

        public decimal Price { get; set; }

        public decimal VatPercent { get; set; } = 20;

        public JsonObject ToJson(string sku) => new()
        {
            ["offerId"] = $"{Seller}_CD-{sku}_New_CDISFR",
            ["sellerId"] = Seller,
            ["salesChannelId"] = "CDISFR",
            ["sellerExternalReference"] = sku,
            ["product"] = new JsonObject { ["gtin"] = "1234567890128", ["reference"] = "CD-" + sku },
            ["condition"] = "New",
            ["offerState"] = Quantity > 0 ? "Active" : "Inactive",
            ["facialPrice"] = new JsonObject { ["price"] = Price },
            ["integrationPrice"] = new JsonObject { ["price"] = Price },
            ["quantity"] = Quantity,
            ["salesChannelFeedback"] = new JsonObject { ["visibility"] = Quantity > 0 ? "Visible" : "NotVisible" },
        };
    }

    private sealed class CdiscountPackageEntry(string id, string type)
    {
        public string Id => id;

        public string Type => type;

        public string State { get; set; } = "WaitingForCompletion";

        public DateTimeOffset ReadyAt { get; set; }

        public List<JsonNode> Requests { get; } = [];

        public List<JsonNode> Results { get; } = [];
    }
}
