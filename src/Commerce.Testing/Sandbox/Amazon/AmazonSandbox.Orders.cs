using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

public sealed partial class AmazonSandbox
{
    private readonly List<AmazonState> _orders = [];
    private readonly Dictionary<string, AmazonState> _byId = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> OrderStates
    {
        get
        {
            lock (Gate)
            {
                TakeArrivals();
                return _orders.ToDictionary(order => order.Id, order => order.Status);
            }
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, int> Decisions { get; } = new Dictionary<string, int>();

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

    /// <summary>Gets what was paid back, by order and line with a slash between them.</summary>
    public IReadOnlyDictionary<string, decimal> Refunds
    {
        get
        {
            lock (Gate)
            {
                return new Dictionary<string, decimal>(_refunds);
            }
        }
    }

    /// <summary>Puts an order in that Amazon itself ships.</summary>
    /// <param name="order">The order.</param>
    /// <returns>The order's key.</returns>
    public string PlaceByAmazon(SandboxOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        lock (Gate)
        {
            return Add(order, Clock.GetUtcNow(), isByAmazon: true);
        }
    }

    /// <summary>Lets the buyer ask to cancel.</summary>
    /// <param name="id">The order.</param>
    public void BuyerAsksToCancel(string id) => Change(id, static order => order.IsCancellationAsked = true, "BuyerRequestedChange");

    /// <summary>Lets every parcel of an order arrive.</summary>
    /// <param name="id">The order.</param>
    public void Deliver(string id) => Change(
        id,
        static order =>
        {
            foreach (var parcel in order.Parcels.Values)
            {
                parcel.IsDelivered = true;
            }
        },
        "OrderStatusChange");

    /// <inheritdoc/>
    public override void Touch(string id) => Change(id, static _ => { }, "OrderStatusChange");

    private protected override string Add(SandboxOrder order, DateTimeOffset at) => Add(order, at, isByAmazon: false);

    private string Add(SandboxOrder order, DateTimeOffset at, bool isByAmazon)
    {
        var number = _orders.Count + 1;
        var id = order.Id ?? string.Create(CultureInfo.InvariantCulture, $"402-{number:D7}-{number * 7L % 10_000_000:D7}");
        var state = new AmazonState(order, id, MarketplaceId, at) { IsByAmazon = isByAmazon };
        _byId.Add(id, state);
        _orders.Add(state);
        Notify(state, "OrderStatusChange");
        return id;
    }

    private void Change(string id, Action<AmazonState> change, string kind)
    {
        lock (Gate)
        {
            var order = _byId[id];
            change(order);
            order.UpdatedAt = Clock.GetUtcNow();
            Notify(order, kind);
        }
    }

    private void MapOrders(IEndpointRouteBuilder routes)
    {
        Guarded(routes, "GET", "orders/2026-01-01/orders", "list-orders", 0.0056, 20, ListOrdersAsync);
        Guarded(routes, "GET", "orders/2026-01-01/orders/{id}", "find-order", 0.5, 30, FindOrderAsync);
        Guarded(routes, "POST", "orders/v0/orders/{id}/shipmentConfirmation", "ship-order", 2, 10, ShipAsync);
        Guarded(routes, "POST", "orders/v0/orders/{id}/shipment", "update-pickup", 5, 15, PickupAsync);
    }

    private Task ListOrdersAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var (createdAfter, updatedAfter) = (Time(query["createdAfter"]), Time(query["lastUpdatedAfter"]));
        var (createdBefore, updatedBefore) = (Time(query["createdBefore"]), Time(query["lastUpdatedBefore"]));
        var states = query["fulfillmentStatuses"] is [{ } list] ? list.Split(',').ToHashSet() : null;
        var max = int.TryParse(query["maxResultsPerPage"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 100;
        var start = 0;
        if (createdAfter is null == updatedAfter is null || max is < 1 or > 100
            || (createdBefore ?? updatedBefore) > Clock.GetUtcNow().AddMinutes(-2)
            || (query["paginationToken"] is [{ } token] && !int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out start)))
        {
            return ErrorAsync(context, 400, "InvalidInput", "Invalid Input");
        }

        var page = new JsonArray();
        int? next = null;
        lock (Gate)
        {
            TakeArrivals();
            for (var at = start; at < _orders.Count; at++)
            {
                var order = _orders[at];
                if (order.CreatedAt < createdAfter || order.UpdatedAt < updatedAfter || order.CreatedAt > createdBefore || order.UpdatedAt > updatedBefore
                    || states?.Contains(order.Status) == false)
                {
                    continue;
                }

                if (page.Count == max)
                {
                    next = at;
                    break;
                }

                page.Add((JsonNode)order.ToJson());
            }
        }

        var body = new JsonObject { ["orders"] = page, ["pagination"] = new JsonObject() };
        if (next is { } index)
        {
            body["pagination"] = new JsonObject { ["nextToken"] = index.ToString(CultureInfo.InvariantCulture) };
        }

        body[updatedAfter is null ? "createdBefore" : "lastUpdatedBefore"] = Text(createdBefore ?? updatedBefore ?? Clock.GetUtcNow().AddMinutes(-2));
        return SandboxJson.WriteAsync(context, 200, body);
    }

    private Task FindOrderAsync(HttpContext context)
    {
        JsonObject? order;
        lock (Gate)
        {
            TakeArrivals();
            order = _byId.GetValueOrDefault(Route(context, "id"))?.ToJson();
        }

        return order is null
            ? ErrorAsync(context, 404, "NotFound", "The order was not found.")
            : SandboxJson.WriteAsync(context, 200, new JsonObject { ["order"] = order });
    }

    private async Task ShipAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        (int Status, string Code, string Message)? problem;
        lock (Gate)
        {
            TakeArrivals();
            problem = _byId.TryGetValue(Route(context, "id"), out var order)
                ? Ship(order, body, body.At("packageDetail"))
                : (404, "NotFound", "The order was not found.");
        }

        await AnswerAsync(context, problem).ConfigureAwait(false);
    }

    private (int Status, string Code, string Message)? Ship(AmazonState order, JsonObject? body, JsonNode? package)
    {
        var reference = package.At("packageReferenceId");
        var number = package.At("trackingNumber").Text();
        var carrier = package.At("carrierCode").Text();
        var shippedAt = Time(package.At("shipDate").Text());
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in package.At("orderItems").Items())
        {
            lines[item.At("orderItemId").Text()] = int.TryParse(item.At("quantity").Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;
        }

        if (body.At("marketplaceId").Text() != MarketplaceId || number.Length == 0 || carrier.Length == 0 || lines.Count == 0
            || (carrier == "Other" && package.At("carrierName").Text().Length == 0)
            || reference is not JsonValue text || !text.TryGetValue<string>(out var key) || !int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) || digits < 1
            || shippedAt is null || shippedAt > Clock.GetUtcNow().AddMinutes(1) || shippedAt < order.CreatedAt.AddMinutes(-1))
        {
            return (400, "InvalidInput", "Invalid Input");
        }

        if (order.IsByAmazon || order.Status == "CANCELLED")
        {
            return (400, "InvalidInput", $"The order cannot be confirmed: it is {order.Status}.");
        }

        if (order.Status == "SHIPPED" && !order.Parcels.ContainsKey(key))
        {
            return (400, "PackageToUpdateNotFound", "Unable to find package to update");
        }

        if (lines.Any(line => line.Value < 1 || line.Value + order.Shipped(line.Key, key) > order.Ordered(line.Key) || order.CancelledLines.Contains(line.Key)))
        {
            return (400, "InvalidInput", "The quantity is greater than what is left to ship.");
        }

        order.Told[number] = order.Told.GetValueOrDefault(number) + 1;
        order.Parcels[key] = new AmazonParcel(carrier, number, shippedAt.Value, lines);
        order.Judge(Clock.GetUtcNow());
        Notify(order, "OrderStatusChange");
        return null;
    }

    private async Task PickupAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        (int, string, string)? problem;
        lock (Gate)
        {
            problem = !_byId.TryGetValue(Route(context, "id"), out _) ? (404, "NotFound", "The order was not found.")
                : body.At("marketplaceId").Text() != MarketplaceId ? (400, "InvalidInput", "Marketplace ID is not defined")
                : body.At("shipmentStatus").Text() is not ("ReadyForPickup" or "PickedUp" or "RefusedPickup") ? (400, "InvalidInput", "Invalid Input")
                : null;
        }

        await AnswerAsync(context, problem).ConfigureAwait(false);
    }

    private static Task AnswerAsync(HttpContext context, (int Status, string Code, string Message)? problem, int status = StatusCodes.Status204NoContent)
    {
        if (problem is { } found)
        {
            return ErrorAsync(context, found.Status, found.Code, found.Message);
        }

        context.Response.StatusCode = status;
        return status == StatusCodes.Status204NoContent ? Task.CompletedTask : SandboxJson.WriteAsync(context, status, new JsonObject());
    }
}
