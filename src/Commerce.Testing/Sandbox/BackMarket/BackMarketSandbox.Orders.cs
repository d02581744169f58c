using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

public sealed partial class BackMarketSandbox
{
    private static readonly string[] Reasons = ["0", "1", "11", "12", "13", "21", "22", "23", "24", "25"];

    private void MapOrders(IEndpointRouteBuilder routes)
    {
        Operation(routes, "GET", "ws/orders", "list-orders", context => GuardedAsync(context, ListOrdersAsync));
        Operation(routes, "GET", "ws/orders/{id}", "find-order", context => GuardedAsync(context, FindOrderAsync));
        Operation(routes, "POST", "ws/orders/{id}", "update-order", context => GuardedAsync(context, UpdateOrderAsync));
        Operation(routes, "POST", "ws/orders/{id}/invoice", "upload-invoice", context => GuardedAsync(context, InvoiceAsync));
        Operation(routes, "PATCH", "ws/orderlines/{id}", "set-identifiers", context => GuardedAsync(context, IdentifiersAsync));
        Operation(routes, "GET", "ws/shipping/v1/deliveries", "list-deliveries", context => GuardedAsync(context, DeliveriesAsync));
    }

    private Task ListOrdersAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var changed = Time(query["date_modification"]);
        var created = Time(query["date_creation"]);
        int? state = int.TryParse(query["state"], NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : null;
        var (page, size) = PageOf(context, 10);
        JsonObject answer;
        lock (Gate)
        {
            Work();

            // Orders that are not paid yet, or never, are not listed.
            var total = 0;
            var results = new List<JsonObject>();
            foreach (var order in _orders)
            {
                if (order.State is not (0 or 8)
                    && (changed is null || order.UpdatedAt >= changed)
                    && (created is null || order.CreatedAt >= created)
                    && (state is null || order.State == state)
                    && total++ / size == page - 1)
                {
                    results.Add(order.ToJson());
                }
            }

            answer = Page(context, results, total, page, size);
        }

        return SandboxJson.WriteAsync(context, 200, answer);
    }

    private Task FindOrderAsync(HttpContext context)
    {
        JsonObject? found;
        lock (Gate)
        {
            Work();
            found = Find(context)?.ToJson();
        }

        return found is null ? NotFoundAsync(context, "Order") : SandboxJson.WriteAsync(context, 200, found);
    }

    private async Task UpdateOrderAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        (int Status, string Message) problem = default;
        JsonObject? answer = null;
        lock (Gate)
        {
            Work();
            if (Find(context) is not { } order)
            {
                problem = (404, "Order doesn't exist");
            }
            else if (body.At("order_id").Text() != Text(order.Id))
            {
                problem = (400, "order_id is not the order of the address");
            }
            else
            {
                problem = body.At("new_state").Text() == "3" ? Ship(order, body) : Move(order, body);
                answer = order.ToJson();
            }
        }

