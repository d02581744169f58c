using System.Text.Json.Serialization;
using Commerce.Http;

namespace Commerce.Carriers.Colissimo.Wire;

/// <summary>The JSON part that every label operation answers with; each fills its own members.</summary>
internal sealed record ColissimoAnswer
{
    public IReadOnlyList<ColissimoMessage>? Messages { get; init; }

    public ColissimoLabel? LabelV2Response { get; init; }

    public ColissimoSlip? BordereauHeader { get; init; }

    public IReadOnlyList<string>? MailBoxPickingDates { get; init; }
}

internal sealed record ColissimoMessage
{
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? Id { get; init; }

    public string? Type { get; init; }

    public string? MessageContent { get; init; }
}

internal sealed record ColissimoLabel(string? ParcelNumber, string? ParcelNumberPartner);

internal sealed record ColissimoSlip
{
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? BordereauNumber { get; init; }

    public int? NumberOfParcels { get; init; }
}

internal sealed record ColissimoTimeline(
    [property: JsonConverter(typeof(OneOrManyConverter<ColissimoTimelineStatus>))] IReadOnlyList<ColissimoTimelineStatus>? Status, ColissimoTimelineParcel? Parcel);

internal sealed record ColissimoTimelineStatus
{
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? Code { get; init; }

    public string? Message { get; init; }
}

internal sealed record ColissimoTimelineParcel(
    [property: JsonConverter(typeof(OneOrManyConverter<ColissimoEvent>))] IReadOnlyList<ColissimoEvent>? Event);

internal sealed record ColissimoEvent(string? Code, string? Date, string? LabelLong, string? SiteName, string? SiteZipCode);

/// <summary>What any of the services says about a failure.</summary>
internal sealed record ColissimoErrorBody
{
    public IReadOnlyList<ColissimoMessage>? Messages { get; init; }

    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? ErrorCode { get; init; }

    public string? ErrorMessage { get; init; }

    [JsonConverter(typeof(OneOrManyConverter<ColissimoTimelineStatus>))]
    public IReadOnlyList<ColissimoTimelineStatus>? Status { get; init; }
}
