using System.Text;

namespace Commerce.Marketplaces;

/// <summary>A refund that the marketplace took, and how far it is.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="VendorIds">The marketplace's numbers of it, where it gives any.</param>
public sealed record OrderRefunded(MarketplaceOrderId OrderId, IReadOnlyList<string> VendorIds)
{
    /// <summary>Gets how far it is; while it is pending, <see cref="IOrderRefunds.GetRefundAsync"/> tells how it goes on.</summary>
    /// <value>The default is done.</value>
    public MarketplaceRequestState State { get; init; } = MarketplaceRequestState.Done;

    /// <summary>Gets a value indicating whether the marketplace still works on it.</summary>
    public bool IsPending => State == MarketplaceRequestState.Pending;

    /// <summary>Gets why it failed as a whole; absent unless it did.</summary>
    public Refusal? Failure { get; init; }

    /// <summary>
    /// Gets the outcome of each line: those that were asked for, or each line of the order where the marketplace tells of them;
    /// empty where it knows only the whole.
    /// </summary>
    public IReadOnlyList<ItemOutcome<MarketplaceOrderLineId>> Lines { get; init => field = Guard.NoNulls(value); } = [];

    /// <summary>Gets what the marketplace said of it, in its own words, where that is kept. It may hold personal data: store it encrypted or not at all.</summary>
    public string? Raw { get; init; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("OrderId = ").Append(OrderId).Append(", State = ").Append(State);
        return true;
    }
}
