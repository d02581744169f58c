using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Commerce.Carriers.Chronopost;

internal static partial class ChronopostMapping
{
    private const int DaysOfWeek = 7;

    internal static IReadOnlyList<PickupPoint> FromPoints(XElement result, CountryCode asked) =>
        [.. result.Elements("listePointRelais").Where(static point => IsTrue(point, "actif")).Select(point => FromPoint(point, asked))];

    internal static PickupBooking FromBooking(XElement result, DateOnly day) => new()
    {
        ConfirmationNumber = (result.Element("ESDFullNumber") ?? result.Element("infoEnlevement")?.Element("numeroUniqueESD"))?.Value is { Length: > 0 } number
            ? number
            : throw new FormatException("ESDFullNumber"),
        Date = day,
    };

    internal static ShippingDocument? FromProof(XElement result, TrackingNumber number) =>
        IsTrue(result, "podPresente") && result.Element("pod")?.Value is { Length: > 0 } proof
            ? new ShippingDocument
            {
                Kind = DocumentKind.ProofOfDelivery,
                Format = result.Element("formatPOD")?.Value is { Length: > 0 } format ? new LabelFormat(format.ToLowerInvariant()) : LabelFormat.Pdf,
                Content = Convert.FromBase64String(proof),
                TrackingNumber = number,
            }
            : null;

    internal static TransitTime FromDeliveryTime(XElement result, CarrierService service)
    {
        var at = DateTimeOffset.Parse(Needed(result, "date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return new TransitTime
        {
            Service = service,
            ServiceName = NameOf(service),
            DeliveryDate = DateOnly.FromDateTime(at.DateTime),
            DeliveryTime = at.TimeOfDay == TimeSpan.Zero ? null : TimeOnly.FromTimeSpan(at.TimeOfDay),
        };
    }

    private static PickupPoint FromPoint(XElement point, CountryCode asked) => new()
    {
        Id = point.Element("identifiant")?.Value is { Length: > 0 } id ? id : Needed(point, "idRelais"),
        Name = Needed(point, "nom"),
        Address = new Address
        {
            Line1 = point.Element("adresse1")?.Value is { Length: > 0 } line ? line : Needed(point, "nom"),
            Line2 = Filled(point, "adresse2"),
            Line3 = Filled(point, "adresse3"),
            PostalCode = point.Element("codePostal")?.Value ?? "",
            City = Needed(point, "localite"),
            Country = Filled(point, "codePays") is { } country ? CountryCode.Parse(country) : asked,
        },
        DistanceMetres = Filled(point, "distanceEnMetre") is { } metres ? int.Parse(metres, CultureInfo.InvariantCulture) : null,
        Latitude = Degrees(point, "coordGeolocalisationLatitude"),
        Longitude = Degrees(point, "coordGeolocalisationLongitude"),
        MaxWeight = Filled(point, "poidsMaxi") is { } grams && long.Parse(grams, CultureInfo.InvariantCulture) is > 0 and var most ? Weight.FromGrams(most) : null,
        OpeningHours = [.. point.Elements("listeHoraireOuverture").SelectMany(Hours)],
        Closures = [.. point.Elements("listePeriodeFermeture").Where(static period => Filled(period, "calendarDeDebut") is not null && Filled(period, "calendarDeFin") is not null).Select(Closure)],
    };

    // Monday is 1 and Sunday 7.
    private static IEnumerable<OpeningHours> Hours(XElement day) => day.Elements("listeHoraireOuverture").Select(span => new OpeningHours(
        (DayOfWeek)(int.Parse(Needed(day, "jour"), CultureInfo.InvariantCulture) % DaysOfWeek),
        TimeOnly.Parse(Needed(span, "debut"), CultureInfo.InvariantCulture),
        TimeOnly.Parse(Needed(span, "fin"), CultureInfo.InvariantCulture)));

    private static DateRange Closure(XElement period) => new(DayIn(period, "calendarDeDebut"), DayIn(period, "calendarDeFin"));

    private static DateOnly DayIn(XElement period, string name) =>
        DateOnly.FromDateTime(DateTimeOffset.Parse(Needed(period, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).DateTime);

    // What is not said is so.
    private static bool IsTrue(XElement parent, string name) => Filled(parent, name) is not { } value || XmlConvert.ToBoolean(value);

    private static string? Filled(XElement parent, string name) => parent.Element(name)?.Value.Trim() is { Length: > 0 } value ? value : null;

    // Some servers write a comma.
    private static decimal? Degrees(XElement point, string name) => Filled(point, name) is { } text
        ? decimal.Parse(text.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
        : null;
}
