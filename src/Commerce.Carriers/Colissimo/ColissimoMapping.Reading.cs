using System.Globalization;
using Commerce.Carriers.Colissimo.Wire;

namespace Commerce.Carriers.Colissimo;

internal static partial class ColissimoMapping
{
    private const string ClosedDay = "00:00-00:00";
    private const int PostOfficesOnlyAboveGrams = 20_000;
    private const int UsualGrams = 1000;

    internal static ColissimoPointRequest ToPoints(PickupPointRequest request, ColissimoCarrierOptions options, DateOnly today)
    {
        var grams = request.ParcelWeight?.Grams ?? UsualGrams;
        return new ColissimoPointRequest
        {
            ApiKey = options.ApiKey,
            Address = Cut(request.Near.Line1, 200),
            ZipCode = request.Near.PostalCode,
            City = request.Near.City,
            CountryCode = request.Near.Country.Value,
            Weight = grams.ToString(CultureInfo.InvariantCulture),
            ShippingDate = (request.ShipDate ?? today).ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture),
            FilterRelay = grams > PostOfficesOnlyAboveGrams ? "0" : "1",
            RequestId = "commerce-sdk",
            Lang = "FR",
            OptionInter = request.Near.Country == CountryCode.France ? "0" : "1",
        };
    }

    internal static IReadOnlyList<PickupPoint> FromPoints(ColissimoPointAnswer answer, PickupPointRequest request) =>
    [
        .. (answer.ListePointRetraitAcheminement ?? [])
            .Where(point => point.CongesTotal != true && (point.DistanceEnMetre is null || point.DistanceEnMetre <= request.MaxDistanceKm * 1000))
            .Take(request.MaxCount)
            .Select(point => FromPoint(point, request.Near.Country)),
    ];

    internal static TrackingReport? FromTimeline(ColissimoTimelineAnswer answer, TrackingNumber number)
    {
        var events = (answer.Parcel?.Event ?? []).Select(FromEvent).OrderByDescending(static item => item.At).ToList();
        if (events.Count == 0)
        {
            return null;
        }

        // Inner scans have no status and do not hide the one before them.
        var last = events.Find(static item => item.Status is not null) ?? events[0];
        var status = last.Status ?? TrackingStatus.Created;
        return new TrackingReport
        {
            TrackingNumber = number,
            Status = status,
            Incident = last.Incident,
            Events = events,
            DeliveredAt = status == TrackingStatus.Delivered ? last.At : null,
        };
    }

    internal static Manifest FromSlip(ColissimoInfos infos, IReadOnlyList<TrackingNumber> numbers, IReadOnlyList<ShippingDocument> papers)
    {
        var head = infos.BordereauHeader ?? throw new FormatException("bordereauHeader");
        return new Manifest
        {
            Number = head.BordereauNumber is { Length: > 0 } number ? number : throw new FormatException("bordereauNumber"),
            ParcelCount = head.NumberOfParcels,
            TrackingNumbers = numbers,
            Documents = papers,
        };
    }

    internal static IReadOnlyList<PickupSlot> FromDates(ColissimoInfos infos)
    {
        var until = infos.MailBoxPickingDateMaxHour is { Length: > 0 } hour ? TimeOnly.Parse(hour, CultureInfo.InvariantCulture) : (TimeOnly?)null;
        return [.. (infos.MailBoxPickingDates ?? throw new FormatException("mailBoxPickingDates")).Select(day => new PickupSlot(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), null, until))];
    }

    private static TrackingEvent FromEvent(ColissimoEvent item)
    {
        var code = Needed(item.Code, "code");
        var location = $"{item.SiteName} {item.SiteZipCode}".Trim();
        return new TrackingEvent
        {
            At = DateTimeOffset.Parse(Needed(item.Date, "date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            Code = code,
            Description = item.LabelLong ?? "",
            Status = ColissimoStatus.Of(code),
            Incident = ColissimoStatus.IncidentOf(code),
            Location = location.Length == 0 ? null : location,
        };
    }

    private static PickupPoint FromPoint(ColissimoPoint point, CountryCode asked) => new()
    {
        Id = Needed(point.Identifiant, "identifiant"),
        Name = Needed(point.Nom, "nom"),
        Address = new Address
        {
            Line1 = string.IsNullOrWhiteSpace(point.Adresse1) ? Needed(point.Nom, "nom") : point.Adresse1,
            Line2 = Filled(point.Adresse2),
            Line3 = Filled(point.Adresse3),
            PostalCode = point.CodePostal ?? "",
            City = Needed(point.Localite, "localite"),
            Country = Filled(point.CodePays) is { } country ? CountryCode.Parse(country) : asked,
        },
        DistanceMetres = point.DistanceEnMetre,
        Latitude = Degrees(point.CoordGeolocalisationLatitude),
        Longitude = Degrees(point.CoordGeolocalisationLongitude),
        MaxWeight = point.PoidsMaxi is > 0 and var grams ? Weight.FromGrams(grams) : null,
        IsLocker = point.TypeDePoint is "PCS",
        OpeningHours =
        [
            .. Hours(DayOfWeek.Monday, point.HorairesOuvertureLundi),
            .. Hours(DayOfWeek.Tuesday, point.HorairesOuvertureMardi),
            .. Hours(DayOfWeek.Wednesday, point.HorairesOuvertureMercredi),
            .. Hours(DayOfWeek.Thursday, point.HorairesOuvertureJeudi),
            .. Hours(DayOfWeek.Friday, point.HorairesOuvertureVendredi),
            .. Hours(DayOfWeek.Saturday, point.HorairesOuvertureSamedi),
            .. Hours(DayOfWeek.Sunday, point.HorairesOuvertureDimanche),
        ],
        Closures = [.. (point.ListeConges ?? []).Select(static holiday => new DateRange(Day(holiday.CalendarDeDebut), Day(holiday.CalendarDeFin)))],
    };

    private static IEnumerable<OpeningHours> Hours(DayOfWeek day, string? text) => (text ?? "")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Where(static span => span != ClosedDay)
        .Select(span => span.Split('-') is [var from, var to]
            ? new OpeningHours(day, TimeOnly.Parse(from, CultureInfo.InvariantCulture), TimeOnly.Parse(to, CultureInfo.InvariantCulture))
            : throw new FormatException("horairesOuverture"));

    private static DateOnly Day(string? text) =>
        DateOnly.FromDateTime(DateTimeOffset.Parse(Needed(text, "listeConges"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).DateTime);

    private static decimal? Degrees(string? text) => Filled(text) is { } degrees
        ? decimal.Parse(degrees.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
        : null;

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string Needed(string? value, string field) => string.IsNullOrEmpty(value) ? throw new FormatException(field) : value;
}
