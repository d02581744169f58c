using System.Text.Json.Serialization;

namespace Commerce.Carriers.Dpd.Wire;

internal sealed record DpdShipmentAnswer
{
    public string? WarningMessage { get; init; }

    public string? ShipmentId { get; init; }

    public IReadOnlyList<string>? ParcelIds { get; init; }

    public IReadOnlyList<string>? NetworkParcelIds { get; init; }

    public DpdLabel? Label { get; init; }

    public DpdLabel? Qrcode { get; init; }

    public IReadOnlyList<DpdLabel>? Others { get; init; }
}

/// <summary>A document. Its media type is not read, since it is often <c>application/octet-stream</c>: the bytes tell.</summary>
internal sealed record DpdLabel(string? Base64Data, string? Pincode, string? Qrcode);

internal sealed record DpdLabelAnswer(DpdLabel? Label);

internal sealed record DpdPickupAnswer(IReadOnlyList<DpdScheduledPickup>? ScheduledPickupResponse);

internal sealed record DpdScheduledPickup([property: JsonPropertyName("pickupreference")] string? PickupReference, string? StatusCode, string? StatusDescription);

internal sealed record DpdCollectionAnswer(string? CollectionId, string? ParcelId, IReadOnlyList<DpdStatusLine>? StatusList);

internal sealed record DpdStatusLine(string? Code, string? Info, string? Description);

internal sealed record DpdErrorBody(string? ErrorCode, string? ErrorMessage);

/// <summary>The part of a token's payload that is read.</summary>
internal sealed record DpdClaims(long? Exp);
