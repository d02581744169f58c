namespace Commerce.Payments;

/// <summary>A seller's account.</summary>
public sealed record ConnectedAccount
{
    /// <summary>Gets the gateway's key.</summary>
    public required ConnectedAccountId Id { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets a value indicating whether it can take payments.</summary>
    public required bool CanCharge { get; init; }

    /// <summary>Gets a value indicating whether it can be paid out.</summary>
    public required bool CanPayOut { get; init; }

    /// <summary>Gets what is missing now, in the gateway's words.</summary>
    public IReadOnlyList<string> CurrentlyDue { get; init => field = Guard.NoNulls(value); } = [];

    /// <summary>Gets until when it must be given.</summary>
    public DateTimeOffset? DueBy { get; init; }

    /// <summary>Gets why it is closed or held, in the gateway's word.</summary>
    public string? DisabledReason { get; init => field = Guard.OptionalText(value, 200); }
}
