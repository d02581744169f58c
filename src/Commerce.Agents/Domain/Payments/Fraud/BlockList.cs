namespace Commerce.Agents.Domain.Payments;

/// <summary>What is remembered of the blocks of one kind; the blocks themselves are <see cref="BlockedEntity"/>.</summary>
public sealed record BlockList
{
    /// <summary>Gets when a block was set or ended last.</summary>
    public DateTimeOffset? ChangedAt { get; init; }
}
