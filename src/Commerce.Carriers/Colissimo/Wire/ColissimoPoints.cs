using System.Text.Json.Serialization;
using Commerce.Http;

namespace Commerce.Carriers.Colissimo.Wire;

internal sealed record ColissimoPointRequest
{
    public required string ApiKey { get; init; }

    public required string Address { get; init; }

    public required string ZipCode { get; init; }

    public required string City { get; init; }

    public required string CountryCode { get; init; }

    public required string Weight { get; init; }

    public required string ShippingDate { get; init; }

    public required string FilterRelay { get; init; }

    public required string RequestId { get; init; }

    public required string Lang { get; init; }

    public required string OptionInter { get; init; }
}

internal sealed record ColissimoPointAnswer
{
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? ErrorCode { get; init; }

    public string? ErrorMessage { get; init; }

    [JsonConverter(typeof(OneOrManyConverter<ColissimoPoint>))]
    public IReadOnlyList<ColissimoPoint>? ListePointRetraitAcheminement { get; init; }
}

internal sealed record ColissimoPoint
{
    public string? Identifiant { get; init; }

    public string? Nom { get; init; }

    public string? Adresse1 { get; init; }

    public string? Adresse2 { get; init; }

    public string? Adresse3 { get; init; }

    public string? CodePostal { get; init; }

    public string? Localite { get; init; }

    public string? CodePays { get; init; }

    public string? CoordGeolocalisationLatitude { get; init; }

    public string? CoordGeolocalisationLongitude { get; init; }

    public int? DistanceEnMetre { get; init; }

    public long? PoidsMaxi { get; init; }

    public string? TypeDePoint { get; init; }

    public bool? CongesTotal { get; init; }

    public string? HorairesOuvertureLundi { get; init; }

    public string? HorairesOuvertureMardi { get; init; }

    public string? HorairesOuvertureMercredi { get; init; }

    public string? HorairesOuvertureJeudi { get; init; }

    public string? HorairesOuvertureVendredi { get; init; }

    public string? HorairesOuvertureSamedi { get; init; }

    public string? HorairesOuvertureDimanche { get; init; }

    [JsonConverter(typeof(OneOrManyConverter<ColissimoHoliday>))]
    public IReadOnlyList<ColissimoHoliday>? ListeConges { get; init; }
}

internal sealed record ColissimoHoliday(string? CalendarDeDebut, string? CalendarDeFin);

internal sealed record ColissimoTimelineRequest(string ApiKey, string ParcelNumber, string Ip, string Lang);

internal sealed record ColissimoTimelineAnswer
{
    [JsonConverter(typeof(OneOrManyConverter<ColissimoTimelineStatus>))]
    public IReadOnlyList<ColissimoTimelineStatus>? Status { get; init; }

    public ColissimoTimelineParcel? Parcel { get; init; }
}

internal sealed record ColissimoTimelineStatus
{
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? Code { get; init; }

    public string? Message { get; init; }
}

internal sealed record ColissimoTimelineParcel
{
    public string? ParcelNumber { get; init; }

    [JsonConverter(typeof(OneOrManyConverter<ColissimoEvent>))]
    public IReadOnlyList<ColissimoEvent>? Event { get; init; }
}

internal sealed record ColissimoEvent(string? Code, string? Date, string? LabelLong, string? SiteName, string? SiteZipCode);
