using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

public sealed partial class BackMarketSandbox
{
    private const string HomeMarket = "fr-fr";

    private static readonly TimeSpan TaskTime = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, BackMarketListingState> _listings = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, BackMarketListingState> _listingsById = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BackMarketTaskState> _tasks = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, int> Stock => Look(() =>
    {
        RunTasks();
        return _listings.ToDictionary(static listing => listing.Key, static listing => listing.Value.Quantity);
    });

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, decimal> Prices => Look(() =>
    {
        RunTasks();
        return _listings.ToDictionary(static listing => listing.Key, static listing => listing.Value.Prices[HomeMarket]);
    });

    /// <inheritdoc/>
    public override void Offer(string sku, int quantity, decimal price)
    {
        lock (Gate)
        {
            Put(sku, quantity, price);
        }
    }

    /// <summary>Gives a listing another key, as when it is deleted and made anew.</summary>
    /// <param name="sku">The SKU.</param>
    public void Relist(string sku)
    {
        lock (Gate)
        {
            var old = _listings[sku];
            _listingsById.Remove(old.Id);
            _listings.Remove(sku);
            Put(sku, old.Quantity, old.Prices[HomeMarket]);
        }
    }

    private void MapListings(IEndpointRouteBuilder routes)
    {
        Operation(routes, "GET", "ws/listings", "list-listings", context => GuardedAsync(context, ListListingsAsync));
        Operation(routes, "GET", "ws/listings/detail", "find-listing", context => GuardedAsync(context, FindListingAsync));
        Operation(routes, "POST", "ws/listings/{id}", "update-listing", context => GuardedAsync(context, UpdateListingAsync));
        Operation(routes, "POST", "ws/listings", "import-listings", context => GuardedAsync(context, ImportAsync));
        Operation(routes, "GET", "ws/tasks/{id}", "find-task", context => GuardedAsync(context, TaskAsync));
        Operation(routes, "GET", "ws/backbox/v1/competitors/{id}", "list-competitors", context => GuardedAsync(context, CompetitorsAsync));
    }

    private static string MarketOf(HttpContext context) =>
        context.Request.Headers.AcceptLanguage.ToString() is { Length: > 0 } market ? market : HomeMarket;

    private static string CurrencyOf(string market) => market switch { "en-gb" => "GBP", "sv-se" => "SEK", "en-us" => "USD", "ja-jp" => "JPY", "en-au" => "AUD", _ => "EUR" };

    private Task ListListingsAsync(HttpContext context)
    {
        var (page, size) = PageOf(context, 10);
        JsonObject answer;
        lock (Gate)
        {
            RunTasks();
            answer = Page(
                context, [.. _listings.Values.Skip((page - 1) * size).Take(size).Select(listing => listing.ToJson(MarketOf(context)))], _listings.Count, page, size);
        }

        return SandboxJson.WriteAsync(context, 200, answer);
    }

    private Task FindListingAsync(HttpContext context)
    {
        JsonObject? found;
        lock (Gate)
        {
            RunTasks();
            found = _listings.GetValueOrDefault(context.Request.Query["sku"].ToString())?.ToJson(MarketOf(context));
        }

        if (found is null)
        {
            return NotFoundAsync(context, "Listing");
        }

        found["statuscode"] = 200;
        return SandboxJson.WriteAsync(context, 200, found);
    }

    private async Task UpdateListingAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        var market = MarketOf(context);
        JsonObject? answer = null;
        string? problem = null;
        lock (Gate)
        {
            if (_listingsById.TryGetValue(Route(context, "id") ?? "", out var listing))
            {
                problem = Update(listing, body, market);
                answer = listing.ToJson(market);
            }
        }

        if (answer is null)
        {
            await NotFoundAsync(context, "Listing").ConfigureAwait(false);
            return;
        }

        if (problem is not null)
        {
            await ErrorAsync(context, 400, "invalid-value", problem).ConfigureAwait(false);
            return;
        }

