namespace Commerce.Payments;

/// <summary>Money that was paid out.</summary>
public sealed record Payout
{
    /// <summary>Gets the gateway's key.</summary>
    public required PayoutId Id { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the amount.</summary>
    public required Money Amount { get; init; }

    /// <summary>Gets where it is.</summary>
    public required PayoutStatus Status { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets when it arrives.</summary>
    public DateTimeOffset? ArrivesAt { get; init; }

    /// <summary>Gets why it failed, in the gateway's word.</summary>
    public string? FailureCode { get; init => field = Guard.OptionalText(value, 200); }

    /// <summary>Gets the seller on whose account it is; the client's own account when not given.</summary>
    public ConnectedAccountId? Seller { get; init; }

    /// <summary>Gets when it was created, when the gateway tells.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets the notes by name.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();

    /// <summary>Gets the id that the gateway's support asks for.</summary>
    public string? RequestId { get; init; }
}
