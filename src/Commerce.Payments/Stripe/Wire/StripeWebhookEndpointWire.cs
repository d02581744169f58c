namespace Commerce.Payments.Stripe.Wire;

internal sealed record StripeWebhookEndpointWire
{
    public string? Id { get; init; }

    public string? Url { get; init; }

    public string? Status { get; init; }

    public List<string>? EnabledEvents { get; init; }

    public string? ApiVersion { get; init; }

    public string? Description { get; init; }

    public string? Secret { get; init; }

    public long Created { get; init; }

    public Dictionary<string, string>? Metadata { get; init; }
}
