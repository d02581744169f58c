namespace Commerce.Marketplaces;

/// <summary>What to pay back.</summary>
public sealed record RefundOrderRequest
{
    /// <summary>Gets the caller's name of this refund.</summary>
    public required OperationKey Key { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the order.</summary>
    public required MarketplaceOrderId OrderId { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets why.</summary>
    public required RefundReason Reason { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the reason in the marketplace's own code, where its operator defines codes.</summary>
    public string? VendorReason { get; init => field = Guard.OptionalText(value, 100); }

    /// <summary>Gets the lines: 1 to 100.</summary>
    public required IReadOnlyList<LineAmount> Lines { get; init => field = Guard.NotEmpty(value, 100); }

    /// <summary>Gets a note for the buyer; at most 500 characters.</summary>
    public string? Note { get; init => field = Guard.OptionalText(value, 500); }
}
