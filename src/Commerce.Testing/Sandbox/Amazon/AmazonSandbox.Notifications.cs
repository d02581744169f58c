using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

public sealed partial class AmazonSandbox
{
    private readonly Dictionary<string, (string Name, JsonObject Resource)> _queues = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Id, string Queue)> _subscriptions = new(StringComparer.Ordinal);
    private readonly List<string> _pushed = [];

    /// <summary>Gets what was written to the seller's queue, oldest first: the messages as they would be taken from it.</summary>
    public IReadOnlyList<string> Notifications
    {
        get
        {
            lock (Gate)
            {
                return [.. _pushed];
            }
        }
    }

    private void MapNotifications(IEndpointRouteBuilder routes)
    {
        const string Root = "notifications/v1/";
        Guarded(routes, "GET", Root + "destinations", "list-queues", 1, 5, ListQueuesAsync, NotificationScope);
        Guarded(routes, "POST", Root + "destinations", "create-queue", 1, 5, CreateQueueAsync, NotificationScope);
        Guarded(routes, "DELETE", Root + "destinations/{id}", "delete-queue", 1, 5, DeleteQueueAsync, NotificationScope);
        Guarded(routes, "GET", Root + "subscriptions", "list-subscriptions", 1, 5, ListSubscriptionsAsync);
        Guarded(routes, "POST", Root + "subscriptions/{type}", "create-subscription", 1, 5, SubscribeAsync);
        Guarded(routes, "GET", Root + "subscriptions/{type}/{id}", "find-subscription", 1, 5, FindSubscriptionAsync, NotificationScope);
        Guarded(routes, "DELETE", Root + "subscriptions/{type}/{id}", "delete-subscription", 1, 5, UnsubscribeAsync, NotificationScope);
        Guarded(routes, "POST", Root + "subscriptions/{type}/testNotification", "test-subscription", 1, 5, TestAsync, NotificationScope);
    }

    private static Task PayloadAsync(HttpContext context, JsonNode payload) => SandboxJson.WriteAsync(context, 200, new JsonObject { ["payload"] = payload });

    private static JsonObject ToJson(string id, string queue) => new() { ["subscriptionId"] = id, ["payloadVersion"] = "1.0", ["destinationId"] = queue };

    private Task ListQueuesAsync(HttpContext context)
    {
        JsonArray queues;
        lock (Gate)
        {
            queues = new JsonArray([.. _queues.Select(static queue => (JsonNode)new JsonObject
            {
                ["destinationId"] = queue.Key, ["name"] = queue.Value.Name, ["resource"] = queue.Value.Resource.DeepClone(),
            })]);
        }

        return PayloadAsync(context, queues);
    }

    private async Task CreateQueueAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        if (body.At("name").Text() is not { Length: > 0 and <= 256 } name || body.At("resourceSpecification") is not JsonObject resource)
        {
            await ErrorAsync(context, 400, "InvalidInput", "Invalid Input").ConfigureAwait(false);
            return;
        }

        string id;
        lock (Gate)
        {
            id = NextId("queue-");
            _queues[id] = (name, (JsonObject)resource.DeepClone());
        }

        await PayloadAsync(context, new JsonObject { ["destinationId"] = id, ["name"] = name, ["resource"] = resource.DeepClone() }).ConfigureAwait(false);
    }

    private Task DeleteQueueAsync(HttpContext context)
    {
        bool known;
        lock (Gate)
        {
            known = _queues.Remove(Route(context, "id"));
        }

        return known ? SandboxJson.WriteAsync(context, 200, new JsonObject()) : ErrorAsync(context, 404, "NotFound", "The destination was not found.");
    }

    private Task ListSubscriptionsAsync(HttpContext context)
    {
        var type = context.Request.Query["notificationTypes"].ToString();
        var found = new JsonArray();
        lock (Gate)
        {
            if (_subscriptions.TryGetValue(type, out var subscription))
            {
                found.Add((JsonNode)ToJson(subscription.Id, subscription.Queue));
            }
        }

        return type.Length == 0
            ? ErrorAsync(context, 400, "InvalidInput", "Invalid Input")
            : PayloadAsync(context, new JsonObject { ["subscriptions"] = found });
    }

    private async Task SubscribeAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        var (type, queue) = (Route(context, "type"), body.At("destinationId").Text());
        JsonObject? made = null;
        (int, string, string)? problem = null;
        lock (Gate)
        {
            problem = !_queues.ContainsKey(queue) || body.At("payloadVersion").Text().Length == 0 ? (400, "InvalidInput", "Invalid Input")
                : _subscriptions.ContainsKey(type) ? (409, "Conflict", "A subscription for this notification type exists.")
                : null;
            if (problem is null)
            {
                var id = Guid.NewGuid().ToString();
                _subscriptions[type] = (id, queue);
                made = ToJson(id, queue);
            }
        }

        await (made is null ? AnswerAsync(context, problem) : PayloadAsync(context, made)).ConfigureAwait(false);
    }

    private Task FindSubscriptionAsync(HttpContext context)
    {
        JsonObject? found;
        lock (Gate)
        {
            found = _subscriptions.TryGetValue(Route(context, "type"), out var known) && known.Id == Route(context, "id") ? ToJson(known.Id, known.Queue) : null;
        }

        return found is null ? ErrorAsync(context, 404, "NotFound", "The subscription was not found.") : PayloadAsync(context, found);
    }

    private Task UnsubscribeAsync(HttpContext context)
    {
        bool known;
        lock (Gate)
        {
            known = _subscriptions.TryGetValue(Route(context, "type"), out var found) && found.Id == Route(context, "id") && _subscriptions.Remove(Route(context, "type"));
        }

        return known ? SandboxJson.WriteAsync(context, 200, new JsonObject()) : ErrorAsync(context, 404, "NotFound", "The subscription was not found.");
    }

    private Task TestAsync(HttpContext context)
    {
        lock (Gate)
        {
            Push(Route(context, "type"), new JsonObject { ["test"] = true });
        }

        return SandboxJson.WriteAsync(context, 200, new JsonObject());
    }

    private void Notify(AmazonState order, string kind) => Push("ORDER_CHANGE", new JsonObject
    {
        ["OrderChangeNotification"] = new JsonObject
        {
            ["NotificationLevel"] = "OrderLevel",
            [nameof(SellerId)] = SellerId,
            ["AmazonOrderId"] = order.Id,
            ["OrderChangeType"] = kind,
            ["Summary"] = new JsonObject { [nameof(MarketplaceId)] = MarketplaceId, ["FulfillmentType"] = order.IsByAmazon ? "AFN" : "MFN" },
        },
    });

    /// <summary>Writes to the queue, when it was asked for. Called with the gate held.</summary>
    private void Push(string type, JsonObject payload)
    {
        if (!_subscriptions.TryGetValue(type, out var subscription))
        {
            return;
        }

        var now = Text(Clock.GetUtcNow());
        _pushed.Add(new JsonObject
        {
            ["NotificationVersion"] = "1.0",
            ["NotificationType"] = type,
            ["PayloadVersion"] = "1.0",
            ["EventTime"] = now,
            ["Payload"] = payload,
            ["NotificationMetadata"] = new JsonObject { ["SubscriptionId"] = subscription.Id, ["PublishTime"] = now, ["NotificationId"] = Guid.NewGuid().ToString() },
        }.ToJsonString());
    }
}
