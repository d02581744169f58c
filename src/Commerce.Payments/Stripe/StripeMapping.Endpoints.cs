using System.Globalization;
using Commerce.Payments.Stripe.Wire;

namespace Commerce.Payments.Stripe;

/// <summary>Webhook endpoints.</summary>
internal static partial class StripeMapping
{
    internal static StripeForm ToForm(StripeWebhookEndpointRequest request, StripePaymentOptions options) =>
        AddEvents(request.Events, new StripeForm().Add("url", request.Url.AbsoluteUri))
            .Add("api_version", options.ApiVersion)
            .Add("connect", request.IsForSellers ? true : null)
            .Add("description", request.Description)
            .Add("metadata", request.Metadata);

    internal static StripeForm ToForm(StripeWebhookEndpointUpdate request) =>
        AddEvents(request.Events, new StripeForm().Add("url", request.Url?.AbsoluteUri))
            .Add("disabled", !request.IsEnabled)
            .Add("description", request.Description);

    internal static StripeWebhookEndpoint FromEndpoint(StripeWebhookEndpointWire endpoint, string? requestId) => new()
    {
        Id = new StripeWebhookEndpointId(Needed(endpoint.Id, "id")),
        Url = new Uri(Needed(endpoint.Url, "url")),
        IsEnabled = Needed(endpoint.Status, "status") == "enabled",
        Events = endpoint.EnabledEvents ?? throw new FormatException("enabled_events"),
        ApiVersion = endpoint.ApiVersion,
        Description = endpoint.Description,
        Secret = Hidden(endpoint.Secret),
        CreatedAt = DateTimeOffset.FromUnixTimeSeconds(endpoint.Created),
        Metadata = endpoint.Metadata ?? [],
        RequestId = requestId,
    };

    private static StripeForm AddEvents(IReadOnlyList<string> events, StripeForm form)
    {
        for (var index = 0; index < events.Count; index++)
        {
            form.Add(string.Create(CultureInfo.InvariantCulture, $"enabled_events[{index}]"), events[index]);
        }

        return form;
    }
}
