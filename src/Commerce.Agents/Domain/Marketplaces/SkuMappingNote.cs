namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>What is remembered of a word of a marketplace; what it means is a <see cref="SkuMapping"/>.</summary>
public sealed record SkuMappingNote
{
    /// <summary>Gets when it was set or removed last.</summary>
    public DateTimeOffset? ChangedAt { get; init; }
}
