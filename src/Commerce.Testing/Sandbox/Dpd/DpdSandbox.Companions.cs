using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Commerce.Carriers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <content>EPrint, WebTrace, MyPudo and the Shipper Webservices.</content>
public sealed partial class DpdSandbox
{
    private static readonly XNamespace Envelope = "http://schemas.xmlsoap.org/soap/envelope/";
    private static readonly XNamespace EPrint = "http://www.cargonet.software";
    private static readonly XNamespace WebTrace = "http://www.cargonet.software/";
    private static readonly XNamespace LoginSpace = "http://dpd.com/common/service/types/LoginService/2.1";
    private static readonly XNamespace LifeCycle = "http://dpd.com/common/service/types/ParcelLifeCycleService/2.0";
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private void MapCompanions(IEndpointRouteBuilder routes)
    {
        MapEPrint(routes);
        Soap(routes, "webtrace_service.asmx", "getShipmentTrace", "track", body => Traced(body, "getShipmentTrace", () => Find(Value(body, "shipmentnumber")) is { } parcel ? Content(parcel) : Unknown()));
        Soap(routes, "webtrace_service.asmx", "getShipmentTraceByReferenceAsArray", "track-reference", body => Traced(body, "getShipmentTraceByReferenceAsArray", () =>
            [.. _parcels.Where(parcel => parcel.Reference == Value(body, "reference") && !parcel.IsCancelled).Select(parcel => new XElement(WebTrace + "clsShipmentTrace", Content(parcel)))]));
        Soap(routes, "webtrace_service.asmx", "getShipmentTraceWithImages", "proof-of-delivery", body => Traced(body, "getShipmentTraceWithImages", () => Find(Value(body, "shipmentnumber")) is { } parcel
            ? [new XElement(WebTrace + "clsShipmentTraceWithImages", Content(parcel), Images(parcel))]
            : []));
        Soap(routes, "soap/services/LoginService/V2_1", "getAuth", "shipper-token", ShipperLogin);
        Soap(routes, "soap/services/ParcelLifeCycleService/V2_0", "getTrackingData", "shipper-track", ShipperTrack);
        Soap(routes, "soap/services/ParcelShopFinderService/V5_0", "findParcelShops", "shipper-points", ShipperPoints);
        Operation(routes, "GET", "mypudo.asmx/GetPudoList", "pickup-points", context => PudoAsync(context, id: null));
        Operation(routes, "GET", "mypudo.asmx/GetPudoDetails", "pickup-point", context => PudoAsync(context, context.Request.Query["pudo_id"].ToString()));
    }

    private static string Value(XElement? parent, string name) => parent?.Descendants().FirstOrDefault(element => element.Name.LocalName == name)?.Value ?? "";

    private static XElement Fault(string id, string message) => new(
        Envelope + "Fault",
        new XElement("faultcode", "soap:Server"),
        new XElement("faultstring", message),
        new XElement("detail", new XElement("Error", new XElement("ErrorId", id), new XElement("ErrorMessage", message))));

    private static object[] Unknown() => [new XElement(WebTrace + "LastError", "Colis introuvable")];

    private static async Task WriteXmlAsync(HttpContext context, int status, XElement root)
    {
        var bytes = Encoding.UTF8.GetBytes(root.ToString(SaveOptions.DisableFormatting));
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/xml; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
    }

    private void Soap(IEndpointRouteBuilder routes, string path, string element, string operation, Func<XElement, XElement> handle) =>
        SoapOperations.Map(routes, $"{Name}/{path}", element, new SandboxOperation(Name, operation), async (context, body) =>
        {
            XElement content;
            lock (Gate)
            {
                content = handle(body);
            }

            // Every fault comes with HTTP 500.
            await WriteXmlAsync(
                context,
                content.Name == Envelope + "Fault" ? StatusCodes.Status500InternalServerError : StatusCodes.Status200OK,
                new XElement(Envelope + "Envelope", new XElement(Envelope + "Body", content))).ConfigureAwait(false);
        });

    private DpdSandboxParcel? Find(string number) => _parcels.Find(parcel => parcel.Number == number);

