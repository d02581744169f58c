using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Commerce.Http;

namespace Commerce.Carriers.ColisPrive;

/// <summary>Writes Colis Privé's requests, in the order of the WSDL. Every element is in the namespace.</summary>
internal sealed class ColisPriveRequests(ColisPriveCarrierOptions options)
{
    internal static readonly XNamespace Space = Namespace;

    private const string Namespace = "http://colisprive.com/externe/1.0/";

    internal static string OrderId(OperationKey key, int parcel) =>
        // No key is written with an underscore, so the second parcel of one never is the first of another.
        VendorReference.From(key, 32) + (parcel == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"_{parcel + 1}"));

    internal HttpRequestMessage Test() => Post("TestService", static _ => { }, wraps: false);

    internal HttpRequestMessage Parcel(ShipmentRequest request, int index, DateOnly today) =>
        Post("SetParcel", writer => ColisPriveParcelWriter.Write(writer, request, index, today, options));

    internal HttpRequestMessage Container(LabelSpecification label) => Post("SetContainer", writer => Element(writer, "LabelFormat", LabelFormatOf(label)));

    internal HttpRequestMessage Close() => Post("SetShipment", static _ => { });

    internal HttpRequestMessage Cancel(ColisPriveNumber number) => Post("CancelParcel", writer => Number(writer, number, "CsgZipCode"));

    internal HttpRequestMessage Read(ColisPriveNumber number) => Post("GetParcel", writer => Number(writer, number, "CsgZipCode"));

    internal HttpRequestMessage Days(ColisPriveNumber number) => Post("GetDeliveryCalendar", writer => Number(writer, number, "DlvrZC"));

    internal HttpRequestMessage Points(ColisPriveNumber number) => Post("GetPickupPointsList", writer => Number(writer, number, "CsgZC"));

    internal HttpRequestMessage Point(string code) => Post("GetPickupPoint", writer => Element(writer, "PckCode", code));

    internal HttpRequestMessage ToPoint(ColisPriveNumber number, string code, Contact? contact) => Post("SetPickupPointDelivery", writer =>
    {
        Number(writer, number, "CsgZC");
        Element(writer, "PckCode", code);
        Optional(writer, "CsgEmail", contact?.Email?.ToString());
        ColisPriveParcelWriter.Phone(writer, contact?.Phone, "CsgPhoneNum", "CsgGsmNum");
    });

    internal HttpRequestMessage Again(ColisPriveNumber number, DateOnly day, Party recipient, bool toThirdParty) => Post("Set2ndDelivery", writer =>
    {
        Number(writer, number, "CsgZC");
        Element(writer, "DlvrModeType", toThirdParty ? "tiers" : "domicile");
        ColisPriveParcelWriter.Delivery(writer, "DlvrAdd", recipient, options, new Dictionary<string, string>());
        Element(writer, "DlvrDate", Day(day));
    });

    internal static string LabelFormatOf(LabelSpecification label) => label switch
    {
        { Format: var format, Dpi: 300 } when format == LabelFormat.Zpl => "ZPL_300",
        { Format: var format } when format == LabelFormat.Zpl => "ZPL_200",
        { Size: var size } when size == LabelSize.A4 => "PDF_DEFAUT",
        _ => "PDF_ZEBRA",
    };

    internal static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    internal static void Element(XmlWriter writer, string name, string value) => writer.WriteElementString(name, Namespace, value);

    internal static void Optional(XmlWriter writer, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            Element(writer, name, value);
        }
    }

    /// <summary>Writes a member that must be there, as nil when it has no value.</summary>
    internal static void Nillable(XmlWriter writer, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            Element(writer, name, value);
            return;
        }

        writer.WriteStartElement(name, Namespace);
        writer.WriteAttributeString("xsi", "nil", "http://www.w3.org/2001/XMLSchema-instance", "true");
        writer.WriteEndElement();
    }

    internal static void Open(XmlWriter writer, string name) => writer.WriteStartElement(name, Namespace);

    private static void Number(XmlWriter writer, ColisPriveNumber number, string postalCode)
    {
        Element(writer, "CPPclCode", number.Parcel);
        Element(writer, postalCode, number.PostalCode);
    }

    private HttpRequestMessage Post(string operation, Action<XmlWriter> members, bool wraps = true) => Soap.Post(
        "Externe/WSCP.asmx",
        Namespace + operation,
        writer =>
        {
            Open(writer, operation);
            if (wraps)
            {
                Open(writer, operation + "Request");
            }

            Open(writer, "SecurityID");
            Element(writer, "CPCustoID", options.CustomerCode);
            Element(writer, "AccountID", options.AccountId);
            writer.WriteEndElement();
            members(writer);
            if (wraps)
            {
                writer.WriteEndElement();
            }

            writer.WriteEndElement();
        },
        writer =>
        {
            Open(writer, "AuthenticationHeader");
            Element(writer, "UserName", options.UserName);
            Element(writer, "Password", options.Password);
            writer.WriteEndElement();
        });
}
