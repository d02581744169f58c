using System.Text.Json;
using Commerce.Carriers.FedEx.Wire;

namespace Commerce.Carriers.FedEx;

/// <summary>Places where parcels wait, addresses, pickups.</summary>
internal static partial class FedExMapping
{
    internal static FedExLocationsRequest ToLocations(PickupPointRequest request) => new()
    {
        LocationsSummaryRequestControlParameters = new FedExLocationsControl(new FedExDistance("KM", request.MaxDistanceKm), request.MaxCount),
        LocationSearchCriterion = "ADDRESS",
        Location = new FedExPlace(ToAddress(request.Near)),
        MultipleMatchesAction = "RETURN_ALL",
        Sort = new FedExSort("DISTANCE", "ASCENDING"),
        LocationCapabilities = [new FedExLocationCapability("HOLD_AT_LOCATION", FedExCapabilities.IsGround(request.Service) ? "FDXG" : "FDXE", request.Service?.Value)],
        PackageAttributes = request.ParcelWeight is { } weight ? [new FedExPackageAttributes(ToWeight(weight))] : null,
    };

    internal static IReadOnlyList<PickupPoint> FromLocations(FedExLocationsAnswer answer, int max) =>
    [
        .. (answer.Output?.LocationDetailList ?? []).Select(ToPoint).OfType<PickupPoint>().Take(max),
    ];

    internal static AddressVerdict? FromAddresses(FedExAddressAnswer answer)
    {
        var resolved = answer.Output?.ResolvedAddresses is [var first, ..] ? answer.Output.ResolvedAddresses : throw new FormatException("resolvedAddresses");
        if (IsFalse(first.Attributes?.CountrySupported))
        {
            return null;
        }

        return new AddressVerdict(
            IsTrue(first.Attributes?.Resolved),
            first.Classification switch { "RESIDENTIAL" => true, "BUSINESS" => false, _ => null },
            [
                .. resolved.Select(static address => FromAddress(new FedExAddress
                {
                    StreetLines = address.StreetLinesToken,
                    City = address.City,
                    StateOrProvinceCode = address.StateOrProvinceCode,
                    PostalCode = address.PostalCode ?? (address.ParsedPostalCode is { Base: { } code } parsed
                        ? string.IsNullOrEmpty(parsed.AddOn) ? code : $"{code}-{parsed.AddOn}"
                        : null),
                    CountryCode = address.CountryCode,
                })).OfType<Address>(),
            ]);
    }

    internal static FedExPickupRequest ToPickup(PickupRequest request, FedExCarrierOptions options) => new()
    {
        AssociatedAccountNumber = new FedExAccount(options.AccountNumber),
        OriginDetail = new FedExOriginDetail(
            "OTHER",
            new FedExPickupLocation(ToContact(request.From.Contact), ToAddress(request.From.Address), new FedExAccount(options.AccountNumber)),
            // The local time of the place, which FedEx wants written with a Z.
            $"{Day(request.Date)}T{request.ReadyAt:HH':'mm':'ss}Z",
            request.CloseAt.ToString("HH':'mm':'ss", System.Globalization.CultureInfo.InvariantCulture),
            "NONE"),
        TotalWeight = ToWeight(Total(request.Parcels)),
        PackageCount = request.Parcels.Count,
        CarrierCode = PickupCarrier(request),
        PickupType = "ON_CALL",
        CountryRelationships = Relationship(request),
        TrackingNumber = request.TrackingNumbers is [var only] ? only.Value : null,
        Remarks = request.Instructions,
    };

    internal static FedExCalendarRequest ToCalendar(PickupRequest request, DateOnly today) => new()
    {
        PickupAddress = ToAddress(request.From.Address),
        DispatchDate = Day(request.Date),
        PackageReadyTime = $"{request.ReadyAt:HH':'mm':'ss}",
        CustomerCloseTime = $"{request.CloseAt:HH':'mm':'ss}",
        PickupType = "ON_CALL",
        PickupRequestType = [request.Date <= today ? "SAME_DAY" : "FUTURE_DAY"],
        Carriers = [PickupCarrier(request)],
        CountryRelationship = Relationship(request),
    };

    internal static IReadOnlyList<PickupSlot> FromCalendar(FedExCalendarAnswer answer) =>
    [
        .. (answer.Output?.Options ?? throw new FormatException("options"))
            .Where(static option => option.Available == true)
            .Select(static option => new PickupSlot(
                DateOnly.Parse(Needed(option.PickupDate, "pickupDate"), System.Globalization.CultureInfo.InvariantCulture),
                Hour(option.DefaultReadyTime) ?? Hour(option.ReadyTimeOptions is [var first, ..] ? first : null),
                Hour(option.CutOffTime)))
            .Distinct().OrderBy(static slot => slot.Date).ThenBy(static slot => slot.From),
    ];

    internal static string PickupCarrier(PickupRequest request) => FedExCapabilities.IsGround(request.Service) ? "FDXG" : "FDXE";

    private static string Relationship(PickupRequest request) =>
        request.Destination is { } destination && destination != request.From.Address.Country ? "INTERNATIONAL" : "DOMESTIC";

    private static PickupPoint? ToPoint(FedExLocation location)
    {
        var place = location.ContactAndAddress;
        return FromAddress(place?.Address) is not { } address ? null : new PickupPoint
        {
            Id = Needed(location.LocationId, "locationId"),
            Name = place!.AddressAncillaryDetail?.DisplayName ?? place.Contact?.CompanyName ?? location.LocationType ?? "FedEx",
            Address = address,
            DistanceMetres = location.Distance is { } distance ? Metres(distance) : null,
            Latitude = location.GeoPositionalCoordinates?.Latitude,
            Longitude = location.GeoPositionalCoordinates?.Longitude,
            MaxWeight = location.PackageMaximumLimits?.Weight switch
            {
                { Value: > 0 and var kilograms, Units: "KG" } => Weight.FromKilograms(kilograms),
                { Value: > 0 and var pounds, Units: "LB" } => Weight.FromPounds(pounds),
                _ => null,
            },
            IsLocker = location.LockerAvailability ?? false,
            OpeningHours = [.. (location.StoreHours ?? []).SelectMany(Hours)],
        };
    }

    private static int? Metres(FedExDistance distance) => distance.Units switch
    {
        "KM" => (int)decimal.Round(distance.Value * 1000),
        "MI" => (int)decimal.Round(distance.Value * 1609.344m),
        _ => null,
    };

    private static IEnumerable<OpeningHours> Hours(FedExStoreHours hours) => !Enum.TryParse<DayOfWeek>(hours.Dayofweek, ignoreCase: true, out var day) ? []
        : hours.OperationalHoursType == "OPEN_ALL_DAY" ? [new OpeningHours(day, TimeOnly.MinValue, TimeOnly.MaxValue)]
        : (hours.OperationalHours ?? []).Where(static window => Hour(window.Begins) is not null && Hour(window.Ends) is not null)
            .Select(window => new OpeningHours(day, Hour(window.Begins)!.Value, Hour(window.Ends)!.Value));

    private static bool IsTrue(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.True } || (value is { ValueKind: JsonValueKind.String } text && text.GetString() == "true");

    private static bool IsFalse(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.False } || (value is { ValueKind: JsonValueKind.String } text && text.GetString() == "false");
}
