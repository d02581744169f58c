using System.Text.Json.Serialization;
using Commerce.Http;

namespace Commerce.Carriers.Ups.Wire;

internal sealed record UpsTransitRequest
{
    public required string OriginCountryCode { get; init; }

    public string? OriginStateProvince { get; init; }

    public string? OriginCityName { get; init; }

    public string? OriginPostalCode { get; init; }

    public required string DestinationCountryCode { get; init; }

    public string? DestinationStateProvince { get; init; }

    public string? DestinationCityName { get; init; }

    public string? DestinationPostalCode { get; init; }

    public string? ResidentialIndicator { get; init; }

    public required string ShipDate { get; init; }

    public required decimal Weight { get; init; }

    public required string WeightUnitOfMeasure { get; init; }

    public decimal? ShipmentContentsValue { get; init; }

    public string? ShipmentContentsCurrencyCode { get; init; }

    public required string BillType { get; init; }

    public required int NumberOfPackages { get; init; }
}

internal sealed record UpsTransitAnswer(UpsEmsResponse? EmsResponse, UpsTransitValidation? ValidationList);

internal sealed record UpsTransitValidation(bool? OriginAmbiguous, bool? DestinationAmbiguous);

internal sealed record UpsEmsResponse
{
    [JsonConverter(typeof(OneOrManyConverter<UpsTransitService>))]
    public IReadOnlyList<UpsTransitService>? Services { get; init; }
}

internal sealed record UpsTransitService
{
    public string? ServiceLevel { get; init; }

    public string? ServiceLevelDescription { get; init; }

    public string? DeliveryDate { get; init; }

    public string? DeliveryTime { get; init; }

    public int? BusinessTransitDays { get; init; }

    public string? GuaranteeIndicator { get; init; }
}
