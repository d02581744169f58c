using System.Globalization;

namespace Commerce.Carriers.Chronopost;

internal static partial class ChronopostRequests
{
    private const string PointNamespace = "http://cxf.rechercheBt.soap.chronopost.fr/";
    private const string PointPath = "recherchebt-ws-cxf/PointRelaisServiceWS";
    private const int MaxPoints = 25;
    private const int MaxDistanceKm = 99;
    private const long MaxPointGrams = 99_999;
    private const long UsualGrams = 1000;

    internal static HttpRequestMessage Points(PickupPointRequest request, ChronopostCarrierOptions options, DateTimeOffset now)
    {
        var isAbroad = IsAbroad(request.Near.Country);
        return Post(PointPath, PointNamespace, isAbroad ? "recherchePointChronopostInter" : "recherchePointChronopost", writer =>
        {
            Element(writer, "accountNumber", options.AccountNumber);
            Element(writer, "password", options.Password);
            Element(writer, "address", Text(request.Near.Line1, 100));
            Element(writer, "zipCode", PostalCode(request.Near));
            Element(writer, "city", Text(request.Near.City, 50));
            Element(writer, "countryCode", request.Near.Country.Value);
            Element(writer, "type", "P");
            Element(writer, "productCode", request.Service?.Value ?? (isAbroad ? "49" : "86"));
            Element(writer, "service", "L");
            Element(writer, "weight", Math.Min(request.ParcelWeight?.Grams ?? UsualGrams, MaxPointGrams).ToString(CultureInfo.InvariantCulture));
            Element(writer, "shippingDate", Day(request.ShipDate, now).ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture));
            Element(writer, "maxPointChronopost", Math.Min(request.MaxCount, MaxPoints).ToString(CultureInfo.InvariantCulture));
            Element(writer, "maxDistanceSearch", Math.Min(request.MaxDistanceKm, MaxDistanceKm).ToString(CultureInfo.InvariantCulture));
            Element(writer, "holidayTolerant", "1");
            Element(writer, "language", isAbroad ? "en" : null);
            Element(writer, "version", isAbroad ? "2.0" : null);
        });
    }

    internal static HttpRequestMessage Point(PickupPointReference point, CountryCode country, ChronopostCarrierOptions options)
    {
        var isAbroad = IsAbroad(country);
        return Post(PointPath, PointNamespace, isAbroad ? "rechercheDetailPointChronopostInter" : "rechercheDetailPointChronopost", writer =>
        {
            Element(writer, "accountNumber", options.AccountNumber);
            Element(writer, "password", options.Password);
            Element(writer, "identifiant", point.Id);
            Element(writer, "countryCode", isAbroad ? country.Value : null);
            Element(writer, "language", isAbroad ? "en" : null);
            Element(writer, "version", isAbroad ? "2.0" : null);
        });
    }

    private static bool IsAbroad(CountryCode country) => country != CountryCode.France && country.Value != "MC";
}
