namespace Commerce.Marketplaces.Refurbed.Wire;

internal sealed record RefurbedEmpty;

internal sealed record RefurbedId(string Id);

internal sealed record RefurbedOrderKey(string OrderId);

/// <summary>google.rpc.Status: the error body, and the outcome of each item of a batch.</summary>
internal sealed record RefurbedStatus(int? Code, string? Message);

internal sealed record RefurbedResults(IReadOnlyList<RefurbedResult?>? Results);

internal sealed record RefurbedResult(RefurbedStatus? Status);

internal sealed record RefurbedPagination(int Limit, string? StartingAfter = null);

internal sealed record RefurbedSort(string By, string Order);

internal sealed record RefurbedAnyOf(IReadOnlyList<string> AnyOf);

internal sealed record RefurbedRange(string? Ge = null, string? Le = null);

internal sealed record RefurbedOrdersRequest(RefurbedPagination Pagination, RefurbedSort Sort, RefurbedOrdersFilter? Filter);

internal sealed record RefurbedOrdersFilter(RefurbedRange? ReleasedAt, RefurbedAnyOf? State);

internal sealed record RefurbedOrders(IReadOnlyList<RefurbedOrder?>? Orders, bool? HasMore);

internal sealed record RefurbedOrderAnswer(RefurbedOrder? Order);

internal sealed record RefurbedItemAnswer(RefurbedOrderItem? OrderItem);

internal sealed record RefurbedOrder
{
    public string? Id { get; init; }

    public DateTimeOffset? ReleasedAt { get; init; }

    public string? State { get; init; }

    public string? CustomerEmail { get; init; }

    public RefurbedAddress? ShippingAddress { get; init; }

    public RefurbedAddress? InvoiceAddress { get; init; }

    public string? CurrencyCode { get; init; }

    public string? SettlementCurrencyCode { get; init; }

    public string? TotalCharged { get; init; }

    public string? TotalPaid { get; init; }

    public string? TotalRefunded { get; init; }

    public string? TotalVatCharged { get; init; }

    public IReadOnlyList<RefurbedOrderItem?>? Items { get; init; }
}

internal sealed record RefurbedOrderItem
{
    public string? Id { get; init; }

    public string? OrderId { get; init; }

    public string? Name { get; init; }

    public string? State { get; init; }

    public string? Sku { get; init; }

    public string? CurrencyCode { get; init; }

    public string? TotalCharged { get; init; }

    public string? TotalPaid { get; init; }

    public string? TotalRefunded { get; init; }

    public string? SettlementTotalCommission { get; init; }

    public string? RefundEligibility { get; init; }

    public RefurbedOfferData? OfferData { get; init; }

    public string? ParcelTrackingUrl { get; init; }

    public IReadOnlyList<RefurbedIdentifier?>? ItemIdentifiers { get; init; }

    public string? ShipmentStatus { get; init; }

    public string? VatCharged { get; init; }
}

internal sealed record RefurbedOfferData
{
    public string? OfferId { get; init; }

    public string? ShippingCosts { get; init; }
}

internal sealed record RefurbedIdentifier(string? IdentifierType, string? Value);

internal sealed record RefurbedAddress
{
    public string? FirstName { get; init; }

    public string? FamilyName { get; init; }

    public string? CompanyName { get; init; }

    public string? CountryCode { get; init; }

    public string? PostCode { get; init; }

    public string? Town { get; init; }

    public string? StreetName { get; init; }

    public string? HouseNo { get; init; }

    public string? Supplement { get; init; }

    public string? PhoneNumber { get; init; }
}

/// <summary>The batch that changes states calls its list <c>updates</c>, the one that does not calls it <c>order_items</c>.</summary>
internal sealed record RefurbedStateUpdates(IReadOnlyList<RefurbedItemUpdate> Updates);

internal sealed record RefurbedItemUpdates(IReadOnlyList<RefurbedItemUpdate> OrderItems);

internal sealed record RefurbedItemUpdate
{
    public required string Id { get; init; }

    public string? State { get; init; }

    public string? ParcelTrackingUrl { get; init; }

    public RefurbedCarrierNumber? ParcelCarrierTrackingNumber { get; init; }

    public IReadOnlyList<RefurbedIdentifier>? ItemIdentifiers { get; init; }

    public decimal? WeightKg { get; init; }

    public string? ManufacturingCountry { get; init; }

    public string? HsCode { get; init; }
}

internal sealed record RefurbedCarrierNumber(string Carrier, string TrackingNumber);

internal sealed record RefurbedRefundRequest(string Id, string CurrencyCode, string TargetPaidAmount);

internal sealed record RefurbedRefundAnswer
{
    public string? CurrencyCode { get; init; }

    public string? TotalPaid { get; init; }

    public string? TotalRefunded { get; init; }

    public string? Refunded { get; init; }

    public string? RefundedRefurbed { get; init; }

    public string? RefundedMerchant { get; init; }
}

/// <summary>A part of a file that is sent as a list: first what it belongs to, then its bytes in pieces.</summary>
internal sealed record RefurbedFilePart(RefurbedFileMeta? Meta, byte[]? Data);

internal sealed record RefurbedFileMeta(string OrderId, string? CommercialInvoiceNumber);

internal sealed record RefurbedFileAnswer
{
    public string? Size { get; init; }

    public string? Url { get; init; }

    public string? CommercialInvoiceNumber { get; init; }
}

internal sealed record RefurbedCarriers(IReadOnlyList<RefurbedCarrier?>? Carriers);

internal sealed record RefurbedCarrier(string? Name, string? Slug);

internal sealed record RefurbedMarketsRequest(RefurbedPagination Pagination, RefurbedSort Sort);

internal sealed record RefurbedMarkets(IReadOnlyList<RefurbedMarketEntry?>? Markets, bool? HasMore);

internal sealed record RefurbedMarketEntry(string? Code, string? Name, string? CurrencyCode, bool? IsSite);

internal sealed record RefurbedReturnsRequest(RefurbedPagination Pagination, RefurbedSort Sort, RefurbedReturnsFilter? Filter);

internal sealed record RefurbedReturnsFilter(RefurbedAnyOf? OrderId, RefurbedRange? ReturnInitiatedAt);

internal sealed record RefurbedReturns(IReadOnlyList<RefurbedReturn?>? Returns, bool? HasMore);

internal sealed record RefurbedReturn
{
    public string? Id { get; init; }

    public string? OrderId { get; init; }

    public string? OrderItemId { get; init; }

    public string? State { get; init; }

    public DateTimeOffset? ReturnInitiatedAt { get; init; }

    public string? TrackingNumber { get; init; }

    public string? TicketTopic { get; init; }

    public IReadOnlyList<RefurbedIdentifier?>? ItemIdentifiers { get; init; }
}
