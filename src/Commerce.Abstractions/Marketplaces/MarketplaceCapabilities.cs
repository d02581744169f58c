namespace Commerce.Marketplaces;

/// <summary>What a marketplace account can do, and why not, known before any call.</summary>
public sealed record MarketplaceCapabilities
{
    /// <summary>Gets the support of each feature; a feature that is not named is not supported.</summary>
    public required IReadOnlyDictionary<MarketplaceFeature, Support> Features { get; init => field = Guard.NotNull(value); }

    /// <summary>Gets a value indicating whether orders can be listed by the time of their last change.</summary>
    public required bool ListsByChange { get; init; }

    /// <summary>Gets the shortest useful time between two order polls, as the marketplace recommends.</summary>
    public required TimeSpan OrderPollInterval { get; init; }

    /// <summary>Gets a value indicating whether stock and prices go through imports that end later.</summary>
    public required bool HasAsynchronousImports { get; init; }

    /// <summary>Gets the operations that must not be repeated after a lost answer without a look first, and what to look at.</summary>
    public IReadOnlyDictionary<string, LostAnswerRecovery> Recovery { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, LostAnswerRecovery>();

    /// <summary>Tells whether a feature is supported.</summary>
    /// <param name="feature">The feature.</param>
    /// <returns>Yes, or no with the reason.</returns>
    public Support Supports(MarketplaceFeature feature) =>
        Features.TryGetValue(feature, out var support) ? support : Support.No($"The marketplace's API has no {feature}.");
}
