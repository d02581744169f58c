namespace Commerce.Payments;

/// <summary>A commission that was given back, in full or in part.</summary>
public sealed record CommissionRefund
{
    /// <summary>Gets the gateway's key.</summary>
    public required CommissionRefundId Id { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the commission.</summary>
    public required CommissionId CommissionId { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets what was given back by this one.</summary>
    public required Money Amount { get; init; }

    /// <summary>Gets when.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the notes by name.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();

    /// <summary>Gets the id that the gateway's support asks for.</summary>
    public string? RequestId { get; init; }
}
