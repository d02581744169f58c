using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <summary>
/// Refurbed's merchant API for one seller, over HTTP: every method is a POST, errors are <c>google.rpc.Status</c>, batches tell the outcome of each item.
/// Orders arrive, their items are accepted, shipped, returned and paid back one by one. All data is invented.
/// </summary>
public sealed partial class RefurbedSandbox : MarketplaceSandbox
{
    private const string Package = "refb.merchant.v1.";

    private readonly Dictionary<long, RefurbedState> _orders = [];
    private readonly Dictionary<long, (RefurbedState Order, RefurbedItem Item)> _items = [];

    // Sorted by id, so that a page is found without looking at what comes before it.
    private readonly SortedSet<long> _ids = [];

    internal RefurbedSandbox(TimeProvider clock)
        : base("refurbed", clock, 3000, TimeSpan.FromMinutes(1))
    {
    }

    /// <summary>Gets the token that it accepts.</summary>
    public string ApiToken { get; private set; } = "00000000-0000-4000-8000-000000000001";

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> OrderStates => Look(() => _orders.Values.ToDictionary(static order => RefurbedState.Number(order.Id), static order => order.State));

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, int> Decisions => Look(() => _orders.Values.ToDictionary(static order => RefurbedState.Number(order.Id), static order => order.Decisions));

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, int> Shipments => Look(() => _orders.Values
        .SelectMany(static order => order.Told.Select(parcel => KeyValuePair.Create($"{RefurbedState.Number(order.Id)}/{parcel.Key}", parcel.Value))).ToDictionary());

    /// <summary>Issues another token: the one before is refused from now on.</summary>
    public void ReplaceToken()
    {
        lock (Gate)
        {
            ApiToken = string.Concat(ApiToken.AsSpan(0, ApiToken.Length - 1), ApiToken[^1] == '9' ? "1" : "9");
        }
    }

    /// <inheritdoc/>
    public override void Touch(string id)
    {
        // Orders have no time of change here: they are listed again as long as they are asked for.
        lock (Gate)
        {
            _ = Known(id);
        }
    }

    /// <summary>Lets the carrier deliver what was shipped of an order.</summary>
    /// <param name="id">The order.</param>
    public void Deliver(string id)
    {
        lock (Gate)
        {
            foreach (var item in Known(id).Items.Where(static item => item.State == "SHIPPED"))
            {
                item.ShipmentStatus = "DELIVERED";
            }
        }
    }

    /// <inheritdoc/>
    public override void FinishEverything()
    {
        lock (Gate)
        {
            TakeArrivals();
        }
    }

    private protected override string Add(SandboxOrder order, DateTimeOffset at)
    {
        var id = order.Id is { } given ? long.Parse(given, NumberStyles.None, CultureInfo.InvariantCulture) : (_ids.Count == 0 ? 1_234_566 : _ids.Max) + 1;
        var state = new RefurbedState(order, id, at);
        _orders.Add(id, state);
        _ids.Add(id);
        foreach (var item in state.Items)
        {
            _items.Add(item.Id, (state, item));
        }

        return RefurbedState.Number(id);
    }

    internal override void Map(IEndpointRouteBuilder routes)
    {
        Method("OrderService/ListOrders", "list-orders", ListOrders);
        Method("OrderService/GetOrder", "find-order", body => WithOrder(body.At("id"), order => new JsonObject { ["order"] = order.ToJson(EligibilityOf) }));
        Method("OrderItemService/GetOrderItem", "find-item", body => WithItem(body.At("id"), ItemAnswer));
        Method("OrderItemService/BatchUpdateOrderItemsState", "update-item-states", body => Batch(body.At("updates"), UpdateState));
        Method("OrderItemService/BatchUpdateOrderItems", "update-items", body => Batch(body.At("order_items"), UpdateItem));
        Method("ShippingProfileService/ListAvailableCarriers", "list-carriers", static _ => Carriers());
        Method("MarketService/ListMarkets", "list-markets", static _ => Markets());
        MapMoney(Method);
        MapOffers(Method);
        MapTickets(Method);

        void Method(string path, string operation, Func<JsonNode?, RefurbedAnswer> handle) =>
            Operation(routes, "POST", Package + path, operation, context => AnswerAsync(context, handle));
    }

    private static RefurbedAnswer No(int code, string message) => new(code, new JsonObject { ["code"] = code, ["message"] = message, ["details"] = new JsonArray() });

    private static int HttpStatusOf(int code) => code switch
    {
        0 => 200,
        3 or 9 => 400,
        5 => 404,
        6 => 409,
        7 => 403,
        8 => 429,
        16 => 401,
        _ => 500,
    };

