using System.Globalization;
using Commerce.Carriers.Colissimo.Wire;

namespace Commerce.Carriers.Colissimo;

/// <summary>Colissimo's answers to our words. Pure functions.</summary>
internal static class ColissimoMapping
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>Gives the day in France: what Colissimo calls today.</summary>
    internal static DateOnly DayOf(DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Paris).DateTime);

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static ColissimoBought Bought(ColissimoParts parts, ShipmentRequest request)
    {
        var label = parts.Json.LabelV2Response;
        var number = Needed(label?.ParcelNumber);
        var kind = ColissimoRules.IsReturn(request.Service) ? DocumentKind.ReturnLabel : DocumentKind.Label;
        var documents = Documents(parts, number, request.Label.Format, kind);
        return documents.Any(document => document.Kind == kind)
            ? new ColissimoBought(number, Parcel(number, label!.ParcelNumberPartner), documents)
            : throw new FormatException("label");
    }

    internal static Shipment Shipment(IReadOnlyList<ColissimoBought> bought) => new()
    {
        // Colissimo numbers parcels, not shipments: the shipment is all of them.
        Id = new CarrierShipmentId(string.Join('+', bought.Select(static item => item.Number))),
        Parcels = [.. bought.Select(static item => item.Parcel)],
        Documents = [.. bought.SelectMany(static item => item.Documents)],
    };

    /// <summary>Reads the files: the label, the CN23, and whatever else was printed, such as a proforma.</summary>
    internal static IReadOnlyList<ShippingDocument> Documents(ColissimoParts parts, string number, LabelFormat format, DocumentKind label) =>
    [
        .. parts.Files.Where(static file => !file.Content.IsEmpty).Select(file => new ShippingDocument
        {
            Kind = file.ContentId switch { "label" => label, "cn23" => DocumentKind.CustomsForm, var other => new DocumentKind(other ?? "other") },
            Format = file.Content.Span.StartsWith("%PDF"u8) ? LabelFormat.Pdf : format,
            Content = file.Content,
            TrackingNumber = new TrackingNumber(number),
        }),
    ];

    internal static Manifest Manifest(ColissimoParts parts, IReadOnlyList<TrackingNumber> numbers) => new()
    {
        Number = Needed(parts.Json.BordereauHeader?.BordereauNumber),
        ParcelCount = parts.Json.BordereauHeader!.NumberOfParcels,
        TrackingNumbers = numbers,
        Documents =
        [
            new ShippingDocument
            {
                Kind = DocumentKind.Manifest, Format = LabelFormat.Pdf, Content = parts.File("deliveryPaper") ?? throw new FormatException("deliveryPaper"),
            },
        ],
    };

    /// <summary>Reads the days; the hour is the latest at which the day itself can still be booked, so it is no time of the collection.</summary>
    internal static IReadOnlyList<PickupSlot> Slots(ColissimoAnswer answer, DateOnly from) =>
    [
        .. (answer.MailBoxPickingDates ?? []).Select(static day => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture))
            .Where(day => day >= from).Order().Select(static day => new PickupSlot(day)),
    ];

    internal static IReadOnlyList<PickupPoint> Points(ColissimoPoints answer, PickupPointRequest request) =>
    [
        .. (answer.ListePointRetraitAcheminement ?? []).Select(Point)
            .Where(point => point.DistanceMetres is null || point.DistanceMetres <= request.MaxDistanceKm * 1000)
            .OrderBy(static point => point.DistanceMetres ?? int.MaxValue)
            .Take(request.MaxCount),
    ];

    internal static TrackingReport? Report(ColissimoTimeline timeline, TrackingNumber number)
    {
        var events = (timeline.Parcel?.Event ?? []).Select(Event).OrderByDescending(static item => item.At).ToList();
        if (events.Count == 0)
        {
            return null;
        }

        // Internal scans say nothing: the newest event that does decides.
        var current = events.Find(static item => item.Status is not null);
        return new TrackingReport
        {
            TrackingNumber = number,
            Status = current?.Status ?? TrackingStatus.Unknown,
            Incident = current?.Incident,
            Events = events,
            DeliveredAt = current?.Status == TrackingStatus.Delivered ? current!.At : null,
        };
    }

    private static ShippedParcel Parcel(string number, string? partner) => new()
    {
        TrackingNumber = new TrackingNumber(number),
        PartnerTrackingNumber = string.IsNullOrWhiteSpace(partner) ? null : new TrackingNumber(partner),
        TrackingUrl = new Uri("https://www.laposte.fr/outils/suivre-vos-envois?code=" + Uri.EscapeDataString(number)),
    };

    private static TrackingEvent Event(ColissimoEvent item)
    {
        var code = item.Code?.Trim() ?? "";
        var location = $"{item.SiteName} {item.SiteZipCode}".Trim();
        return new TrackingEvent
        {
            At = Time(Needed(item.Date)),
            Code = code,
            Description = item.LabelLong?.Trim() ?? "",
            Status = ColissimoStatus.Of(code),
            Incident = ColissimoStatus.IncidentOf(code),
            Location = location.Length == 0 ? null : location,
        };
    }

    // A time without a zone is one of France.
    private static DateTimeOffset Time(string text)
    {
        var time = DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
        return time.Kind == DateTimeKind.Unspecified
            ? new DateTimeOffset(time, Paris.GetUtcOffset(time))
            : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
    }

    private static PickupPoint Point(ColissimoPoint point) => new()
    {
        Id = Needed(point.Identifiant),
        Name = Needed(point.Nom),
        Address = new Address
        {
            Line1 = Needed(point.Adresse1), Line2 = Optional(point.Adresse2), Line3 = Optional(point.Adresse3),
            PostalCode = point.CodePostal ?? "", City = Needed(point.Localite), Country = CountryCode.Parse(Needed(point.CodePays)),
        },
        DistanceMetres = point.DistanceEnMetre,
        Latitude = Number(point.CoordGeolocalisationLatitude),
        Longitude = Number(point.CoordGeolocalisationLongitude),
        MaxWeight = point.PoidsMaxi is > 0 ? Weight.FromGrams(point.PoidsMaxi.Value) : null,

        // PCS is a Pickup station.
        IsLocker = point.TypeDePoint == "PCS",
        OpeningHours = [.. Hours(point)],
        Closures = [.. (point.ListeConges ?? []).Select(static closure => new DateRange(Closed(closure.CalendarDeDebut), Closed(closure.CalendarDeFin)))],
    };

    private static DateOnly Closed(string? text) => DateOnly.ParseExact(Needed(text)[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<OpeningHours> Hours(ColissimoPoint point)
    {
        (DayOfWeek Day, string? Text)[] days =
        [
            (DayOfWeek.Monday, point.HorairesOuvertureLundi), (DayOfWeek.Tuesday, point.HorairesOuvertureMardi),
            (DayOfWeek.Wednesday, point.HorairesOuvertureMercredi), (DayOfWeek.Thursday, point.HorairesOuvertureJeudi),
            (DayOfWeek.Friday, point.HorairesOuvertureVendredi), (DayOfWeek.Saturday, point.HorairesOuvertureSamedi),
            (DayOfWeek.Sunday, point.HorairesOuvertureDimanche),
        ];

        // "00:00-00:00" is closed.
        return days.SelectMany(static day => (day.Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(static span => span != "00:00-00:00")
            .Select(span => new OpeningHours(day.Day, Hour(span[..5]), Hour(span[6..]))));
    }

    private static TimeOnly Hour(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);

    private static decimal? Number(string? text) => string.IsNullOrWhiteSpace(text)
        ? null
        : decimal.Parse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static string? Optional(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static string Needed(string? text) => string.IsNullOrWhiteSpace(text) ? throw new FormatException("missing") : text;
}
