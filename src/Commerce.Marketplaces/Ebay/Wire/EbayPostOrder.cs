namespace Commerce.Marketplaces.Ebay.Wire;

internal sealed record EbayCancellationInput
{
    public required string LegacyOrderId { get; init; }

    public required string CancelReason { get; init; }

    public bool? BuyerPaid { get; init; }

    public EbayDateInput? BuyerPaidDate { get; init; }
}

internal sealed record EbayCancellationKey(string? CancelId);

internal sealed record EbayCancellations(IReadOnlyList<EbayCancellation>? Cancellations, EbayPagination? PaginationOutput, int? Total);

internal sealed record EbayCancellation
{
    public string? CancelId { get; init; }

    public string? LegacyOrderId { get; init; }

    public string? RequestorType { get; init; }

    public string? CancelState { get; init; }

    public string? CancelStatus { get; init; }

    public string? CancelReason { get; init; }

    public EbayDate? CancelRequestDate { get; init; }

    public EbayDate? SellerResponseDueDate { get; init; }

    public IReadOnlyList<EbayCancelledLine>? LineItems { get; init; }
}

internal sealed record EbayCancelledLine(string? ItemId, string? TransactionId, int? CancelQuantity);

internal sealed record EbayRejection(EbayDateInput? ShipmentDate, string? TrackingNumber);

internal sealed record EbayEligibilityInput(string LegacyOrderId);

internal sealed record EbayEligibilityAnswer(
    bool? Eligible, IReadOnlyList<string>? FailureReason, IReadOnlyList<EbayItemEligibility>? ItemEligibilityResult);

internal sealed record EbayItemEligibility(bool? Eligible, IReadOnlyList<string>? FailureReason);

internal sealed record EbayReturns(IReadOnlyList<EbayReturn>? Members, EbayPagination? PaginationOutput);

internal sealed record EbayReturn
{
    public string? ReturnId { get; init; }

    public string? OrderId { get; init; }

    public string? State { get; init; }

    public string? Status { get; init; }

    public EbayReturnCreation? CreationInfo { get; init; }

    public EbayReturnTotal? SellerTotalRefund { get; init; }

    public EbayReturnDue? SellerResponseDue { get; init; }
}

internal sealed record EbayReturnCreation(EbayReturnItem? Item, string? Reason, EbayDate? CreationDate);

internal sealed record EbayReturnItem(string? ItemId, string? TransactionId, int? ReturnQuantity);

internal sealed record EbayReturnTotal(EbayAmount? EstimatedRefundAmount);

internal sealed record EbayReturnDue(string? ActivityDue, EbayDate? RespondByDate);

internal sealed record EbayReturnDecision
{
    public required string Decision { get; init; }

    public EbayText? Comments { get; init; }

    public EbayMoney? PartialRefundAmount { get; init; }

    public string? RMANumber { get; init; }
}

internal sealed record EbayComments(EbayText? Comments);

internal sealed record EbayReturnRefund
{
    public EbayReturnRefundDetail? RefundDetail { get; init; }

    public EbayText? Comments { get; init; }
}

internal sealed record EbayReturnRefundDetail(IReadOnlyList<EbayReturnRefundPart> ItemizedRefundDetail, EbayMoney TotalAmount);

internal sealed record EbayReturnRefundPart(string RefundFeeType, EbayMoney RefundAmount);

internal sealed record EbayRefundStatus(string? RefundStatus);

internal sealed record EbayResolutions(IReadOnlyList<EbayResolution>? Members, EbayPagination? PaginationOutput);

/// <summary>An inquiry or a case: the two are listed alike.</summary>
internal sealed record EbayResolution
{
    public string? InquiryId { get; init; }

    public string? CaseId { get; init; }

    public string? ItemId { get; init; }

    public string? TransactionId { get; init; }

    public string? InquiryStatusEnum { get; init; }

    public string? CaseStatusEnum { get; init; }

    public EbayAmount? ClaimAmount { get; init; }

    public EbayDate? CreationDate { get; init; }

    public EbayDate? LastModifiedDate { get; init; }

    public EbayDate? RespondByDate { get; init; }
}

internal sealed record EbayShipmentInfo(string ShippingCarrierName, string TrackingNumber);

internal sealed record EbayMessageText(EbayText Message);

internal sealed record EbayDisputes(IReadOnlyList<EbayDispute>? PaymentDisputeSummaries, long? Total);

internal sealed record EbayDispute
{
    public string? PaymentDisputeId { get; init; }

    public string? OrderId { get; init; }

    public string? PaymentDisputeStatus { get; init; }

    public string? Reason { get; init; }

    public EbayAmount? Amount { get; init; }

    public DateTimeOffset? OpenDate { get; init; }

    public DateTimeOffset? RespondByDate { get; init; }

    public DateTimeOffset? ClosedDate { get; init; }

    public int? Revision { get; init; }

    public IReadOnlyList<string>? AvailableChoices { get; init; }
}

internal sealed record EbayDisputeAnswer(int Revision, string? Note);
