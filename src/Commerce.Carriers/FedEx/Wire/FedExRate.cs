namespace Commerce.Carriers.FedEx.Wire;

internal sealed record FedExRateRequest(FedExAccount AccountNumber, FedExRateControl RateRequestControlParameters, FedExRatedRequest RequestedShipment);

internal sealed record FedExRateControl(bool ReturnTransitTimes);

internal sealed record FedExRatedRequest
{
    public required FedExPlace Shipper { get; init; }

    public required FedExPlace Recipient { get; init; }

    public string? ServiceType { get; init; }

    public required IReadOnlyList<string> RateRequestType { get; init; }

    // This operation writes a capital S.
    public string? ShipDateStamp { get; init; }

    public required string PickupType { get; init; }

    public required string PackagingType { get; init; }

    public bool? DocumentShipment { get; init; }

    public int TotalPackageCount { get; init; }

    public required IReadOnlyList<FedExPackage> RequestedPackageLineItems { get; init; }

    public FedExShipmentServices? ShipmentSpecialServices { get; init; }

    public FedExCustomsDetail? CustomsClearanceDetail { get; init; }
}

internal sealed record FedExRateAnswer(FedExRateOutput? Output);

internal sealed record FedExRateOutput(IReadOnlyList<FedExRateReply>? RateReplyDetails, IReadOnlyList<FedExAlert>? Alerts);

internal sealed record FedExRateReply
{
    public string? ServiceType { get; init; }

    public string? ServiceName { get; init; }

    public IReadOnlyList<FedExAlert>? CustomerMessages { get; init; }

    public FedExCommit? Commit { get; init; }

    public FedExOperational? OperationalDetail { get; init; }

    public IReadOnlyList<FedExRated>? RatedShipmentDetails { get; init; }
}

internal sealed record FedExCommit(FedExDateDetail? DateDetail, FedExTransitDays? TransitDays, string? CommitMessageDetails);

internal sealed record FedExDateDetail(string? DayFormat, string? Day, string? Time);

internal sealed record FedExTransitDays(string? MinimumTransitTime, string? MaximumTransitTime);

internal sealed record FedExOperational(string? DeliveryDate, string? TransitTime, string? CommitDate, bool? IneligibleForMoneyBackGuarantee);

internal sealed record FedExRated
{
    public string? RateType { get; init; }

    public decimal? TotalNetCharge { get; init; }

    public decimal? TotalNetFedExCharge { get; init; }

    public string? Currency { get; init; }

    public FedExRateDetail? ShipmentRateDetail { get; init; }
}

internal sealed record FedExRateDetail(string? Currency, IReadOnlyList<FedExSurcharge>? SurCharges);

internal sealed record FedExSurcharge(string? Type, string? Description, decimal? Amount);

internal sealed record FedExTransitRequest(FedExTransitShipment RequestedShipment, IReadOnlyList<string> CarrierCodes);

internal sealed record FedExTransitShipment
{
    public required FedExPlace Shipper { get; init; }

    public required IReadOnlyList<FedExPlace> Recipients { get; init; }

    public string? ServiceType { get; init; }

    public required string PackagingType { get; init; }

    // This operation writes a small s.
    public string? ShipDatestamp { get; init; }

    public required string PickupType { get; init; }

    public required IReadOnlyList<FedExPackage> RequestedPackageLineItems { get; init; }

    public FedExShipmentServices? ShipmentSpecialServices { get; init; }

    public FedExCustomsDetail? CustomsClearanceDetail { get; init; }
}

internal sealed record FedExTransitAnswer(FedExTransitOutput? Output);

internal sealed record FedExTransitOutput(IReadOnlyList<FedExTransitTimes>? TransitTimes);

internal sealed record FedExTransitTimes(IReadOnlyList<FedExTransitDetail>? TransitTimeDetails);

internal sealed record FedExTransitDetail(string? ServiceType, string? ServiceName, FedExCommit? Commit);
