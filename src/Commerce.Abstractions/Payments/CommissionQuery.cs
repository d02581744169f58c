namespace Commerce.Payments;

/// <summary>Which commissions to list.</summary>
public sealed record CommissionQuery
{
    /// <summary>Gets the gateway's key of the charge that they were kept of; at most 200 characters.</summary>
    public string? ChargeId { get; init => field = Guard.OptionalText(value, 200); }

    /// <summary>Gets the time of creation from which on.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>Gets the time of creation before which.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>Gets the entries for each page: 1 to 100.</summary>
    /// <value>The default is 100.</value>
    public int PageSize { get; init => field = Guard.InRange(value, 1, 100); } = 100;
}
