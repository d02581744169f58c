using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Commerce.Testing.Sandbox;

public sealed partial class EbaySandbox
{
    // What comes before the 32 bytes of a private Ed25519 key in PKCS#8.
    private static readonly byte[] Ed25519Prefix = Convert.FromHexString("302e020100300506032b657004220420");

    private readonly Dictionary<string, (bool IsRsa, byte[] PublicKey)> _signingKeys = new(StringComparer.Ordinal);
    private readonly List<(string Id, EbayOrderState Order, DateTimeOffset At, string Status, int Revision)> _disputes = [];
    private readonly Dictionary<string, DateTimeOffset> _reports = new(StringComparer.Ordinal);

    /// <summary>Gets or sets a value indicating whether the seller lives in the EU or the UK, so that what pays money back must be signed.</summary>
    public bool RequiresSignatures { get; set; }

    /// <summary>Makes a signing key as a developer would in advance.</summary>
    /// <param name="isRsa">RSA, or Ed25519.</param>
    /// <returns>What goes into the client's options.</returns>
    public (string Jwe, string PrivateKey) CreateSigningKey(bool isRsa)
    {
        byte[] secret, open;
        if (isRsa)
        {
            using var rsa = RSA.Create(2048);
            (secret, open) = (rsa.ExportPkcs8PrivateKey(), rsa.ExportSubjectPublicKeyInfo());
        }
        else
        {
            var seed = RandomNumberGenerator.GetBytes(Ed25519.SecretKeySize);
            open = new byte[Ed25519.PublicKeySize];
            Ed25519.GeneratePublicKey(seed, 0, open, 0);
            secret = [.. Ed25519Prefix, .. seed];
        }

        lock (Gate)
        {
            var jwe = string.Create(CultureInfo.InvariantCulture, $"sandbox.jwe.{_signingKeys.Count + 1}");
            _signingKeys[jwe] = (isRsa, open);
            return (jwe, Convert.ToBase64String(secret));
        }
    }

