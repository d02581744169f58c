namespace Commerce.Payments.Reconciliation;

/// <summary>One difference between two of orders, gateway and ledger.</summary>
public sealed record Difference
{
    /// <summary>Gets how they differ.</summary>
    public required DifferenceKind Kind { get; init; }

    /// <summary>Gets what it is about, in the words of <see cref="MovementKind"/>.</summary>
    public required MovementKind About { get; init; }

    /// <summary>Gets the gateway's key of it, when one side told it.</summary>
    public string? SourceId { get; init; }

    /// <summary>Gets the order, when one side told it.</summary>
    public OrderId? OrderId { get; init; }

    /// <summary>Gets the payment, when the ledger told it.</summary>
    public PaymentId? PaymentId { get; init; }

    /// <summary>Gets what the gateway has, or the order; absent when it has nothing.</summary>
    public Money? Theirs { get; init; }

    /// <summary>Gets what the ledger has; absent when it has nothing.</summary>
    public Money? Ours { get; init; }

    /// <summary>Gets when it happened, on the side that has it.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets a value indicating whether it is so new that it may settle by itself.</summary>
    public bool MaySettle { get; init; }
}
