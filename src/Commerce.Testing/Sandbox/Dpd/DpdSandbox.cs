using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <summary>
/// DPD: the META-API with its login, and the companions EPrint, WebTrace, MyPudo and the Shipper Webservices, which all know the same parcels.
/// The faults of a second cancellation and the words of WebTrace's errors are invented, since DPD publishes none.
/// </summary>
public sealed partial class DpdSandbox : LimitedSandboxVendor
{
    private readonly List<DpdSandboxParcel> _parcels = [];
    private readonly Dictionary<string, DateTimeOffset> _tokens = [];
    private readonly List<string> _pickups = [];
    private int _tokenCount;
    private int _shipments;

    internal DpdSandbox(TimeProvider clock)
        : base("dpd", clock, 500, TimeSpan.FromSeconds(10))
    {
    }

    /// <summary>Gets the login of the META-API that it accepts.</summary>
    public string Login { get; } = "sandbox-login";

    /// <summary>Gets the password that it accepts, for all of DPD's services.</summary>
    public string Password { get; } = "sandbox-password";

    /// <summary>Gets the business unit that it plays.</summary>
    public string BusinessUnit { get; } = "038";

    /// <summary>Gets the account that it accepts.</summary>
    public string AccountNumber { get; } = "012345";

    /// <summary>Gets the agency that it accepts at EPrint and WebTrace; the customer number is the account's.</summary>
    public int CenterNumber { get; } = 75;

    /// <summary>Gets the user that it accepts at EPrint, and the one at the Shipper Webservices.</summary>
    public string User { get; } = "DELISID01";

    /// <summary>Gets the key that it accepts at MyPudo.</summary>
    public string PudoKey { get; } = "sandbox-pudo-key";

    /// <summary>Gets or sets how long tokens of the META-API live.</summary>
    /// <value>The default is 24 hours.</value>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Gets how many tokens the META-API gave.</summary>
    public int TokensIssued => _tokenCount;

    /// <summary>Gets the numbers of the parcels that were bought and not cancelled, joined for each shipment, in order.</summary>
    public IReadOnlyList<string> LiveShipments
    {
        get
        {
            lock (Gate)
            {
                return [.. _parcels.Where(parcel => !parcel.IsCancelled).GroupBy(parcel => parcel.Shipment).Select(group => string.Join('+', group.Select(parcel => parcel.Number)))];
            }
        }
    }

    /// <summary>Gets the references of the collections that were booked.</summary>
    public IReadOnlyList<string> Pickups
    {
        get
        {
            lock (Gate)
            {
                return [.. _pickups];
            }
        }
    }

    /// <summary>Forgets every token, as DPD does when another login asks with <c>force</c>.</summary>
    public void RevokeTokens()
    {
        lock (Gate)
        {
            _tokens.Clear();
        }
    }

    internal override void Map(IEndpointRouteBuilder routes)
    {
        Operation(routes, "POST", "shipping/v1/login", "token", LoginAsync);
        Operation(routes, "POST", "shipping/v1/shipment", "ship", context => GuardedAsync(context, ShipAsync));
        Operation(routes, "POST", "shipping/v1/label", "label", context => GuardedAsync(context, LabelAsync));
        Operation(routes, "POST", "shipping/v1/pickupscheduling", "pickup", context => GuardedAsync(context, PickupAsync));
        Operation(routes, "POST", "shipping/v1/colreq", "collect", context => GuardedAsync(context, CollectAsync));
        MapCompanions(routes);
    }

