using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

public sealed partial class MiraklSandbox
{
    private readonly Dictionary<string, (int Quantity, decimal Price)> _offers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MiraklImportState> _imports = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, int> Stock
    {
        get
        {
            lock (Gate)
            {
                ApplyImports();
                return _offers.ToDictionary(offer => offer.Key, offer => offer.Value.Quantity);
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
                ApplyImports();
                return _offers.ToDictionary(offer => offer.Key, offer => offer.Value.Price);
            }
        }
    }

    /// <inheritdoc/>
    public override void Offer(string sku, int quantity, decimal price)
    {
        lock (Gate)
        {
            _offers[sku] = (quantity, price);
        }
    }

    private static async Task<string> FileAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        using var reader = new StreamReader(form.Files["file"]?.OpenReadStream() ?? Stream.Null, Encoding.UTF8);
        return await reader.ReadToEndAsync(context.RequestAborted).ConfigureAwait(false);
    }

    private void MapOffers(IEndpointRouteBuilder routes)
    {
        Operation(routes, "GET", "api/offers", "list-offers", context => GuardedAsync(context, ListOffersAsync));
        Operation(routes, "POST", "api/offers/stock/imports", "import-stock", context => GuardedAsync(context, inner => ImportAsync(inner, isStock: true)));
        Operation(routes, "POST", "api/offers/pricing/imports", "import-prices", context => GuardedAsync(context, inner => ImportAsync(inner, isStock: false)));
        Operation(routes, "POST", "api/offers", "import-offers", context => GuardedAsync(context, ImportOffersAsync));
        Operation(routes, "GET", "api/offers/imports/{id}", "offer-import-status", context => GuardedAsync(context, StatusAsync));
        Operation(routes, "GET", "api/offers/imports/{id}/error_report", "offer-import-errors", context => GuardedAsync(context, ErrorsAsync));
        Operation(routes, "GET", "api/offers/stock/imports/{id}/status", "stock-import-status", context => GuardedAsync(context, StatusAsync));
        Operation(routes, "GET", "api/offers/pricing/imports", "price-import-status", context => GuardedAsync(context, StatusAsync));
        Operation(routes, "GET", "api/offers/stock/imports/{id}/error_report", "stock-import-errors", context => GuardedAsync(context, ErrorsAsync));
        Operation(routes, "GET", "api/offers/pricing/imports/{id}/error_report", "price-import-errors", context => GuardedAsync(context, ErrorsAsync));
    }

    private Task ListOffersAsync(HttpContext context)
    {
        var sku = context.Request.Query["sku"].ToString();
        var max = int.TryParse(context.Request.Query["max"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? Math.Min(given, 100) : 10;
        _ = int.TryParse(context.Request.Query["offset"], NumberStyles.None, CultureInfo.InvariantCulture, out var offset);
        JsonArray page;
        int total;
        lock (Gate)
        {
            ApplyImports();
            var found = _offers.Where(offer => sku.Length == 0 || offer.Key == sku).OrderBy(offer => offer.Key, StringComparer.Ordinal).ToList();
            total = found.Count;
            page = new JsonArray([.. found.Skip(offset).Take(max).Select(offer => (JsonNode)new JsonObject
            {
                ["shop_sku"] = offer.Key,
                ["product_sku"] = "MKP-" + offer.Key,
                ["product_title"] = "Item " + offer.Key,
                ["state_code"] = "11",
                ["active"] = offer.Value.Quantity > 0,
                ["inactivity_reasons"] = offer.Value.Quantity > 0 ? new JsonArray() : new JsonArray("ZERO_QUANTITY"),
                ["quantity"] = offer.Value.Quantity,
                ["price"] = offer.Value.Price,
                ["currency_iso_code"] = "EUR",
            })]);
        }

        return SandboxJson.WriteAsync(context, 200, new JsonObject { ["offers"] = page, ["total_count"] = total });
    }

    private async Task ImportAsync(HttpContext context, bool isStock)
    {
        var rows = (await FileAsync(context).ConfigureAwait(false)).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static row => row.Trim('\r').Split(';').Select(static field => field.Trim('"')).ToArray()).ToList();
        if (rows.Count < 2 || rows[0][0] != "offer-sku")
        {
            await ErrorAsync(context, 400, "The file has no header or no lines.").ConfigureAwait(false);
            return;
        }

        string id;
        lock (Gate)
        {
            id = $"00000000-0000-4000-8000-{_imports.Count + 1:D12}";
            _imports[id] = new MiraklImportState(isStock, [.. rows.Skip(1)]) { ReadyAt = Clock.GetUtcNow() + ImportTime };
        }

        await SandboxJson.WriteAsync(context, 201, new JsonObject { ["import_id"] = id }).ConfigureAwait(false);
    }

    private async Task ImportOffersAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        var rows = body.At("offers").Items().Select(static offer => (string[])
        [
            offer.At("shop_sku").Text(), offer.At("quantity").Text(), offer.At("price").Text(), offer.At("update_delete").Text(), offer.At("product_id").Text(),
        ]).ToList();
        if (rows.Count == 0 || rows.Exists(static row => row[0].Length == 0 || row[2].Length == 0 || row[4].Length == 0))
        {
            await ErrorAsync(context, 400, "shop_sku, product_id, product_id_type, state_code and price are required", "VALIDATION_ERROR").ConfigureAwait(false);
            return;
        }

        int id;
        lock (Gate)
        {
            id = _imports.Count + 2000;
            _imports[id.ToString(CultureInfo.InvariantCulture)] = new MiraklImportState(null, rows) { ReadyAt = Clock.GetUtcNow() + ImportTime };
        }

        await SandboxJson.WriteAsync(context, 201, new JsonObject { ["import_id"] = id }).ConfigureAwait(false);
    }

    private Task StatusAsync(HttpContext context)
    {
        var isStock = context.Request.RouteValues["id"] is not null;
        var id = context.Request.RouteValues["id"]?.ToString() ?? context.Request.Query["import_id"].ToString();
        JsonObject status;
        lock (Gate)
        {
            ApplyImports();
            if (!_imports.TryGetValue(id, out var import))
            {
                return ErrorAsync(context, 404, "Import not found");
            }

            status = new JsonObject
            {
                ["import_id"] = id,
                ["status"] = import.IsApplied ? "COMPLETE" : "RUNNING",
                ["has_error_report"] = import.Errors.Count > 0,
                ["lines_in_success"] = import.IsApplied ? import.Rows.Count - import.Errors.Count : 0,
                ["lines_in_error"] = import.Errors.Count,
            };
        }

        return SandboxJson.WriteAsync(context, 200, isStock ? status : new JsonObject { ["data"] = new JsonArray(status) });
    }

    private async Task ErrorsAsync(HttpContext context)
    {
        string? report = null;
        lock (Gate)
        {
            if (_imports.TryGetValue(context.Request.RouteValues["id"]?.ToString() ?? "", out var import))
            {
                report = "\"offer-sku\";\"error-line\";\"error-message\"\n" + string.Concat(import.Errors.Select(error => $"\"{error}\";\"1\";\"The offer does not exist\"\n"));
            }
        }

        if (report is null)
        {
            await ErrorAsync(context, 404, "Import not found").ConfigureAwait(false);
            return;
        }

        context.Response.ContentType = "text/csv";
        await context.Response.WriteAsync(report, context.RequestAborted).ConfigureAwait(false);
    }

    private void ApplyImports()
    {
        foreach (var import in _imports.Values.Where(import => !import.IsApplied && import.ReadyAt <= Clock.GetUtcNow()))
        {
            import.IsApplied = true;
            foreach (var row in import.Rows)
            {
                if (import.IsStock is null)
                {
                    ApplyOffer(import, row);
                }
                else if (!_offers.TryGetValue(row[0], out var offer))
                {
                    import.Errors.Add(row[0]);
                }
                else if (import.IsStock == true)
                {
                    _offers[row[0]] = offer with { Quantity = int.Parse(row[1], CultureInfo.InvariantCulture) };
                }
                else
                {
                    var price = row.Length > 2 && row[2].Length > 0 ? row[2] : row[1];
                    _offers[row[0]] = offer with { Price = decimal.Parse(price, CultureInfo.InvariantCulture) };
                }
            }
        }
    }

    // Every product has 13 digits; others are not in the catalogue.
    private void ApplyOffer(MiraklImportState import, string[] row)
    {
        if (row[3] == "delete")
        {
            _offers.Remove(row[0]);
        }
        else if (row[4].Length != 13)
        {
            import.Errors.Add(row[0]);
        }
        else
        {
            _offers[row[0]] = (row[1].Length == 0 ? 0 : int.Parse(row[1], CultureInfo.InvariantCulture), decimal.Parse(row[2], CultureInfo.InvariantCulture));
        }
    }

    private sealed class MiraklImportState(bool? isStock, IReadOnlyList<string[]> rows)
    {
        public bool? IsStock => isStock;

        public IReadOnlyList<string[]> Rows => rows;

        public DateTimeOffset ReadyAt { get; set; }

        public bool IsApplied { get; set; }

        public List<string> Errors { get; } = [];
    }
}
