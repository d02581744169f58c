namespace Commerce.Marketplaces.Cdiscount.Wire;

internal sealed record CdiscountOrders(IReadOnlyList<CdiscountOrder>? Items);

internal sealed record CdiscountCount(long? Count);

internal sealed record CdiscountOrder
{
    public string? OrderId { get; init; }

    public string? Reference { get; init; }

    public CdiscountCustomer? Customer { get; init; }

    public DateTimeOffset? PurchasedAt { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public DateTimeOffset? ShippedAtMax { get; init; }

    public string? Status { get; init; }

    public string? CurrencyCode { get; init; }

    public CdiscountAddress? BillingAddress { get; init; }

    public CdiscountTotal? TotalPrice { get; init; }

    public IReadOnlyList<CdiscountOrderLine>? Lines { get; init; }
}

internal sealed record CdiscountCustomer(string? Reference);

internal sealed record CdiscountTotal(decimal? OfferPrice, decimal? SellingPrice);

internal sealed record CdiscountOrderLine
{
    public string? OrderLineId { get; init; }

    public string? Status { get; init; }

    public int? Quantity { get; init; }

    public CdiscountTotal? TotalPrice { get; init; }

    public CdiscountLinePrice? OfferPrice { get; init; }

    public CdiscountLinePrice? SellingPrice { get; init; }

    public CdiscountLineOffer? Offer { get; init; }

    public CdiscountDelivery? Delivery { get; init; }

    public CdiscountAddress? ShippingAddress { get; init; }

    public IReadOnlyList<CdiscountParcel>? Parcels { get; init; }
}

internal sealed record CdiscountLinePrice
{
    public decimal? UnitSalesPrice { get; init; }

    public decimal? ShippingCost { get; init; }

    public CdiscountCommission? Commission { get; init; }

    public IReadOnlyList<CdiscountTax>? Taxes { get; init; }
}

internal sealed record CdiscountCommission(decimal? AmountWithTax);

internal sealed record CdiscountTax(string? Code, string? Target, decimal? Amount);

internal sealed record CdiscountLineOffer
{
    public string? Id { get; init; }

    public string? SellerProductId { get; init; }

    public string? SupplyMode { get; init; }

    public string? ProductId { get; init; }

    public string? ProductTitle { get; init; }
}

internal sealed record CdiscountDelivery(string? Mode, DateTimeOffset? ShippedAtMax);

internal sealed record CdiscountAddress
{
    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? CompanyName { get; init; }

    public string? PickupName { get; init; }

    public string? PickupId { get; init; }

    public string? AddressLine1 { get; init; }

    public string? AddressLine2 { get; init; }

    public string? AddressLine3 { get; init; }

    public string? PostalCode { get; init; }

    public string? City { get; init; }

    public string? StateOrRegion { get; init; }

    public string? CountryCode { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }
}

internal sealed record CdiscountParcel
{
    public string? ParcelNumber { get; init; }

    public string? CarrierName { get; init; }

    public string? TrackingUrl { get; init; }

    /// <summary>Gets the lines; only sent, an order's parcels stand below their line.</summary>
    public IReadOnlyList<string>? OrderLineIds { get; init; }
}

internal sealed record CdiscountApproval([property: System.Text.Json.Serialization.JsonPropertyName("approval_status")] string ApprovalStatus);

internal sealed record CdiscountCarrier(string? Code, string? Label);

internal sealed record CdiscountReasons(IReadOnlyList<CdiscountReason>? Items);

internal sealed record CdiscountReason(string? Reason, string? Label);

internal sealed record CdiscountCancellation
{
    public string? OrderSellerId { get; init; }

    public string? OrderId { get; init; }

    public required string Reason { get; init; }

    public required bool ShippingCostRefund { get; init; }
}

internal sealed record CdiscountPartialCancellation(string OrderSellerId, IReadOnlyList<CdiscountCancelledLine> Lines);

internal sealed record CdiscountCancelledLine(string LineId, string? OfferId, string Reason, bool ShippingCostRefund);

internal sealed record CdiscountCancellations(IReadOnlyList<CdiscountCancellationState>? Items);

/// <summary>A request to cancel as it is listed, and as it is answered when it is made. Names inferred.</summary>
internal sealed record CdiscountCancellationState
{
    public string? CancellationRequestId { get; init; }

    public string? Id { get; init; }

    public string? Status { get; init; }

    public string? LineId { get; init; }
}

internal sealed record CdiscountAllowable(decimal? AllowableAmount);

internal sealed record CdiscountGesture
{
    public string? Id { get; init; }

    public string? OrderId { get; init; }

    public string? Status { get; init; }

    public string? Reason { get; init; }

    public string? ReasonDetails { get; init; }

    public decimal? Amount { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }
}

internal sealed record CdiscountGestures(IReadOnlyList<CdiscountGesture>? Items);

internal sealed record CdiscountGestureRequest(string OrderId, string Reason, string? ReasonDetails, decimal Amount);
