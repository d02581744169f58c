namespace Commerce.Marketplaces.Amazon;

/// <summary>A feed: a file with many changes, and how far Amazon is with it. What is in it Amazon does not tell.</summary>
public sealed record AmazonFeed
{
    /// <summary>Gets the number.</summary>
    public required BatchId Id { get; init; }

    /// <summary>Gets the kind, such as <c>JSON_LISTINGS_FEED</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Gets the state in Amazon's word: <c>IN_QUEUE</c>, <c>IN_PROGRESS</c>, <c>DONE</c>, <c>FATAL</c>, <c>CANCELLED</c>.</summary>
    public required string State { get; init; }

    /// <summary>Gets when it was sent.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when Amazon started on it.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Gets when Amazon was done with it.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Gets the stores that it is for.</summary>
    public IReadOnlyList<string> MarketplaceIds { get; init; } = [];

    /// <summary>Gets the key of the processing report, once there is one.</summary>
    public string? ResultDocumentId { get; init; }
}
