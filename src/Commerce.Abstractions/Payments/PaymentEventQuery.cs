namespace Commerce.Payments;

/// <summary>Which events to list.</summary>
public sealed record PaymentEventQuery
{
    /// <summary>Gets the gateway's words for what happened: <c>payout.failed</c>; every kind when empty, at most 20.</summary>
    public IReadOnlyList<string> Types
    {
        get;
        init => field = value is null || value.Count > 0 ? Guard.NotEmpty(value, 20) : value;
    } = [];

    /// <summary>Gets the seller on whose account it is; the client's own account when not given.</summary>
    public ConnectedAccountId? Seller { get; init; }

    /// <summary>Gets the time of creation from which on.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>Gets the time of creation before which.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>Gets the entries for each page: 1 to 100.</summary>
    /// <value>The default is 100.</value>
    public int PageSize { get; init => field = Guard.InRange(value, 1, 100); } = 100;
}
