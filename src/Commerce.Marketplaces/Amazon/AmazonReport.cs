namespace Commerce.Marketplaces.Amazon;

/// <summary>A report, and how far Amazon is with it.</summary>
public sealed record AmazonReport
{
    /// <summary>Gets the number.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the kind, in Amazon's word.</summary>
    public required string Type { get; init; }

    /// <summary>Gets the state in Amazon's word: <c>IN_QUEUE</c>, <c>IN_PROGRESS</c>, <c>DONE</c>, <c>FATAL</c>, <c>CANCELLED</c>; the last one often means that there is nothing to report.</summary>
    public required string State { get; init; }

    /// <summary>Gets when it was asked for.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets from when on it reports.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Gets until when it reports.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Gets when Amazon started on it.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Gets when Amazon was done with it.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Gets the stores that it is about.</summary>
    public IReadOnlyList<string> MarketplaceIds { get; init; } = [];

    /// <summary>Gets the number of the schedule that asked for it.</summary>
    public string? ScheduleId { get; init; }

    /// <summary>Gets the key of the file, once there is one.</summary>
    public string? DocumentId { get; init; }
}
