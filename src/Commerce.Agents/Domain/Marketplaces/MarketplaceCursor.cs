namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>How far an account was read.</summary>
public sealed record MarketplaceCursor
{
    /// <summary>Gets the moment at which the last complete reading began; none before the first.</summary>
    public DateTimeOffset? ReadUntil { get; init; }
}
