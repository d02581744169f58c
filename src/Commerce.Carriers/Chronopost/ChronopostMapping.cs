using System.Globalization;
using System.Xml.Linq;

namespace Commerce.Carriers.Chronopost;

/// <summary>Chronopost's answers to our words. Pure functions.</summary>
internal static partial class ChronopostMapping
{
    internal static Shipment FromShipping(XElement result, LabelFormat format, IReadOnlyList<ShippingDocument>? reserved)
    {
        var parcels = result.Elements("resultMultiParcelValue").Select(FromParcel).ToList();
        var documents = reserved ??
        [
            .. result.Elements("resultMultiParcelValue")
                .Select(parcel => (Number: Needed(parcel, "skybillNumber"), Label: parcel.Element("pdfEtiquette")?.Value))
                .Where(parcel => !string.IsNullOrWhiteSpace(parcel.Label))
                .Select(parcel => Document(parcel.Label!, format, parcel.Number)),
        ];
        return new Shipment
        {
            // Chronopost numbers parcels, not shipments: the shipment is all of them.
            Id = new CarrierShipmentId(string.Join('+', parcels.Select(parcel => parcel.TrackingNumber.Value))),
            Parcels = parcels,
            Documents = documents,
        };
    }

    internal static ShippedParcel Parcel(string number, string? partnerNumber = null) => new()
    {
        TrackingNumber = new TrackingNumber(number),
        PartnerTrackingNumber = string.IsNullOrWhiteSpace(partnerNumber) ? null : new TrackingNumber(partnerNumber),
        TrackingUrl = new Uri("https://www.chronopost.fr/tracking-no-cms/suivi-page?listeNumerosLT=" + Uri.EscapeDataString(number)),
    };

    internal static ShippingDocument Document(string base64, LabelFormat format, string? number)
    {
        var bytes = Convert.FromBase64String(base64);

        // Some modes encode twice: what decodes to the beginning of base 64 of "%PDF" is decoded again.
        if (bytes.AsSpan().StartsWith("JVBER"u8))
        {
            bytes = Convert.FromBase64String(System.Text.Encoding.ASCII.GetString(bytes));
        }

        return new ShippingDocument
        {
            Kind = DocumentKind.Label,
            Format = bytes.AsSpan().StartsWith("%PDF"u8) ? LabelFormat.Pdf : format,
            Content = bytes,
            TrackingNumber = number is null ? null : new TrackingNumber(number),
        };
    }

    internal static IEnumerable<(CarrierService Service, Money Net, Money Gross)> FromProducts(XElement result) => result
        .Elements("productList")
        .Select(product => (
            Service: new CarrierService(Needed(product, "productCode").PadLeft(2, '0')),
            Net: Euros(product, "amount"),
            Gross: Euros(product, "amountTTC")))

        // Zero means that the contract has no price for the product.
        .Where(product => !product.Net.IsZero);

    internal static RateQuote ToQuote(CarrierService service, Money net, Money gross, string account) => new()
    {
        Carrier = CarrierCode.Chronopost,
        Account = account,
        Service = service,
        ServiceName = NameOf(service),
        Price = net,
        PriceWithTax = gross.IsZero ? null : gross,
        TransitDays = ChronopostCapabilities.TransitDays(service),
        IsNegotiated = true,
    };

    internal static TrackingReport? FromTracking(XElement result, TrackingNumber number)
    {
        var events = result.Descendants("events").Select(FromEvent).OrderByDescending(item => item.At).ToList();
        if (events.Count == 0)
        {
            return null;
        }

        var status = events[0].Status ?? TrackingStatus.Unknown;
        return new TrackingReport
        {
            TrackingNumber = number,
            Status = status,
            Incident = events[0].Incident,
            Events = events,
            DeliveredAt = status == TrackingStatus.Delivered ? events.Find(item => item.Status == TrackingStatus.Delivered)?.At : null,
        };
    }

    internal static IReadOnlyList<string> NumbersIn(XElement result) =>
        [.. result.Elements("listParcel").Select(parcel => parcel.Element("skybillNumber")?.Value).OfType<string>().Where(number => number.Length > 0).Distinct()];

    private static string NameOf(CarrierService service) => ChronopostCapabilities.Value.Find(service)?.Name ?? $"Chronopost {service}";

    private static ShippedParcel FromParcel(XElement parcel) =>
        Parcel(Needed(parcel, "skybillNumber"), parcel.Element("geoPostNumeroColis")?.Value);

    private static TrackingEvent FromEvent(XElement item)
    {
        var code = item.Element("code")?.Value.Trim() ?? "";
        var label = item.Element("eventLabel")?.Value.Trim() ?? "";
        var status = ChronopostStatus.Of(code, label);
        var location = $"{item.Element("officeLabel")?.Value} {item.Element("zipCode")?.Value}".Trim();
        return new TrackingEvent
        {
            At = DateTimeOffset.Parse(Needed(item, "eventDate"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            Code = code,
            Description = label,
            Status = status,
            Incident = ChronopostStatus.IncidentOf(status, label),
            Location = location.Length == 0 ? null : location,
        };
    }

    // Amounts carry no currency: Chronopost prices in euros.
    private static Money Euros(XElement product, string name) =>
        Money.Eur(decimal.Parse(Needed(product, name), NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture)).Round();

    private static string Needed(XElement parent, string name) =>
        parent.Element(name)?.Value is { Length: > 0 } value ? value : throw new FormatException(name);
}
