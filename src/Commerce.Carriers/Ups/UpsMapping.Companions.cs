using System.Globalization;
using Commerce.Carriers.Ups.Wire;
using Commerce.Http;

namespace Commerce.Carriers.Ups;

internal static partial class UpsMapping
{
    internal const string AccessPoints = "64";
    internal const string Done = "1";

    internal static readonly IReadOnlyList<string> PaperFormats = ["bmp", "doc", "docx", "gif", "jpg", "pdf", "png", "rtf", "tif", "txt", "xls", "xlsx"];

    internal static readonly IReadOnlyList<string> PaperTypes =
        ["001", "002", "003", "004", "005", "006", "007", "008", "009", "010", "011", "012", "013"];

    private const string StandardHours = "10";
    private const string ActivePoint = "01";
    private const int MaxRadiusKm = 100;
    private const int MaxList = 50;

    internal static UpsTransitRequest ToTransit(RateRequest request, DateOnly today)
    {
        var (from, to) = (request.Sender.Address, request.Recipient.Address);
        var weight = ToWeight(Weight.FromGrams(request.Parcels.Sum(static parcel => parcel.Weight.Grams)), request.Sender);
        return new UpsTransitRequest
        {
            OriginCountryCode = from.Country.Value,
            OriginStateProvince = from.Region,
            OriginCityName = from.City,
            OriginPostalCode = from.PostalCode,
            DestinationCountryCode = to.Country.Value,
            DestinationStateProvince = to.Region,
            DestinationCityName = to.City,
            DestinationPostalCode = to.PostalCode,
            ResidentialIndicator = request.Recipient.IsResidential ? "01" : "02",
            ShipDate = (request.ShipDate ?? today).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            // This API takes numbers where the others take texts.
            Weight = decimal.Parse(weight.Weight, CultureInfo.InvariantCulture),
            WeightUnitOfMeasure = weight.UnitOfMeasurement.Code!,
            ShipmentContentsValue = request.GoodsValue?.Round().Amount,
            ShipmentContentsCurrencyCode = request.GoodsValue?.Currency.Code,
            BillType = request.IsDocuments ? "02" : "03",
            NumberOfPackages = request.Parcels.Count,
        };
    }

