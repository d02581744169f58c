using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <summary>
/// Amazon's Selling Partner API for one seller at amazon.fr: tokens that expire, orders that are shipped in parcels, listings, feeds that take
/// their time and refuse some items, messages, queues, reports, returns. All data is invented.
/// </summary>
public sealed partial class AmazonSandbox : MarketplaceSandbox
{
    private const string SellerScope = "";
    private const string NotificationScope = "sellingpartnerapi::notifications";

    private readonly Dictionary<string, (string Scope, DateTimeOffset Until)> _tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SandboxBucket> _buckets = new(StringComparer.Ordinal);
    private int _counter;

    internal AmazonSandbox(TimeProvider clock)
        : base("amazon", clock, 10_000, TimeSpan.FromSeconds(10))
    {
    }

    /// <summary>Gets the client id that it accepts.</summary>
    public string ClientId { get; } = "amzn1.application-oa2-client.sandbox";

    /// <summary>Gets the client secret that it accepts.</summary>
    public string ClientSecret { get; } = "amazon-sandbox-secret";

    /// <summary>Gets the refresh token that it accepts.</summary>
    public string RefreshToken { get; } = "Atzr|amazon-sandbox-refresh";

    /// <summary>Gets the seller's merchant token.</summary>
    public string SellerId { get; } = "A1SANDBOXSELLER";

    /// <summary>Gets the key of the one store: amazon.fr.</summary>
    public string MarketplaceId { get; } = "A13V1IB3VIYZZH";

    /// <summary>Gets or sets how long a token lives.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Gets or sets a value indicating whether Amazon's own rate of every operation is kept, not only the general limit.</summary>
    public bool KeepsRates { get; set; }

    /// <summary>Gets how many tokens it gave out.</summary>
    public int TokensIssued { get; private set; }

    /// <summary>Lets every token expire at once.</summary>
    public void ExpireTokens()
    {
        lock (Gate)
        {
            foreach (var (token, entry) in _tokens.ToList())
            {
                _tokens[token] = (entry.Scope, DateTimeOffset.MinValue);
            }
        }
    }

    /// <inheritdoc/>
    public override void FinishEverything()
    {
        lock (Gate)
        {
            TakeArrivals();
            foreach (var feed in _feeds.Values)
            {
                Finish(feed);
            }

            foreach (var report in _reports.Values)
            {
                report.ReadyAt = DateTimeOffset.MinValue;
            }
        }
    }

    internal override void Map(IEndpointRouteBuilder routes)
    {
        Operation(routes, "POST", "auth/o2/token", "token", TokenAsync);
        MapOrders(routes);
        MapListings(routes);
        MapFeeds(routes);
        MapMessages(routes);
        MapNotifications(routes);
        MapReports(routes);
    }

    private static Task ErrorAsync(HttpContext context, int status, string code, string message, string details = "") => SandboxJson.WriteAsync(
        context,
        status,
        new JsonObject { ["errors"] = new JsonArray(new JsonObject { ["code"] = code, ["message"] = message, ["details"] = details }) });

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static string Route(HttpContext context, string name) => context.Request.RouteValues[name]?.ToString() ?? "";

    private string NextId(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{++_counter}");

    /// <summary>Maps an operation behind the door: its rate, and a token of the right kind.</summary>
    private void Guarded(
        IEndpointRouteBuilder routes, string method, string pattern, string operation, double rate, int burst, RequestDelegate handle, string scope = SellerScope) =>
        Operation(routes, method, pattern, operation, async context =>
        {
            context.Response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
            if (!TryTake(operation, rate, burst))
            {
                await ErrorAsync(context, 429, "QuotaExceeded", "You exceeded your quota for the requested resource.").ConfigureAwait(false);
                return;
            }

            context.Response.Headers["x-amzn-RateLimit-Limit"] = rate.ToString(CultureInfo.InvariantCulture);
            if (Refusal(context, scope) is { } details)
            {
                await ErrorAsync(context, 403, "Unauthorized", "Access to requested resource is denied.", details).ConfigureAwait(false);
                return;
            }

            await handle(context).ConfigureAwait(false);
        });

    private bool TryTake(string operation, double rate, int burst)
    {
        if (!TryTakeCall())
        {
            return false;
        }

        if (!KeepsRates)
        {
            return true;
        }

        lock (Gate)
        {
            if (!_buckets.TryGetValue(operation, out var bucket))
            {
                _buckets[operation] = bucket = new SandboxBucket(burst, TimeSpan.FromSeconds(burst / rate), Clock);
            }

            return bucket.TryTake();
        }
    }

    private string? Refusal(HttpContext context, string scope)
    {
        lock (Gate)
        {
            var token = context.Request.Headers["x-amz-access-token"].ToString();
            return token.Length == 0 ? "Access token is missing in the request header."
                : !_tokens.TryGetValue(token, out var known) ? "The access token you provided is revoked, malformed or invalid."
                : known.Until <= Clock.GetUtcNow() ? "The access token you provided has expired."
                : known.Scope != scope ? "The access type of the application does not allow this operation."
                : null;
        }
    }

    private async Task TokenAsync(HttpContext context)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false) : FormCollection.Empty;
        var grant = form["grant_type"].ToString();
        var scope = form["scope"].ToString();
        var problem = form["client_id"] != ClientId || form["client_secret"] != ClientSecret ? ("invalid_client", "Client authentication failed")
            : grant == "refresh_token" && form["refresh_token"] != RefreshToken ? ("invalid_grant", "The request has an invalid grant parameter : refresh_token")
            : grant is not ("refresh_token" or "client_credentials") || (grant == "client_credentials" && scope.Length == 0) ? ("unsupported_grant_type", "The grant is not supported")
            : ((string, string)?)null;
        if (problem is var (code, message))
        {
            await SandboxJson.WriteAsync(context, 400, new JsonObject { ["error"] = code, ["error_description"] = message }).ConfigureAwait(false);
            return;
        }

        string token;
        lock (Gate)
        {
            TokensIssued++;
            token = NextId("Atza|sandbox-");
            _tokens[token] = (grant == "refresh_token" ? SellerScope : scope, Clock.GetUtcNow() + TokenLifetime);
        }

        await SandboxJson.WriteAsync(context, 200, new JsonObject
        {
            ["access_token"] = token,
            ["refresh_token"] = RefreshToken,
            ["token_type"] = "bearer",
            ["expires_in"] = (int)TokenLifetime.TotalSeconds,
        }).ConfigureAwait(false);
    }
}
