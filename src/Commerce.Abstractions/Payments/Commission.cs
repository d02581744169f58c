namespace Commerce.Payments;

/// <summary>A commission that the platform kept of a seller's payment.</summary>
public sealed record Commission
{
    /// <summary>Gets the gateway's key.</summary>
    public required CommissionId Id { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the seller who paid it.</summary>
    public required ConnectedAccountId Seller { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the amount.</summary>
    public required Money Amount { get; init; }

    /// <summary>Gets what was given back of it.</summary>
    public required Money Refunded { get; init; }

    /// <summary>Gets the gateway's key of the charge that it was kept of; at most 200 characters.</summary>
    public string? ChargeId { get; init => field = Guard.OptionalText(value, 200); }

    /// <summary>Gets when.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the id that the gateway's support asks for.</summary>
    public string? RequestId { get; init; }
}
