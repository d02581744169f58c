using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <summary>
/// Back Market: orders whose lines are accepted or cancelled by SKU and shipped in one parcel; listings that are changed at once or by a task that takes
/// its time and refuses unknown SKUs; care folders, refunds, returns. All data is invented.
/// </summary>
public sealed partial class BackMarketSandbox : MarketplaceSandbox
{
    private const int MaxPage = 50;

    private readonly List<BackMarketState> _orders = [];
    private readonly Dictionary<long, BackMarketState> _byId = [];
    private readonly Dictionary<long, (BackMarketState Order, BackMarketLineState Line)> _lines = [];
    private readonly Queue<BackMarketState> _toAccept = new();
    private long _nextLine = 98_001;
    private int _tokens = 1;

    internal BackMarketSandbox(TimeProvider clock)
        : base("backmarket", clock, 200, TimeSpan.FromSeconds(10))
    {
    }

    /// <summary>Gets the token that it accepts now.</summary>
    public string Token => $"backmarket-sandbox-token-{_tokens}";

    /// <summary>Gets or sets after which time orders are cancelled that nobody accepted. Back Market does not publish its own.</summary>
    /// <value>The default is 2 days.</value>
    public TimeSpan AcceptTime { get; set; } = TimeSpan.FromDays(2);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> OrderStates => Look(() => _orders.ToDictionary(
        static order => Text(order.Id), static order => $"{order.State}:{string.Join(',', order.Lines.Select(static line => Text(line.State)))}"));

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, int> Decisions => Look(() => _orders.ToDictionary(
        static order => Text(order.Id), static order => order.Lines.Max(static line => line.Decisions)));

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, int> Shipments => Look(() => _orders.SelectMany(static order =>
        order.Told.Select(parcel => KeyValuePair.Create($"{order.Id}/{parcel.Key}", parcel.Value))).ToDictionary());

    /// <summary>Gets what was paid back in parts of each order line.</summary>
    public IReadOnlyDictionary<string, decimal> Refunds => Look(() => _lines.Values.Where(static entry => entry.Line.Refunded > 0)
        .ToDictionary(static entry => Text(entry.Line.Id), static entry => entry.Line.Refunded));

