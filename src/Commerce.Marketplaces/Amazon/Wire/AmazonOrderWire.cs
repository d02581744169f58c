namespace Commerce.Marketplaces.Amazon.Wire;

internal sealed record AmazonOrders(
    IReadOnlyList<AmazonOrder>? Orders, AmazonPagination? Pagination, DateTimeOffset? LastUpdatedBefore, DateTimeOffset? CreatedBefore);

internal sealed record AmazonPagination(string? NextToken);

internal sealed record AmazonOrderAnswer(AmazonOrder? Order);

internal sealed record AmazonOrder
{
    public string? OrderId { get; init; }

    public DateTimeOffset? CreatedTime { get; init; }

    public DateTimeOffset? LastUpdatedTime { get; init; }

    public AmazonSalesChannel? SalesChannel { get; init; }

    public AmazonBuyer? Buyer { get; init; }

    public AmazonRecipient? Recipient { get; init; }

    public AmazonOrderProceeds? Proceeds { get; init; }

    public AmazonOrderTax? Tax { get; init; }

    public AmazonFulfilment? Fulfillment { get; init; }

    public IReadOnlyList<AmazonOrderItem>? OrderItems { get; init; }

    public IReadOnlyList<AmazonPackage>? Packages { get; init; }
}

internal sealed record AmazonSalesChannel(string? MarketplaceId);

internal sealed record AmazonBuyer(string? BuyerName, string? BuyerEmail, string? BuyerCompanyName);

internal sealed record AmazonRecipient(AmazonAddress? DeliveryAddress);

internal sealed record AmazonAddress
{
    public string? Name { get; init; }

    public string? CompanyName { get; init; }

    public string? AddressLine1 { get; init; }

    public string? AddressLine2 { get; init; }

    public string? AddressLine3 { get; init; }

    public string? City { get; init; }

    public string? DistrictOrCounty { get; init; }

    public string? StateOrRegion { get; init; }

    public string? Municipality { get; init; }

    public string? PostalCode { get; init; }

    public string? CountryCode { get; init; }

    public string? Phone { get; init; }

    public string? AddressType { get; init; }
}

internal sealed record AmazonMoney(string? Amount, string? CurrencyCode);

internal sealed record AmazonOrderProceeds(AmazonMoney? GrandTotal);

internal sealed record AmazonOrderTax(IReadOnlyList<AmazonTaxRegistration>? TaxRegistrations);

internal sealed record AmazonTaxRegistration
{
    public string? EntityType { get; init; }

    public string? LegalName { get; init; }

    public string? TaxRegistrationNumber { get; init; }

    public AmazonAddress? TaxRegistrationAddress { get; init; }
}

internal sealed record AmazonFulfilment
{
    public string? FulfillmentStatus { get; init; }

    public string? FulfilledBy { get; init; }

    public string? FulfillmentServiceLevel { get; init; }

    public AmazonWindow? ShipByWindow { get; init; }
}

internal sealed record AmazonWindow(DateTimeOffset? LatestDateTime);

internal sealed record AmazonOrderItem
{
    public string? OrderItemId { get; init; }

    public int? QuantityOrdered { get; init; }

    public AmazonProduct? Product { get; init; }

    public AmazonItemProceeds? Proceeds { get; init; }

    public AmazonItemCancellation? Cancellation { get; init; }

    public AmazonItemFulfilment? Fulfillment { get; init; }
}

internal sealed record AmazonProduct(string? Asin, string? Title, string? SellerSku, AmazonItemPrice? Price);

internal sealed record AmazonItemPrice(AmazonMoney? UnitPrice);

internal sealed record AmazonItemProceeds(AmazonMoney? ProceedsTotal, IReadOnlyList<AmazonBreakdown>? Breakdowns);

internal sealed record AmazonBreakdown(string? Type, AmazonMoney? Subtotal, IReadOnlyList<AmazonDetail>? DetailedBreakdowns);

internal sealed record AmazonDetail(string? Subtype, AmazonMoney? Value);

internal sealed record AmazonItemCancellation(AmazonCancellationRequest? CancellationRequest, AmazonCancellationExecution? CancellationExecution);

internal sealed record AmazonCancellationRequest(string? Requester, string? CancelReason);

internal sealed record AmazonCancellationExecution(string? CancelledBy);

internal sealed record AmazonItemFulfilment(int? QuantityFulfilled, int? QuantityUnfulfilled);

internal sealed record AmazonPackage
{
    public string? PackageReferenceId { get; init; }

    public AmazonPackageStatus? PackageStatus { get; init; }

    public string? Carrier { get; init; }

    public DateTimeOffset? ShipTime { get; init; }

    public string? ShippingService { get; init; }

    public string? TrackingNumber { get; init; }

    public IReadOnlyList<AmazonPackageItem>? PackageItems { get; init; }
}

internal sealed record AmazonPackageStatus(string? Status);

internal sealed record AmazonPackageItem(string? OrderItemId, int? Quantity, IReadOnlyList<string>? TransparencyCodes);

internal sealed record AmazonShipmentConfirmation(string MarketplaceId, AmazonPackageDetail PackageDetail, string? CodCollectionMethod);

internal sealed record AmazonPackageDetail
{
    public required string PackageReferenceId { get; init; }

    public required string CarrierCode { get; init; }

    public string? CarrierName { get; init; }

    public string? ShippingMethod { get; init; }

    public required string TrackingNumber { get; init; }

    public required string ShipDate { get; init; }

    public string? ShipFromSupplySourceId { get; init; }

    public required IReadOnlyList<AmazonShippedItem> OrderItems { get; init; }
}

internal sealed record AmazonShippedItem(string OrderItemId, int Quantity, IReadOnlyList<string>? TransparencyCodes = null);

internal sealed record AmazonPickup(string MarketplaceId, string ShipmentStatus, IReadOnlyList<AmazonPickupItem>? OrderItems);

internal sealed record AmazonPickupItem(string OrderItemId, int Quantity);
