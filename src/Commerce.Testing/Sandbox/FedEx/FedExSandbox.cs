using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <summary>
/// FedEx: OAuth tokens that expire, rates and transit times, shipments and returns with labels, tracking by number and by
/// reference, cancelling, proof of delivery, pickups, locations, addresses, documents and the end of day. Prices and travel times are invented.
/// </summary>
public sealed partial class FedExSandbox : LimitedSandboxVendor
{
    private readonly Dictionary<string, DateTimeOffset> _tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FedExShipment> _shipments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _pickups = new(StringComparer.Ordinal);
    private readonly HashSet<string> _documents = new(StringComparer.Ordinal);
    private int _tokenCount;
    private int _packageCount;

    internal FedExSandbox(TimeProvider clock)
        : base("fedex", clock, 1400, TimeSpan.FromSeconds(10))
    {
    }

    /// <summary>Gets the API key that it accepts.</summary>
    public string ClientId { get; } = "fedex-sandbox-key";

    /// <summary>Gets the secret key that it accepts.</summary>
    public string ClientSecret { get; } = "fedex-sandbox-secret";

    /// <summary>Gets the account number that it accepts: nine digits.</summary>
    public string AccountNumber { get; } = "700257037";

    /// <summary>Gets or sets how long a token lives; the default is an hour.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromSeconds(3600);

    /// <summary>Gets how many tokens it gave out.</summary>
    public int TokensIssued => _tokenCount;

    /// <summary>Gets the numbers of the shipments that were bought and not cancelled, in order.</summary>
    public IReadOnlyList<string> LiveShipments
    {
        get
        {
            lock (Gate)
            {
                return [.. _shipments.Values.Where(shipment => !shipment.IsCancelled).Select(shipment => shipment.Id)];
            }
        }
    }

    /// <summary>Forgets every token, as FedEx does when a secret is changed.</summary>
    public void RevokeTokens()
    {
        lock (Gate)
        {
            _tokens.Clear();
        }
    }

    internal override void Map(IEndpointRouteBuilder routes)
    {
        Operation(routes, "POST", "oauth/token", "token", TokenAsync);
        Guarded("POST", "rate/v1/rates/quotes", "rate", RateAsync);
        Guarded("POST", "availability/v1/transittimes", "transit-times", TransitAsync);
        Guarded("POST", "ship/v1/shipments", "ship", ShipAsync);
        Guarded("POST", "ship/v1/shipments/packages/validate", "ship-validate", ValidateAsync);
        Guarded("PUT", "ship/v1/shipments/cancel", "void", CancelAsync);
        Guarded("PUT", "ship/v1/endofday", "ground-close", CloseAsync);
        Guarded("POST", "ship/v1/endofday", "ground-close-reprint", CloseAsync);
        Guarded("POST", "track/v1/trackingnumbers", "track", TrackAsync);
        Guarded("POST", "track/v1/referencenumbers", "track-reference", TrackReferenceAsync);
        Guarded("POST", "track/v1/trackingdocuments", "proof-of-delivery", ProofAsync);
        Guarded("POST", "pickup/v1/pickups", "pickup", PickupAsync);
        Guarded("PUT", "pickup/v1/pickups/cancel", "pickup-cancel", CancelPickupAsync);
        Guarded("POST", "pickup/v1/pickups/availabilities", "pickup-availability", CalendarAsync);
        Guarded("POST", "location/v1/locations", "locations", LocationsAsync);
        Guarded("POST", "address/v1/addresses/resolve", "address-validation", AddressAsync);
        Guarded("POST", "documents/v1/etds/upload", "trade-document", UploadAsync);

        void Guarded(string method, string pattern, string operation, Func<HttpContext, Task> handle) =>
            Operation(routes, method, pattern, operation, context => GuardAsync(context, handle));
    }

    private static Task ErrorAsync(HttpContext context, int status, string code, string message) => SandboxJson.WriteAsync(context, status, new JsonObject
    {
        ["transactionId"] = "sandbox",
        ["errors"] = new JsonArray(new JsonObject { ["code"] = code, ["message"] = message }),
    });

    private static Task OutputAsync(HttpContext context, JsonObject output, int status = 200) =>
        SandboxJson.WriteAsync(context, status, new JsonObject { ["transactionId"] = "sandbox", ["output"] = output });

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode> make) => new([.. items.Select(make)]);

    private async Task GuardAsync(HttpContext context, Func<HttpContext, Task> handle)
    {
        if (!TryTakeCall())
        {
            await ErrorAsync(context, 429, "RATE.LIMIT.EXCEEDED", "Too many requests.").ConfigureAwait(false);
            return;
        }

        var header = context.Request.Headers.Authorization.ToString();
        bool alive;
        lock (Gate)
        {
            alive = header.StartsWith("Bearer ", StringComparison.Ordinal)
                && _tokens.TryGetValue(header[7..], out var end) && end > Clock.GetUtcNow();
        }

        await (alive
            ? handle(context)
            : ErrorAsync(context, 401, "NOT.AUTHORIZED.ERROR", "Access token expired. Please modify your request and try again.")).ConfigureAwait(false);
    }

    private async Task TokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        if (form["grant_type"] != "client_credentials" || form["client_id"] != ClientId || form["client_secret"] != ClientSecret)
        {
            await ErrorAsync(context, 401, "NOT.AUTHORIZED.ERROR", "The given client credentials were not valid.").ConfigureAwait(false);
            return;
        }

        string token;
        lock (Gate)
        {
            token = string.Create(CultureInfo.InvariantCulture, $"fedex-token-{++_tokenCount}");
            _tokens[token] = Clock.GetUtcNow() + TokenLifetime;
        }

        await SandboxJson.WriteAsync(context, 200, new JsonObject
        {
            ["access_token"] = token, ["token_type"] = "bearer", ["expires_in"] = (int)TokenLifetime.TotalSeconds, ["scope"] = "CXS",
        }).ConfigureAwait(false);
    }

    private sealed record FedExShipment(
        string Id, IReadOnlyList<string> Packages, IReadOnlySet<string> References, bool IsGround, DateTimeOffset CreatedAt)
    {
        public bool IsCancelled { get; set; }
    }
}
