using System.Globalization;
using System.Xml;
using Commerce.Http;

namespace Commerce.Carriers.Dpd;

/// <summary>Writes EPrint's requests for labels. The order of elements is the contract's. Source: eprintwebservice.wsdl.</summary>
internal static class DpdEPrintRequests
{
    private const string Space = DpdFranceRequests.EPrintNamespace;
    private const string DefaultExpireDays = "30";
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    internal static HttpRequestMessage Ship(ShipmentRequest request, DpdCarrierOptions options, DateTimeOffset now) =>
        DpdFranceRequests.EPrint("CreateShipmentWithLabelsBc", options, writer =>
        {
            WriteBase(writer, request, options, now);
            Block(writer, "services", () => WriteServices(writer, request));
            Element(writer, "weight", request.Parcels[0].Weight.Kilograms.ToString("0.###", CultureInfo.InvariantCulture));
            Element(writer, "referencenumber", DpdMapping.Reference(request.Key));
            Element(writer, "reference2", request.Reference);
            Element(writer, "reference3", request.Parcels[0].Reference);
            Element(writer, "reference4", Cut(request.Parcels[0].Description));
            Block(writer, "labelType", () => Element(writer, "type", DpdEPrintCapabilities.LabelType(request.Label)));
            Element(writer, "refnrasbarcode", "false");
        });

    internal static HttpRequestMessage Return(ShipmentRequest request, DpdCarrierOptions options, DateTimeOffset now) =>
        DpdFranceRequests.EPrint("CreateReverseInverseShipmentWithLabelsBc", options, writer =>
        {
            WriteBase(writer, request, options, now);
            Element(writer, "weight", request.Parcels[0].Weight.Kilograms.ToString("0.###", CultureInfo.InvariantCulture));
            Element(writer, "expire_offset", request.VendorFields.GetValueOrDefault(DpdEPrintChecks.ExpireOffset, DefaultExpireDays));
            Element(writer, "referencenumber", DpdMapping.Reference(request.Key));
            Block(writer, "services", () =>
            {
                WriteInsurance(writer, request);
                WriteContact(writer, request);
            });
            Element(writer, "customLabelText", request.Reference);
            Block(writer, "labelType", () => Element(writer, "type", DpdEPrintCapabilities.LabelType(request.Label)));
            Element(writer, "refasbarcode", "false");
        });

    internal static HttpRequestMessage Label(string number, LabelSpecification label, DpdCarrierOptions options) =>
        DpdFranceRequests.EPrint("GetLabelBc", options, writer =>
        {
            Block(writer, "labelType", () => Element(writer, "type", DpdEPrintCapabilities.LabelType(label)));
            Element(writer, "shipmentNumber", number);
            DpdFranceRequests.WriteCustomer(writer, options);
        });

    private static void WriteBase(XmlWriter writer, ShipmentRequest request, DpdCarrierOptions options, DateTimeOffset now)
    {
        var day = request.ShipDate ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Paris).DateTime);
        WriteParty(writer, "receiver", request.Recipient, request.VendorFields);
        WriteParty(writer, "shipper", request.Sender, new Dictionary<string, string>());
        Element(writer, "customer_countrycode", DpdFranceRequests.FranceNumeric);
        Element(writer, "customer_centernumber", options.FranceCenterNumber?.ToString(CultureInfo.InvariantCulture));
        Element(writer, "customer_number", options.FranceCustomerNumber?.ToString(CultureInfo.InvariantCulture));
        Element(writer, "shippingdate", day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture));
    }

    private static void WriteParty(XmlWriter writer, string prefix, Party party, IReadOnlyDictionary<string, string> fields)
    {
        var (address, contact) = (party.Address, party.Contact);
        var lines = address.Fold(3, DpdEPrintCapabilities.LineLength) ?? [.. address.EnumerateLines()];
        Block(writer, prefix + "address", () =>
        {
            Element(writer, "countryPrefix", address.Country.Value);

            // DPD wants a 1 for Ireland, whatever the Eircode.
            Element(writer, "zipCode", address.Country.Value == "IE" ? "1" : address.PostalCode);
            Element(writer, "city", address.City);
            Element(writer, "street", lines[0]);
            Element(writer, "name", contact.DisplayName);
            Element(writer, "phoneNumber", contact.Phone?.Value);
        });
        Block(writer, prefix + "info", () =>
        {
            Element(writer, "contact", contact.Company is null ? null : contact.Name);
            Element(writer, "digicode1", fields.GetValueOrDefault("digicode1"));
            Element(writer, "digicode2", fields.GetValueOrDefault("digicode2"));
            Element(writer, "intercomid", fields.GetValueOrDefault("intercomid"));
            Element(writer, "vinfo1", lines.ElementAtOrDefault(1));
            Element(writer, "vinfo2", lines.ElementAtOrDefault(2));
        });
    }

    private static void WriteServices(XmlWriter writer, ShipmentRequest request)
    {
        WriteContact(writer, request);
        WriteInsurance(writer, request);
        if (request.PickupPoint is { } point)
        {
            Block(writer, "parcelshop", () => Block(writer, "shopaddress", () => Element(writer, "shopid", point.Id)));
        }

        if (request.Options.ReturnLabel)
        {
            Block(writer, "reverse", () =>
            {
                Element(writer, "expireOffset", request.VendorFields.GetValueOrDefault(DpdEPrintChecks.ExpireOffset, DefaultExpireDays));
                Element(writer, "type", "Prepared");
            });
        }
    }

    private static void WriteInsurance(XmlWriter writer, ShipmentRequest request)
    {
        if (request.Options.InsuredValue is { } value)
        {
            Block(writer, "extraInsurance", () =>
            {
                Element(writer, "value", value.Round().Amount.ToString("0.00", CultureInfo.InvariantCulture));
                Element(writer, "type", "byShipments");
            });
        }
    }

    private static void WriteContact(XmlWriter writer, ShipmentRequest request)
    {
        var (options, contact) = (request.Options, request.Recipient.Contact);
        var type = request.Service.Value == DpdEPrintCapabilities.Predict ? "Predict"
            : options.NotifyBySms ? "AutomaticSMS"
            : options.NotifyByEmail ? "AutomaticMail"
            : request.PickupPoint is null ? null : "No";
        if (type is not null)
        {
            Block(writer, "contact", () =>
            {
                Element(writer, "sms", contact.Phone?.Value);
                Element(writer, "email", contact.Email?.Value);
                Element(writer, "type", type);
            });
        }
    }

    private static string? Cut(string? text) => text is null ? null : WireText.Cut(text, DpdEPrintCapabilities.LineLength);

    private static void Block(XmlWriter writer, string name, Action children)
    {
        writer.WriteStartElement(name, Space);
        children();
        writer.WriteEndElement();
    }

    private static void Element(XmlWriter writer, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            writer.WriteElementString(name, Space, value);
        }
    }
}
