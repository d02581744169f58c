namespace Commerce.Payments.Stripe;

/// <summary>Money drawn from the platform's bank account to its balance.</summary>
public sealed record StripeTopUp
{
    /// <summary>Gets Stripe's key: <c>tu_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the amount.</summary>
    public required Money Amount { get; init; }

    /// <summary>Gets where it is.</summary>
    public required StripeTopUpStatus Status { get; init; }

    /// <summary>Gets when it can be used.</summary>
    public DateTimeOffset? AvailableAt { get; init; }

    /// <summary>Gets why it failed, in Stripe's word.</summary>
    public string? FailureCode { get; init; }

    /// <summary>Gets the platform's own words about it.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the name that groups it with the transfers of one order.</summary>
    public string? Group { get; init; }

    /// <summary>Gets when it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the notes by name.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets the id that Stripe's support asks for.</summary>
    public string? RequestId { get; init; }
}
