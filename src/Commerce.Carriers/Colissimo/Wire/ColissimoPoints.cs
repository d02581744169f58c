using System.Text.Json.Serialization;
using Commerce.Http;

namespace Commerce.Carriers.Colissimo.Wire;

internal sealed record ColissimoPointsRequest
{
    public required string ApiKey { get; init; }

    public string? AccountNumber { get; init; }

    public required string Address { get; init; }

    public required string ZipCode { get; init; }

    public required string City { get; init; }

    public required string CountryCode { get; init; }

    public string? Weight { get; init; }

    public required string ShippingDate { get; init; }

    public required string FilterRelay { get; init; }

    public required string Lang { get; init; }

    public required string OptionInter { get; init; }
}

internal sealed record ColissimoPoints
{
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? ErrorCode { get; init; }

    [JsonConverter(typeof(OneOrManyConverter<ColissimoPoint>))]
    public IReadOnlyList<ColissimoPoint>? ListePointRetraitAcheminement { get; init; }
}

internal sealed record ColissimoPoint
{
    [JsonConverter(typeof(TextOrNumberConverter))]
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

    public string? HorairesOuvertureLundi { get; init; }

    public string? HorairesOuvertureMardi { get; init; }

    public string? HorairesOuvertureMercredi { get; init; }

    public string? HorairesOuvertureJeudi { get; init; }

    public string? HorairesOuvertureVendredi { get; init; }

    public string? HorairesOuvertureSamedi { get; init; }

    public string? HorairesOuvertureDimanche { get; init; }

    public string? TypeDePoint { get; init; }

    public int? PoidsMaxi { get; init; }

    [JsonConverter(typeof(OneOrManyConverter<ColissimoClosure>))]
    public IReadOnlyList<ColissimoClosure>? ListeConges { get; init; }
}

internal sealed record ColissimoClosure(string? CalendarDeDebut, string? CalendarDeFin);
