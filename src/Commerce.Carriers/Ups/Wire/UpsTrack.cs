using System.Text.Json.Serialization;
using Commerce.Http;

namespace Commerce.Carriers.Ups.Wire;

internal sealed record UpsTrackAnswer(UpsTrackResponse? TrackResponse);

internal sealed record UpsTrackResponse
{
    [JsonConverter(typeof(OneOrManyConverter<UpsTrackShipment>))]
    public IReadOnlyList<UpsTrackShipment>? Shipment { get; init; }
}

internal sealed record UpsTrackShipment
{
    public string? InquiryNumber { get; init; }

    [JsonConverter(typeof(OneOrManyConverter<UpsTrackPackage>))]
    public IReadOnlyList<UpsTrackPackage>? Package { get; init; }

    [JsonConverter(typeof(OneOrManyConverter<UpsTrackWarning>))]
    public IReadOnlyList<UpsTrackWarning>? Warnings { get; init; }
}

internal sealed record UpsTrackWarning(string? Code, string? Message);

internal sealed record UpsTrackPackage
{
    public string? TrackingNumber { get; init; }

    public UpsTrackStatus? CurrentStatus { get; init; }

    [JsonConverter(typeof(OneOrManyConverter<UpsTrackActivity>))]
    public IReadOnlyList<UpsTrackActivity>? Activity { get; init; }

    [JsonConverter(typeof(OneOrManyConverter<UpsTrackDate>))]
    public IReadOnlyList<UpsTrackDate>? DeliveryDate { get; init; }

    public UpsTrackTime? DeliveryTime { get; init; }

    public UpsDeliveryInformation? DeliveryInformation { get; init; }

    public int? PackageCount { get; init; }

    [JsonConverter(typeof(OneOrManyConverter<UpsAlternateNumber>))]
    public IReadOnlyList<UpsAlternateNumber>? AlternateTrackingNumber { get; init; }
}

internal sealed record UpsDeliveryInformation(UpsProof? Pod);

internal sealed record UpsProof(string? Content);

internal sealed record UpsTrackStatus(string? Code, string? Description, string? Type, string? StatusCode);

internal sealed record UpsTrackDate(string? Type, string? Date);

internal sealed record UpsAlternateNumber(string? Number);

internal sealed record UpsTrackTime(string? Type, string? EndTime);

internal sealed record UpsTrackActivity
{
    public string? Date { get; init; }

    public string? Time { get; init; }

    public string? GmtDate { get; init; }

    public string? GmtTime { get; init; }

    public string? GmtOffset { get; init; }

    public UpsTrackLocation? Location { get; init; }

    public UpsTrackStatus? Status { get; init; }
}

internal sealed record UpsTrackLocation(UpsTrackAddress? Address);

internal sealed record UpsTrackAddress(string? City, string? CountryCode);

internal sealed record UpsErrorBody
{
    public UpsErrorList? Response { get; init; }

    [JsonConverter(typeof(OneOrManyConverter<UpsErrorEntry>))]
    public IReadOnlyList<UpsErrorEntry>? Errors { get; init; }
}

internal sealed record UpsErrorList
{
    [JsonConverter(typeof(OneOrManyConverter<UpsErrorEntry>))]
    public IReadOnlyList<UpsErrorEntry>? Errors { get; init; }
}

internal sealed record UpsErrorEntry(string? Code, string? Message);
