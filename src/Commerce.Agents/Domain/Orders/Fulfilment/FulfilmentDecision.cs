namespace Commerce.Agents.Domain.Orders;

/// <summary>From where an order is shipped.</summary>
public sealed record FulfilmentDecision
{
    /// <summary>Gets how it is shipped; nothing when all of it waits.</summary>
    public FulfilmentStrategy? Strategy { get; init; }

    /// <summary>Gets why it is shipped in parts; nothing when it is not.</summary>
    public SplitReason? SplitReason { get; init; }

    /// <summary>Gets the parts.</summary>
    public IReadOnlyList<FulfilmentPart> Parts { get; init; } = [];

    /// <summary>Gets how many of each SKU are nowhere and wait.</summary>
    public IReadOnlyDictionary<Sku, int> Backordered { get; init; } = new Dictionary<Sku, int>();

    /// <summary>Gets what the parcels cost together; nothing without parcels.</summary>
    public Money? Cost { get; init; }

    /// <summary>Gets the days until the first parcel arrives.</summary>
    public int? FirstDays { get; init; }

    /// <summary>Gets the days until the last parcel arrives.</summary>
    public int? LastDays { get; init; }

    /// <summary>Gets what was compared: costs and days of both ways.</summary>
    public IReadOnlyList<DecisionPart> Compared { get; init; } = [];

    /// <summary>Gets the reason in one sentence.</summary>
    public required string Reason { get; init; }
}
