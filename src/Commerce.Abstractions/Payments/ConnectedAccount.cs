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

    /// <summary>Gets where each capability is.</summary>
    public IReadOnlyDictionary<AccountCapability, CapabilityStatus> Capabilities { get; init => field = Guard.NotNull(value); } =
        new Dictionary<AccountCapability, CapabilityStatus>();

    /// <summary>Gets what is overdue, in the gateway's words: what it blocks stays blocked until it is given.</summary>
    public IReadOnlyList<string> PastDue { get; init => field = Guard.NoNulls(value); } = [];

    /// <summary>Gets what will be needed one day, in the gateway's words.</summary>
    public IReadOnlyList<string> EventuallyDue { get; init => field = Guard.NoNulls(value); } = [];

    /// <summary>Gets what was given and is being checked, in the gateway's words.</summary>
    public IReadOnlyList<string> PendingVerification { get; init => field = Guard.NoNulls(value); } = [];

    /// <summary>Gets what the seller is in law, when the gateway tells.</summary>
    public BusinessType? BusinessType { get; init; }

    /// <summary>Gets when it is paid out, when the gateway tells.</summary>
    public PayoutSchedule? Payouts { get; init; }

    /// <summary>Gets the notes by name.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();

    /// <summary>Gets the id that the gateway's support asks for.</summary>
    public string? RequestId { get; init; }
}
