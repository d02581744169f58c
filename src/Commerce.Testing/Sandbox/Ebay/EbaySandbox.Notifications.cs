using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

public sealed partial class EbaySandbox
{
    private static readonly string[] Topics = ["MARKETPLACE_ACCOUNT_DELETION", "AUTHORIZATION_REVOCATION", "ITEM_AVAILABILITY"];

    private readonly ECParameters _pushKey = NewKey();
    private readonly List<(string Id, string Endpoint)> _destinations = [];
    private readonly List<(string Id, string Topic, string Destination, string Status)> _subscriptions = [];
    private string? _alertEmail;
    private int _pushed;

    /// <summary>Gets or sets the seller's endpoint: it is called with the challenge and with tests; when there is none, every challenge counts as answered.</summary>
    public Func<WebhookRequest, Task<WebhookAnswer?>>? Endpoint { get; set; }

    /// <summary>Gets the id of the key that signs notifications.</summary>
    public string PushKeyId { get; } = "5b2a4c1e-0000-4000-8000-000000000001";

    /// <summary>Makes a notification as eBay would send it now, signed.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="data">What it tells, as JSON.</param>
    /// <returns>The call.</returns>
    public WebhookRequest Push(string topic, string data)
    {
        lock (Gate)
        {
            var now = Time(Clock.GetUtcNow());
            var body = Encoding.UTF8.GetBytes(new JsonObject
            {
                ["metadata"] = new JsonObject { ["topic"] = topic, ["schemaVersion"] = "1.0", ["deprecated"] = false },
                ["notification"] = new JsonObject
                {
                    ["notificationId"] = string.Create(CultureInfo.InvariantCulture, $"sandbox-{++_pushed}"),
                    ["eventDate"] = now,
                    ["publishDate"] = now,
                    ["publishAttemptCount"] = 1,
                    ["data"] = JsonNode.Parse(data),
                },
            }.ToJsonString());
            using var key = ECDsa.Create(_pushKey);
            var header = new JsonObject
            {
                ["alg"] = "ecdsa",
                ["kid"] = PushKeyId,
                ["signature"] = Convert.ToBase64String(key.SignData(body, HashAlgorithmName.SHA1, DSASignatureFormat.Rfc3279DerSequence)),
                ["digest"] = "SHA1",
            };
            return new WebhookRequest(body, [new("X-EBAY-SIGNATURE", Convert.ToBase64String(Encoding.UTF8.GetBytes(header.ToJsonString())))]);
        }
    }