    private XElement Terminate(XElement body)
    {
        if (Denied(body) is { } denied)
        {
            return denied;
        }

        return Find(Value(body, "BarcodeId")) switch
        {
            null => Fault("InvalidInput", "Shipment not found"),
            { IsCancelled: true } => Fault("InvalidInput", "Shipment is already terminated"),
            var parcel when SandboxJourney.Until(parcel.CreatedAt, Clock.GetUtcNow()).Last().Status != TrackingStatus.Created =>
                Fault("InvalidInput", "Shipment is in transport"),
            var parcel => Cancel(parcel),
        };

        static XElement Cancel(DpdSandboxParcel parcel)
        {
            parcel.IsCancelled = true;
            return new XElement(EPrint + "TerminateShipmentResponse");
        }
    }

    private XElement Traced(XElement body, string operation, Func<object[]> content)
    {
        var isKnown = Value(body, "customer_center") == CenterNumber.ToString(CultureInfo.InvariantCulture)
            && Value(body, "customer") == AccountNumber.TrimStart('0') && Value(body, "password") == Password;
        return new XElement(WebTrace + (operation + "Response"), new XElement(
            WebTrace + (operation + "Result"), isKnown ? content() : [new XElement(WebTrace + "LastError", "Mot de passe incorrect")]));
    }

