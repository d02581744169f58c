using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <content>Events: kept, listed, pulled and delivered.</content>
public sealed partial class StripeSandbox
{
    /// <summary>Gets or sets how webhooks travel: those that are pulled and those that are delivered.</summary>
    /// <value>The default is at once, once and in order.</value>
    public StripeWebhookDelivery Delivery
    {
        get => _webhooks.Delivery;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            lock (Gate)
            {
                _webhooks.Delivery = value;
            }
        }
    }

    /// <summary>
    /// Delivers all events from now on to an address, of the platform and of its sellers, signed with <see cref="WebhookSecret"/>. What is not
    /// answered with 2xx is tried again after one and after two more hours of the sandbox's clock, as Stripe's own sandbox does.
    /// </summary>
    /// <param name="endpoint">The address.</param>
    public void DeliverTo(Uri endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        lock (Gate)
        {
            _webhooks.Add(new StripeWebhookTarget(endpoint, WebhookSecret));
        }
    }

    private void MapEvents(IEndpointRouteBuilder routes)
    {
        Get(routes, "events/{id}", "find-event", call => Find(call, "event", "id").Body);
        List(
            routes, "events", "list-events", call =>
            {
                var (types, isDelivered) = (call.Parameters.List("types"), call.Parameters.Flag("delivery_success"));
                if (types.Count > 0 && call.Parameters.Has("type"))
                {
                    throw StripeRefusal.Invalid("parameters_exclusive", "You may only specify one of these parameters: type, types.", "type");
                }

                var pattern = call.Parameters.Text("type") is { } one && one.EndsWith('*') ? one : null;
                return List(
                    call, "event", pattern is null ? "type" : "",
                    also: item => (types.Count == 0 || types.Contains(item.Text("type")!))
                        && (pattern is null || StripeWebhookTarget.Matches(pattern, item.Text("type")!))
                        && (isDelivered is null || isDelivered == _webhooks.IsDelivered(item.Id)));
            }, "created[gt,gte,lt,lte] delivery_success type types*");
    }

    private void Tell(string type, StripeItem subject, JsonObject? previous = null) => Tell(type, subject.Account, subject.Body, previous);

    private void Tell(string type, string account, JsonObject subject, JsonObject? previous = null)
    {
        var data = new JsonObject { ["object"] = subject.DeepClone() };
        if (previous is not null)
        {
            data["previous_attributes"] = previous;
        }

        var body = new JsonObject
        {
            ["api_version"] = Version,
            ["data"] = data,
            ["pending_webhooks"] = (long)_webhooks.CountFor(type, account.Length > 0),
            ["request"] = new JsonObject { ["id"] = _call?.RequestId, ["idempotency_key"] = _call?.Key is { Length: > 0 } key ? key : null },
            ["type"] = type,
        };
        if (account.Length > 0)
        {
            body["account"] = account;
        }

        var item = Add("event", "evt", account, body);
        _webhooks.Tell(item.Id, type, account.Length > 0, Bytes(item.Body));
    }
}
