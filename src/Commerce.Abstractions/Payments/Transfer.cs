namespace Commerce.Payments;

/// <summary>Money that moved to a seller.</summary>
public sealed record Transfer
{
    /// <summary>Gets the gateway's key.</summary>
    public required TransferId Id { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the amount.</summary>
    public required Money Amount { get; init; }

    /// <summary>Gets what was taken back of it.</summary>
    public required Money Reversed { get; init; }

    /// <summary>Gets the seller.</summary>
    public required ConnectedAccountId Destination { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets when.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the notes by name.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();

    /// <summary>Gets the id that the gateway's support asks for.</summary>
    public string? RequestId { get; init; }
}
