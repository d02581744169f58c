using System.Globalization;
using System.Xml;
using Commerce.Http;

namespace Commerce.Carriers.Chronopost;

/// <summary>Writes Chronopost's requests. Only the operation element is in a namespace; its children are in none.</summary>
internal static partial class ChronopostRequests
{
    private const string ShippingNamespace = "http://cxf.shipping.soap.chronopost.fr/";
    private const string RateNamespace = "http://cxf.quickcost.soap.chronopost.fr/";
    private const string TrackingNamespace = "http://cxf.tracking.soap.chronopost.fr/";
    private const string ShippingPath = "shipping-cxf/ShippingServiceWS";
    private const string RatePath = "quickcost-cxf/QuickcostServiceWS";
    private const string TrackingPath = "tracking-cxf/TrackingServiceWS";

    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    internal static string Reference(OperationKey key) => VendorReference.From(key, 35);

    /// <summary>Buys parcels; the customer, who pays, is the sender, or on the way back the recipient.</summary>
    internal static HttpRequestMessage Ship(ShipmentRequest request, Party customer, ChronopostCarrierOptions options, DateTimeOffset now) =>
        Post(ShippingPath, ShippingNamespace, "shippingMultiParcelV4", writer => WriteShipment(writer, request, customer, options, now));

    internal static HttpRequestMessage ReservedLabel(string reservation, LabelSpecification label) =>
        Post(ShippingPath, ShippingNamespace, "getReservedSkybillWithTypeAndMode", writer =>
        {
            Element(writer, "reservationNumber", reservation);
            Element(writer, "mode", Mode(label));
        });

    internal static HttpRequestMessage LabelOf(string number, LabelSpecification label, ChronopostCarrierOptions options) =>
        Post(ShippingPath, ShippingNamespace, "getReservedSkybillWithTypeAndModeAuth", writer =>
        {
            Element(writer, "numberSearch", number);
            Element(writer, "mode", Mode(label));
            Element(writer, "accountNumber", options.AccountNumber);
            Element(writer, "password", options.Password);
        });

