namespace Commerce.Payments;

/// <summary>Which movements to list.</summary>
public sealed record MovementQuery
{
    /// <summary>Gets the seller; the platform itself when not given.</summary>
    public ConnectedAccountId? Seller { get; init; }

    /// <summary>Gets the payout whose movements are wanted.</summary>
    public PayoutId? Payout { get; init; }

    /// <summary>Gets the time of creation from which on.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>Gets the time of creation before which.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>Gets the entries for each page: 1 to 100.</summary>
    /// <value>The default is 100.</value>
    public int PageSize { get; init => field = Guard.InRange(value, 1, 100); } = 100;

    /// <summary>Gets the gateway's word for what they are: <c>charge</c>; everything when not given, at most 100 characters.</summary>
    public string? Type { get; init => field = Guard.OptionalText(value, 100); }

    /// <summary>Gets the gateway's key of what caused them; at most 200 characters.</summary>
    public string? SourceId { get; init => field = Guard.OptionalText(value, 200); }
}
