namespace Commerce.Payments;

/// <summary>What a gateway account can do, and why not, known before any call.</summary>
public sealed record PaymentCapabilities
{
    /// <summary>Gets the support of each feature; a feature that is not named is not supported.</summary>
    public required IReadOnlyDictionary<PaymentFeature, Support> Features { get; init => field = Guard.NotNull(value); }

    /// <summary>Gets what to do when an operation that moves money got no answer.</summary>
    public required LostAnswerRecovery Recovery { get; init; }

    /// <summary>Gets how long the gateway remembers an operation key.</summary>
    public required TimeSpan KeyRetention { get; init; }

    /// <summary>Gets how long money stays held before it must be captured, at least.</summary>
    public required TimeSpan AuthorizationLifetime { get; init; }

    /// <summary>Tells whether a feature is supported.</summary>
    /// <param name="feature">The feature.</param>
    /// <returns>Yes, or no with the reason.</returns>
    public Support Supports(PaymentFeature feature) =>
        Features.TryGetValue(feature, out var support) ? support : Support.No($"The gateway's API has no {feature}.");
}
