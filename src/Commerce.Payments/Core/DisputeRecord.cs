namespace Commerce.Payments;

/// <summary>A dispute in the platform's books.</summary>
public sealed record DisputeRecord
{
    /// <summary>Gets the gateway's key.</summary>
    public required GatewayDisputeId Id { get; init; }

    /// <summary>Gets the amount in dispute.</summary>
    public required Money Amount { get; init; }

    /// <summary>Gets a value indicating whether the bank took the money: a chargeback, not an inquiry. An inquiry may become one.</summary>
    public required bool IsChargeback { get; init; }

    /// <summary>Gets where it is.</summary>
    public required DisputeState State { get; init; }

    /// <summary>Gets until when evidence is taken, when the gateway tells.</summary>
    public DateTimeOffset? EvidenceDueBy { get; init; }

    /// <summary>Gets a value indicating whether it still waits for its end.</summary>
    public bool IsOpen => State is DisputeState.Open or DisputeState.UnderReview;
}