    internal static IReadOnlyList<TransitTime> FromTransit(UpsTransitAnswer answer) =>
    [
        .. ServicesIn(answer).Select(static service => new TransitTime
        {
            // Levels have codes of their own, some of which are those of other services; where the name is that of a service, its code is given.
            Service = UpsCapabilities.Value.Services.FirstOrDefault(known => string.Equals(known.Name, service.ServiceLevelDescription, StringComparison.OrdinalIgnoreCase))?.Service
                ?? new CarrierService("level-" + Needed(service.ServiceLevel, "serviceLevel")),
            ServiceName = Needed(service.ServiceLevelDescription, "serviceLevelDescription"),
            DeliveryDate = DateOnly.ParseExact(Needed(service.DeliveryDate, "deliveryDate"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
            DeliveryTime = service.DeliveryTime is { Length: > 0 } time ? TimeOnly.Parse(time, CultureInfo.InvariantCulture) : null,
            BusinessDays = service.BusinessTransitDays,
            IsGuaranteed = service.GuaranteeIndicator is "1",
        }),
    ];

    // UPS answers to a place that it knows several of, or none, with a list of places and without times.
    private static IReadOnlyList<UpsTransitService> ServicesIn(UpsTransitAnswer answer) => answer switch
    {
        { EmsResponse.Services: { } services } => services,
        { ValidationList: { OriginAmbiguous: true } or { DestinationAmbiguous: true } } => [],
        _ => throw new FormatException("services"),
    };

    internal static UpsLocatorEnvelope ToLocator(PickupPointRequest request)
    {
        var near = request.Near;
        var count = Math.Min(request.MaxCount, MaxList).ToString(CultureInfo.InvariantCulture);
        return new UpsLocatorEnvelope(new UpsLocatorRequest
        {
            Request = new UpsLocatorHead("Locator", new UpsTransactionReference("points")),
            OriginAddress = new UpsLocatorOrigin(
                new UpsLocatorAddress
                {
                    AddressLine = near.Line1,
                    PoliticalDivision2 = near.City,
                    PoliticalDivision1 = near.Region ?? "",
                    PostcodePrimaryLow = near.PostalCode,
                    CountryCode = near.Country.Value,
                },
                count),
            Translate = new UpsTranslate("en_US"),
            UnitOfMeasurement = new UpsCode("KM"),
            LocationSearchCriteria = new UpsLocatorCriteria(
                Math.Min(request.MaxDistanceKm, MaxRadiusKm).ToString(CultureInfo.InvariantCulture), count, new UpsAccessPointSearch(ActivePoint)),
            SortCriteria = new UpsSort("01"),
        });
    }

    internal static IReadOnlyList<PickupPoint> FromLocator(UpsLocatorAnswer answer)
    {
        var response = answer.LocatorResponse ?? throw new FormatException("LocatorResponse");
        return response.SearchResults is null && response.Response?.ResponseStatusCode != Done
            ? throw new FormatException("SearchResults")
            : [.. (response.SearchResults?.DropLocation ?? []).Where(static point => point.AccessPointInformation?.AccessPointStatus?.Code is null or ActivePoint).Select(FromLocation)];
    }

    internal static UpsAddressEnvelope ToValidation(Address address) => new(new UpsAddressRequest(new UpsAddressKey
    {
        AddressLine = [.. address.EnumerateLines()],
        PoliticalDivision2 = address.City,
        PoliticalDivision1 = address.Region,
        PostcodePrimaryLow = address.PostalCode.Length >= 5 ? address.PostalCode[..5] : address.PostalCode,
        CountryCode = address.Country.Value,
    }));

    internal static AddressVerdict FromValidation(UpsAddressAnswer answer)
    {
        var response = answer.XAVResponse ?? throw new FormatException("XAVResponse");
        if (response is { ValidAddressIndicator: null, AmbiguousAddressIndicator: null, NoCandidatesIndicator: null })
        {
            throw new FormatException("ValidAddressIndicator");
        }

        return new AddressVerdict(
            response.ValidAddressIndicator is not null,
            response.AddressClassification?.Code switch
            {
                "1" => false,
                "2" => true,
                _ => null,
            },
            [.. (response.Candidate ?? []).Select(static candidate => FromKey(candidate.AddressKeyFormat ?? throw new FormatException("AddressKeyFormat")))]);
    }

    internal static UpsPickupEnvelope ToPickup(PickupRequest request, UpsCarrierOptions options)
    {
        var (from, contact) = (request.From.Address, request.From.Contact);
        var weight = ToWeight(Weight.FromGrams(request.Parcels.Sum(static parcel => parcel.Weight.Grams)), request.From);
        return new UpsPickupEnvelope(new UpsPickupCreation
        {
            Request = new UpsRequestHead { TransactionReference = new UpsTransactionReference(Reference(request.Key)) },
            RatePickupIndicator = "Y",
            Shipper = new UpsPickupShipper(new UpsPickupAccount(options.AccountNumber, from.Country.Value)),
            PickupDateInfo = new UpsPickupTimes(Hour(request.CloseAt), Hour(request.ReadyAt), request.Date.ToString("yyyyMMdd", CultureInfo.InvariantCulture)),
            PickupAddress = new UpsPickupAddress
            {
                CompanyName = WireText.Cut(contact.Company ?? contact.DisplayName, 27),
                ContactName = WireText.Cut(contact.Name ?? contact.DisplayName, 22),
                AddressLine = [.. from.EnumerateLines()],
                City = from.City,
                StateProvince = from.Region,
                PostalCode = from.PostalCode.Length == 0 ? null : WireText.Cut(from.PostalCode.Replace(" ", "", StringComparison.Ordinal), 8),
                CountryCode = from.Country.Value,
                ResidentialIndicator = request.From.IsResidential ? "Y" : "N",
                Phone = ToPhone(request.From)!,
            },
            AlternateAddressIndicator = "Y",
            PickupPiece =
            [
                new UpsPickupPiece(
                    ServiceOfThreeDigits(request), request.Parcels.Count.ToString(CultureInfo.InvariantCulture), (request.Destination ?? from.Country).Value, "01"),
            ],
            TotalWeight = new UpsPickupWeight(weight.Weight, weight.UnitOfMeasurement.Code!),
            OverweightIndicator = request.Parcels.Any(static parcel => parcel.Weight > Heavy) ? "Y" : "N",
            PaymentMethod = "01",
            SpecialInstruction = request.Instructions,
            ReferenceNumber = Reference(request.Key),
        });
    }

    internal static PickupBooking FromPickup(UpsPickupAnswer answer, DateOnly day)
    {
        var response = answer.PickupCreationResponse ?? throw new FormatException("PickupCreationResponse");
        return new PickupBooking
        {
            ConfirmationNumber = Needed(response.PRN, "PRN"),
            Date = day,
            Price = ToMoney(new UpsCharge(response.RateResult?.CurrencyCode, response.RateResult?.GrandTotalOfAllCharge)),
        };
    }

    internal static UpsUploadEnvelope ToUpload(TradeDocument document, string format, UpsCarrierOptions options) => new(new UpsUploadRequest(
        new UpsRequestHead { TransactionReference = new UpsTransactionReference("paper") },
        options.AccountNumber,
        [
            new UpsUploadForm
            {
                UserCreatedFormFileName = document.FileName,
                UserCreatedFormFile = Convert.ToBase64String(document.Content.Span),
                UserCreatedFormFileFormat = format,
                UserCreatedFormDocumentType = document.VendorType,
            },
        ]));

    internal static UpsImageEnvelope ToAttachment(CarrierShipmentId shipmentId, IReadOnlyList<UploadedTradeDocument> documents, UpsCarrierOptions options) =>
        new(new UpsImageRequest
        {
            Request = new UpsRequestHead { TransactionReference = new UpsTransactionReference("papers") },
            ShipperNumber = options.AccountNumber,
            FormsHistoryDocumentID = new UpsDocumentIds { DocumentID = [.. documents.Select(static document => document.Id)] },
            ShipmentIdentifier = shipmentId.Value,
            ShipmentType = "1",
        });

    internal static ShippingDocument? ProofIn(UpsTrackAnswer answer, TrackingNumber number)
    {
        var content = (answer.TrackResponse?.Shipment ?? throw new FormatException("shipment"))
            .SelectMany(static shipment => shipment.Package ?? [])
            .Select(static package => package.DeliveryInformation?.Pod?.Content)
            .FirstOrDefault(static proof => !string.IsNullOrEmpty(proof));
        if (content is null)
        {
            return null;
        }

        // UPS does not say what it is: its first bytes do.
        var bytes = Convert.FromBase64String(content);
        var format = bytes.AsSpan().StartsWith("%PDF"u8) ? LabelFormat.Pdf
            : bytes.AsSpan().StartsWith("GIF8"u8) ? LabelFormat.Gif
            : bytes is [0x89, (byte)'P', (byte)'N', (byte)'G', ..] ? LabelFormat.Png
            : new LabelFormat("html");
        return new ShippingDocument { Kind = DocumentKind.ProofOfDelivery, Format = format, Content = bytes, TrackingNumber = number };
    }

    private static Weight Heavy { get; } = Weight.FromKilograms(32);

    private static string ServiceOfThreeDigits(PickupRequest request) => request.Service is { } service
        ? service.Value.PadLeft(3, '0')
        : request.From.Address.Country.Value is "US" or "CA" or "PR" ? "001" : "011";

    private static string Hour(TimeOnly time) => time.ToString("HHmm", CultureInfo.InvariantCulture);

    private static PickupPoint FromLocation(UpsDropLocation location)
    {
        var address = location.AddressKeyFormat ?? throw new FormatException("AddressKeyFormat");
        var hours = location.OperatingHours?.StandardHours?.FirstOrDefault(static entry => entry.HoursType is null or StandardHours)?.DayOfWeek ?? [];
        return new PickupPoint
        {
            Id = Needed(location.AccessPointInformation?.PublicAccessPointID, "PublicAccessPointID"),
            Name = Needed(address.ConsigneeName, "ConsigneeName"),
            Address = new Address
            {
                Line1 = Needed(address.AddressLine, "AddressLine"),
                Line2 = Words(address.AddressLine2),
                City = Needed(address.PoliticalDivision2, "PoliticalDivision2"),
                Region = Words(address.PoliticalDivision1),
                PostalCode = address.PostcodePrimaryLow ?? "",
                Country = CountryCode.Parse(Needed(address.CountryCode, "CountryCode")),
            },
            DistanceMetres = location.Distance is { Value: { } distance } ? Metres(distance, location.Distance.UnitOfMeasurement?.Code) : null,
            Latitude = Degrees(location.Geocode?.Latitude),
            Longitude = Degrees(location.Geocode?.Longitude),
            OpeningHours = [.. hours.Where(static day => day.ClosedIndicator is null).SelectMany(HoursOf)],
        };
    }

    private static int Metres(string distance, string? unit)
    {
        const decimal MetresPerMile = 1609.344m;
        var value = decimal.Parse(distance, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return (int)decimal.Round(value * (string.Equals(unit, "MI", StringComparison.OrdinalIgnoreCase) ? MetresPerMile : 1000));
    }

    private static decimal? Degrees(string? text) => text is { Length: > 0 }
        ? decimal.Parse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
        : null;

    // Sunday is 1.
    private static IEnumerable<OpeningHours> HoursOf(UpsDayHours day)
    {
        var weekday = (DayOfWeek)(int.Parse(Needed(day.Day, "Day"), NumberStyles.None, CultureInfo.InvariantCulture) - 1);
        return day.Open24HoursIndicator is not null
            ? [new OpeningHours(weekday, TimeOnly.MinValue, new TimeOnly(23, 59))]
            : (day.OpenHours ?? []).Zip(day.CloseHours ?? [], (open, close) => new OpeningHours(weekday, Time(open), Time(close)));

        static TimeOnly Time(string text) => TimeOnly.ParseExact(text.PadLeft(4, '0'), "HHmm", CultureInfo.InvariantCulture);
    }

    private static Address FromKey(UpsAddressKey key) => new()
    {
        Line1 = key.AddressLine is [var first, ..] ? first : throw new FormatException("AddressLine"),
        Line2 = key.AddressLine is [_, var second, ..] ? second : null,
        City = Needed(key.PoliticalDivision2, "PoliticalDivision2"),
        Region = Words(key.PoliticalDivision1),
        PostalCode = key.PostcodeExtendedLow is { Length: > 0 } extension ? $"{key.PostcodePrimaryLow}-{extension}" : key.PostcodePrimaryLow ?? "",
        Country = CountryCode.Parse(Needed(key.CountryCode, "CountryCode")),
    };
}
