namespace Commerce.Agents.Domain.Shipping;

/// <summary>Which parts of an order are sent, and whether it was cancelled: the state of the agent that stops them.</summary>
public sealed record OrderParts
{
    /// <summary>Gets the parts that are packed, from 1.</summary>
    public IReadOnlyList<int> Parts { get; init; } = [];

    /// <summary>Gets why the order was cancelled; nothing when it was not.</summary>
    public string? CancelledFor { get; init; }
}
