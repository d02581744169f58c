using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <summary>
/// eBay: tokens that run out, orders that are shipped parcel by parcel, refunds and cancellations that take their time and must be signed, offers
/// with one outcome for each, conversations, returns, signed notifications. All data is invented.
/// </summary>
public sealed partial class EbaySandbox : MarketplaceSandbox
{
    private const int MaxOrders = 200;
    private static readonly Comparer<EbayOrderState> ByNumber = Comparer<EbayOrderState>.Create(static (one, other) => one.Number.CompareTo(other.Number));
    private static readonly object IsUserCall = new();
    private static readonly TimeSpan WorkTime = TimeSpan.FromMinutes(10);

    private readonly List<EbayOrderState> _orders = [];
    private readonly Dictionary<string, EbayOrderState> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (bool IsUser, DateTimeOffset Until)> _tokens = new(StringComparer.Ordinal);
    private (string Text, EbayOrderFilter Filter, List<EbayOrderState> Orders)? _found;
    private int _issued;

    internal EbaySandbox(TimeProvider clock)
        : base("ebay", clock, 100_000, TimeSpan.FromDays(1))
    {
    }

    /// <summary>Gets the client id that it accepts.</summary>
    public string ClientId { get; } = "ebay-sandbox-client";

    /// <summary>Gets the client secret that it accepts.</summary>
    public string ClientSecret { get; } = "ebay-sandbox-secret";

    /// <summary>Gets or sets the refresh token that it accepts; another one stands for a seller who took the consent back.</summary>
    public string RefreshToken { get; set; } = "ebay-sandbox-refresh-token";

    /// <summary>Gets the seller's user name.</summary>
    public string Seller { get; } = "sandbox_seller";

    /// <summary>Gets or sets how long a token lives; the default is two hours.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(2);

