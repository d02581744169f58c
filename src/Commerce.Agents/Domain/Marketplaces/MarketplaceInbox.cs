namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>How far the messages of an account were read.</summary>
public sealed record MarketplaceInbox
{
    /// <summary>Gets the moment at which the last complete reading began; none before the first.</summary>
    public DateTimeOffset? ReadUntil { get; init; }

    /// <summary>Gets how many readings have failed in a row.</summary>
    public int Failures { get; init; }
}
