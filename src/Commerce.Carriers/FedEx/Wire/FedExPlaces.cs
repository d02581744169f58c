namespace Commerce.Carriers.FedEx.Wire;

internal sealed record FedExLocationsRequest
{
    public required FedExLocationsControl LocationsSummaryRequestControlParameters { get; init; }

    public required string LocationSearchCriterion { get; init; }

    public required FedExPlace Location { get; init; }

    public required string MultipleMatchesAction { get; init; }

    public required FedExSort Sort { get; init; }

    public required IReadOnlyList<FedExLocationCapability> LocationCapabilities { get; init; }

    public IReadOnlyList<FedExPackageAttributes>? PackageAttributes { get; init; }
}

internal sealed record FedExLocationsControl(FedExDistance Distance, int MaxResults);

internal sealed record FedExDistance(string Units, decimal Value);

internal sealed record FedExSort(string Criteria, string Order);

internal sealed record FedExLocationCapability(string TransferOfPossessionType, string CarrierCode, string? ServiceType);

internal sealed record FedExPackageAttributes(FedExWeight Weight);

internal sealed record FedExLocationsAnswer(FedExLocationsOutput? Output);

internal sealed record FedExLocationsOutput(IReadOnlyList<FedExLocation>? LocationDetailList);

internal sealed record FedExLocation
{
    public string? LocationId { get; init; }

    public string? LocationType { get; init; }

    public FedExDistance? Distance { get; init; }

    public FedExLocationAddress? ContactAndAddress { get; init; }

    public FedExCoordinates? GeoPositionalCoordinates { get; init; }

    public IReadOnlyList<FedExStoreHours>? StoreHours { get; init; }

    public FedExLocationLimits? PackageMaximumLimits { get; init; }

    public bool? LockerAvailability { get; init; }
}

internal sealed record FedExLocationAddress(FedExContact? Contact, FedExAddress? Address, FedExLocationName? AddressAncillaryDetail);

internal sealed record FedExLocationName(string? DisplayName);

internal sealed record FedExCoordinates(decimal? Latitude, decimal? Longitude);

internal sealed record FedExStoreHours(string? Dayofweek, string? OperationalHoursType, IReadOnlyList<FedExWindow>? OperationalHours);

internal sealed record FedExLocationLimits(FedExWeight? Weight);

internal sealed record FedExAddressRequest(IReadOnlyList<FedExPlace> AddressesToValidate);

internal sealed record FedExAddressAnswer(FedExAddressOutput? Output);

internal sealed record FedExAddressOutput(IReadOnlyList<FedExResolvedAddress>? ResolvedAddresses);

internal sealed record FedExResolvedAddress
{
    public IReadOnlyList<string>? StreetLinesToken { get; init; }

    public string? City { get; init; }

    public string? StateOrProvinceCode { get; init; }

    public string? PostalCode { get; init; }

    public FedExParsedPostalCode? ParsedPostalCode { get; init; }

    public string? CountryCode { get; init; }

    public string? Classification { get; init; }

    public FedExResolution? Attributes { get; init; }
}

internal sealed record FedExParsedPostalCode(string? Base, string? AddOn);

/// <summary>Booleans come as words or as truth values.</summary>
internal sealed record FedExResolution(System.Text.Json.JsonElement Resolved, System.Text.Json.JsonElement CountrySupported);