    private static ECParameters NewKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportParameters(includePrivateParameters: true);
    }

    private static bool IsOfUsers(string topic) => topic == "ITEM_AVAILABILITY";

    // A subscription is its owner's: the other token neither sees nor changes it.
    private static bool IsOwner(HttpContext context, string topic) => context.Items[IsUserCall] is bool isUser && isUser == IsOfUsers(topic);

    private static Task NotificationErrorAsync(HttpContext context, int status, int id, string message) => ErrorAsync(context, status, id, message, "API_NOTIFICATION");

    private void MapNotifications(IEndpointRouteBuilder routes)
    {
        Map("GET", "public_key/{id}", "public-key", false, PublicKeyAsync);
        Map("GET", "topic/{id}", "find-topic", false, TopicAsync);
        Map("PUT", "config", "put-config", false, ConfigAsync);
        Map("GET", "destination", "list-destinations", false, ListDestinationsAsync);
        Map("POST", "destination", "create-destination", false, CreateDestinationAsync);
        Map("GET", "subscription", "list-subscriptions", null, ListSubscriptionsAsync);
        Map("POST", "subscription", "create-subscription", null, CreateSubscriptionAsync);
        Map("POST", "subscription/{id}/enable", "enable-subscription", null, context => MoveSubscription(context, "ENABLED"));
        Map("DELETE", "subscription/{id}", "delete-subscription", null, context => MoveSubscription(context, null));
        Map("POST", "subscription/{id}/test", "test-subscription", null, TestSubscriptionAsync);

        void Map(string method, string path, string operation, bool? needsUser, Func<HttpContext, Task> handle) =>
            Operation(routes, method, "commerce/notification/v1/" + path, operation, context => GuardedAsync(context, "Bearer", needsUser, handle));
    }

    private Task PublicKeyAsync(HttpContext context)
    {
        if (context.Request.RouteValues["id"]?.ToString() != PushKeyId)
        {
            return NotificationErrorAsync(context, 404, 195001, "The public key is not found.");
        }

        using var key = ECDsa.Create(_pushKey);
        return SandboxJson.WriteAsync(context, 200, new JsonObject
        {
            ["key"] = $"-----BEGIN PUBLIC KEY-----{Convert.ToBase64String(key.ExportSubjectPublicKeyInfo())}-----END PUBLIC KEY-----",
            ["algorithm"] = "ECDSA",
            ["digest"] = "SHA1",
        });
    }

    private static Task TopicAsync(HttpContext context)
    {
        var topic = context.Request.RouteValues["id"]?.ToString();
        return !Topics.Contains(topic)
            ? NotificationErrorAsync(context, 404, 195010, "The topic is not found.")
            : SandboxJson.WriteAsync(context, 200, new JsonObject
            {
                ["topicId"] = topic,
                ["status"] = "ENABLED",
                ["scope"] = IsOfUsers(topic!) ? "USER" : "APPLICATION",
                ["supportedPayloads"] = new JsonArray(new JsonObject { ["schemaVersion"] = "1.0", ["format"] = new JsonArray("JSON"), ["deliveryProtocol"] = "HTTPS", ["deprecated"] = false }),
            });
    }

    private async Task ConfigAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        lock (Gate)
        {
            _alertEmail = body.At("alertEmail").Text();
        }

        await DoneAsync(context, 204).ConfigureAwait(false);
    }

    private Task ListDestinationsAsync(HttpContext context)
    {
        lock (Gate)
        {
            return SandboxJson.WriteAsync(context, 200, new JsonObject
            {
                ["total"] = _destinations.Count,
                ["limit"] = 100,
                ["destinations"] = new JsonArray([.. _destinations.Select(static known => (JsonNode)new JsonObject
                {
                    ["destinationId"] = known.Id, ["name"] = "commerce", ["status"] = "ENABLED", ["deliveryConfig"] = new JsonObject { ["endpoint"] = known.Endpoint },
                })]),
            });
        }
    }

    private async Task CreateDestinationAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        var (endpoint, token) = (body.At("deliveryConfig", "endpoint").Text(), body.At("deliveryConfig", "verificationToken").Text());
        if (string.IsNullOrEmpty(_alertEmail))
        {
            await NotificationErrorAsync(context, 409, 195003, "Please provide configurations required for notifications. See /config endpoint.").ConfigureAwait(false);
            return;
        }

        if (!endpoint.StartsWith("https://", StringComparison.Ordinal) || token.Length is < 32 or > 80)
        {
            await NotificationErrorAsync(context, 400, 195018, "The endpoint or the verification token is not valid.").ConfigureAwait(false);
            return;
        }

        if (Endpoint is { } call)
        {
            var code = Guid.NewGuid().ToString();
            var answer = await call(new WebhookRequest(default, [], "GET", new Uri($"{endpoint}?challenge_code={code}"))).ConfigureAwait(false);
            var expected = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code + token + endpoint)));
            if (answer is not { Status: 200 } || JsonNode.Parse(answer.Body.Span).At("challengeResponse").Text() != expected)
            {
                await NotificationErrorAsync(context, 400, 195020, "Challenge verification failed for the endpoint.").ConfigureAwait(false);
                return;
            }
        }

        string? id = null;
        lock (Gate)
        {
            if (!_destinations.Exists(known => known.Endpoint == endpoint))
            {
                id = string.Create(CultureInfo.InvariantCulture, $"destination-{_destinations.Count + 1}");
                _destinations.Add((id, endpoint));
            }
        }

        if (id is null)
        {
            await NotificationErrorAsync(context, 409, 195021, "A destination with this endpoint exists.").ConfigureAwait(false);
            return;
        }

        context.Response.Headers.Location = $"https://api.ebay.com/commerce/notification/v1/destination/{id}";
        await DoneAsync(context, 201).ConfigureAwait(false);
    }

    private Task ListSubscriptionsAsync(HttpContext context)
    {
        lock (Gate)
        {
            var own = _subscriptions.FindAll(known => IsOwner(context, known.Topic));
            return SandboxJson.WriteAsync(context, 200, new JsonObject
            {
                ["total"] = own.Count,
                ["limit"] = 100,
                ["subscriptions"] = new JsonArray([.. own.Select(static known => (JsonNode)new JsonObject
                {
                    ["subscriptionId"] = known.Id, ["topicId"] = known.Topic, ["status"] = known.Status, ["destinationId"] = known.Destination,
                })]),
            });
        }
    }

    private async Task CreateSubscriptionAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        var (topic, destination) = (body.At("topicId").Text(), body.At("destinationId").Text());
        Task answer;
        lock (Gate)
        {
            if (!Topics.Contains(topic) || !_destinations.Exists(known => known.Id == destination) || body.At("payload", "deliveryProtocol").Text() != "HTTPS")
            {
                answer = NotificationErrorAsync(context, 400, 195027, "Invalid or missing topic id, destination or payload.");
            }
            else if (!IsOwner(context, topic))
            {
                answer = NotificationErrorAsync(context, 403, 195011, "Not authorized for this topic.");
            }
            else if (_subscriptions.Exists(known => known.Topic == topic))
            {
                answer = NotificationErrorAsync(context, 409, 195012, "A subscription to this topic exists.");
            }
            else
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"subscription-{++_pushed}");
                _subscriptions.Add((id, topic, destination, "ENABLED"));
                context.Response.Headers.Location = $"https://api.ebay.com/commerce/notification/v1/subscription/{id}";
                answer = DoneAsync(context, 201);
            }
        }

        await answer.ConfigureAwait(false);
    }

    private Task MoveSubscription(HttpContext context, string? status)
    {
        lock (Gate)
        {
            var index = _subscriptions.FindIndex(known => known.Id == context.Request.RouteValues["id"]?.ToString() && IsOwner(context, known.Topic));
            if (index < 0)
            {
                return NotificationErrorAsync(context, 404, 195013, "The subscription is not found.");
            }

            if (status is null)
            {
                _subscriptions.RemoveAt(index);
            }
            else
            {
                _subscriptions[index] = _subscriptions[index] with { Status = status };
            }

            return DoneAsync(context, 204);
        }
    }

    private async Task TestSubscriptionAsync(HttpContext context)
    {
        string? topic;
        lock (Gate)
        {
            topic = _subscriptions.Find(known => known.Id == context.Request.RouteValues["id"]?.ToString() && IsOwner(context, known.Topic)).Topic;
        }

        if (topic is null)
        {
            await NotificationErrorAsync(context, 404, 195013, "The subscription is not found.").ConfigureAwait(false);
            return;
        }

        if (Endpoint is { } call)
        {
            await call(Push(topic, """{"username":"test_user","userId":"ma8vp1jySJC"}""")).ConfigureAwait(false);
        }

        await DoneAsync(context, 202).ConfigureAwait(false);
    }
}
