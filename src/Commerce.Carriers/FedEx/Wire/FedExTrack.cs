namespace Commerce.Carriers.FedEx.Wire;

internal sealed record FedExTrackRequest(bool IncludeDetailedScans, IReadOnlyList<FedExTrackInfo> TrackingInfo);

internal sealed record FedExTrackInfo(FedExTrackingNumberInfo TrackingNumberInfo);

internal sealed record FedExReferenceRequest(bool IncludeDetailedScans, FedExReferenceInfo ReferencesInformation);

// The contract names the last day shipDateEndDate, its sample shipDateEnd: the contract is followed.
internal sealed record FedExReferenceInfo(string Type, string Value, string AccountNumber, string ShipDateBegin, string ShipDateEndDate);

internal sealed record FedExProofRequest(FedExProofDetail TrackDocumentDetail, IReadOnlyList<FedExTrackInfo> TrackDocumentSpecification);

internal sealed record FedExProofDetail(string DocumentType, string DocumentFormat);

internal sealed record FedExProofAnswer(FedExProofOutput? Output);

// The contract writes document, FedEx's answers documents.
internal sealed record FedExProofOutput(IReadOnlyList<string>? Documents, IReadOnlyList<string>? Document, string? DocumentFormat);

internal sealed record FedExTrackAnswer(FedExTrackOutput? Output);

internal sealed record FedExTrackOutput(IReadOnlyList<FedExTrackComplete>? CompleteTrackResults);

internal sealed record FedExTrackComplete(string? TrackingNumber, IReadOnlyList<FedExTrackResult>? TrackResults);

internal sealed record FedExTrackResult
{
    public FedExTrackingNumberInfo? TrackingNumberInfo { get; init; }

    public FedExLatestStatus? LatestStatusDetail { get; init; }

    public IReadOnlyList<FedExScan>? ScanEvents { get; init; }

    public IReadOnlyList<FedExDateAndTime>? DateAndTimes { get; init; }

    public FedExTimeWindow? EstimatedDeliveryTimeWindow { get; init; }

    public FedExPackageDetails? PackageDetails { get; init; }

    public FedExError? Error { get; init; }
}

internal sealed record FedExLatestStatus(string? Code, string? DerivedCode, IReadOnlyList<FedExAncillary>? AncillaryDetails, FedExDelay? DelayDetail);

internal sealed record FedExAncillary(string? Reason, string? ReasonDescription);

internal sealed record FedExDelay(string? Type, string? Status);

internal sealed record FedExScan
{
    public string? Date { get; init; }

    public string? EventType { get; init; }

    public string? EventDescription { get; init; }

    public string? ExceptionCode { get; init; }

    public string? ExceptionDescription { get; init; }

    public FedExAddress? ScanLocation { get; init; }

    public FedExDelay? DelayDetail { get; init; }
}

internal sealed record FedExDateAndTime(string? Type, string? DateTime);

internal sealed record FedExTimeWindow(FedExWindow? Window);

internal sealed record FedExWindow(string? Begins, string? Ends);

internal sealed record FedExPackageDetails(string? SequenceNumber, string? Count);
