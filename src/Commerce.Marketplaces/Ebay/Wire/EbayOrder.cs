namespace Commerce.Marketplaces.Ebay.Wire;

internal sealed record EbayOrders(IReadOnlyList<EbayOrder>? Orders, long? Total, string? Next);

internal sealed record EbayOrder
{
    public string? OrderId { get; init; }

    public string? LegacyOrderId { get; init; }

    public DateTimeOffset? CreationDate { get; init; }

    public DateTimeOffset? LastModifiedDate { get; init; }

    public string? OrderFulfillmentStatus { get; init; }

    public string? OrderPaymentStatus { get; init; }

    public EbayBuyer? Buyer { get; init; }

    public EbayPricing? PricingSummary { get; init; }

    public EbayCancelStatus? CancelStatus { get; init; }

    public EbayPayments? PaymentSummary { get; init; }

    public IReadOnlyList<EbayInstruction>? FulfillmentStartInstructions { get; init; }

    public IReadOnlyList<string>? FulfillmentHrefs { get; init; }

    public IReadOnlyList<EbayLine>? LineItems { get; init; }

    public EbayAmount? TotalMarketplaceFee { get; init; }

    public EbayProgram? Program { get; init; }
}

internal sealed record EbayBuyer(string? Username, EbayContact? BuyerRegistrationAddress);

internal sealed record EbayContact(
    string? FullName, string? CompanyName, EbayAddress? ContactAddress, EbayPhone? PrimaryPhone, string? Email);

internal sealed record EbayAddress(
    string? AddressLine1, string? AddressLine2, string? City, string? County, string? StateOrProvince, string? PostalCode, string? CountryCode);

internal sealed record EbayPhone(string? PhoneNumber);

internal sealed record EbayPricing(
    EbayAmount? PriceSubtotal,
    EbayAmount? PriceDiscount,
    EbayAmount? DeliveryCost,
    EbayAmount? DeliveryDiscount,
    EbayAmount? Tax,
    EbayAmount? Fee,
    EbayAmount? Adjustment,
    EbayAmount? Total);

internal sealed record EbayCancelStatus(string? CancelState, IReadOnlyList<EbayCancelRequest>? CancelRequests);

internal sealed record EbayCancelRequest(string? CancelRequestId, string? CancelInitiator, string? CancelRequestState);

internal sealed record EbayPayments(IReadOnlyList<EbayPayment>? Payments, IReadOnlyList<EbayOrderRefund>? Refunds);

internal sealed record EbayPayment(DateTimeOffset? PaymentDate, string? PaymentStatus);

internal sealed record EbayOrderRefund(string? RefundId, string? RefundStatus, EbayAmount? Amount, DateTimeOffset? RefundDate);

internal sealed record EbayInstruction(string? FulfillmentInstructionsType, EbayShippingStep? ShippingStep);

internal sealed record EbayShippingStep(EbayContact? ShipTo, string? ShippingCarrierCode, string? ShippingServiceCode, string? ShipToReferenceId);

internal sealed record EbayProgram(EbayFulfilmentProgram? FulfillmentProgram);

internal sealed record EbayFulfilmentProgram(string? FulfilledBy);

internal sealed record EbayLine
{
    public string? LineItemId { get; init; }

    public string? LegacyItemId { get; init; }

    public string? LegacyVariationId { get; init; }

    public string? Sku { get; init; }

    public string? Title { get; init; }

    public int? Quantity { get; init; }

    public EbayAmount? LineItemCost { get; init; }

    public EbayAmount? DiscountedLineItemCost { get; init; }

    public string? LineItemFulfillmentStatus { get; init; }

    public EbayDelivery? DeliveryCost { get; init; }

    public IReadOnlyList<EbayTax>? Taxes { get; init; }

    public IReadOnlyList<EbayTax>? EbayCollectAndRemitTaxes { get; init; }

    public IReadOnlyList<EbayOrderRefund>? Refunds { get; init; }

    public EbayLineInstructions? LineItemFulfillmentInstructions { get; init; }
}

internal sealed record EbayDelivery(EbayAmount? ShippingCost, EbayAmount? HandlingCost, EbayAmount? ImportCharges, EbayAmount? ShippingIntermediationFee);

internal sealed record EbayTax(EbayAmount? Amount, string? TaxType);

internal sealed record EbayLineInstructions(DateTimeOffset? ShipByDate);

internal sealed record EbayFulfilments(IReadOnlyList<EbayFulfilment>? Fulfillments, int? Total);

internal sealed record EbayFulfilment(
    string? FulfillmentId, IReadOnlyList<EbayLinePart>? LineItems, string? ShipmentTrackingNumber, string? ShippingCarrierCode, DateTimeOffset? ShippedDate);

internal sealed record EbayLinePart(string? LineItemId, int? Quantity);

internal sealed record EbayFulfilmentInput
{
    public required IReadOnlyList<EbayLinePart> LineItems { get; init; }

    public string? ShippedDate { get; init; }

    public string? ShippingCarrierCode { get; init; }

    public string? TrackingNumber { get; init; }
}

internal sealed record EbayRefundInput
{
    public required string ReasonForRefund { get; init; }

    public string? Comment { get; init; }

    public IReadOnlyList<EbayRefundItem>? RefundItems { get; init; }

    public EbayMoney? OrderLevelRefundAmount { get; init; }
}

internal sealed record EbayRefundItem(string LineItemId, EbayMoney RefundAmount);

internal sealed record EbayRefunded(string? RefundId, string? RefundStatus);
