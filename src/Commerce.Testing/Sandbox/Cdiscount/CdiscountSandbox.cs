using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <summary>
/// Octopia's seller API v2 for one seller at Cdiscount: tokens that expire; orders that wait for acceptance, are checked, are then released and
/// shipped by the line; cancellations and gestures that take their time; offer packages that refuse single offers; discussions. All data is invented.
/// </summary>
public sealed partial class CdiscountSandbox : MarketplaceSandbox
{
    internal const string Seller = "12345";

    private const string Api = "seller/v2/";

    private static readonly TimeSpan CheckTime = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, DateTimeOffset> _tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CdiscountState> _orders = new(StringComparer.Ordinal);

    // Sorted by change, so that a page is found without looking at what comes before it.
    private readonly SortedSet<CdiscountState> _byChange = new(Comparer<CdiscountState>.Create(static (left, right) =>
        left.UpdatedAt != right.UpdatedAt ? left.UpdatedAt.CompareTo(right.UpdatedAt) : left.Number.CompareTo(right.Number)));

    private readonly Queue<(DateTimeOffset At, CdiscountState Order)> _checks = new();

    private int _tokenCount;

    internal CdiscountSandbox(TimeProvider clock)
        : base("cdiscount", clock, 3000, TimeSpan.FromMinutes(1))
    {
    }

    /// <summary>Gets the client id that it accepts.</summary>
    public string ClientId { get; } = "cdiscount-sandbox-client";

    /// <summary>Gets the client secret that it accepts.</summary>
    public string ClientSecret { get; } = "cdiscount-sandbox-secret";

    /// <summary>Gets the seller that it knows.</summary>
    public string SellerId { get; } = Seller;

    /// <summary>Gets or sets how long a token lives; the default is two hours.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(2);

    /// <summary>Gets how many tokens it gave out.</summary>
    public int TokensIssued => _tokenCount;

    /// <summary>Gets or sets a value indicating whether the account accepts every order by itself; the default is no.</summary>
    public bool AcceptsAutomatically { get; set; }

    /// <summary>Gets or sets a value indicating whether lists can be sorted by change; the default is yes.</summary>
    public bool CanSort { get; set; } = true;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> OrderStates => Look(() => _orders.ToDictionary(static order => order.Key, static order => order.Value.State));

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, int> Decisions => Look(() => _orders.ToDictionary(static order => order.Key, static order => order.Value.Decisions));

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, int> Shipments => Look(() => _orders.Values
        .SelectMany(static order => order.Told.Select(parcel => KeyValuePair.Create($"{order.Id}/{parcel.Key}", parcel.Value))).ToDictionary());

    /// <summary>Forgets every token, as Octopia does when a secret is changed.</summary>
    public void RevokeTokens()
    {
        lock (Gate)
        {
            _tokens.Clear();
        }
    }

    /// <inheritdoc/>
    public override void Touch(string id)
    {
        lock (Gate)
        {
            Change(_orders[id], static _ => { });
        }
    }

    /// <summary>Lets the buyer receive a shipped order.</summary>
    /// <param name="id">The order.</param>
    public void Deliver(string id)
    {
        lock (Gate)
        {
            Change(_orders[id], static order =>
            {
                foreach (var line in order.LineIds.Where(line => order.LineState(line) == "Shipped").ToList())
                {
                    order.MoveLine(line, "Delivered");
                }

                order.Move("Delivered");
            });
        }
    }

    /// <summary>Lets the buyer ask to cancel a line that is in preparation.</summary>
    /// <param name="id">The order.</param>
    /// <param name="line">The line, from 1 on.</param>
    public void AskToCancel(string id, int line)
    {
        lock (Gate)
        {
            Change(_orders[id], order => order.MoveLine(line.ToString(CultureInfo.InvariantCulture), "CancelRequest"));
        }
    }

    /// <inheritdoc/>
    public override void FinishEverything()
    {
        lock (Gate)
        {
            Work(DateTimeOffset.MaxValue);
        }
    }

    private protected override string Add(SandboxOrder order, DateTimeOffset at)
    {
        var number = _orders.Count + 1;
        var state = new CdiscountState(
            order,
            order.Id ?? string.Create(CultureInfo.InvariantCulture, $"SCID01{number:D10}SBX"),
            string.Create(CultureInfo.InvariantCulture, $"26{number:D8}SBX"),
            at)
        {
            Number = ++_changes,
        };
        _orders.Add(state.Id, state);
        _byChange.Add(state);
        if (AcceptsAutomatically)
        {
            Accept(state);
        }

        return state.Id;
    }