    private static long? IdOf(JsonNode? node) => long.TryParse(node.Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static DateTimeOffset? TimeOf(JsonNode? node) =>
        DateTimeOffset.TryParse(node.Text(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>Reads an amount: a text with two decimals at most.</summary>
    private static decimal? AmountOf(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String && decimal.TryParse(node.Text(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && decimal.Round(amount, 2) == amount
            ? amount
            : null;

    private static HashSet<string>? AnyOf(JsonNode? filter) => filter.At("any_of") is JsonArray words ? [.. words.Select(static word => word.Text())] : null;

    /// <summary>Reads how much a page holds; null when the request breaks the rules of pages.</summary>
    private static int? LimitOf(JsonNode? body) => body.At("pagination") switch
    {
        var page when page.At("starting_after") is not null && page.At("ending_before") is not null => null,
        var page when page.At("limit") is not { } limit => 100,
        var page => int.TryParse(page.At("limit").Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= 100 ? limit : null,
    };

    private static RefurbedAnswer Page(string name, List<JsonObject> found, int limit) => new(0, new JsonObject
    {
        [name] = new JsonArray([.. found.Take(limit)]), ["has_more"] = found.Count > limit,
    });

    private static RefurbedAnswer Carriers() => new(0, new JsonObject
    {
        ["carriers"] = new JsonArray(
            new JsonObject { ["name"] = "DPD Austria", ["slug"] = "dpd-at" },
            new JsonObject { ["name"] = "UPS", ["slug"] = "ups" },
            new JsonObject { ["name"] = "Colissimo", ["slug"] = "colissimo" }),
    });

    private static RefurbedAnswer Markets() => new(0, new JsonObject
    {
        ["markets"] = new JsonArray([.. MarketCodes.Select(static market => (JsonNode)new JsonObject
        {
            ["code"] = market.Code, ["is_site"] = true, ["type"] = "COUNTRY", ["name"] = market.Name, ["currency_code"] = market.Currency,
        })]),
        ["has_more"] = false,
    });

    /// <summary>Does each entry of a batch, and answers in their order with 200 whatever becomes of them.</summary>
    private static RefurbedAnswer Batch(JsonNode? list, Func<JsonNode, RefurbedAnswer> handle)
    {
        if (list is not JsonArray { Count: >= 1 and <= 50 } entries)
        {
            return No(3, "between 1 and 50 entries are required");
        }

        return new RefurbedAnswer(0, new JsonObject
        {
            ["results"] = new JsonArray([.. entries.Select(entry =>
            {
                var answer = handle(entry!);
                var result = new JsonObject { ["status"] = answer.Code == 0 ? new JsonObject { ["code"] = 0 } : answer.Body };
                foreach (var (name, value) in answer.Code == 0 ? answer.Body : [])
                {
                    result[name] = value?.DeepClone();
                }

                return (JsonNode)result;
            })]),
        });
    }

    private async Task AnswerAsync(HttpContext context, Func<JsonNode?, RefurbedAnswer> handle)
    {
        var isTaken = TryTakeCall();
        var now = Clock.GetUtcNow();
        context.Response.Headers.Date = now.ToString("R", CultureInfo.InvariantCulture);
        context.Response.Headers["X-RateLimit-Remaining"] = isTaken ? RefurbedState.Number(CallsLeft) : "0";
        context.Response.Headers["X-RateLimit-Reset"] = RefurbedState.Number(now.ToUnixTimeSeconds() + 1);
        var body = await BodyAsync(context).ConfigureAwait(false);
        RefurbedAnswer answer;
        lock (Gate)
        {
            TakeArrivals();
            answer = context.Request.Headers.Authorization != $"Plain {ApiToken}" ? No(16, "invalid authorization header")
                : !isTaken ? No(8, "rate limit exceeded")
                : body is null ? No(3, "the body is no JSON")
                : handle(body);
        }

        await SandboxJson.WriteAsync(context, HttpStatusOf(answer.Code), answer.Body).ConfigureAwait(false);
    }

    /// <summary>Reads a body that may be a list, as a stream is.</summary>
    private static async Task<JsonNode?> BodyAsync(HttpContext context)
    {
        try
        {
            return await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted).ConfigureAwait(false);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private RefurbedState Known(string id) => _orders[long.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture)];

    private RefurbedAnswer WithOrder(JsonNode? id, Func<RefurbedState, JsonObject> answer) =>
        IdOf(id) is not { } key ? No(3, "invalid value for int64 field id")
        : _orders.TryGetValue(key, out var order) ? new RefurbedAnswer(0, answer(order))
        : No(5, "order not found");

    private RefurbedAnswer WithItem(JsonNode? id, Func<RefurbedState, RefurbedItem, RefurbedAnswer> answer) =>
        IdOf(id) is not { } key ? No(3, "invalid value for int64 field id")
        : _items.TryGetValue(key, out var found) ? answer(found.Order, found.Item)
        : No(5, "order item not found");

    private RefurbedAnswer ItemAnswer(RefurbedState order, RefurbedItem item) => new(0, new JsonObject { ["order_item"] = order.ItemJson(item, EligibilityOf(item)) });

    private RefurbedAnswer ListOrders(JsonNode? body)
    {
        if (LimitOf(body) is not { } limit)
        {
            return No(3, "pagination limit too large");
        }

        var states = AnyOf(body.At("filter", "state"));
        var (since, until) = (TimeOf(body.At("filter", "released_at", "ge")), TimeOf(body.At("filter", "released_at", "le")));
        var after = IdOf(body.At("pagination", "starting_after")) ?? 0;
        IEnumerable<long> ids = _ids.Count == 0 || after >= _ids.Max ? [] : _ids.GetViewBetween(after + 1, _ids.Max);
        var found = ids.Select(id => _orders[id])
            .Where(order => states is null || states.Contains(order.State))
            .Where(order => (since is null || order.ReleasedAt >= since) && (until is null || order.ReleasedAt <= until))
            .Take(limit + 1)
            .Select(order => order.ToJson(EligibilityOf))
            .ToList();
        return Page("orders", found, limit);
    }

    private T Look<T>(Func<T> look)
    {
        lock (Gate)
        {
            TakeArrivals();
            return look();
        }
    }

    private sealed record RefurbedAnswer(int Code, JsonObject Body);
}
