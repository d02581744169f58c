namespace Commerce.Carriers.FedEx.Wire;

internal sealed record FedExCloseRequest
{
    public required string CloseReqType { get; init; }

    public required FedExAccount AccountNumber { get; init; }

    public required string GroundServiceCategory { get; init; }

    public string? CloseDate { get; init; }

    public string? TrackingNumber { get; init; }

    public string? ReprintOption { get; init; }

    public required FedExCloseDocuments CloseDocumentSpecification { get; init; }
}

internal sealed record FedExCloseDocuments(IReadOnlyList<string> CloseDocumentTypes);

internal sealed record FedExCloseAnswer(FedExCloseOutput? Output);

internal sealed record FedExCloseOutput(IReadOnlyList<FedExCloseDocument>? CloseDocuments);

internal sealed record FedExCloseDocument(string? Type, IReadOnlyList<FedExClosePart>? Parts);

internal sealed record FedExClosePart(int? DocumentPartSequenceNumber, string? Image);

internal sealed record FedExUpload(string WorkflowName, string Name, string ContentType, FedExUploadMeta Meta);

internal sealed record FedExUploadMeta
{
    public required string ShipDocumentType { get; init; }

    public required string OriginCountryCode { get; init; }

    public required string DestinationCountryCode { get; init; }

    public string? TrackingNumber { get; init; }

    public string? ShipmentDate { get; init; }
}

internal sealed record FedExUploadAnswer(FedExUploadOutput? Output);

internal sealed record FedExUploadOutput(FedExUploadedMeta? Meta);

internal sealed record FedExUploadedMeta(string? DocId);
