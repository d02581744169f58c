using Commerce.Http;
using Commerce.Payments.Stripe.Wire;

namespace Commerce.Payments.Stripe;

/// <summary>Webhook endpoints. Source: Stripe API reference, Webhook Endpoints.</summary>
internal sealed partial class StripePaymentGateway
{
    private static readonly VendorOperation CreateEndpoint = new("create-webhook-endpoint") { IsSafeToRepeat = true };
    private static readonly VendorOperation ListEndpoints = new("list-webhook-endpoints");
    private static readonly VendorOperation UpdateEndpoint = new("update-webhook-endpoint") { IsSafeToRepeat = true };
    private static readonly VendorOperation DeleteEndpoint = new("delete-webhook-endpoint") { IsSafeToRepeat = true };

    public Task<Outcome<StripeWebhookEndpoint>> CreateWebhookEndpointAsync(
        StripeWebhookEndpointRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Events.Count == 0
            ? Task.FromResult(Outcome.Refused<StripeWebhookEndpoint>(
                RefusalCode.Validation, "Events is empty: name the kinds of events, or * for all.", nameof(request.Events)))
            : PostAsync(
                "v1/webhook_endpoints", CreateEndpoint, request.Key, StripeMapping.ToForm(request, options), StripeJson.Default.StripeWebhookEndpointWire,
                StripeMapping.FromEndpoint, null, null, cancellationToken);
    }

    public Paged<StripeWebhookEndpoint> ListWebhookEndpoints() => List(
        () => new QueryAddress("v1/webhook_endpoints").Add("limit", PageSize),
        ListEndpoints, StripeJson.Default.StripeListStripeWebhookEndpointWire, endpoint => endpoint.Id, StripeMapping.FromEndpoint, null);

    public Task<Outcome<StripeWebhookEndpoint>> UpdateWebhookEndpointAsync(
        StripeWebhookEndpointUpdate request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return PostAsync(
            EndpointPath(request.Id), UpdateEndpoint, request.Key, StripeMapping.ToForm(request), StripeJson.Default.StripeWebhookEndpointWire,
            StripeMapping.FromEndpoint, null, null, cancellationToken);
    }

    public async Task DeleteWebhookEndpointAsync(StripeWebhookEndpointId endpointId, CancellationToken cancellationToken = default)
    {
        var answer = await channel.SendAsync(
            new HttpRequestMessage(HttpMethod.Delete, EndpointPath(endpointId)), DeleteEndpoint, cancellationToken).ConfigureAwait(false);
        if (!StripeErrors.SaysMissing(answer))
        {
            _ = Read(answer, StripeJson.Default.StripeWebhookEndpointWire, (gone, _) => StripeMapping.Needed(gone.Id, "id"));
        }
    }

    private static string EndpointPath(StripeWebhookEndpointId endpointId) => $"v1/webhook_endpoints/{Uri.EscapeDataString(endpointId.Value)}";
}