    /// <summary>Gets the names of the invoices of each order.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Invoices => Look(() => _orders.Where(static order => order.Invoices.Count > 0)
        .ToDictionary(static order => Text(order.Id), static order => (IReadOnlyList<string>)[.. order.Invoices]));

    /// <summary>Takes the token back at once, as a new password in the back office does; <see cref="Token"/> is another one then.</summary>
    public void RevokeToken() => Interlocked.Increment(ref _tokens);

    /// <summary>Puts lines of an order on hold, as long as the payment is checked, or releases them.</summary>
    /// <param name="id">The order.</param>
    /// <param name="isOnHold">Whether they are on hold.</param>
    public void Hold(string id, bool isOnHold) => Change(id, order =>
    {
        foreach (var line in order.Lines)
        {
            line.State = isOnHold ? 9 : 1;
        }
    });

    /// <summary>Lets Back Market make the label of an order (BackShip).</summary>
    /// <param name="id">The order.</param>
    public void ShipByBackMarket(string id) => Change(id, static order =>
    {
        order.IsBackShip = true;
        order.Shipper = "Chronopost";
    });

    /// <inheritdoc/>
    public override void Touch(string id) => Change(id, static _ => { });

    /// <inheritdoc/>
    public override void FinishEverything()
    {
        lock (Gate)
        {
            foreach (var task in _tasks.Values)
            {
                task.ReadyAt = Clock.GetUtcNow();
            }
        }
    }

    private protected override string Add(SandboxOrder order, DateTimeOffset at)
    {
        var id = order.Id is null ? 59_780_001 + _orders.Count : long.Parse(order.Id, NumberStyles.None, CultureInfo.InvariantCulture);
        var state = new BackMarketState(order, id, _nextLine, at);
        _nextLine += state.Lines.Count;
        _orders.Add(state);
        _byId.Add(id, state);
        _toAccept.Enqueue(state);
        foreach (var line in state.Lines)
        {
            _lines.Add(line.Id, (state, line));
        }

        return Text(id);
    }

    internal override void Map(IEndpointRouteBuilder routes)
    {
        MapOrders(routes);
        MapListings(routes);
        MapCare(routes);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Route(HttpContext context, string name) => context.Request.RouteValues[name]?.ToString();

    private static Task ErrorAsync(HttpContext context, int status, string code, string message, string? target = null) =>
        SandboxJson.WriteAsync(context, status, new JsonObject
        {
            ["error"] = new JsonObject { ["code"] = code, ["message"] = message, ["target"] = target, ["docLink"] = "https://api.example.com", ["data"] = new JsonObject() },
            ["requestId"] = "7f0d1c1e-0000-4000-8000-000000000000",
        });

    private static Task NotFoundAsync(HttpContext context, string what) => ErrorAsync(context, 404, "not-found", $"{what} doesn't exist");

    private async Task GuardedAsync(HttpContext context, Func<HttpContext, Task> handle)
    {
        if (!TryTakeCall())
        {
            // Who is throttled is not told for how long.
            await SandboxJson.WriteAsync(context, 429, new JsonObject
            {
                ["errors"] = new JsonArray(new JsonObject { ["code"] = "too-many-requests", ["message"] = "Too many requests" }),
            }).ConfigureAwait(false);
        }
        else if (!context.Request.Headers.UserAgent.ToString().StartsWith("BM-", StringComparison.Ordinal))
        {
            context.Response.Headers["CF-RAY"] = "8f0000000000cdg";
            await SandboxJson.WriteAsync(context, 403, new JsonObject
            {
                ["errors"] = new JsonArray(new JsonObject { ["code"] = "bot-need-challenge", ["message"] = "Please complete the challenge." }),
            }).ConfigureAwait(false);
        }
        else if (context.Request.Headers.Authorization != "Basic " + Token)
        {
            await ErrorAsync(context, 401, "unauthorized", "Invalid token").ConfigureAwait(false);
        }
        else
        {
            await handle(context).ConfigureAwait(false);
        }
    }

    private T Look<T>(Func<T> look)
    {
        lock (Gate)
        {
            Work();
            return look();
        }
    }

    private void Change(string id, Action<BackMarketState> change)
    {
        lock (Gate)
        {
            var order = _byId[long.Parse(id, CultureInfo.InvariantCulture)];
            change(order);
            order.UpdatedAt = Clock.GetUtcNow();
        }
    }

    private void Work()
    {
        TakeArrivals();

        // Who does not accept in time has no order any more.
        while (_toAccept.TryPeek(out var oldest) && oldest.CreatedAt + AcceptTime <= Clock.GetUtcNow())
        {
            _toAccept.Dequeue();
            foreach (var line in oldest.Lines.Where(static line => line.State == 1))
            {
                line.State = 4;
                oldest.UpdatedAt = Clock.GetUtcNow();
            }
        }
    }

    private static (int Page, int Size) PageOf(HttpContext context, int size)
    {
        var page = int.TryParse(context.Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Max(number, 1) : 1;
        return (page, int.TryParse(context.Request.Query["page-size"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? Math.Clamp(given, 1, MaxPage) : size);
    }

    /// <summary>Writes a page as Back Market does: the next one is named by an address of its own host, without the filters.</summary>
    private static JsonObject Page(HttpContext context, IReadOnlyList<JsonObject> results, int total, int page, int size) => new()
    {
        ["count"] = total,
        ["next"] = page * size < total ? $"https://www.backmarket.example{context.Request.Path}?page={page + 1}" : null,
        ["previous"] = page > 1 ? $"https://www.backmarket.example{context.Request.Path}?page={page - 1}" : null,
        ["results"] = new JsonArray([.. results]),
    };
}
