using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <summary>
/// One operator's Mirakl: orders that must be accepted, are then debited and released with their address, are shipped;
/// imports that take their time and refuse unknown SKUs; conversations. All data is invented.
/// </summary>
public sealed partial class MiraklSandbox : MarketplaceSandbox
{
    private static readonly TimeSpan DebitTime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan ImportTime = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan AcceptTime = TimeSpan.FromDays(2);

    private readonly List<MiraklState> _orders = [];
    private readonly Dictionary<string, MiraklState> _byId = new(StringComparer.Ordinal);
    private DateTimeOffset _nextDue = DateTimeOffset.MaxValue;

    internal MiraklSandbox(TimeProvider clock)
        : base("mirakl", clock, 600, TimeSpan.FromMinutes(1))
    {
    }

    /// <summary>Gets the API key that it accepts.</summary>
    public string ApiKey { get; } = "mirakl-sandbox-key";

    /// <summary>Gets or sets a value indicating whether the operator has multiple shipments switched on.</summary>
    public bool HasMultipleShipments { get; set; } = true;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> OrderStates
    {
        get
        {
            lock (Gate)
            {
                Work();
                return _orders.ToDictionary(order => order.Id, order => order.State);
            }
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, int> Decisions
    {
        get
        {
            lock (Gate)
            {
                return _orders.ToDictionary(order => order.Id, order => order.Decisions);
            }
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, int> Shipments
    {
        get
        {
            lock (Gate)
            {
                return _orders.SelectMany(static order => order.Told.Select(parcel => KeyValuePair.Create($"{order.Id}/{parcel.Key}", parcel.Value))).ToDictionary();
            }
        }
    }

    /// <summary>Gets the tracking number of every order that has one.</summary>
    public IReadOnlyDictionary<string, string> Tracking
    {
        get
        {
            lock (Gate)
            {
                return _orders.Where(order => order.Parcels.Count > 0)
                    .ToDictionary(order => order.Id, order => string.Join(',', order.Parcels.Select(parcel => parcel.Number)));
            }
        }
    }

    /// <summary>Lets the buyer complain about the first line of an order.</summary>
    /// <param name="id">The order.</param>
    public void BuyerComplains(string id)
    {
        lock (Gate)
        {
            _byId[id].Lines[0].HasIncident = true;
            _byId[id].UpdatedAt = Clock.GetUtcNow();
        }
    }

    /// <inheritdoc/>
    public override void Touch(string id)
    {
        lock (Gate)
        {
            _byId[id].UpdatedAt = Clock.GetUtcNow();
        }
    }

    /// <inheritdoc/>
    public override void FinishEverything()
    {
        lock (Gate)
        {
            foreach (var order in _orders.Where(order => order.State == "WAITING_DEBIT_PAYMENT"))
            {
                order.Move("SHIPPING", Clock.GetUtcNow());
            }

            foreach (var part in _orders.SelectMany(static order => order.Lines).SelectMany(static line => line.Refunds))
            {
                part.IsPaid = true;
            }

            foreach (var import in _imports.Values)
            {
                import.ReadyAt = Clock.GetUtcNow();
            }
        }
    }

    private protected override string Add(SandboxOrder order, DateTimeOffset at)
    {
        var state = new MiraklState(order, order.Id ?? $"Order_{_orders.Count + 1:D5}-A", at);
        _orders.Add(state);
        _byId.Add(state.Id, state);
        Expect(state);
        return state.Id;
    }

    internal override void Map(IEndpointRouteBuilder routes)
    {
        Operation(routes, "GET", "api/orders", "list-orders", context => GuardedAsync(context, ListOrdersAsync));
        Operation(routes, "PUT", "api/orders/{id}/accept", "accept-order", context => GuardedAsync(context, AcceptAsync));
        Operation(routes, "PUT", "api/orders/{id}/tracking", "set-tracking", context => GuardedAsync(context, TrackAsync));
        Operation(routes, "PUT", "api/orders/{id}/ship", "ship-order", context => GuardedAsync(context, ShipAsync));
        Operation(routes, "POST", "api/shipments", "create-shipments", context => GuardedAsync(context, CreateShipmentsAsync));
        Operation(routes, "GET", "api/shipments", "list-shipments", context => GuardedAsync(context, ListShipmentsAsync));
        Operation(routes, "GET", "api/shipping/carriers", "list-carriers", context => GuardedAsync(context, CarriersAsync));
        MapMoney(routes);
        MapReturns(routes);
        MapOffers(routes);
        MapMessages(routes);
    }

    private static Task ErrorAsync(HttpContext context, int status, string message, string? code = null)
    {
        var error = new JsonObject { ["message"] = message };
        if (code is not null)
        {
            error["code"] = code;
        }

        return SandboxJson.WriteAsync(context, status, code is null
            ? new JsonObject { ["message"] = message, ["status"] = status }
            : new JsonObject { ["errors"] = new JsonArray(error) });
    }

    private async Task GuardedAsync(HttpContext context, Func<HttpContext, Task> handle)
    {
        if (!TryTakeCall())
        {
            context.Response.Headers.RetryAfter = "1";
            await ErrorAsync(context, 429, "Too many requests").ConfigureAwait(false);
        }
        else if (context.Request.Headers.Authorization != ApiKey)
        {
            await ErrorAsync(context, 401, "Unauthorized").ConfigureAwait(false);
        }
        else
        {
            await handle(context).ConfigureAwait(false);
        }
    }

    private void Work()
    {
        TakeArrivals();

        // Most calls come before anything is due.
        var now = Clock.GetUtcNow();
        if (now < _nextDue)
        {
            return;
        }

        _nextDue = DateTimeOffset.MaxValue;
        foreach (var order in _orders)
        {
            if (DueAt(order) is not { } due)
            {
                continue;
            }

            if (due > now)
            {
                _nextDue = due < _nextDue ? due : _nextDue;
                continue;
            }

            // Who does not accept in time has refused.
            order.Move(order.State == "WAITING_ACCEPTANCE" ? "REFUSED" : "SHIPPING", now);
        }
    }

    private static DateTimeOffset? DueAt(MiraklState order) => order.State switch
    {
        "WAITING_ACCEPTANCE" => order.CreatedAt + AcceptTime,
        "WAITING_DEBIT_PAYMENT" => order.UpdatedAt + DebitTime,
        _ => null,
    };

    private void Expect(MiraklState order)
    {
        if (DueAt(order) is { } due && due < _nextDue)
        {
            _nextDue = due;
        }
    }

    private Task ListOrdersAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var ids = query["order_ids"] is [{ } list] ? list.Split(',').ToHashSet() : null;
        var states = query["order_state_codes"] is [{ } codes] ? codes.Split(',').ToHashSet() : null;
        var since = Time(query["start_update_date"]);
        var until = Time(query["end_update_date"]);
        var placedSince = Time(query["start_date"]);
        var placedUntil = Time(query["end_date"]);
        var max = int.TryParse(query["max"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? Math.Min(given, 100) : 10;
        _ = int.TryParse(query["offset"], NumberStyles.None, CultureInfo.InvariantCulture, out var offset);
        JsonArray page;
        int total;
        lock (Gate)
        {
            Work();
            page = [];
            total = 0;
            foreach (var order in _orders)
            {
                if ((ids is not null && !ids.Contains(order.Id))
                    || (states is not null && !states.Contains(order.State))
                    || order.UpdatedAt < since || order.UpdatedAt > until
                    || order.CreatedAt < placedSince || order.CreatedAt > placedUntil)
                {
                    continue;
                }

                if (total++ >= offset && page.Count < max)
                {
                    page.Add((JsonNode)order.ToJson());
                }
            }
        }

        return SandboxJson.WriteAsync(context, 200, new JsonObject { ["orders"] = page, ["total_count"] = total });
    }

    private async Task AcceptAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        var decisions = body.At("order_lines").Items().ToDictionary(line => line.At("id").Text(), line => line.At("accepted").Text() == "true");
        (string Message, string Code)? problem = null;
        lock (Gate)
        {
            var order = Find(context);
            if (order is null)
            {
                problem = ("Order not found", "ORDER_NOT_FOUND");
            }
            else if (order.State != "WAITING_ACCEPTANCE")
            {
                problem = ($"The order status must be 'WAITING_ACCEPTANCE' but it is '{order.State}'.", "ORDER_INVALID_STATE");
            }
            else if (order.LineIds.Any(line => !decisions.ContainsKey(line)))
            {
                problem = ("A decision is missing for an order line.", "ORDER_LINE_ACCEPTANCE_DECISION_MISSING");
            }
            else
            {
                order.Decisions++;
                order.Move(decisions.ContainsValue(true) ? "WAITING_DEBIT_PAYMENT" : "REFUSED", Clock.GetUtcNow());
                Expect(order);
            }
        }

        await AnswerAsync(context, problem).ConfigureAwait(false);
    }

    private async Task TrackAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        var number = body.At("tracking_number").Text();
        (string Message, string Code)? problem = null;
        lock (Gate)
        {
            var order = Find(context);
            if (order is null)
            {
                problem = ("Order not found", "ORDER_NOT_FOUND");
            }
            else if (number.Length == 0 || (body.At("carrier_code").Text().Length == 0 && body.At("carrier_name").Text().Length == 0))
            {
                problem = ("carrier_code or carrier_name, and tracking_number, are required", "VALIDATION_ERROR");
            }
            else if (order.State is not ("SHIPPING" or "SHIPPED"))
            {
                problem = ($"The order status must be 'SHIPPING' but it is '{order.State}'.", "ORDER_INVALID_STATE");
            }
            else
            {
                order.Track(number, body.At("carrier_code").Text());
            }
        }

        await AnswerAsync(context, problem).ConfigureAwait(false);
    }

    private Task ShipAsync(HttpContext context)
    {
        (string Message, string Code)? problem = null;
        lock (Gate)
        {
            var order = Find(context);
            if (order is null)
            {
                problem = ("Order not found", "ORDER_NOT_FOUND");
            }
            else if (order.State != "SHIPPING")
            {
                problem = ($"The order status must be 'SHIPPING' but it is '{order.State}'.", "ORDER_INVALID_STATE");
            }
            else
            {
                order.Parcels.ForEach(parcel => order.Tell(parcel.Number));
                order.Move("SHIPPED", Clock.GetUtcNow());
            }
        }

        return AnswerAsync(context, problem);
    }

    private async Task CreateShipmentsAsync(HttpContext context)
    {
        if (!HasMultipleShipments)
        {
            await ErrorAsync(context, 404, "Not found").ConfigureAwait(false);
            return;
        }

        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        var done = new JsonArray();
        var errors = new JsonArray();
        lock (Gate)
        {
            foreach (var shipment in body.At("shipments").Items())
            {
                var id = shipment.At("order_id").Text();
                var order = _byId.GetValueOrDefault(id);
                var number = shipment.At("tracking", "tracking_number").Text();
                var lines = shipment.At("shipment_lines").Items().ToList();
                if (order is null || order.State != "SHIPPING")
                {
                    errors.Add((JsonNode)new JsonObject { ["order_id"] = id, ["message"] = $"The order status must be 'SHIPPING' but it is '{order?.State ?? "unknown"}'." });
                    continue;
                }

                order.Track(number, shipment.At("tracking", "carrier_code").Text());
                order.Tell(number);
                order.ShippedQuantity += lines.Sum(line => int.Parse(line.At("quantity").Text(), CultureInfo.InvariantCulture));
                order.Move(order.ShippedQuantity >= order.Quantity ? "SHIPPED" : "SHIPPING", Clock.GetUtcNow());
                done.Add((JsonNode)new JsonObject
                {
                    ["id"] = $"shipment-{number}",
                    ["order_id"] = id,
                    ["status"] = "SHIPPED",
                    ["tracking"] = new JsonObject { ["tracking_number"] = number },
                });
            }
        }

        await SandboxJson.WriteAsync(context, 201, new JsonObject { ["shipment_errors"] = errors, ["shipment_success"] = done }).ConfigureAwait(false);
    }

    private Task ListShipmentsAsync(HttpContext context)
    {
        var id = context.Request.Query["order_id"].ToString();
        JsonArray data;
        lock (Gate)
        {
            data = new JsonArray([.. _orders.Where(order => order.Id == id).SelectMany(order => order.Parcels).Select(parcel => (JsonNode)new JsonObject
            {
                ["id"] = $"shipment-{parcel.Number}",
                ["order_id"] = id,
                ["status"] = "SHIPPED",
                ["tracking"] = new JsonObject { ["tracking_number"] = parcel.Number },
            })]);
        }

        return SandboxJson.WriteAsync(context, HasMultipleShipments ? 200 : 404, new JsonObject { ["data"] = data });
    }

    private static Task CarriersAsync(HttpContext context) => SandboxJson.WriteAsync(context, 200, new JsonObject
    {
        ["carriers"] = new JsonArray(
            new JsonObject { ["code"] = "UPS", ["label"] = "UPS", ["standard_code"] = "UPS", ["tracking_url"] = "https://www.ups.com/track?tracknum={trackingId}" },
            new JsonObject { ["code"] = "CHRONO", ["label"] = "Chronopost", ["standard_code"] = "CHRONOPOST", ["tracking_url"] = "https://www.chronopost.fr/tracking-no-cms/suivi-page?listeNumerosLT={trackingId}" }),
    });

    private static Task AnswerAsync(HttpContext context, (string Message, string Code)? problem)
    {
        if (problem is { } found)
        {
            return ErrorAsync(context, found.Code == "ORDER_NOT_FOUND" ? 404 : 400, found.Message, found.Code);
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static DateTimeOffset? Time(string? text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private MiraklState? Find(HttpContext context)
    {
        Work();
        var id = context.Request.RouteValues["id"]?.ToString();
        return _byId.GetValueOrDefault(id ?? "");
    }
}
