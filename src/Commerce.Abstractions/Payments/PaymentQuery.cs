namespace Commerce.Payments;

/// <summary>Which payments to list.</summary>
public sealed record PaymentQuery
{
    /// <summary>Gets the time of creation from which on.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>Gets the time of creation before which.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>Gets the customer.</summary>
    public GatewayCustomerId? Customer { get; init; }

    /// <summary>Gets the entries for each page: 1 to 100.</summary>
    /// <value>The default is 100.</value>
    public int PageSize { get; init => field = Guard.InRange(value, 1, 100); } = 100;

    /// <summary>Gets the seller on whose account it is; the client's own account when not given.</summary>
    public ConnectedAccountId? Seller { get; init; }

    /// <summary>Gets the notes that a payment must have, all of them: a search, needs <see cref="PaymentFeature.MetadataSearch"/>.</summary>
    /// <remarks>A gateway finds a new payment by its notes only after a minute or more: never look so for what was just made.</remarks>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = PaymentGuard.Metadata(value); } =
        new Dictionary<string, string>();
}
