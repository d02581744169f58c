using System.Text.Json.Serialization;
using Commerce.Http;

namespace Commerce.Carriers.Ups.Wire;

internal sealed record UpsCode(string? Code, string? Description = null);

internal sealed record UpsCharge(string? CurrencyCode, string? MonetaryValue);

internal sealed record UpsRequestHead
{
    public string? RequestOption { get; init; }

    public string? SubVersion { get; init; }

    public UpsTransactionReference? TransactionReference { get; init; }
}

internal sealed record UpsTransactionReference(string? CustomerContext);

internal sealed record UpsAddress
{
    public IReadOnlyList<string>? AddressLine { get; init; }

    public string? City { get; init; }

    public string? StateProvinceCode { get; init; }

    public string? PostalCode { get; init; }

    public string? CountryCode { get; init; }

    public string? ResidentialAddressIndicator { get; init; }
}

internal sealed record UpsPhone(string Number);

internal sealed record UpsParty
{
    public string? Name { get; init; }

    public string? AttentionName { get; init; }

    public UpsPhone? Phone { get; init; }

    public string? EMailAddress { get; init; }

    public string? TaxIdentificationNumber { get; init; }

    public string? ShipperNumber { get; init; }

    public UpsAddress? Address { get; init; }
}

internal sealed record UpsBillShipper(string AccountNumber);

internal sealed record UpsShipmentCharge(string Type, UpsBillShipper BillShipper);

internal sealed record UpsPayment([property: JsonConverter(typeof(OneOrManyConverter<UpsShipmentCharge>))] IReadOnlyList<UpsShipmentCharge> ShipmentCharge);

internal sealed record UpsDimensions(UpsCode UnitOfMeasurement, string Length, string Width, string Height);

internal sealed record UpsWeight(UpsCode UnitOfMeasurement, string Weight);

internal sealed record UpsReferenceNumber(string Value);

internal sealed record UpsDeliveryConfirmation(string DCISType);

internal sealed record UpsPackageOptions
{
    public UpsCharge? DeclaredValue { get; init; }

    public UpsDeliveryConfirmation? DeliveryConfirmation { get; init; }
}

internal sealed record UpsPackage
{
    public string? Description { get; init; }

    public UpsCode? PackagingType { get; init; }

    public UpsCode? Packaging { get; init; }

    public UpsDimensions? Dimensions { get; init; }

    public UpsWeight? PackageWeight { get; init; }

    public UpsPackageOptions? PackageServiceOptions { get; init; }
}

internal sealed record UpsRatingOptions(string? NegotiatedRatesIndicator);

internal sealed record UpsShipmentOptions
{
    public string? SaturdayDeliveryIndicator { get; init; }

    public IReadOnlyList<UpsNotification>? Notification { get; init; }

    public UpsInternationalForms? InternationalForms { get; init; }

    public UpsDeliveryConfirmation? DeliveryConfirmation { get; init; }
}