    internal override void Map(IEndpointRouteBuilder routes)
    {
        Operation(routes, "POST", "auth/realms/maas/protocol/openid-connect/token", "token", TokenAsync);
        Guarded("GET", "orders", "list-orders", ListOrdersAsync);
        Guarded("GET", "orders/count", "count-orders", CountOrdersAsync);
        Guarded("GET", "orders/{id}", "find-order", context => WithOrderAsync(context, static order => order.ToJson()));
        Guarded("POST", "orders/{id}/approval-status", "decide-order", DecideAsync);
        Guarded("POST", "orders/{id}/shipments", "ship-order", ShipAsync);
        Guarded("GET", "carriers", "list-carriers", CarriersAsync);
        Guarded("POST", "orders/{id}/invoice-documents", "upload-invoice", InvoiceAsync);
        MapRequests(Guarded);
        MapOffers(Guarded);
        MapMessages(Guarded);

        void Guarded(string method, string pattern, string operation, Func<HttpContext, Task> handle) =>
            Operation(routes, method, Api + pattern, operation, context => GuardAsync(context, handle));
    }

    private static Task ProblemAsync(HttpContext context, int status, string field, string text) => WriteProblemAsync(context, new JsonObject
    {
        ["type"] = "https://tools.ietf.org/html/rfc7231#section-6.5.1",
        ["title"] = "One or more validation errors occurred.",
        ["status"] = status,
        ["traceId"] = "00-0000000000000000-0000-00",
        ["errors"] = new JsonObject { [field] = new JsonArray(text) },
    });

    private static async Task WriteProblemAsync(HttpContext context, JsonObject problem)
    {
        context.Response.StatusCode = (int)problem["status"]!;
        context.Response.ContentType = "application/problem+json";
        await context.Response.WriteAsync(problem.ToJsonString(), context.RequestAborted).ConfigureAwait(false);
    }

    private static Task NotFoundAsync(HttpContext context) => WriteProblemAsync(context, new JsonObject
    {
        ["type"] = "https://tools.ietf.org/html/rfc7231#section-6.5.4", ["title"] = "Not Found", ["status"] = 404, ["traceId"] = "00-0000000000000000-0000-00",
    });

    private static Task GatewayAsync(HttpContext context, int status, string message) =>
        SandboxJson.WriteAsync(context, status, new JsonObject { ["statusCode"] = status, ["message"] = message });

    /// <summary>Reads a body that may be a list.</summary>
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

    private async Task GuardAsync(HttpContext context, Func<HttpContext, Task> handle)
    {
        var header = context.Request.Headers.Authorization.ToString();
        bool alive;
        lock (Gate)
        {
            alive = header.StartsWith("Bearer ", StringComparison.Ordinal) && _tokens.TryGetValue(header[7..], out var end) && end > Clock.GetUtcNow();
        }

        if (!TryTakeCall())
        {
            context.Response.Headers.RetryAfter = "1";
            await WriteProblemAsync(context, new JsonObject { ["title"] = "Too Many Requests", ["status"] = 429 }).ConfigureAwait(false);
        }
        else if (!alive)
        {
            await GatewayAsync(context, 401, "Unauthorized").ConfigureAwait(false);
        }
        else if (context.Request.Headers["SellerId"] != SellerId)
        {
            await GatewayAsync(context, 403, "The seller is not linked to the client").ConfigureAwait(false);
        }
        else
        {
            await handle(context).ConfigureAwait(false);
        }
    }

    private async Task TokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        if (form["grant_type"] != "client_credentials" || form["client_id"] != ClientId || form["client_secret"] != ClientSecret)
        {
            await SandboxJson.WriteAsync(context, 401, new JsonObject
            {
                ["error"] = "invalid_client", ["error_description"] = "Invalid client or Invalid client credentials",
            }).ConfigureAwait(false);
            return;
        }

        string token;
        lock (Gate)
        {
            token = string.Create(CultureInfo.InvariantCulture, $"cdiscount-token-{++_tokenCount}");
            _tokens[token] = Clock.GetUtcNow() + TokenLifetime;
        }

        await SandboxJson.WriteAsync(context, 200, new JsonObject
        {
            ["access_token"] = token,
            ["expires_in"] = (int)TokenLifetime.TotalSeconds,
            ["refresh_expires_in"] = 0,
            ["token_type"] = "Bearer",
            ["not-before-policy"] = 0,
            ["scope"] = "profile email",
        }).ConfigureAwait(false);
    }

    private T Look<T>(Func<T> look)
    {
        lock (Gate)
        {
            Work(Clock.GetUtcNow());
            return look();
        }
    }
}
