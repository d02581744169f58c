namespace Commerce.Payments.Stripe;

/// <summary>A webhook endpoint to make. Its events are written in the client's own version.</summary>
public sealed record StripeWebhookEndpointRequest
{
    /// <summary>Gets the caller's name of this step, sent as the idempotency key.</summary>
    public required OperationKey Key { get; init; }

    /// <summary>Gets the address; https for a live key.</summary>
    public required Uri Url { get; init; }

    /// <summary>Gets the kinds of events: <c>payment_intent.succeeded</c>; <c>*</c> for all.</summary>
    public required IReadOnlyList<string> Events { get; init; }

    /// <summary>Gets a value indicating whether it gets the events of sellers' accounts instead of the platform's own.</summary>
    public bool IsForSellers { get; init; }

    /// <summary>Gets what it is for.</summary>
    public string? Description { get; init; }

    /// <summary>Gets notes by name: at most 50, names to 40 and values to 500 characters.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();
}
