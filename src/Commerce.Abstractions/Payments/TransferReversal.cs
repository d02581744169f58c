namespace Commerce.Payments;

/// <summary>Money that was taken back from a seller.</summary>
public sealed record TransferReversal
{
    /// <summary>Gets the gateway's key.</summary>
    public required TransferReversalId Id { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the transfer.</summary>
    public required TransferId TransferId { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets what was taken back by this one.</summary>
    public required Money Amount { get; init; }

    /// <summary>Gets what was given back of the commission with it, when the gateway tells.</summary>
    public Money? CommissionRefunded { get; init; }

    /// <summary>Gets when.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the notes by name.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();

    /// <summary>Gets the id that the gateway's support asks for.</summary>
    public string? RequestId { get; init; }
}
