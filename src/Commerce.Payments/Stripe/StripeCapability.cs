namespace Commerce.Payments.Stripe;

/// <summary>One capability of a seller's account, with what it misses.</summary>
public sealed record StripeCapability
{
    /// <summary>Gets the capability.</summary>
    public required AccountCapability Capability { get; init; }

    /// <summary>Gets the account.</summary>
    public required ConnectedAccountId AccountId { get; init; }

    /// <summary>Gets where it is.</summary>
    public required CapabilityStatus Status { get; init; }

    /// <summary>Gets a value indicating whether it was asked for.</summary>
    public bool IsRequested { get; init; }

    /// <summary>Gets when it was asked for.</summary>
    public DateTimeOffset? RequestedAt { get; init; }

    /// <summary>Gets what is missing now, in Stripe's words.</summary>
    public IReadOnlyList<string> CurrentlyDue { get; init; } = [];

    /// <summary>Gets what is overdue, in Stripe's words.</summary>
    public IReadOnlyList<string> PastDue { get; init; } = [];

    /// <summary>Gets what will be needed one day, in Stripe's words.</summary>
    public IReadOnlyList<string> EventuallyDue { get; init; } = [];

    /// <summary>Gets what was given and is being checked, in Stripe's words.</summary>
    public IReadOnlyList<string> PendingVerification { get; init; } = [];

    /// <summary>Gets until when what is missing must be given.</summary>
    public DateTimeOffset? DueBy { get; init; }

    /// <summary>Gets why it is closed or held, in Stripe's word.</summary>
    public string? DisabledReason { get; init; }

    /// <summary>Gets the id that Stripe's support asks for.</summary>
    public string? RequestId { get; init; }
}
