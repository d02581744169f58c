using System.Text.Json.Serialization;
using Commerce.Http;

namespace Commerce.Carriers.Ups.Wire;

internal sealed record UpsRateEnvelope(UpsRateRequest RateRequest);

internal sealed record UpsRateRequest(UpsRequestHead Request, UpsCode PickupType, UpsRateShipment Shipment);

internal sealed record UpsRateShipment
{
    public required UpsParty Shipper { get; init; }

    public required UpsParty ShipTo { get; init; }

    public required UpsParty ShipFrom { get; init; }

    public UpsPayment? PaymentDetails { get; init; }

    public UpsCode? Service { get; init; }

    public required IReadOnlyList<UpsPackage> Package { get; init; }

    public UpsShipmentOptions? ShipmentServiceOptions { get; init; }

    public UpsRatingOptions? ShipmentRatingOptions { get; init; }

    public string? TaxInformationIndicator { get; init; }

    public UpsWeight? ShipmentTotalWeight { get; init; }

    public UpsDeliveryTime? DeliveryTimeInformation { get; init; }

    public UpsCharge? InvoiceLineTotal { get; init; }

    public IReadOnlyList<UpsCode>? ShipmentIndicationType { get; init; }

    public UpsAlternateDelivery? AlternateDeliveryAddress { get; init; }
}

internal sealed record UpsDeliveryTime(string PackageBillType, UpsMoment Pickup);

internal sealed record UpsMoment(string? Date, string? Time = null);

internal sealed record UpsRateAnswer(UpsRateResponse? RateResponse);

internal sealed record UpsRateResponse
{
    public UpsResponseHead? Response { get; init; }

    [JsonConverter(typeof(OneOrManyConverter<UpsRatedShipment>))]
    public IReadOnlyList<UpsRatedShipment>? RatedShipment { get; init; }
}

internal sealed record UpsRatedShipment
{
    public UpsCode? Service { get; init; }

    [JsonConverter(typeof(OneOrManyConverter<UpsCode>))]
    public IReadOnlyList<UpsCode>? RatedShipmentAlert { get; init; }

    [JsonConverter(typeof(OneOrManyConverter<UpsItemizedCharge>))]
    public IReadOnlyList<UpsItemizedCharge>? ItemizedCharges { get; init; }

    public UpsCharge? ServiceOptionsCharges { get; init; }

    public UpsCharge? TotalCharges { get; init; }

    public UpsCharge? TotalChargesWithTaxes { get; init; }

    public UpsNegotiated? NegotiatedRateCharges { get; init; }

    public UpsGuaranteed? GuaranteedDelivery { get; init; }

    public UpsTimeInTransit? TimeInTransit { get; init; }
}

internal sealed record UpsItemizedCharge
{
    public string? Code { get; init; }

    public string? Description { get; init; }

    public string? SubType { get; init; }

    public string? CurrencyCode { get; init; }

    public string? MonetaryValue { get; init; }
}

internal sealed record UpsNegotiated
{
    [JsonConverter(typeof(OneOrManyConverter<UpsItemizedCharge>))]
    public IReadOnlyList<UpsItemizedCharge>? ItemizedCharges { get; init; }

    public UpsCharge? TotalCharge { get; init; }

    public UpsCharge? TotalChargesWithTaxes { get; init; }
}

internal sealed record UpsGuaranteed(string? BusinessDaysInTransit);

internal sealed record UpsTimeInTransit(UpsServiceSummary? ServiceSummary);

internal sealed record UpsServiceSummary(UpsCode? Service, UpsArrival? EstimatedArrival, string? GuaranteedIndicator);

internal sealed record UpsArrival(UpsMoment? Arrival, string? BusinessDaysInTransit);
