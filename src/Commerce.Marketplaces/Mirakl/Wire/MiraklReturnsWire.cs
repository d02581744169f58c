namespace Commerce.Marketplaces.Mirakl.Wire;

internal sealed record MiraklReturns(IReadOnlyList<MiraklReturn>? Data, string? NextPageToken);

internal sealed record MiraklReturn
{
    public string? Id { get; init; }

    public string? OrderId { get; init; }

    public string? State { get; init; }

    public string? ReasonCode { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    public IReadOnlyList<MiraklReturnLine>? ReturnLines { get; init; }

    public MiraklReturnTracking? Tracking { get; init; }

    public string? LabelUrl { get; init; }
}

internal sealed record MiraklReturnLine(string? OrderLineId, int? Quantity, string? ReasonCode);

internal sealed record MiraklReturnTracking(string? TrackingNumber);

internal sealed record MiraklReturnActions(IReadOnlyList<MiraklReturnAction> Returns);

internal sealed record MiraklReturnAction
{
    public required string Id { get; init; }

    public bool? Accepted { get; init; }

    public string? RejectionReasonCode { get; init; }

    public IReadOnlyList<MiraklReturnCondition>? ReturnLines { get; init; }
}

internal sealed record MiraklReturnCondition
{
    public required string OrderLineId { get; init; }

    public required bool Compliant { get; init; }

    public string? NonComplianceReasonCode { get; init; }

    public string? NonComplianceAdditionalInfo { get; init; }
}

internal sealed record MiraklReturnAnswer(IReadOnlyList<MiraklReturnDone>? ReturnSuccess, IReadOnlyList<MiraklReturnError>? ReturnErrors);

internal sealed record MiraklReturnDone(string? Id);

internal sealed record MiraklReturnError(string? Id, string? Message);
