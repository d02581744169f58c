namespace Commerce.Agents.Domain.Orders;

/// <summary>The request to cancel an order; at most one is open.</summary>
public sealed record Cancellation
{
    /// <summary>Gets its id.</summary>
    public Guid RequestId { get; init; }

    /// <summary>Gets where it is.</summary>
    public CancellationStatus Status { get; init; }

    /// <summary>Gets why: one of <see cref="CancellationReasons"/>.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Gets what was written with it.</summary>
    public string? Note { get; init; }

    /// <summary>Gets who asked for it.</summary>
    public string RequestedBy { get; init; } = "";

    /// <summary>Gets who decided.</summary>
    public string? Reviewer { get; init; }

    /// <summary>Gets when it was decided.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Gets why it was decided so, or why it failed.</summary>
    public string? Why { get; init; }

    /// <summary>Gets the money that goes back; nothing where none was taken.</summary>
    public Money? RefundAmount { get; init; }
}
