using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Commerce.Carriers.ColisPrive;

/// <summary>Colis Privé's answers to our words. Pure functions; times without zone are those of Paris.</summary>
internal static partial class ColisPriveMapping
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private static readonly string[] Times = ["yyyyMMdd HHmm", "yyyyMMdd HHmmss", "yyyyMMddHHmm", "yyyyMMddHHmmss", "yyyyMMdd", "dd/MM/yyyy HH:mm", "dd/MM/yyyy HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss"];

    private static readonly (string Day, DayOfWeek Of)[] Days =
    [
        ("Mon", DayOfWeek.Monday), ("Tue", DayOfWeek.Tuesday), ("Wed", DayOfWeek.Wednesday), ("Thu", DayOfWeek.Thursday), ("Fri", DayOfWeek.Friday),
        ("Sat", DayOfWeek.Saturday), ("Sun", DayOfWeek.Sunday),
    ];

    internal static DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Paris).DateTime);

    internal static ShippedParcel FromParcel(XElement result, string postalCode)
    {
        var number = new ColisPriveNumber(Needed(result, "CPPclCode"), postalCode);
        var partner = Text(result, "LabelType") switch
        {
            "MR" => Text(result, "MRNumExpe"),
            "TT" => Text(result, "TNTCab"),
            "CE" or "CS" => Text(result, "CLPFlwCab"),
            _ => null,
        };
        return new ShippedParcel
        {
            TrackingNumber = number.Tracking,
            PartnerTrackingNumber = partner is null ? null : new TrackingNumber(partner),
            TrackingUrl = new Uri("https://colisprive.com/moncolis/pages/detailColis.aspx?lang=FR&numColis=" + Uri.EscapeDataString(number.Tracking.Value)),
        };
    }

    /// <summary>Says who delivers, when it is not Colis Privé itself.</summary>
    internal static CarrierMessage? Deliverer(XElement result) => Text(result, "LabelType") is { } type && type != "CP"
        ? new CarrierMessage(CarrierCode.ColisPrive, $"Another carrier delivers: {Name(type)}.", type)
        : null;

    internal static ColisPriveParcel FromTracking(XElement result, TrackingNumber number)
    {
        var events = result.Elements(Wire("PclStatusHisto")).Select(item => Event(item, "StsDate", "StsCode", "StsDesc"))
            .OrderByDescending(static item => item.At).ToList();
        if (Text(result, "CurrentStatusDate") is not null && Event(result, "CurrentStatusDate", "CurrentStatusCode", "CurrentStatusDesc") is var current && !events.Contains(current))
        {
            events = [.. events.Append(current).OrderByDescending(static item => item.At)];
        }

        var newest = events.Count > 0 ? events[0] : null;
        var status = newest?.Status ?? TrackingStatus.Unknown;
        var point = result.Element(Wire("PckPoint"));
        return new ColisPriveParcel
        {
            Report = new TrackingReport
            {
                TrackingNumber = number,
                Status = status,
                Incident = newest?.Incident,
                Events = events,
                EstimatedDelivery = Text(result, "DlvrPlnDate") is { } day ? At(Date(day).ToDateTime(new TimeOnly(23, 59))) : null,
                DeliveredAt = status == TrackingStatus.Delivered ? newest?.At : null,
            },
            Company = Text(result, "CmpyCode"),
            PartnerTrackingNumber = Text(result, "CmpyPclCode") is { } partner ? new TrackingNumber(partner) : null,
            PickupPoint = point is null || Text(point, "PckCode") is null ? null : FromPoint(point),
            CanBeDeliveredAgain = Flag(result, "IsDlvrScheduleOk"),
            CanGoToPickupPoint = Flag(result, "IsDlvrPckOk"),
            CanGoToThirdParty = Flag(result, "IsDlvr3PartyOk"),
            CanBeClaimed = Flag(result, "IsClaimOk"),
            IsSigned = Flag(result, "IsPclWithPOD"),
            AmountToCollect = Euros(result, "ChargeAmnt"),
            DeclaredValue = Euros(result, "ValueAmnt"),
        };
    }

    internal static PickupPoint FromPoint(XElement point)
    {
        var address = point.Element(Wire("PckAdd")) ?? throw new FormatException("PckAdd");
        var place = address.Element(Wire("GPSCoord"));
        return new PickupPoint
        {
            Id = Needed(point, "PckCode"),
            Name = Needed(point, "PckName"),
            Address = new Address
            {
                Line1 = Needed(address, "Add1"),
                Line2 = Text(address, "Add2"),
                Line3 = string.Join(' ', ((string?[])[Text(address, "Add3"), Text(address, "Add4")]).OfType<string>()) is { Length: > 0 } line ? line : null,
                PostalCode = Needed(address, "ZC"),
                City = Needed(address, "City"),
                Country = CountryCode.Parse(Text(address, "Country") ?? "FR"),
            },
            Latitude = place is null ? null : Number(place, "Lat"),
            Longitude = place is null ? null : Number(place, "Long"),
            OpeningHours = [.. Days.SelectMany(day => Hours().Matches(Text(point, $"Pck{day.Day}Hrs") ?? "").Select(match => Open(day.Of, match)))],
        };
    }

    internal static IReadOnlyList<ColisPrivePickupOffer> FromPoints(XElement result) =>
    [
        .. result.Elements(Wire("PcksList")).Select(static offer => new ColisPrivePickupOffer(
            FromPoint(offer.Element(Wire("PckPoint")) ?? throw new FormatException("PckPoint")),
            Text(offer, "PlannedDlvrDate") is { } day ? Date(day) : null)),
    ];

    internal static IReadOnlyList<ColisPriveDeliverySlot> FromCalendar(XElement result) =>
        [.. result.Elements(Wire("DlvrCalendar")).Select(static slot => new ColisPriveDeliverySlot(Date(Needed(slot, "DlvrDate")), Needed(slot, "DlvrTimeF")))];

    internal static IReadOnlyList<TrackingNumber> FromManifest(XElement result) =>
    [
        .. result.Elements(Wire("PclList")).Select(static parcel => new ColisPriveNumber(
            Needed(parcel, "CPPclCode"), Needed(parcel.Element(Wire("PclAdd")) ?? throw new FormatException("PclAdd"), "ZC")).Tracking),
    ];

    internal static string? Text(XElement parent, string name) => parent.Element(Wire(name))?.Value.Trim() is { Length: > 0 } value ? value : null;

    internal static string Needed(XElement parent, string name) => Text(parent, name) ?? throw new FormatException(name);

    internal static XName Wire(string name) => ColisPriveRequests.Space + name;

    private static string Name(string type) => type switch
    {
        "TT" => "TNT",
        "CE" or "CS" => "Colissimo",
        "MR" => "Mondial Relay",
        _ => type,
    };

    private static TrackingEvent Event(XElement parent, string date, string code, string description)
    {
        var (id, text) = (Text(parent, code) ?? "", Text(parent, description) ?? "");
        var status = ColisPriveStatus.Of(id, text);
        return new TrackingEvent
        {
            At = At(DateTime.ParseExact(Needed(parent, date), Times, CultureInfo.InvariantCulture, DateTimeStyles.None)),
            Code = id,
            Description = text,
            Status = status,
            Incident = ColisPriveStatus.IncidentOf(status, text),
        };
    }

    private static DateTimeOffset At(DateTime local) => new(local, Paris.GetUtcOffset(local));

    private static DateOnly Date(string text) =>
        DateOnly.FromDateTime(DateTime.ParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.None));

    private static bool Flag(XElement parent, string name) => Text(parent, name) is { } value && XmlConvert.ToBoolean(value);

    private static decimal Number(XElement parent, string name) => decimal.Parse(Needed(parent, name), NumberStyles.Number, CultureInfo.InvariantCulture);

    private static Money Euros(XElement parent, string name) => Text(parent, name) is null ? Money.Eur(0) : Money.Eur(Number(parent, name)).Round();

    private static OpeningHours Open(DayOfWeek day, Match match) => new(day, Time(match, 1), Time(match, 3));

    private static TimeOnly Time(Match match, int group) => new(
        int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups[group + 1].ValueSpan, CultureInfo.InvariantCulture));

    [GeneratedRegex("([0-9]{1,2})[:hH]([0-9]{2})\\s*-\\s*([0-9]{1,2})[:hH]([0-9]{2})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Hours();
}
