namespace Commerce.Payments.Stripe;

/// <summary>An address to which Stripe sends events.</summary>
public sealed record StripeWebhookEndpoint
{
    /// <summary>Gets Stripe's key.</summary>
    public required StripeWebhookEndpointId Id { get; init; }

    /// <summary>Gets the address.</summary>
    public required Uri Url { get; init; }

    /// <summary>Gets a value indicating whether Stripe sends to it. Stripe itself disables one that keeps failing.</summary>
    public bool IsEnabled { get; init; }

    /// <summary>Gets the kinds of events; <c>*</c> for all.</summary>
    public required IReadOnlyList<string> Events { get; init; }

    /// <summary>Gets the version in which events are written; the account's own when not given.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>Gets what it is for.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the secret that signs the events; only told when the endpoint is made.</summary>
    public Secret? Secret { get; init; }

    /// <summary>Gets when it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the notes by name.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets the id that Stripe's support asks for.</summary>
    public string? RequestId { get; init; }
}
