namespace Commerce.Agents.Domain.Shipping;

/// <summary>How a carrier's service does on a lane: the performance agent's state.</summary>
public sealed record LaneHistory
{
    /// <summary>Gets the id of its <see cref="LaneRecord"/>.</summary>
    public Guid RecordId { get; init; }

    /// <summary>Gets what arrived within the window.</summary>
    public IReadOnlyList<LaneDay> Days { get; init; } = [];

    /// <summary>Gets the punctuality that was told last; nothing before.</summary>
    public decimal? ToldRate { get; init; }
}