        answer["shippings_response"] = new JsonArray();
        answer["statuscode"] = 200;
        await SandboxJson.WriteAsync(context, 200, answer).ConfigureAwait(false);
    }

    private static string? Update(BackMarketListingState listing, JsonObject? body, string market)
    {
        var (quantity, price, currency) = (body.At("quantity").Text(), body.At("price").Text(), body.At("currency").Text());
        var amount = 0m;
        if (price.Length > 0 && (!decimal.TryParse(price, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount) || amount is <= 0 or > 9999))
        {
            return "The price is not valid.";
        }

        if (price.Length > 0 && currency != CurrencyOf(market) && (currency.Length > 0 || CurrencyOf(market) is not ("EUR" or "USD")))
        {
            return "The currency is not the one of the market.";
        }

        if (quantity.Length > 0 && !int.TryParse(quantity, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            return "The quantity is not valid.";
        }

        listing.Quantity = quantity.Length > 0 ? int.Parse(quantity, CultureInfo.InvariantCulture) : listing.Quantity;
        if (price.Length > 0)
        {
            listing.Prices[market] = amount;
        }

        listing.MinimumPrice = body.At("min_price").Text() is { Length: > 0 } minimum ? minimum : listing.MinimumPrice;
        return null;
    }

    private async Task ImportAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        var rows = body.At("catalog").Text().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static row => row.Split(',').Select(static field => field.Trim('"')).ToArray()).ToList();
        if (rows.Count < 2 || !rows[0].Contains("sku") || body.At("delimiter").Text() != "," || body.At("quotechar").Text() != "\"" || body.At("encoding").Text().Length == 0)
        {
            await ErrorAsync(context, 400, "invalid-value", "The catalog is not valid.", "catalog").ConfigureAwait(false);
            return;
        }

        long id;
        lock (Gate)
        {
            id = 1_011_013 + _tasks.Count;
            _tasks[Text(id)] = new BackMarketTaskState(MarketOf(context), [.. rows.Skip(1).Select(row => rows[0].Zip(row).ToDictionary(static pair => pair.First, static pair => pair.Second))])
            {
                ReadyAt = Clock.GetUtcNow() + TaskTime,
            };
        }

        await SandboxJson.WriteAsync(context, 200, new JsonObject { ["bodymessage"] = id, ["statuscode"] = 200 }).ConfigureAwait(false);
    }

    private Task TaskAsync(HttpContext context)
    {
        JsonObject? answer = null;
        lock (Gate)
        {
            RunTasks();
            if (_tasks.TryGetValue(Route(context, "id") ?? "", out var task))
            {
                answer = new JsonObject
                {
                    ["task_id"] = long.Parse(Route(context, "id")!, CultureInfo.InvariantCulture),
                    ["action_status"] = task.Report is null ? 2 : 9,
                    ["last_action_error"] = null,
                    ["result"] = task.Report?.DeepClone() ?? new JsonObject(),
                    ["statuscode"] = 200,
                };
            }
        }

        return answer is null ? NotFoundAsync(context, "Task") : SandboxJson.WriteAsync(context, 200, answer);
    }

    private Task CompetitorsAsync(HttpContext context)
    {
        JsonArray? answer = null;
        lock (Gate)
        {
            if (_listingsById.TryGetValue(Route(context, "id") ?? "", out var listing))
            {
                answer = new JsonArray(new JsonObject
                {
                    ["listing_id"] = listing.Id,
                    ["product_id"] = listing.ProductId,
                    ["is_winning"] = false,
                    ["price"] = Amount(listing.Prices[HomeMarket]),
                    ["min_price"] = null,
                    ["price_to_win"] = Amount(listing.Prices[HomeMarket] - 1),
                    ["winner_price"] = Amount(listing.Prices[HomeMarket] - 0.5m),
                    ["market"] = HomeMarket,
                });
            }
        }

        return answer is null ? ProblemAsync(context, "The listing is not known") : SandboxJson.WriteAsync(context, 200, answer);
    }

    private static JsonObject Amount(decimal amount) => new() { ["amount"] = BackMarketState.Money(amount), ["currency"] = "EUR" };

    private void Put(string sku, int quantity, decimal price)
    {
        var listing = new BackMarketListingState(sku, _listingsById.Count + 4567, Guid.NewGuid().ToString()) { Quantity = quantity };
        listing.Prices[HomeMarket] = price;
        _listings[sku] = listing;
        _listingsById[listing.Id] = listing;
    }

    private void RunTasks()
    {
        foreach (var task in _tasks.Values.Where(task => task.Report is null && task.ReadyAt <= Clock.GetUtcNow()))
        {
            var report = new JsonObject();
            foreach (var row in task.Rows)
            {
                var problem = Apply(row, task.Market);
                report[row["sku"]] = problem is null
                    ? new JsonObject { ["success"] = true }
                    : new JsonObject { ["success"] = false, ["errors"] = new JsonArray(problem) };
            }

            task.Report = report;
        }
    }

    private string? Apply(Dictionary<string, string> row, string market)
    {
        var product = row.GetValueOrDefault("ean") is { Length: > 0 } ean ? ean : row.GetValueOrDefault("product_id");
        if (!_listings.ContainsKey(row["sku"]))
        {
            // Every product has 13 digits; others are not in the catalogue.
            if (product?.Length != 13)
            {
                return product is null ? "The listing does not exist" : "The product does not exist";
            }

            Put(row["sku"], 0, 1m);
        }

        return Update(
            _listings[row["sku"]],
            new JsonObject { ["quantity"] = row.GetValueOrDefault("quantity"), ["price"] = row.GetValueOrDefault("price"), ["currency"] = row.GetValueOrDefault("currency") },
            market);
    }

    private sealed class BackMarketListingState(string sku, int number, string id)
    {
        public string Id => id;

        public string ProductId { get; } = "6d4ad966-db97-4d88-b409-b28cc2a0f8c9";

        public int Quantity { get; set; }

        public string? MinimumPrice { get; set; }

        public Dictionary<string, decimal> Prices { get; } = new(StringComparer.Ordinal);

        public JsonObject ToJson(string market) => new()
        {
            ["id"] = id,
            ["listing_id"] = number,
            ["sku"] = sku,
            ["title"] = "Item " + sku,
            ["product_id"] = ProductId,
            ["backmarket_id"] = 42,
            ["quantity"] = Quantity,
            ["price"] = BackMarketState.Money(Prices.GetValueOrDefault(market, Prices[HomeMarket])),
            ["min_price"] = MinimumPrice,
            ["max_price"] = "9999.00",
            ["currency"] = CurrencyOf(market),
            ["grade"] = "GOOD",
            ["state"] = 2,
            ["publication_state"] = Quantity > 0 ? 2 : 3,
            ["warranty_delay"] = 24,
            ["comment"] = null,
            ["shippings"] = new JsonArray(),
        };
    }

    private sealed class BackMarketTaskState(string market, IReadOnlyList<Dictionary<string, string>> rows)
    {
        public string Market => market;

        public IReadOnlyList<Dictionary<string, string>> Rows => rows;

        public DateTimeOffset ReadyAt { get; set; }

        public JsonObject? Report { get; set; }
    }
}
