using System.Text.Json.Serialization;
using Commerce.Http;

namespace Commerce.Carriers.Ups.Wire;

internal sealed record UpsPickupEnvelope(UpsPickupCreation PickupCreationRequest);

internal sealed record UpsPickupCreation
{
    public required UpsRequestHead Request { get; init; }

    public required string RatePickupIndicator { get; init; }

    public required UpsPickupShipper Shipper { get; init; }

    public required UpsPickupTimes PickupDateInfo { get; init; }

    public required UpsPickupAddress PickupAddress { get; init; }

    public required string AlternateAddressIndicator { get; init; }

    public required IReadOnlyList<UpsPickupPiece> PickupPiece { get; init; }

    public UpsPickupWeight? TotalWeight { get; init; }

    public string? OverweightIndicator { get; init; }

    public required string PaymentMethod { get; init; }

    public string? SpecialInstruction { get; init; }

    public string? ReferenceNumber { get; init; }
}

internal sealed record UpsPickupShipper(UpsPickupAccount Account);

internal sealed record UpsPickupAccount(string AccountNumber, string AccountCountryCode);

internal sealed record UpsPickupTimes(string CloseTime, string ReadyTime, string PickupDate);

internal sealed record UpsPickupAddress
{
    public required string CompanyName { get; init; }

    public required string ContactName { get; init; }

    public required IReadOnlyList<string> AddressLine { get; init; }

    public required string City { get; init; }

    public string? StateProvince { get; init; }

    public string? PostalCode { get; init; }

    public required string CountryCode { get; init; }

    public required string ResidentialIndicator { get; init; }

    public required UpsPhone Phone { get; init; }
}

internal sealed record UpsPickupPiece(string ServiceCode, string Quantity, string DestinationCountryCode, string ContainerCode);

internal sealed record UpsPickupWeight(string Weight, string UnitOfMeasurement);

internal sealed record UpsPickupAnswer(UpsPickupResponse? PickupCreationResponse);

internal sealed record UpsPickupResponse
{
    public string? PRN { get; init; }

    public UpsPickupRate? RateResult { get; init; }
}

internal sealed record UpsPickupRate(string? CurrencyCode, string? GrandTotalOfAllCharge);

internal sealed record UpsPickupCancelAnswer(UpsPickupCancelResponse? PickupCancelResponse);

internal sealed record UpsPickupCancelResponse(UpsStatusHead? Response);

internal sealed record UpsStatusHead(UpsCode? ResponseStatus);

internal sealed record UpsAddressEnvelope(UpsAddressRequest XAVRequest);

internal sealed record UpsAddressRequest(UpsAddressKey AddressKeyFormat);

internal sealed record UpsAddressKey
{
    public string? ConsigneeName { get; init; }

    [JsonConverter(typeof(OneOrManyConverter<string>))]
    public IReadOnlyList<string>? AddressLine { get; init; }

    public string? PoliticalDivision2 { get; init; }

    public string? PoliticalDivision1 { get; init; }

    public string? PostcodePrimaryLow { get; init; }

    public string? PostcodeExtendedLow { get; init; }

    public string? CountryCode { get; init; }
}

internal sealed record UpsAddressAnswer(UpsAddressResponse? XAVResponse);

internal sealed record UpsAddressResponse
{
    public UpsStatusHead? Response { get; init; }

    public string? ValidAddressIndicator { get; init; }

    public string? AmbiguousAddressIndicator { get; init; }

    public string? NoCandidatesIndicator { get; init; }

    public UpsCode? AddressClassification { get; init; }

    [JsonConverter(typeof(OneOrManyConverter<UpsAddressCandidate>))]
    public IReadOnlyList<UpsAddressCandidate>? Candidate { get; init; }
}

internal sealed record UpsAddressCandidate(UpsAddressKey? AddressKeyFormat);
