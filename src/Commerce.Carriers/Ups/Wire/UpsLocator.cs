using System.Text.Json.Serialization;
using Commerce.Http;

namespace Commerce.Carriers.Ups.Wire;

internal sealed record UpsLocatorEnvelope(UpsLocatorRequest LocatorRequest);

internal sealed record UpsLocatorRequest
{
    public required UpsLocatorHead Request { get; init; }

    public required UpsLocatorOrigin OriginAddress { get; init; }

    public required UpsTranslate Translate { get; init; }

    public required UpsCode UnitOfMeasurement { get; init; }

    public required UpsLocatorCriteria LocationSearchCriteria { get; init; }

    public required UpsSort SortCriteria { get; init; }
}

internal sealed record UpsLocatorHead(string RequestAction, UpsTransactionReference TransactionReference);

internal sealed record UpsLocatorOrigin(UpsLocatorAddress AddressKeyFormat, string MaximumListSize);

internal sealed record UpsLocatorAddress
{
    public string? ConsigneeName { get; init; }

    public string? AddressLine { get; init; }

    public string? AddressLine2 { get; init; }

    public string? PoliticalDivision2 { get; init; }

    public string? PoliticalDivision1 { get; init; }

    public string? PostcodePrimaryLow { get; init; }

    public string? CountryCode { get; init; }
}

internal sealed record UpsTranslate(string Locale);

internal sealed record UpsLocatorCriteria(string SearchRadius, string MaximumListSize, UpsAccessPointSearch AccessPointSearch);

internal sealed record UpsAccessPointSearch(string AccessPointStatus);

internal sealed record UpsSort(string SortType);

internal sealed record UpsLocatorAnswer(UpsLocatorResponse? LocatorResponse);

internal sealed record UpsLocatorResponse
{
    public UpsLocatorStatus? Response { get; init; }

    public UpsLocatorResults? SearchResults { get; init; }
}

internal sealed record UpsLocatorStatus
{
    public string? ResponseStatusCode { get; init; }

    [JsonConverter(typeof(OneOrManyConverter<UpsLocatorError>))]
    public IReadOnlyList<UpsLocatorError>? Error { get; init; }
}

internal sealed record UpsLocatorError(string? ErrorCode, string? ErrorDescription);

internal sealed record UpsLocatorResults
{
    [JsonConverter(typeof(OneOrManyConverter<UpsDropLocation>))]
    public IReadOnlyList<UpsDropLocation>? DropLocation { get; init; }
}

internal sealed record UpsDropLocation
{
    public UpsGeocode? Geocode { get; init; }

    public UpsLocatorAddress? AddressKeyFormat { get; init; }

    public UpsDistance? Distance { get; init; }

    public UpsOperatingHours? OperatingHours { get; init; }

    public UpsAccessPoint? AccessPointInformation { get; init; }
}

internal sealed record UpsGeocode(string? Latitude, string? Longitude);

internal sealed record UpsDistance(string? Value, UpsCode? UnitOfMeasurement);

internal sealed record UpsOperatingHours
{
    [JsonConverter(typeof(OneOrManyConverter<UpsStandardHours>))]
    public IReadOnlyList<UpsStandardHours>? StandardHours { get; init; }
}

internal sealed record UpsStandardHours
{
    public string? HoursType { get; init; }

    [JsonConverter(typeof(OneOrManyConverter<UpsDayHours>))]
    public IReadOnlyList<UpsDayHours>? DayOfWeek { get; init; }
}

internal sealed record UpsDayHours
{
    public string? Day { get; init; }

    [JsonConverter(typeof(OneOrManyConverter<string>))]
    public IReadOnlyList<string>? OpenHours { get; init; }

    [JsonConverter(typeof(OneOrManyConverter<string>))]
    public IReadOnlyList<string>? CloseHours { get; init; }

    public string? ClosedIndicator { get; init; }

    public string? Open24HoursIndicator { get; init; }
}

internal sealed record UpsAccessPoint
{
    public string? PublicAccessPointID { get; init; }

    public UpsCode? AccessPointStatus { get; init; }
}
