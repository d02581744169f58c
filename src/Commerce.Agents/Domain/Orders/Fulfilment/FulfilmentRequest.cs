namespace Commerce.Agents.Domain.Orders;

/// <summary>What is to be shipped, and from where it could be.</summary>
public sealed record FulfilmentRequest
{
    /// <summary>Gets how many of each SKU are to be shipped: 1 or more each.</summary>
    public required IReadOnlyDictionary<Sku, int> Lines { get; init; }

    /// <summary>Gets the warehouses, each once, with costs in one currency.</summary>
    public required IReadOnlyList<FulfilmentSite> Sites { get; init; }

    /// <summary>Gets a value indicating whether the buyer paid for speed: express or overnight.</summary>
    public bool IsExpress { get; init; }

    /// <summary>Gets the days until the promised date; nothing when none was promised.</summary>
    public int? DaysToPromise { get; init; }

    /// <summary>Gets the greatest number of parts.</summary>
    /// <value>The default is 3; 1 to 3.</value>
    public int MaxParts { get; init; } = 3;

    /// <summary>Gets how many days later than the first of several parts everything may arrive in one.</summary>
    /// <value>The default is 1; 0 or more.</value>
    public int MaxExtraDays { get; init; } = 1;
}
