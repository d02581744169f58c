using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Commerce.Carriers.Dpd;

/// <summary>Pickup points of ParcelShopFinderService 5.0. Their <c>pudoId</c> is what the META-API asks for; distances are kilometres.</summary>
internal static class DpdShipperPoints
{
    internal const string Namespace = "http://dpd.com/common/service/types/ParcelShopFinderService/5.0";
    private static readonly XNamespace Space = Namespace;

    internal static void Write(XmlWriter writer, PickupPointRequest request)
    {
        writer.WriteElementString("country", request.Near.Country.Value);
        writer.WriteElementString("zipCode", request.Near.PostalCode);
        writer.WriteElementString("city", request.Near.City);
        writer.WriteElementString("street", request.Near.Line1);
        writer.WriteElementString("limit", request.MaxCount.ToString(CultureInfo.InvariantCulture));
        writer.WriteElementString("hideClosed", "true");
    }

    internal static IReadOnlyList<PickupPoint> FromAnswer(XElement body, PickupPointRequest request) => body.Name != Space + "findParcelShopsResponse"
        ? throw new FormatException("findParcelShopsResponse")
        : request.ParcelWeight > DpdPudo.Limit
            ? []
            : [.. body.Elements(Space + "parcelShop").Where(static shop => shop.HasElements).Select(FromShop)
                .Where(point => point.DistanceMetres is null || point.DistanceMetres <= request.MaxDistanceKm * 1000)
                .OrderBy(point => point.DistanceMetres ?? int.MaxValue)
                .Take(request.MaxCount)];

    private static PickupPoint FromShop(XElement shop) => new()
    {
        Id = Value(shop, "pudoId") ?? Needed(shop, "parcelShopId"),
        Name = Needed(shop, "company"),
        Address = new Address
        {
            Line1 = $"{Needed(shop, "street")} {Value(shop, "houseNo")}".TrimEnd(),
            City = Needed(shop, "city"),
            PostalCode = Value(shop, "zipCode") ?? "",
            Country = CountryCode.Parse(Needed(shop, "country")),
        },
        DistanceMetres = Number(shop, "distance") is { } kilometres ? (int)(kilometres * 1000) : null,
        Latitude = Number(shop, "latitude"),
        Longitude = Number(shop, "longitude"),
        MaxWeight = DpdPudo.Limit,
        OpeningHours = [.. shop.Elements(Space + "openingHours").SelectMany(Hours)],
    };

    // A day is one span, or two with a break; a half day leaves the other half empty or says 00:00.
    private static IEnumerable<OpeningHours> Hours(XElement hours)
    {
        var day = Enum.Parse<DayOfWeek>(Needed(hours, "weekday"), ignoreCase: true);
        foreach (var (from, to) in ((string?, string?)[])[(Value(hours, "openMorning"), Value(hours, "closeMorning")), (Value(hours, "openAfternoon"), Value(hours, "closeAfternoon"))])
        {
            if (from is not null && to is not null && from != to)
            {
                yield return new OpeningHours(day, TimeOnly.ParseExact(from, "HH:mm", CultureInfo.InvariantCulture), TimeOnly.ParseExact(to, "HH:mm", CultureInfo.InvariantCulture));
            }
        }
    }

    private static decimal? Number(XElement parent, string name) =>
        Value(parent, name) is { } text ? decimal.Parse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent, CultureInfo.InvariantCulture) : null;

    private static string Needed(XElement parent, string name) => Value(parent, name) ?? throw new FormatException(name);

    private static string? Value(XElement parent, string name) => parent.Element(Space + name)?.Value.Trim() is { Length: > 0 } value ? value : null;
}