    private static Task ErrorAsync(HttpContext context, int status, string code, string message, string origin = "BU-API") => SandboxJson.WriteAsync(
        context, status, new JsonObject { ["errorCode"] = code, ["errorMessage"] = message, ["errorOrigin"] = origin, ["debugList"] = new JsonArray() });

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private async Task GuardedAsync(HttpContext context, Func<HttpContext, Task> handle)
    {
        if (!TryTakeCall())
        {
            context.Response.Headers.RetryAfter = "1";
            await ErrorAsync(context, 429, "COMMON_429", "Too many requests", "META-API").ConfigureAwait(false);
            return;
        }

        var header = context.Request.Headers.Authorization.ToString();
        bool alive;
        lock (Gate)
        {
            alive = header.StartsWith("Bearer ", StringComparison.Ordinal) && _tokens.TryGetValue(header[7..], out var end) && end > Clock.GetUtcNow();
        }

        if (!alive)
        {
            await ErrorAsync(context, 401, "COMMON_1", "Authentication information is missing or invalid", "META-API").ConfigureAwait(false);
            return;
        }

        await handle(context).ConfigureAwait(false);
    }

    private async Task LoginAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (headers["X-DPD-BUCODE"] != BusinessUnit || headers["X-DPD-LOGIN"] != Login || headers["X-DPD-PASSWORD"] != Password)
        {
            await ErrorAsync(context, 401, "COMMON_1", "Authentication information is missing or invalid", "META-API").ConfigureAwait(false);
            return;
        }

        lock (Gate)
        {
            var end = Clock.GetUtcNow() + TokenLifetime;
            var token = $"{Encode("{\"alg\":\"none\"}")}.{Encode($"{{\"jti\":{++_tokenCount},\"depot\":\"0380075\",\"exp\":{end.ToUnixTimeSeconds()}}}")}.";
            _tokens[token] = end;
            headers = context.Response.Headers;
            headers["X-DPD-TOKEN"] = token;
        }
    }

    private async Task PickupAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        if (body.At("customerInfos", "customerAccountNumber").Text() != AccountNumber)
        {
            await ErrorAsync(context, 400, "PICKUP_3", "Unknown customer account").ConfigureAwait(false);
            return;
        }

        var isKnownDay = DateOnly.TryParseExact(body.At("pickup", "date").Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day >= DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);
        string reference;
        lock (Gate)
        {
            reference = string.Create(CultureInfo.InvariantCulture, $"PU{_pickups.Count + 1:D8}");
            if (isKnownDay)
            {
                _pickups.Add(reference);
            }
        }

        await SandboxJson.WriteAsync(context, 200, new JsonObject
        {
            ["scheduledPickupResponse"] = new JsonArray(new JsonObject
            {
                ["pickupreference"] = isKnownDay ? reference : null,
                ["statusCode"] = isKnownDay ? "SUCCESS" : "ERROR",
                ["statusDescription"] = isKnownDay ? "Pickup scheduled successfully" : "The date is over",
            }),
        }).ConfigureAwait(false);
    }

    private async Task CollectAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        if (body.At("customer", "customerInfos", "customerAccountNumber").Text() != AccountNumber)
        {
            await ErrorAsync(context, 400, "COLREQ_3", "Unknown customer account").ConfigureAwait(false);
            return;
        }

        string number;
        int count;
        lock (Gate)
        {
            count = ++_shipments;
            number = Add(count, body.At("requestId").Text(), 1)[0];
        }

        await SandboxJson.WriteAsync(context, 200, new JsonObject
        {
            ["collectionId"] = string.Create(CultureInfo.InvariantCulture, $"COL-{count:D4}"),
            ["parcelId"] = number,
            ["statusList"] = new JsonArray(new JsonObject { ["code"] = "0", ["info"] = "OK", ["description"] = "Collection request created" }),
        }).ConfigureAwait(false);
    }

    private List<string> Add(int shipment, string reference, int count)
    {
        var numbers = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"07500{_parcels.Count + 1:D9}");
            _parcels.Add(new DpdSandboxParcel(number, shipment, reference, Clock.GetUtcNow()));
            numbers.Add(number);
        }

        return numbers;
    }

    private sealed record DpdSandboxParcel(string Number, int Shipment, string Reference, DateTimeOffset CreatedAt)
    {
        public bool IsCancelled { get; set; }
    }
}
