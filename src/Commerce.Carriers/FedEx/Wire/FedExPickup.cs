namespace Commerce.Carriers.FedEx.Wire;

internal sealed record FedExPickupRequest
{
    public required FedExAccount AssociatedAccountNumber { get; init; }

    public required FedExOriginDetail OriginDetail { get; init; }

    public required FedExWeight TotalWeight { get; init; }

    public int PackageCount { get; init; }

    public required string CarrierCode { get; init; }

    public required string PickupType { get; init; }

    public string? CountryRelationships { get; init; }

    public string? TrackingNumber { get; init; }

    public string? Remarks { get; init; }
}

internal sealed record FedExOriginDetail(string PickupAddressType, FedExPickupLocation PickupLocation, string ReadyDateTimestamp, string CustomerCloseTime, string PackageLocation);

internal sealed record FedExPickupLocation(FedExContact Contact, FedExAddress Address, FedExAccount AccountNumber);

internal sealed record FedExPickupAnswer(FedExPickupOutput? Output);

internal sealed record FedExPickupOutput(string? PickupConfirmationCode, string? Location);

internal sealed record FedExPickupCancelRequest(
    FedExAccount AssociatedAccountNumber, string PickupConfirmationCode, string CarrierCode, string ScheduledDate, string? Location);

internal sealed record FedExCalendarRequest
{
    public required FedExAddress PickupAddress { get; init; }

    public required string DispatchDate { get; init; }

    public required string PackageReadyTime { get; init; }

    public required string CustomerCloseTime { get; init; }

    public required string PickupType { get; init; }

    public required IReadOnlyList<string> PickupRequestType { get; init; }

    public required IReadOnlyList<string> Carriers { get; init; }

    public required string CountryRelationship { get; init; }
}

internal sealed record FedExCalendarAnswer(FedExCalendarOutput? Output);

internal sealed record FedExCalendarOutput(IReadOnlyList<FedExCalendarOption>? Options);

internal sealed record FedExCalendarOption(
    bool? Available, string? PickupDate, string? CutOffTime, string? DefaultReadyTime, IReadOnlyList<string>? ReadyTimeOptions, IReadOnlyList<string>? LatestTimeOptions);
