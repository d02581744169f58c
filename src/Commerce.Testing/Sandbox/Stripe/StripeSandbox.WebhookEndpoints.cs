using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <content>Webhook endpoints that are made by the API. Only addresses of this machine are called.</content>
public sealed partial class StripeSandbox
{
    private void MapWebhookEndpoints(IEndpointRouteBuilder routes)
    {
        Post(routes, "webhook_endpoints", "create-webhook-endpoint", CreateEndpoint, "enabled_events*! url! api_version connect description metadata*");
        Get(routes, "webhook_endpoints/{id}", "find-webhook-endpoint", call => Find(call, "webhook_endpoint", "id").Body);
        List(routes, "webhook_endpoints", "list-webhook-endpoints", call => List(call, "webhook_endpoint"));
        Post(routes, "webhook_endpoints/{id}", "update-webhook-endpoint", UpdateEndpoint, "description disabled enabled_events* metadata* url");
        Delete(routes, "webhook_endpoints/{id}", "delete-webhook-endpoint", call =>
        {
            var endpoint = Find(call, "webhook_endpoint", "id");
            _store.Remove(endpoint);
            _webhooks.Remove(endpoint.Id);
            return new JsonObject { ["id"] = endpoint.Id, ["object"] = "webhook_endpoint", ["deleted"] = true };
        });
    }

    private JsonObject CreateEndpoint(StripeCall call)
    {
        var parameters = call.Parameters;
        var endpoint = Add("webhook_endpoint", "we", call.Account, new JsonObject
        {
            ["api_version"] = parameters.Text("api_version"),
            ["application"] = null,
            ["description"] = parameters.Text("description"),
            ["enabled_events"] = Names(parameters.List("enabled_events")),
            ["metadata"] = parameters.Metadata(),
            ["status"] = "enabled",
            ["url"] = Address(parameters).OriginalString,
        });
        var secret = $"whsec_{endpoint.Id}";
        _webhooks.Add(new StripeWebhookTarget(Address(parameters), secret)
        {
            Id = endpoint.Id, Events = parameters.List("enabled_events"), IsConnect = parameters.Flag("connect") ?? false,
        });
        var answer = (JsonObject)endpoint.Body.DeepClone();
        answer["secret"] = secret;
        return answer;
    }

    private JsonObject UpdateEndpoint(StripeCall call)
    {
        var endpoint = Find(call, "webhook_endpoint", "id");
        var (parameters, target) = (call.Parameters, _webhooks.Find(endpoint.Id)!);
        if (parameters.Has("enabled_events"))
        {
            target.Events = parameters.List("enabled_events");
            endpoint.Set("enabled_events", Names(target.Events));
        }

        if (parameters.Text("url") is { } url)
        {
            target.Address = Address(parameters);
            endpoint.Set("url", url);
        }

        if (parameters.Flag("disabled") is { } isDisabled)
        {
            target.IsEnabled = !isDisabled;
            endpoint.Status = isDisabled ? "disabled" : "enabled";
        }

        return Update(endpoint, parameters, "description");
    }

    private static Uri Address(StripeParameters parameters) =>
        Uri.TryCreate(parameters.Text("url"), UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw StripeRefusal.Invalid("url_invalid", "Invalid URL: an explicit scheme (such as https) must be provided.", "url");
}