    internal static HttpRequestMessage Rates(RateRequest request, Parcel parcel, ChronopostCarrierOptions options, DateTimeOffset now) =>
        Post(RatePath, RateNamespace, "calculateProducts", writer =>
        {
            var dimensions = parcel.Dimensions;
            Element(writer, "accountNumber", options.AccountNumber);
            Element(writer, "password", options.Password);
            Element(writer, "depCountryCode", request.Sender.Address.Country.Value);
            Element(writer, "depZipCode", PostalCode(request.Sender.Address));
            Element(writer, "arrCountryCode", request.Recipient.Address.Country.Value);
            Element(writer, "arrZipCode", PostalCode(request.Recipient.Address));
            Element(writer, "arrCity", Text(request.Recipient.Address.City, 50));
            Element(writer, "type", "M");
            Element(writer, "weight", Number(parcel.Weight.Kilograms));
            Element(writer, "height", dimensions is null ? null : Number(dimensions.Value.HeightCm));
            Element(writer, "length", dimensions is null ? null : Number(dimensions.Value.LengthCm));
            Element(writer, "width", dimensions is null ? null : Number(dimensions.Value.WidthCm));
            Element(writer, "shippingDate", Day(request.ShipDate, now).ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture));
        });

    internal static HttpRequestMessage Track(TrackingNumber number) =>
        Post(TrackingPath, TrackingNamespace, "trackSkybillV2", writer =>
        {
            // English labels are what unknown codes are read from.
            Element(writer, "language", "en_GB");
            Element(writer, "skybillNumber", number.Value);
        });

    internal static HttpRequestMessage TrackReference(string reference, ChronopostCarrierOptions options) =>
        Post(TrackingPath, TrackingNamespace, "trackWithSenderRef", writer =>
        {
            WriteAccount(writer, options);
            Element(writer, "sendersRef", reference);
        });

    internal static HttpRequestMessage Cancel(string number, ChronopostCarrierOptions options) =>
        Post(TrackingPath, TrackingNamespace, "cancelSkybill", writer =>
        {
            WriteAccount(writer, options);
            Element(writer, "skybillNumber", number);
        });

    private static HttpRequestMessage Post(string path, string ns, string operation, Action<XmlWriter> children) => Soap.Post(path, "", writer =>
    {
        writer.WriteStartElement("cxf", operation, ns);
        children(writer);
        writer.WriteEndElement();
    });

    private static void WriteAccount(XmlWriter writer, ChronopostCarrierOptions options)
    {
        Element(writer, "accountNumber", options.AccountNumber);
        Element(writer, "password", options.Password);
        Element(writer, "language", "en_GB");
    }

    private static void WriteShipment(
        XmlWriter writer, ShipmentRequest request, Party customer, ChronopostCarrierOptions options, DateTimeOffset now)
    {
        WriteHeader(writer, options);

        // With several parcels every block but the customer's is repeated for each.
        for (var i = 0; i < request.Parcels.Count; i++)
        {
            WriteParty(writer, "shipper", request.Sender, () =>
                Element(writer, "shipperType", request.Sender.Contact.Company is null ? "2" : "1"), preAlert: "0");
        }

        WriteParty(writer, "customer", customer, () => Element(writer, "printAsSender", "N"), preAlert: "0");
        var notify = request.Options.NotifyByEmail || request.Options.NotifyBySms;
        for (var i = 0; i < request.Parcels.Count; i++)
        {
            WriteParty(writer, "recipient", request.Recipient, () =>
                Element(writer, "recipientType", request.Recipient.Contact.Company is null ? "2" : "1"), preAlert: notify ? "22" : "0");
        }

        for (var i = 0; i < request.Parcels.Count; i++)
        {
            WriteReferences(writer, request, request.Parcels[i]);
        }

        for (var i = 0; i < request.Parcels.Count; i++)
        {
            WriteParcel(writer, request, i, now);
        }

        writer.WriteStartElement("skybillParamsValue");
        Element(writer, "duplicata", "N");
        Element(writer, "mode", Mode(request.Label));
        Element(writer, "withReservation", "2");
        writer.WriteEndElement();
        Element(writer, "password", options.Password);
        Element(writer, "modeRetour", "2");
        Element(writer, "numberOfParcel", request.Parcels.Count.ToString(CultureInfo.InvariantCulture));
        Element(writer, "version", "2.0");
        Element(writer, "multiParcel", request.Parcels.Count > 1 ? "Y" : "N");
        if (request.Customs is { } customs)
        {
            for (var i = 0; i < request.Parcels.Count; i++)
            {
                WriteCustoms(writer, request, customs, i);
            }
        }
    }

    private static void WriteHeader(XmlWriter writer, ChronopostCarrierOptions options)
    {
        writer.WriteStartElement("headerValue");
        Element(writer, "accountNumber", options.AccountNumber);
        Element(writer, "idEmit", "CHRFR");
        Element(writer, "identWebPro", "");
        Element(writer, "subAccount", options.SubAccount.ToString(CultureInfo.InvariantCulture));
        writer.WriteEndElement();
    }

    private static void WriteParty(XmlWriter writer, string prefix, Party party, Action last, string preAlert)
    {
        var address = party.Address;
        var contact = party.Contact;
        writer.WriteStartElement(prefix + "Value");
        var lines = address.Fold(ChronopostCapabilities.AddressLines, ChronopostCapabilities.AddressLineLength) ?? [.. address.EnumerateLines()];
        Element(writer, prefix + "Adress1", WireText.ToAlphanumeric(lines[0]));
        Element(writer, prefix + "Adress2", WireText.ToAlphanumeric(string.Join(' ', lines.Skip(1))));
        Element(writer, prefix + "City", Text(address.City, 50));
        if (prefix != "recipient")
        {
            Element(writer, prefix + "Civility", "M");
        }

        Element(writer, prefix + "ContactName", Text(contact.Name ?? contact.DisplayName, 100));
        Element(writer, prefix + "Country", address.Country.Value);
        Element(writer, prefix + "Email", contact.Email?.Value ?? "");
        Element(writer, prefix + "MobilePhone", contact.Phone?.Value ?? "");
        Element(writer, prefix + "Name", Text(contact.DisplayName, 100));
        Element(writer, prefix + "Name2", contact.Company is null ? "" : Text(contact.Name ?? "", 100));
        Element(writer, prefix + "Phone", contact.Phone?.Value ?? "");
        Element(writer, prefix + "PreAlert", preAlert);
        Element(writer, prefix + "ZipCode", PostalCode(address));
        last();
        writer.WriteEndElement();
    }

    private static void WriteReferences(XmlWriter writer, ShipmentRequest request, Parcel parcel)
    {
        writer.WriteStartElement("refValue");
        Element(writer, "recipientRef", WireText.Cut(WireText.ToAlphanumeric(parcel.Reference ?? request.Reference ?? "", '-'), 35));
        Element(writer, "shipperRef", Reference(request.Key));
        Element(writer, "idRelais", request.PickupPoint?.Id);
        writer.WriteEndElement();
    }

    private static void WriteParcel(XmlWriter writer, ShipmentRequest request, int index, DateTimeOffset now)
    {
        var parcel = request.Parcels[index];
        var local = TimeZoneInfo.ConvertTime(now, Paris);
        var insured = parcel.DeclaredValue ?? request.Options.InsuredValue;
        writer.WriteStartElement("skybillValue");
        Element(writer, "bulkNumber", "1");
        Element(writer, "content1", Text(parcel.Description ?? "", 45));
        if (request.Customs is { } customs)
        {
            var declared = ValueOf(ItemsOf(customs, index), customs);
            Element(writer, "customsCurrency", declared.Currency.Code);
            Element(writer, "customsValue", Number(declared.Amount));
        }

        Element(writer, "evtCode", "DC");
        if (request.Options.InsuredValue is not null && insured is { } value)
        {
            // In cents, as the official modules send it.
            Element(writer, "insuredCurrency", value.Currency.Code);
            Element(writer, "insuredValue", value.Round().ToMinorUnits().ToString(CultureInfo.InvariantCulture));
        }

        Element(writer, "objectType", "MAR");
        Element(writer, "productCode", request.Service.Value);
        Element(writer, "service", ChronopostProducts.ServiceCode(request, parcel));
        Element(writer, "shipDate", Day(request.ShipDate, now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + local.ToString("'T'HH:mm:ss", CultureInfo.InvariantCulture));
        Element(writer, "shipHour", local.Hour.ToString(CultureInfo.InvariantCulture));
        Element(writer, "skybillRank", (index + 1).ToString(CultureInfo.InvariantCulture));
        Element(writer, "weight", Number(parcel.Weight.Kilograms));
        Element(writer, "weightUnit", "KGM");
        if (parcel.Dimensions is { } dimensions)
        {
            Element(writer, "height", Number(dimensions.HeightCm));
            Element(writer, "length", Number(dimensions.LengthCm));
            Element(writer, "width", Number(dimensions.WidthCm));
        }

        writer.WriteEndElement();
    }

    private static string Mode(LabelSpecification label) => label switch
    {
        { Format.Value: "zpl", Dpi: 300 } => "ZPL300",
        { Format.Value: "zpl" } => "Z2D",
        { Size.Value: "a4" } => "SPD",
        _ => "THE",
    };

    private static DateOnly Day(DateOnly? asked, DateTimeOffset now) =>
        asked ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Paris).DateTime);

    // Letters, digits and blanks only.
    private static string Text(string text, int maxLength)
    {
        var plain = WireText.ToAlphanumeric(text);
        return plain.Length == 0 ? "" : WireText.Cut(plain, maxLength);
    }

    private static string PostalCode(Address address) => WireText.Cut(string.Concat(address.PostalCode.Where(char.IsAsciiLetterOrDigit)), 9);

    private static string Number(decimal value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static void Element(XmlWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteElementString(name, value);
        }
    }
}
