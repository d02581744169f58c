namespace Commerce.Payments;

/// <summary>Which transfers to list.</summary>
public sealed record TransferQuery
{
    /// <summary>Gets the seller who received them; every seller when not given.</summary>
    public ConnectedAccountId? Destination { get; init; }

    /// <summary>Gets the name that groups them; at most 100 characters.</summary>
    public string? Group { get; init => field = Guard.OptionalText(value, 100); }

    /// <summary>Gets the time of creation from which on.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>Gets the time of creation before which.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>Gets the entries for each page: 1 to 100.</summary>
    /// <value>The default is 100.</value>
    public int PageSize { get; init => field = Guard.InRange(value, 1, 100); } = 100;
}