        await (problem.Status == 0
            ? SandboxJson.WriteAsync(context, 200, answer!)
            : ErrorAsync(context, problem.Status, problem.Status == 404 ? "not-found" : "bad-request", problem.Message)).ConfigureAwait(false);
    }

    private (int Status, string Message) Move(BackMarketState order, JsonObject? body)
    {
        var sku = body.At("sku").Text();
        var (from, to) = body.At("new_state").Text() switch { "2" => (1, 2), "4" => (1, 4), "5" => (2, 5), "6" => (3, 6), _ => (-1, -1) };
        if (to < 0)
        {
            return (400, "new_state is not allowed");
        }

        var lines = order.Lines.Where(line => line.Sku.Equals(sku, StringComparison.OrdinalIgnoreCase)).ToList();
        if (lines.Count == 0)
        {
            return (400, "sku not found");
        }

        if (lines.Exists(line => line.State != from))
        {
            return (400, $"The orderline cannot go from the state {lines[0].State} to the state {to}");
        }

        if (to > 3 && !Reasons.Contains(body.At("return_reason").Text()))
        {
            return (400, "return_reason is required");
        }

        foreach (var line in lines)
        {
            line.State = to;
            line.Decisions += from == 1 ? 1 : 0;
            line.ReturnReason = to > 3 ? int.Parse(body.At("return_reason").Text(), CultureInfo.InvariantCulture) : 0;
            line.ReturnMessage = body.At("return_message").Text();
        }

        order.UpdatedAt = Clock.GetUtcNow();
        return default;
    }

    private (int Status, string Message) Ship(BackMarketState order, JsonObject? body)
    {
        var number = body.At("tracking_number").Text();
        var (imei, serial) = (body.At("imei").Text(), body.At("serial_number").Text());
        if (number.Length is 0 or > 200)
        {
            return (400, "tracking_number is required");
        }

        var open = order.Lines.Where(static line => line.State is not (4 or 5 or 7)).ToList();
        if (open.Count == 0 || open.Exists(static line => line.State != 2))
        {
            return (400, "All orderlines must be accepted before shipping");
        }

        if (imei.Length + serial.Length > 0 && order.Lines is not [{ Quantity: 1 }])
        {
            return (400, "imei and serial_number need an order of one piece");
        }

        open.ForEach(line => (line.State, line.Imei, line.SerialNumber) = (3, imei, serial));
        order.Told[number] = order.Told.GetValueOrDefault(number) + 1;
        order.TrackingNumber = number;
        order.TrackingUrl = body.At("tracking_url").Text();
        order.Shipper = body.At("shipper").Text() is { Length: > 0 } shipper ? shipper : order.Shipper;
        order.ShippedAt = Time(body.At("date_shipping").Text()) ?? Clock.GetUtcNow();
        order.UpdatedAt = Clock.GetUtcNow();
        return default;
    }

    private async Task InvoiceAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        var isKnown = false;
        lock (Gate)
        {
            if (Find(context) is { } order)
            {
                isKnown = true;
                order.Invoices.AddRange(form.Files.GetFiles("invoice").Select(static file => file.FileName));
            }
        }

        if (!isKnown)
        {
            await NotFoundAsync(context, "Order").ConfigureAwait(false);
        }
        else if (form.Files.GetFiles("invoice").Count == 0)
        {
            await ErrorAsync(context, 400, "bad-request", "invoice is required", "invoice").ConfigureAwait(false);
        }
    }

    private async Task IdentifiersAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        var (imei, serial) = (body.At("imei").Text(), body.At("serial_number").Text());
        BackMarketLineState? line;
        var isSet = false;
        lock (Gate)
        {
            line = FindLine(Route(context, "id"))?.Line;

            // What is registered stays.
            if (line is not null && (imei.Length == 0 || line.Imei.Length == 0) && (serial.Length == 0 || line.SerialNumber.Length == 0) && imei.Length + serial.Length > 0)
            {
                isSet = true;
                (line.Imei, line.SerialNumber) = (imei.Length > 0 ? imei : line.Imei, serial.Length > 0 ? serial : line.SerialNumber);
            }
        }

        await (line is null
            ? NotFoundAsync(context, "Orderline")
            : isSet
                ? SandboxJson.WriteAsync(context, 200, new JsonObject { ["imei"] = line.Imei, ["serial_number"] = line.SerialNumber })
                : ProblemAsync(context, "The identifier is registered already")).ConfigureAwait(false);
    }

    private Task DeliveriesAsync(HttpContext context)
    {
        JsonObject answer;
        lock (Gate)
        {
            var order = long.TryParse(context.Request.Query["order_id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? _byId.GetValueOrDefault(id) : null;
            IReadOnlyList<JsonObject> found = order is { IsBackShip: true, State: 3 or 9 } ? [Delivery(order)] : [];
            answer = Page(context, found, found.Count, 1, 10);
        }

        return SandboxJson.WriteAsync(context, 200, answer);
    }

    private static JsonObject Delivery(BackMarketState order) => new()
    {
        ["order"] = order.Id,
        ["shipmentId"] = order.Id + 1_000_000,
        ["carrierId"] = 42,
        ["orderlines"] = new JsonArray([.. order.Lines.Where(static line => line.State is 2 or 3).Select(static line => (JsonNode)line.Id)]),
        ["referenceNumber"] = "1",
        ["trackingNumber"] = $"BS{order.Id}",
        ["trackingUrl"] = $"https://track.example.com/BS{order.Id}",
        ["carrierName"] = order.Shipper,
        ["hubScanned"] = false,
        ["invoicedCurrency"] = "EUR",
        ["invoicedPrice"] = 5,
        ["datePickup"] = null,
        ["dateCreation"] = BackMarketState.Time(order.CreatedAt),
        ["dateDelivery"] = null,
        ["labelUrl"] = $"/static/shipment_labels/{order.Id}.pdf",
        ["type"] = "DELIVERY",
        ["pickupInfo"] = null,
    };

    private static Task ProblemAsync(HttpContext context, string message) => SandboxJson.WriteAsync(context, 422, new JsonObject
    {
        ["type"] = "/errors/validation",
        ["title"] = "Validation error",
        ["status"] = 422,
        ["error"] = new JsonObject { ["code"] = "validation-error", ["message"] = message },
        ["requestId"] = "7f0d1c1e-0000-4000-8000-000000000002",
    });

    private static DateTimeOffset? Time(string? text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private BackMarketState? Find(HttpContext context) =>
        long.TryParse(Route(context, "id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? _byId.GetValueOrDefault(id) : null;

    private (BackMarketState Order, BackMarketLineState Line)? FindLine(string? id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && _lines.TryGetValue(number, out var found) ? found : null;
}