    /// <summary>Gets how many tokens were given out.</summary>
    public int IssuedTokens
    {
        get
        {
            lock (Gate)
            {
                return _issued;
            }
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> OrderStates
    {
        get
        {
            lock (Gate)
            {
                Work();
                return _orders.ToDictionary(static order => order.Id, static order => order.Fulfilment);
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
                return _orders.SelectMany(static order => order.Parcels.GroupBy(static parcel => parcel.Tracking, StringComparer.Ordinal)
                    .Select(parcel => KeyValuePair.Create($"{order.Id}/{parcel.Key}", parcel.Count()))).ToDictionary();
            }
        }
    }

    /// <summary>Lets all tokens run out at once.</summary>
    public void ExpireTokens()
    {
        lock (Gate)
        {
            foreach (var token in _tokens.Keys.ToList())
            {
                _tokens[token] = _tokens[token] with { Until = DateTimeOffset.MinValue };
            }
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
            Work(everything: true);
        }
    }

    private protected override string Add(SandboxOrder order, DateTimeOffset at)
    {
        var state = new EbayOrderState(order, order.Id ?? string.Create(CultureInfo.InvariantCulture, $"12-{10000 + (_orders.Count / 100_000):D5}-{(_orders.Count % 100_000) + 1:D5}"), _orders.Count + 1, at, LookAgain);
        _orders.Add(state);
        LookAgain(state);
        _byId.Add(state.Id, state);
        return state.Id;
    }

    internal override void Map(IEndpointRouteBuilder routes)
    {
        Operation(routes, "POST", "identity/v1/oauth2/token", "token", TokenAsync);
        Operation(routes, "GET", "commerce/identity/v1/user", "find-user", context => UserAsync(context, inner => SandboxJson.WriteAsync(
            inner, 200, new JsonObject { ["userId"] = "sandboxUserId1", ["username"] = Seller, ["accountType"] = "BUSINESS" })));
        Operation(routes, "GET", "sell/fulfillment/v1/order", "list-orders", context => UserAsync(context, ListOrdersAsync));
        Operation(routes, "GET", "sell/fulfillment/v1/order/{id}", "find-order", context => UserAsync(context, FindOrderAsync));
        MapShipping(routes);
        MapPostOrder(routes);
        MapOffers(routes);
        MapMessages(routes);
        MapNotifications(routes);
        MapDeveloper(routes);
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    private static int Number(string? text, int fallback) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : fallback;

    private static JsonObject Error(int id, string domain, string message, string category = "REQUEST") => new()
    {
        ["errorId"] = id, ["domain"] = domain, ["category"] = category, ["message"] = message, ["longMessage"] = message,
    };

    private static Task ErrorAsync(HttpContext context, int status, int id, string message, string domain = "API_FULFILLMENT") =>
        SandboxJson.WriteAsync(context, status, new JsonObject { ["errors"] = new JsonArray(Error(id, domain, message)) });

    private static Task DoneAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private async Task TokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        var basic = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{ClientId}:{ClientSecret}"));
        var isUser = form["grant_type"] == "refresh_token";
        if (context.Request.Headers.Authorization != basic)
        {
            await SandboxJson.WriteAsync(context, 401, new JsonObject { ["error"] = "invalid_client", ["error_description"] = "client authentication failed" }).ConfigureAwait(false);
            return;
        }

        if (isUser ? form["refresh_token"] != RefreshToken : form["grant_type"] != "client_credentials")
        {
            await SandboxJson.WriteAsync(context, 400, new JsonObject
            {
                ["error"] = "invalid_grant",
                ["error_description"] = "the provided authorization refresh token is invalid or was issued to another client",
            }).ConfigureAwait(false);
            return;
        }

        string token;
        lock (Gate)
        {
            token = $"v^1.1#sandbox{++_issued}";
            _tokens[token] = (isUser, Clock.GetUtcNow() + TokenLifetime);
        }

        await SandboxJson.WriteAsync(context, 200, new JsonObject
        {
            ["access_token"] = token,
            ["expires_in"] = (int)TokenLifetime.TotalSeconds,
            ["token_type"] = isUser ? "User Access Token" : "Application Access Token",
        }).ConfigureAwait(false);
    }

    private Task UserAsync(HttpContext context, Func<HttpContext, Task> handle) => GuardedAsync(context, "Bearer", needsUser: true, handle);

    private Task ApplicationAsync(HttpContext context, Func<HttpContext, Task> handle) => GuardedAsync(context, "Bearer", needsUser: false, handle);

    private async Task GuardedAsync(HttpContext context, string scheme, bool? needsUser, Func<HttpContext, Task> handle)
    {
        if (!TryTakeCall())
        {
            context.Response.Headers.RetryAfter = "1";
            await ErrorAsync(context, 429, 2001, "Too many requests.", "ACCESS").ConfigureAwait(false);
            return;
        }

        var given = context.Request.Headers.Authorization.ToString();
        (bool IsUser, DateTimeOffset Until) token = default;
        bool isGood;
        lock (Gate)
        {
            isGood = given.StartsWith(scheme + " ", StringComparison.Ordinal)
                && _tokens.TryGetValue(given[(scheme.Length + 1)..], out token) && token.Until > Clock.GetUtcNow();
        }

        if (!isGood)
        {
            // The Inventory API says so with another status than the others.
            var status = context.Request.Path.Value!.Contains("/sell/inventory/", StringComparison.Ordinal) ? 403 : 401;
            await ErrorAsync(context, status, 1001, "Invalid access token. Check the value of the Authorization HTTP request header.", "OAuth").ConfigureAwait(false);
        }
        else if (needsUser is { } user && user != token.IsUser)
        {
            await ErrorAsync(context, 403, 1100, "Insufficient permissions to fulfill the request.", "ACCESS").ConfigureAwait(false);
        }
        else
        {
            context.Items[IsUserCall] = token.IsUser;
            await handle(context).ConfigureAwait(false);
        }
    }

    private Task ListOrdersAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var (limit, offset) = (Number(query["limit"], 50), Number(query["offset"], 0));
        if (limit is 0 or > MaxOrders)
        {
            return ErrorAsync(context, 400, 30800, $"The limit must be between 1 and {MaxOrders}.");
        }

        if (!EbayOrderFilter.TryParse(query["filter"], out var filter))
        {
            return ErrorAsync(context, 400, 30810, "Invalid filter.");
        }

        JsonArray page;
        int total;
        lock (Gate)
        {
            Work();
            var now = Clock.GetUtcNow();
            if (filter.From > now || filter.To > now)
            {
                return ErrorAsync(context, 400, 30850, "The start and end dates can't be in the future.");
            }

            if (filter.To - filter.From > TimeSpan.FromDays(731))
            {
                return ErrorAsync(context, 400, 30830, "The date range can't be more than 2 years.");
            }

            // What a filter finds is kept for the pages after the first: a long list stays quick.
            var text = query["filter"].ToString();
            if (!filter.IsEmpty && _found?.Text != text)
            {
                _found = (text, filter, _orders.FindAll(filter.Matches));
            }

            var found = filter.IsEmpty ? _orders : _found!.Value.Orders;
            total = found.Count;
            page = new JsonArray([.. found.Skip(offset).Take(limit).Select(order => (JsonNode)order.ToJson(Seller, withRequests: false))]);
        }

        var answer = new JsonObject { ["href"] = context.Request.Path.Value, ["total"] = total, ["limit"] = limit, ["offset"] = offset, ["orders"] = page };
        if (offset + limit < total)
        {
            answer["next"] = $"https://api.ebay.com/sell/fulfillment/v1/order?limit={limit}&offset={offset + limit}";
        }

        return SandboxJson.WriteAsync(context, 200, answer);
    }

    /// <summary>Puts an order that is new or has changed into what the last filter found, or takes it out; orders lie by their number there.</summary>
    private void LookAgain(EbayOrderState order)
    {
        if (_found is not { } found)
        {
            return;
        }

        var index = found.Orders.BinarySearch(order, ByNumber);
        var isMeant = found.Filter.Matches(order);
        if (index >= 0 && !isMeant)
        {
            found.Orders.RemoveAt(index);
        }
        else if (index < 0 && isMeant)
        {
            found.Orders.Insert(~index, order);
        }
    }

    private Task FindOrderAsync(HttpContext context)
    {
        lock (Gate)
        {
            return Find(context) is { } order
                ? SandboxJson.WriteAsync(context, 200, order.ToJson(Seller, withRequests: true))
                : ErrorAsync(context, 404, 32100, "Invalid order ID.");
        }
    }

    private EbayOrderState? Find(HttpContext context)
    {
        Work();
        return _byId.GetValueOrDefault(context.Request.RouteValues["id"]?.ToString() ?? "");
    }

    private void Work(bool everything = false)
    {
        TakeArrivals();
        var now = everything ? DateTimeOffset.MaxValue : Clock.GetUtcNow();
        for (var i = _pending.Count - 1; i >= 0; i--)
        {
            if (_pending[i].At <= now)
            {
                _pending[i].Finish();
                _pending.RemoveAt(i);
            }
        }
    }
}
