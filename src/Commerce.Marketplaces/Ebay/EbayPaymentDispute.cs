namespace Commerce.Marketplaces.Ebay;

/// <summary>A payment that a buyer disputes at their bank.</summary>
public sealed record EbayPaymentDispute
{
    /// <summary>Gets eBay's key.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the order.</summary>
    public required MarketplaceOrderId OrderId { get; init; }

    /// <summary>Gets eBay's own word for where it is: <c>OPEN</c>, <c>ACTION_NEEDED</c>, <c>CLOSED</c> and so on.</summary>
    public required string VendorState { get; init; }

    /// <summary>Gets why, in eBay's code.</summary>
    public string? VendorReason { get; init; }

    /// <summary>Gets the amount that is disputed.</summary>
    public Money? Amount { get; init; }

    /// <summary>Gets when it was opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Gets until when the seller must answer.</summary>
    public DateTimeOffset? AnswerBy { get; init; }

    /// <summary>Gets when it was closed.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Gets what may be answered, in eBay's words: <c>ACCEPT</c>, <c>CONTEST</c>; empty in a list.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}
