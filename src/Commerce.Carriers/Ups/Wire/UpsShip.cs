using System.Text.Json.Serialization;
using Commerce.Http;

namespace Commerce.Carriers.Ups.Wire;

internal sealed record UpsShipEnvelope(UpsShipRequest ShipmentRequest);

internal sealed record UpsShipRequest(UpsRequestHead Request, UpsShipShipment Shipment, UpsLabelSpecification LabelSpecification);

internal sealed record UpsShipShipment
{
    public string? Description { get; init; }

    public required UpsParty Shipper { get; init; }

    public required UpsParty ShipTo { get; init; }

    public required UpsParty ShipFrom { get; init; }

    public required UpsPayment PaymentInformation { get; init; }

    public required UpsCode Service { get; init; }

    [JsonConverter(typeof(OneOrManyConverter<UpsReferenceNumber>))]
    public IReadOnlyList<UpsReferenceNumber>? ReferenceNumber { get; init; }

    public UpsCode? ReturnService { get; init; }

    public IReadOnlyList<UpsCode>? ShipmentIndicationType { get; init; }

    public UpsAlternateDelivery? AlternateDeliveryAddress { get; init; }

    public UpsCharge? InvoiceLineTotal { get; init; }

    public UpsRatingOptions? ShipmentRatingOptions { get; init; }

    public UpsShipmentOptions? ShipmentServiceOptions { get; init; }

    public string? ShipmentDate { get; init; }

    public required IReadOnlyList<UpsShipPackage> Package { get; init; }
}

internal sealed record UpsShipPackage
{
    public string? Description { get; init; }

    public required UpsCode Packaging { get; init; }

    public UpsDimensions? Dimensions { get; init; }

    public required UpsWeight PackageWeight { get; init; }

    public UpsPackageOptions? PackageServiceOptions { get; init; }

    [JsonConverter(typeof(OneOrManyConverter<UpsReferenceNumber>))]
    public IReadOnlyList<UpsReferenceNumber>? ReferenceNumber { get; init; }
}

internal sealed record UpsLabelSpecification(UpsCode LabelImageFormat, UpsLabelStock? LabelStockSize, string? HTTPUserAgent = null);

internal sealed record UpsLabelStock(string Height, string Width);

internal sealed record UpsShipAnswer(UpsShipResponse? ShipmentResponse);

internal sealed record UpsShipResponse
{
    public UpsResponseHead? Response { get; init; }

    public UpsShipResults? ShipmentResults { get; init; }
}

internal sealed record UpsResponseHead
{
    [JsonConverter(typeof(OneOrManyConverter<UpsCode>))]
    public IReadOnlyList<UpsCode>? Alert { get; init; }
}

internal sealed record UpsShipResults
{
    public UpsShipCharges? ShipmentCharges { get; init; }

    public UpsNegotiated? NegotiatedRateCharges { get; init; }

    public string? ShipmentIdentificationNumber { get; init; }

    public UpsForm? Form { get; init; }

    [JsonConverter(typeof(OneOrManyConverter<UpsPackageResult>))]
    public IReadOnlyList<UpsPackageResult>? PackageResults { get; init; }
}

internal sealed record UpsShipCharges
{
    public UpsCharge? TotalCharges { get; init; }
}

internal sealed record UpsPackageResult
{
    public string? TrackingNumber { get; init; }

    public UpsImage? ShippingLabel { get; init; }
}

internal sealed record UpsImage
{
    public UpsCode? ImageFormat { get; init; }

    public UpsCode? LabelImageFormat { get; init; }

    public string? GraphicImage { get; init; }
}

internal sealed record UpsForm(UpsImage? Image);

internal sealed record UpsVoidAnswer(UpsVoidResponse? VoidShipmentResponse);

internal sealed record UpsVoidResponse
{
    public UpsVoidSummary? SummaryResult { get; init; }

    [JsonConverter(typeof(OneOrManyConverter<UpsVoidedPackage>))]
    public IReadOnlyList<UpsVoidedPackage>? PackageLevelResults { get; init; }

    /// <summary>Gets the same under the name of the examples; the contract has the plural.</summary>
    [JsonConverter(typeof(OneOrManyConverter<UpsVoidedPackage>))]
    public IReadOnlyList<UpsVoidedPackage>? PackageLevelResult { get; init; }
}

internal sealed record UpsVoidSummary(UpsCode? Status);

internal sealed record UpsVoidedPackage(string? TrackingNumber, UpsCode? Status);

internal sealed record UpsRecoveryEnvelope(UpsRecoveryRequest LabelRecoveryRequest);

internal sealed record UpsRecoveryRequest(UpsRequestHead Request, UpsLabelSpecification LabelSpecification, string TrackingNumber);

internal sealed record UpsRecoveryAnswer(UpsRecoveryResponse? LabelRecoveryResponse);

internal sealed record UpsRecoveryResponse
{
    public string? ShipmentIdentificationNumber { get; init; }

    [JsonConverter(typeof(OneOrManyConverter<UpsRecovered>))]
    public IReadOnlyList<UpsRecovered>? LabelResults { get; init; }
}

internal sealed record UpsRecovered(string? TrackingNumber, UpsImage? LabelImage);