    private object[] Content(DpdSandboxParcel parcel) =>
    [
        new XElement(WebTrace + "LastError"),
        new XElement(WebTrace + "ShipmentNumber", parcel.Number),
        new XElement(WebTrace + "Weight", "1.25"),
        new XElement(WebTrace + "Reference", parcel.Reference),
        new XElement(WebTrace + "Traces", Journey(parcel).Select(step => new XElement(
            WebTrace + "clsTrace",
            new XElement(WebTrace + "ScanDate", TimeZoneInfo.ConvertTime(step.At, Paris).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)),
            new XElement(WebTrace + "ScanTime", TimeZoneInfo.ConvertTime(step.At, Paris).ToString("HH:mm:ss", CultureInfo.InvariantCulture)),
            new XElement(WebTrace + "StatusNumber", "10"),
            new XElement(WebTrace + "StatusDescription", step.Status.Value switch
            {
                "created" => "Colis annoncé par l'expéditeur",
                "picked_up" => "Colis pris en charge",
                "out_for_delivery" => "Livraison en cours",
                "delivered" => "Colis livré",
                _ => "En transit",
            }),
            new XElement(WebTrace + "CenterName", "Paris")))),
    ];

    private XElement Images(DpdSandboxParcel parcel) => new XElement(WebTrace + "images", Journey(parcel).Last().Status == TrackingStatus.Delivered
        ? new XElement(WebTrace + "Image", new XElement(WebTrace + "type", "POD"), new XElement(WebTrace + "image", Convert.ToBase64String(Picture)))
        : null);

    private IEnumerable<(DateTimeOffset At, TrackingStatus Status)> Journey(DpdSandboxParcel parcel) =>
        SandboxJourney.Until(parcel.CreatedAt, parcel.IsCancelled ? parcel.CreatedAt : Clock.GetUtcNow());

    private XElement ShipperLogin(XElement body)
    {
        if (Value(body, "delisId") != User || Value(body, "password") != Password)
        {
            return ShipperFault();
        }

        return new XElement(LoginSpace + "getAuthResponse", new XElement(
            LoginSpace + "return",
            new XElement(LoginSpace + "delisId", User),
            new XElement(LoginSpace + "customerUid", User),
            new XElement(LoginSpace + "authToken", "shipper-token"),
            new XElement(LoginSpace + "depot", "0510"),
            new XElement(LoginSpace + "authTokenExpires", Clock.GetUtcNow().AddHours(24).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture))));
    }

    private static XElement ShipperFault() => new(
        Envelope + "Fault",
        new XElement("faultcode", "soap:Server"),
        new XElement("faultstring", "Fault occured"),
        new XElement("detail", new XElement(
            XNamespace.Get("http://dpd.com/common/service/types/Authentication/2.0") + "authenticationFault",
            new XElement("errorCode", "DELICOM_ERR_AUTHENTICATION"),
            new XElement("errorMessage", "Authentication failure, check delisId and password."))));

    private XElement ShipperTrack(XElement body)
    {
        if (Value(body.Parent?.Parent, "authToken") != "shipper-token")
        {
            return ShipperFault();
        }

        var parcel = Find(Value(body, "parcelLabelNumber"));
        return new XElement(LifeCycle + "getTrackingDataResponse", new XElement(LifeCycle + "trackingresult", parcel is null ? [] : (object[])
        [
            new XElement(LifeCycle + "shipmentInfo", new XElement(LifeCycle + "status", "SHIPMENT"), new XElement(LifeCycle + "statusHasBeenReached", "false")),
            .. Journey(parcel).Skip(1).Select(step => new XElement(
                LifeCycle + "statusInfo",
                new XElement(LifeCycle + "status", step.Status.Value switch { "picked_up" => "PickedUp", "out_for_delivery" => "Courier", "delivered" => "Delivered", _ => "BetweenDepots" }),
                Line("label", "Sandbox"),
                new XElement(LifeCycle + "statusHasBeenReached", "true"),
                Line("location", "Utrecht (NL)"),
                Line("date", TimeZoneInfo.ConvertTime(step.At, Paris).ToString("M/d/yyyy h:mm:ss tt", CultureInfo.InvariantCulture)))),
        ]));

        static XElement Line(string name, string text) => new(LifeCycle + name, new XElement(LifeCycle + "content", text), new XElement(LifeCycle + "bold", "false"));
    }

    private static XElement ShipperPoints(XElement body)
    {
        XNamespace space = "http://dpd.com/common/service/types/ParcelShopFinderService/5.0";
        return Value(body.Parent?.Parent, "authToken") != "shipper-token" ? ShipperFault() : new XElement(
            space + "findParcelShopsResponse",
            Enumerable.Range(1, 3).Select(number => new XElement(
                space + "parcelShop",
                new XElement(space + "pudoId", string.Create(CultureInfo.InvariantCulture, $"{Value(body, "country")}{number:D5}")),
                new XElement(space + "company", "SHOP EXAMPLE"),
                new XElement(space + "street", "Voorbeeldstraat"),
                new XElement(space + "houseNo", number),
                new XElement(space + "country", Value(body, "country")),
                new XElement(space + "zipCode", Value(body, "zipCode")),
                new XElement(space + "city", Value(body, "city")),
                new XElement(space + "distance", number * 0.4m),
                new XElement(space + "openingHours", new XElement(space + "weekday", "Monday"), new XElement(space + "openMorning", "09:00"), new XElement(space + "closeMorning", "12:00")))));
    }

    private async Task PudoAsync(HttpContext context, string? id)
    {
        var query = context.Request.Query;
        if (query["key"] != PudoKey || query["carrier"].ToString().Length == 0)
        {
            await WriteXmlAsync(context, StatusCodes.Status200OK, new XElement("RESPONSE", new XElement("ERROR", "Invalid key"))).ConfigureAwait(false);
            return;
        }

        var points = Enumerable.Range(1, 3).Select(number => Pudo(number, id is null ? query["zipCode"].ToString() : "75011", id is null ? query["city"].ToString() : "PARIS"))
            .Where(point => id is null || point.Element("PUDO_ID")!.Value == id);
        await WriteXmlAsync(context, StatusCodes.Status200OK, new XElement("RESPONSE", new XElement("PUDO_ITEMS", points))).ConfigureAwait(false);
    }

    private static XElement Pudo(int number, string postalCode, string city) => new(
        "PUDO_ITEM",
        new XAttribute("active", "true"),
        new XElement("PUDO_ID", string.Create(CultureInfo.InvariantCulture, $"P{number:D5}")),
        new XElement("DISTANCE", number * 350),
        new XElement("NAME", "RELAIS EXEMPLE"),
        new XElement("ADDRESS1", "1 PLACE DU MARCHE"),
        new XElement("ZIPCODE", postalCode),
        new XElement("CITY", city),
        new XElement("LONGITUDE", "4,83200"),
        new XElement("LATITUDE", "45,75780"),
        new XElement("OPENING_HOURS_ITEMS", new XElement(
            "OPENING_HOURS_ITEM", new XElement("DAY_ID", "1"), new XElement("START_TM", "09:00"), new XElement("END_TM", "12:00"))));
}
