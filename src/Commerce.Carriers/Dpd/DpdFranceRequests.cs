using System.Globalization;
using System.Xml;
using Commerce.Http;

namespace Commerce.Carriers.Dpd;

/// <summary>Writes the SOAP requests of DPD France. The two services' namespaces differ by a slash at the end.</summary>
internal static class DpdFranceRequests
{
    internal const string EPrintNamespace = "http://www.cargonet.software";
    internal const string WebTraceNamespace = "http://www.cargonet.software/";
    private const string Instances = "http://www.w3.org/2001/XMLSchema-instance";
    internal const string FranceNumeric = "250";

    /// <summary>Cancels a parcel.</summary>
    internal static HttpRequestMessage Terminate(string number, DpdCarrierOptions options) => EPrint("TerminateShipment", options, writer =>
    {
        WriteCustomer(writer, options);
        writer.WriteStartElement("BarcodeSource", EPrintNamespace);
        writer.WriteAttributeString("xsi", "nil", Instances, "true");
        writer.WriteEndElement();
        Element(writer, "BarcodeId", number);
        Element(writer, "Reason", "Customer cancelled");
    });

    /// <summary>Writes a request of EPrint: credentials in the header, and one element <c>request</c>.</summary>
    internal static HttpRequestMessage EPrint(string operation, DpdCarrierOptions options, Action<XmlWriter> request) => Soap.Post(
        options.EPrintAddress.AbsoluteUri,
        $"{EPrintNamespace}/{operation}",
        writer =>
        {
            writer.WriteStartElement(operation, EPrintNamespace);
            writer.WriteStartElement("request", EPrintNamespace);
            request(writer);
            writer.WriteEndElement();
            writer.WriteEndElement();
        },
        writer =>
        {
            writer.WriteStartElement("UserCredentials", EPrintNamespace);
            Element(writer, "userid", options.EPrintUserId);
            Element(writer, "password", options.EPrintPassword);
            writer.WriteEndElement();
        });

    internal static void WriteCustomer(XmlWriter writer, DpdCarrierOptions options)
    {
        writer.WriteStartElement("customer", EPrintNamespace);
        Element(writer, "centernumber", Number(options.FranceCenterNumber));
        Element(writer, "number", Number(options.FranceCustomerNumber));
        Element(writer, "countrycode", FranceNumeric);
        writer.WriteEndElement();
    }

    internal static HttpRequestMessage Trace(TrackingNumber number, DpdCarrierOptions options) =>
        WebTrace("getShipmentTrace", options, ("shipmentnumber", number.Value));

    /// <summary>Looks for the parcels of a reference; the list, since the single answer hides further parcels.</summary>
    internal static HttpRequestMessage TraceReference(string reference, DpdCarrierOptions options) =>
        WebTrace("getShipmentTraceByReferenceAsArray", options, ("reference", reference));

    internal static HttpRequestMessage TraceImages(TrackingRequest request, DpdCarrierOptions options) =>
        WebTrace("getShipmentTraceWithImages", options, ("shipmentnumber", request.TrackingNumber.Value), ("language", request.Language));

    private static HttpRequestMessage WebTrace(string operation, DpdCarrierOptions options, params (string Name, string Value)[] rest) => Soap.Post(
        options.WebTraceAddress.AbsoluteUri,
        WebTraceNamespace + operation,
        writer =>
        {
            writer.WriteStartElement(operation, WebTraceNamespace);
            WebTraceElement("customer_center", Number(options.FranceCenterNumber));
            WebTraceElement("customer", Number(options.FranceCustomerNumber));
            WebTraceElement("password", options.WebTracePassword);
            foreach (var (name, value) in rest)
            {
                WebTraceElement(name, value);
            }

            writer.WriteEndElement();

            void WebTraceElement(string name, string value) => writer.WriteElementString(name, WebTraceNamespace, value);
        });

    private static void Element(XmlWriter writer, string name, string value) => writer.WriteElementString(name, EPrintNamespace, value);

    private static string Number(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
