namespace Commerce.Payments.Stripe;

/// <summary>Which top-ups to list.</summary>
public sealed record StripeTopUpQuery
{
    /// <summary>Gets where they are; everywhere when not given.</summary>
    public StripeTopUpStatus? Status { get; init; }

    /// <summary>Gets the time of creation from which on.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>Gets the time of creation before which.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }
}
