using System.Globalization;
using System.Xml.Linq;
using Commerce.Http;

namespace Commerce.Carriers.Dpd;

/// <summary>Pickup points by MyPudo: GET requests, XML answers, coordinates with a decimal comma.</summary>
internal static class DpdPudo
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    internal static readonly Weight Limit = Weight.FromKilograms(20);

    internal static HttpRequestMessage List(PickupPointRequest request, DpdCarrierOptions options, DateTimeOffset now)
    {
        var day = request.ShipDate ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Paris).DateTime);
        return Get(options, new QueryAddress(options.MyPudoAddress.AbsoluteUri.TrimEnd('/') + "/GetPudoList")
            .Add("carrier", options.MyPudoCarrier)
            .Add("key", options.MyPudoKey)
            .Add("address", string.Join(' ', request.Near.EnumerateLines()))
            .Add("zipCode", request.Near.PostalCode)
            .Add("city", request.Near.City)
            .Add("countrycode", request.Near.Country.Value)
            .Add("requestID", "commerce")
            .Add("date_from", day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture))
            .Add("max_pudo_number", request.MaxCount)

            // The units of distance and weight are not public: both are judged here, unless the caller knows better.
            .Add("max_distance_search", Field("max_distance_search"))
            .Add("weight", Field("weight"))
            .Add("category", Field("category"))
            .Add("holiday_tolerant", Field("holiday_tolerant")));

        string Field(string name) => request.VendorFields.GetValueOrDefault(name, "");
    }

    internal static HttpRequestMessage Details(string id, DpdCarrierOptions options) =>
        Get(options, new QueryAddress(options.MyPudoAddress.AbsoluteUri.TrimEnd('/') + "/GetPudoDetails")
            .Add("carrier", options.MyPudoCarrier)
            .Add("key", options.MyPudoKey)
            .Add("pudo_id", id));

    internal static IReadOnlyList<PickupPoint> FromList(XElement root, PickupPointRequest request)
    {
        if (request.ParcelWeight > Limit)
        {
            return [];
        }

        return [.. Points(root, request.Near.Country)
            .Where(point => point.DistanceMetres is null || point.DistanceMetres <= request.MaxDistanceKm * 1000)
            .OrderBy(point => point.DistanceMetres ?? int.MaxValue)
            .Take(request.MaxCount)];
    }

    internal static IEnumerable<PickupPoint> Points(XElement root, CountryCode country) => root.Name.LocalName == "RESPONSE"
        ? root.Descendants("PUDO_ITEM").Where(item => item.Attribute("active")?.Value != "false").Select(item => FromItem(item, country))
        : throw new FormatException("RESPONSE");

    private static HttpRequestMessage Get(DpdCarrierOptions options, QueryAddress address) => new(HttpMethod.Get, address.ToString());

    private static PickupPoint FromItem(XElement item, CountryCode country) => new()
    {
        Id = Needed(item, "PUDO_ID"),
        Name = Needed(item, "NAME"),
        Address = new Address
        {
            Line1 = Needed(item, "ADDRESS1"),
            Line2 = Value(item, "ADDRESS2"),
            Line3 = Value(item, "ADDRESS3") ?? Value(item, "LOCAL_HINT"),
            City = Needed(item, "CITY"),
            PostalCode = Needed(item, "ZIPCODE"),
            Country = country,
        },
        DistanceMetres = Value(item, "DISTANCE") is { } metres ? (int)Number(metres) : null,
        Latitude = Value(item, "LATITUDE") is { } latitude ? Number(latitude) : null,
        Longitude = Value(item, "LONGITUDE") is { } longitude ? Number(longitude) : null,
        MaxWeight = Limit,
        OpeningHours = [.. item.Descendants("OPENING_HOURS_ITEM").Select(Hours)],
        Closures = [.. item.Descendants("HOLIDAY_ITEM").Select(holiday => new DateRange(Day(Needed(holiday, "START_DTM")), Day(Needed(holiday, "END_DTM"))))],
    };

    // Days are counted from Monday, 1, to Sunday, 7.
    private static OpeningHours Hours(XElement hours) => int.Parse(Needed(hours, "DAY_ID"), NumberStyles.None, CultureInfo.InvariantCulture) is >= 1 and <= 7 and var day
        ? new OpeningHours((DayOfWeek)(day % 7), Time(Needed(hours, "START_TM")), Time(Needed(hours, "END_TM")))
        : throw new FormatException("DAY_ID");

    private static TimeOnly Time(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    private static decimal Number(string text) =>
        decimal.Parse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static string Needed(XElement parent, string name) => Value(parent, name) ?? throw new FormatException(name);

    private static string? Value(XElement parent, string name) => parent.Element(name)?.Value.Trim() is { Length: > 0 } value ? value : null;
}