    /// <summary>Lets the buyer of an order dispute the payment at their bank.</summary>
    /// <param name="orderId">The order.</param>
    /// <returns>The dispute's key.</returns>
    public string BuyerDisputesPayment(string orderId)
    {
        lock (Gate)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"83{_disputes.Count + 1:D8}");
            _disputes.Add((id, _byId[orderId], Clock.GetUtcNow(), "ACTION_NEEDED", 1));
            return id;
        }
    }

    private void MapDeveloper(IEndpointRouteBuilder routes)
    {
        Operation(routes, "POST", "developer/key_management/v1/signing_key", "create-signing-key", context => ApplicationAsync(context, CreateSigningKeyAsync));
        Operation(routes, "GET", "developer/analytics/v1_beta/rate_limit", "read-quotas", context => ApplicationAsync(context, QuotasAsync));
        Operation(routes, "GET", "sell/fulfillment/v1/payment_dispute_summary", "list-disputes", context => UserAsync(context, ListDisputesAsync));
        Operation(routes, "GET", "sell/fulfillment/v1/payment_dispute/{id}", "find-dispute", context => UserAsync(context, FindDisputeAsync));
        Operation(routes, "POST", "sell/fulfillment/v1/payment_dispute/{id}/accept", "answer-dispute", context => UserAsync(context, inner => AnswerDisputeAsync(inner, "CLOSED")));
        Operation(routes, "POST", "sell/fulfillment/v1/payment_dispute/{id}/contest", "answer-dispute", context => UserAsync(context, inner => AnswerDisputeAsync(inner, "OPEN")));
        Operation(routes, "POST", "sell/feed/v1/inventory_task", "request-report", context => UserAsync(context, RequestReportAsync));
        Operation(routes, "GET", "sell/feed/v1/inventory_task/{id}", "get-report", context => UserAsync(context, inner => ReportAsync(inner, isFile: false)));
        Operation(routes, "GET", "sell/feed/v1/task/{id}/download_result_file", "download-report", context => UserAsync(context, inner => ReportAsync(inner, isFile: true)));
    }

    /// <summary>Checks the signature of a call about money over the bytes that arrived, then reads them.</summary>
    private async Task SignedAsync(HttpContext context, Func<HttpContext, JsonObject?, Task> handle)
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted).ConfigureAwait(false);
        var body = buffer.ToArray();
        if (RequiresSignatures && !IsSigned(context.Request, body))
        {
            await ErrorAsync(context, 400, 215122, "Signature validation failed to fulfill the request.", "ACCESS").ConfigureAwait(false);
            return;
        }

        await handle(context, Read(body)).ConfigureAwait(false);

        static JsonObject? Read(byte[] body)
        {
            try
            {
                return body.Length == 0 ? null : JsonNode.Parse(body) as JsonObject;
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }

    private bool IsSigned(HttpRequest request, byte[] body)
    {
        var (jwe, input, signature, digest) = (
            request.Headers["x-ebay-signature-key"].ToString(), request.Headers["Signature-Input"].ToString(),
            request.Headers["Signature"].ToString(), request.Headers["Content-Digest"].ToString());
        (bool IsRsa, byte[] PublicKey) key;
        lock (Gate)
        {
            if (!_signingKeys.TryGetValue(jwe, out key))
            {
                return false;
            }
        }

        var covered = (body.Length > 0 ? "\"content-digest\" " : "") + "\"x-ebay-signature-key\" \"@method\" \"@path\" \"@authority\"";
        if (!input.StartsWith($"sig1=({covered});created=", StringComparison.Ordinal)
            || !long.TryParse(input[(input.LastIndexOf('=') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var created)
            || (DateTimeOffset.FromUnixTimeSeconds(created) - Clock.GetUtcNow()).Duration() > TimeSpan.FromMinutes(5)
            || (body.Length > 0 && digest != $"sha-256=:{Convert.ToBase64String(SHA256.HashData(body))}:")
            || signature is not ['s', 'i', 'g', '1', '=', ':', .., ':'])
        {
            return false;
        }

        var text = Encoding.UTF8.GetBytes(
            (body.Length > 0 ? $"\"content-digest\": {digest}\n" : "")
            + $"\"x-ebay-signature-key\": {jwe}\n\"@method\": {request.Method}\n\"@path\": {request.Path}\n\"@authority\": {request.Host}\n\"@signature-params\": {input[5..]}");
        var given = Convert.FromBase64String(signature[6..^1]);
        if (!key.IsRsa)
        {
            return given.Length == Ed25519.SignatureSize && Ed25519.Verify(given, 0, key.PublicKey, 0, text, 0, text.Length);
        }

        using var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(key.PublicKey, out _);
        return rsa.VerifyData(text, given, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private async Task CreateSigningKeyAsync(HttpContext context)
    {
        var cipher = (await SandboxJson.ReadAsync(context).ConfigureAwait(false)).At("signingKeyCipher").Text();
        if (cipher is not ("RSA" or "ED25519"))
        {
            await ErrorAsync(context, 400, 210001, "The cipher is not valid.", "API_KEY_MANAGEMENT").ConfigureAwait(false);
            return;
        }

        var (jwe, secret) = CreateSigningKey(cipher == "RSA");
        var now = Clock.GetUtcNow();
        await SandboxJson.WriteAsync(context, 200, new JsonObject
        {
            ["signingKeyId"] = "sandbox-key-" + jwe.Split('.')[^1],
            ["signingKeyCipher"] = cipher,
            ["jwe"] = jwe,
            ["privateKey"] = secret,
            ["creationTime"] = now.ToUnixTimeSeconds(),
            ["expirationTime"] = now.AddYears(3).ToUnixTimeSeconds(),
        }).ConfigureAwait(false);
    }

    private Task QuotasAsync(HttpContext context) => SandboxJson.WriteAsync(context, 200, new JsonObject
    {
        ["rateLimits"] = new JsonArray(new JsonObject
        {
            ["apiContext"] = "sell",
            ["apiName"] = "Inventory",
            ["apiVersion"] = "v1",
            ["resources"] = new JsonArray(new JsonObject
            {
                ["name"] = "sell.inventory",
                ["rates"] = new JsonArray(new JsonObject { ["limit"] = 2_000_000, ["remaining"] = 1_999_000, ["reset"] = Time(Clock.GetUtcNow().AddHours(6)), ["timeWindow"] = 86_400 }),
            }),
        }),
    });

    private static JsonObject Dispute((string Id, EbayOrderState Order, DateTimeOffset At, string Status, int Revision) dispute) => new()
    {
        ["paymentDisputeId"] = dispute.Id,
        ["orderId"] = dispute.Order.Id,
        ["paymentDisputeStatus"] = dispute.Status,
        ["reason"] = "ITEM_NOT_RECEIVED",
        ["amount"] = EbayOrderState.Money(dispute.Order.Total),
        ["buyerUsername"] = dispute.Order.Buyer,
        ["openDate"] = Time(dispute.At),
        ["respondByDate"] = Time(dispute.At.AddDays(5)),
    };

    private Task ListDisputesAsync(HttpContext context)
    {
        lock (Gate)
        {
            var page = Page(context, "paymentDisputeSummaries", [.. _disputes.Select(static known => Dispute(known))]);
            page.Remove("paginationOutput");
            return SandboxJson.WriteAsync(context, 200, page);
        }
    }

    private Task FindDisputeAsync(HttpContext context)
    {
        lock (Gate)
        {
            var found = _disputes.Find(known => known.Id == context.Request.RouteValues["id"]?.ToString());
            if (found.Id is null)
            {
                return ErrorAsync(context, 404, 33010, "The payment dispute is not found.");
            }

            var answer = Dispute(found);
            answer["revision"] = found.Revision;
            answer["availableChoices"] = found.Status == "ACTION_NEEDED" ? new JsonArray("ACCEPT", "CONTEST") : [];
            return SandboxJson.WriteAsync(context, 200, answer);
        }
    }

    private async Task AnswerDisputeAsync(HttpContext context, string status)
    {
        var revision = Number((await SandboxJson.ReadAsync(context).ConfigureAwait(false)).At("revision").Text(), 0);
        Task answer;
        lock (Gate)
        {
            var index = _disputes.FindIndex(known => known.Id == context.Request.RouteValues["id"]?.ToString());
            if (index < 0 || _disputes[index].Status != "ACTION_NEEDED" || _disputes[index].Revision != revision)
            {
                answer = ErrorAsync(context, index < 0 ? 404 : 409, 33015, "The payment dispute does not allow this.");
            }
            else
            {
                _disputes[index] = _disputes[index] with { Status = status, Revision = revision + 1 };
                answer = DoneAsync(context, 204);
            }
        }

        await answer.ConfigureAwait(false);
    }

    private async Task RequestReportAsync(HttpContext context)
    {
        var type = (await SandboxJson.ReadAsync(context).ConfigureAwait(false)).At("feedType").Text();
        if (type != "LMS_ACTIVE_INVENTORY_REPORT")
        {
            await ErrorAsync(context, 400, 160011, "The feed type is not valid.", "API_FEED").ConfigureAwait(false);
            return;
        }

        string id;
        lock (Gate)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"task-1-{_reports.Count + 1}");
            _reports[id] = Clock.GetUtcNow() + WorkTime;
        }

        context.Response.Headers.Location = $"https://api.ebay.com/sell/feed/v1/inventory_task/{id}";
        await DoneAsync(context, 202).ConfigureAwait(false);
    }

    private async Task ReportAsync(HttpContext context, bool isFile)
    {
        var id = context.Request.RouteValues["id"]?.ToString() ?? "";
        bool isKnown, isDone;
        lock (Gate)
        {
            isKnown = _reports.TryGetValue(id, out var at);
            isDone = at <= Clock.GetUtcNow();
        }

        if (!isKnown || (isFile && !isDone))
        {
            await ErrorAsync(context, 404, 160015, "The task or its file is not found.", "API_FEED").ConfigureAwait(false);
        }
        else if (isFile)
        {
            context.Response.ContentType = "application/octet-stream";
            await context.Response.Body.WriteAsync("<BulkDataExchangeResponses/>"u8.ToArray(), context.RequestAborted).ConfigureAwait(false);
        }
        else
        {
            await SandboxJson.WriteAsync(context, 200, new JsonObject { ["taskId"] = id, ["status"] = isDone ? "COMPLETED" : "IN_PROCESS", ["feedType"] = "LMS_ACTIVE_INVENTORY_REPORT" }).ConfigureAwait(false);
        }
    }
}
