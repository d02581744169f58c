namespace Commerce.Payments.Stripe;

/// <summary>Changes to a webhook endpoint. What is not given stays.</summary>
public sealed record StripeWebhookEndpointUpdate
{
    /// <summary>Gets the caller's name of this step, sent as the idempotency key.</summary>
    public required OperationKey Key { get; init; }

    /// <summary>Gets the endpoint.</summary>
    public required StripeWebhookEndpointId Id { get; init; }

    /// <summary>Gets the new address.</summary>
    public Uri? Url { get; init; }

    /// <summary>Gets the new kinds of events, instead of all that it had; none when they stay.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>Gets whether Stripe sends to it.</summary>
    public bool? IsEnabled { get; init; }

    /// <summary>Gets what it is for.</summary>
    public string? Description { get; init; }
}
