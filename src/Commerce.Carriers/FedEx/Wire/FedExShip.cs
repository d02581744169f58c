namespace Commerce.Carriers.FedEx.Wire;

internal sealed record FedExShipRequest(
    string LabelResponseOptions, FedExAccount AccountNumber, string ShipAction, string ProcessingOptionType, FedExRequestedShipment RequestedShipment);

internal sealed record FedExValidateRequest(FedExAccount AccountNumber, FedExRequestedShipment RequestedShipment);

internal sealed record FedExRequestedShipment
{
    public required FedExParty Shipper { get; init; }

    public required IReadOnlyList<FedExParty> Recipients { get; init; }

    public string? ShipDatestamp { get; init; }

    public required string ServiceType { get; init; }

    public required string PackagingType { get; init; }

    public required string PickupType { get; init; }

    public decimal TotalWeight { get; init; }

    public required FedExPayment ShippingChargesPayment { get; init; }

    public required FedExLabelSpecification LabelSpecification { get; init; }

    public IReadOnlyList<string>? RateRequestType { get; init; }

    public int TotalPackageCount { get; init; }

    public FedExShipmentServices? ShipmentSpecialServices { get; init; }

    public FedExEmailDetail? EmailNotificationDetail { get; init; }

    public FedExCustomsDetail? CustomsClearanceDetail { get; init; }

    public FedExDocumentSpecification? ShippingDocumentSpecification { get; init; }

    public required IReadOnlyList<FedExPackage> RequestedPackageLineItems { get; init; }
}

internal sealed record FedExLabelSpecification(string ImageType, string LabelStockType, string LabelFormatType, int? Resolution);

internal sealed record FedExPackage
{
    public int? SequenceNumber { get; init; }

    public int? GroupPackageCount { get; init; }

    public required FedExWeight Weight { get; init; }

    public FedExDimensions? Dimensions { get; init; }

    public FedExMoney? DeclaredValue { get; init; }

    public IReadOnlyList<FedExReference>? CustomerReferences { get; init; }

    public string? ItemDescription { get; init; }

    public FedExPackageServices? PackageSpecialServices { get; init; }
}

internal sealed record FedExPackageServices(IReadOnlyList<string> SpecialServiceTypes, string? SignatureOptionType);

internal sealed record FedExShipmentServices
{
    public required IReadOnlyList<string> SpecialServiceTypes { get; init; }

    public FedExReturnDetail? ReturnShipmentDetail { get; init; }

    public FedExHoldDetail? HoldAtLocationDetail { get; init; }

    public FedExCodDetail? ShipmentCODDetail { get; init; }

    public FedExCodDetail? CodDetail { get; init; }

    public FedExEtdDetail? EtdDetail { get; init; }
}

internal sealed record FedExReturnDetail(string ReturnType);

internal sealed record FedExHoldDetail(string LocationId, FedExParty? LocationContactAndAddress);

internal sealed record FedExCodDetail(string CodCollectionType, FedExMoney? CodCollectionAmount);

internal sealed record FedExEtdDetail(IReadOnlyList<FedExAttachedDocument>? AttachedDocuments, IReadOnlyList<string>? RequestedDocumentTypes);

internal sealed record FedExAttachedDocument(string DocumentType, string DocumentId);

internal sealed record FedExEmailDetail(string AggregationType, IReadOnlyList<FedExEmailRecipient> EmailNotificationRecipients);

internal sealed record FedExEmailRecipient(
    string Name,
    string EmailNotificationRecipientType,
    string EmailAddress,
    string NotificationFormatType,
    string NotificationType,
    IReadOnlyList<string> NotificationEventType);

internal sealed record FedExDocumentSpecification(IReadOnlyList<string> ShippingDocumentTypes, FedExInvoiceDetail CommercialInvoiceDetail);

internal sealed record FedExInvoiceDetail(FedExDocumentFormat DocumentFormat);

internal sealed record FedExDocumentFormat(string StockType, string DocType);

internal sealed record FedExCancelRequest(FedExAccount AccountNumber, string DeletionControl, string TrackingNumber);

internal sealed record FedExCancelAnswer(FedExCancelOutput? Output);

internal sealed record FedExCancelOutput(bool? CancelledShipment, bool? CancelledHistory, string? Message, string? SuccessMessage, IReadOnlyList<FedExAlert>? Alerts);

internal sealed record FedExValidateAnswer(FedExValidateOutput? Output);

internal sealed record FedExValidateOutput(IReadOnlyList<FedExAlert>? Alerts);

internal sealed record FedExShipAnswer(FedExShipOutput? Output);

internal sealed record FedExShipOutput(IReadOnlyList<FedExTransactionShipment>? TransactionShipments, IReadOnlyList<FedExAlert>? Alerts);

internal sealed record FedExTransactionShipment
{
    public string? MasterTrackingNumber { get; init; }

    public IReadOnlyList<FedExPiece>? PieceResponses { get; init; }

    public IReadOnlyList<FedExDocument>? ShipmentDocuments { get; init; }

    public FedExCompletedDetail? CompletedShipmentDetail { get; init; }

    public FedExAdvisories? ShipmentAdvisoryDetails { get; init; }

    public IReadOnlyList<FedExAlert>? Alerts { get; init; }
}

internal sealed record FedExAdvisories(FedExRegulatoryAdvisory? RegulatoryAdvisory);

internal sealed record FedExRegulatoryAdvisory(IReadOnlyList<FedExProhibition?>? Prohibitions);

internal sealed record FedExProhibition(FedExAdvisory? Advisory);

internal sealed record FedExAdvisory(string? Code, string? Text);

internal sealed record FedExPiece
{
    public string? TrackingNumber { get; init; }

    public string? MasterTrackingNumber { get; init; }

    public int? PackageSequenceNumber { get; init; }

    public IReadOnlyList<FedExDocument>? PackageDocuments { get; init; }
}

internal sealed record FedExDocument(string? ContentType, string? DocType, string? EncodedLabel, string? TrackingNumber, IReadOnlyList<FedExAlert>? Alerts);

internal sealed record FedExCompletedDetail(FedExMasterId? MasterTrackingId, FedExShipmentRating? ShipmentRating);

internal sealed record FedExMasterId(string? TrackingNumber);

internal sealed record FedExShipmentRating(string? ActualRateType, IReadOnlyList<FedExShipmentRateDetail>? ShipmentRateDetails);

internal sealed record FedExShipmentRateDetail(string? RateType, decimal? TotalNetCharge, string? Currency);
