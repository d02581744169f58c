using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Commerce.Carriers;
using Commerce.Testing.Sandbox.Labels;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <summary>
/// Colis Privé: a SOAP service that numbers and labels parcels, follows and cancels them, and closes the day. Codes other than -26 and the words
/// of refusals are invented: Colis Privé publishes none.
/// </summary>
public sealed class ColisPriveSandbox : SandboxVendor
{
    private const string PickupPoint = "00042";

    private static readonly XNamespace Envelope = "http://schemas.xmlsoap.org/soap/envelope/";
    private static readonly XNamespace Space = "http://colisprive.com/externe/1.0/";
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private readonly List<ColisPriveParcel> _parcels = [];
    private int _containers;
    private int _shipments;

    internal ColisPriveSandbox(TimeProvider clock)
        : base("colis_prive", clock)
    {
    }

    /// <summary>Gets the user that it accepts.</summary>
    public string UserName { get; } = "sandbox-user";

    /// <summary>Gets the password that it accepts.</summary>
    public string Password { get; } = "sandbox-password";

    /// <summary>Gets the customer's code that it accepts.</summary>
    public string CustomerCode { get; } = "A0";

    /// <summary>Gets the account that it accepts.</summary>
    public string AccountId { get; } = "000123";

    /// <summary>Gets the numbers, with postal codes, of the parcels that were bought and not cancelled, in order.</summary>
    public IReadOnlyList<string> LiveParcels
    {
        get
        {
            lock (Gate)
            {
                return [.. _parcels.Where(static parcel => !parcel.IsCancelled).Select(static parcel => parcel.Code + parcel.PostalCode)];
            }
        }
    }

    internal override void Map(IEndpointRouteBuilder routes)
    {
        Soap(routes, "TestService", "test", (_, _) => Done());
        Soap(routes, "SetParcel", "ship", Ship);
        Soap(routes, "SetContainer", "container", (_, files) =>
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"C{++_containers:D8}");
            return [.. Done(), Member("CntrCode", code), Member("LabelUrl", $"{files}{code}.pdf"), Member("CABCode", code)];
        });
        Soap(routes, "SetShipment", "close", Close);
        Soap(routes, "CancelParcel", "cancel", (body, _) => OnParcel(body, parcel =>
        {
            var refusal = parcel.IsCancelled ? "Le colis est déjà annulé" : parcel.IsClosed ? "Le colis est déjà validé" : null;
            parcel.IsCancelled = parcel.IsCancelled || refusal is null;
            return refusal is null ? Done() : Refused(-3, refusal);
        }));
        Soap(routes, "GetParcel", "track", (body, _) => OnParcel(body, Track));
        Soap(routes, "GetDeliveryCalendar", "delivery-days", (body, _) => OnParcel(body, _ =>
            [.. Done(), Member("DlvrCalendar", Member("DlvrDate", Day(1)), Member("DlvrTimeF", "AM")), Member("DlvrCalendar", Member("DlvrDate", Day(2)), Member("DlvrTimeF", "DY"))]));
        Soap(routes, "Set2ndDelivery", "deliver-again", (body, _) => OnParcel(body, _ => Done()));
        Soap(routes, "GetPickupPointsList", "pickup-points", (body, _) => OnParcel(body, _ => [.. Done(), Member("PcksList", Point(), Member("PlannedDlvrDate", Day(1)))]));
        Soap(routes, "GetPickupPoint", "pickup-point", (body, _) => Value(body, "PckCode") == PickupPoint ? [.. Done(), Point()] : Refused(-4, "Point relais inconnu"));
        Soap(routes, "SetPickupPointDelivery", "redirect", (body, _) => OnParcel(body, _ => Value(body, "PckCode") == PickupPoint ? Done() : Refused(-4, "Point relais inconnu")));
        Operation(routes, "GET", "files/{name}.pdf", "file", async context =>
        {
            var bytes = SandboxLabel.Pdf([[(string)context.Request.RouteValues["name"]!, "Colis Prive sandbox", "SPECIMEN"]]);
            context.Response.ContentType = "application/pdf";
            context.Response.ContentLength = bytes.Length;
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
        });
    }

    private static XElement Member(string name, params object?[] content) => new(Space + name, content);

    private static object[] Done() => [Member("RtnCode", 0), Member("RtnMessage", "OK")];

    private static object[] Refused(int code, string message) => [Member("RtnCode", code), Member("RtnMessage", message)];

    private static string Value(XElement parent, string name) => parent.Descendants(Space + name).FirstOrDefault()?.Value ?? "";

    private static XElement Point() => Member(
        "PckPoint",
        Member("PckCode", PickupPoint),
        Member("PckName", "RELAIS DU BAC A SABLE"),
        Member("PckAdd", Member("Add1", "1 PLACE DU MARCHE"), Member("ZC", "69002"), Member("City", "LYON"), Member("Country", "FR")),
        Member("PckMonHrs", "09:00-12:00 14:00-19:00"));

    private void Soap(IEndpointRouteBuilder routes, string element, string operation, Func<XElement, string, object[]> handle) =>
        SoapOperations.Map(routes, $"{Name}/Externe/WSCP.asmx", element, new SandboxOperation(Name, operation), async (context, body) =>
        {
            var header = body.Parent!.Parent!.Element(Envelope + "Header");
            var isKnown = header is not null && Value(header, "UserName") == UserName && Value(header, "Password") == Password
                && Value(body, "CPCustoID") == CustomerCode && Value(body, "AccountID") == AccountId;
            object[] content;
            lock (Gate)
            {
                content = isKnown ? handle(body, $"{context.Request.Scheme}://{context.Request.Host}/{Name}/files/") : [];
            }

            // The test's own answer has no block around code and message.
            object[] result = isKnown && element != "TestService" ? [Member("WSResp", content[0], content[1]), .. content[2..]] : content;
            XElement inside = isKnown
                ? Member(element + "Response", Member(element + "Result", result))
                : new XElement(Envelope + "Fault", new XElement("faultcode", "soap:Server"), new XElement("faultstring", "Echec d'authentification"));
            var bytes = Encoding.UTF8.GetBytes(new XElement(Envelope + "Envelope", new XElement(Envelope + "Body", inside)).ToString(SaveOptions.DisableFormatting));
            context.Response.StatusCode = isKnown ? StatusCodes.Status200OK : StatusCodes.Status500InternalServerError;
            context.Response.ContentType = "text/xml; charset=utf-8";
            context.Response.ContentLength = bytes.Length;
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
        });

    private object[] Ship(XElement body, string files)
    {
        var postalCode = Value(body, "ZC");
        if (postalCode.Length != 5 || !postalCode.All(char.IsAsciiDigit) || Value(body, "Country") != "FR")
        {
            return [.. Refused(-26, "Code postal non desservi"), Member("LabelType", "CP")];
        }

        if (!int.TryParse(Value(body, "PclWeight"), NumberStyles.None, CultureInfo.InvariantCulture, out var grams) || grams is < 1 or > 30_000)
        {
            return [.. Refused(-2, "Poids incorrect"), Member("LabelType", "CP")];
        }

        var order = Value(body, "OrderID");
        var known = _parcels.Find(parcel => parcel.Order == order);
        if (known is { IsClosed: true } or { IsCancelled: true })
        {
            return [.. Refused(-1, "Le numéro de commande existe déjà"), Member("LabelType", "CP")];
        }

        if (known is null)
        {
            known = new ColisPriveParcel(string.Create(CultureInfo.InvariantCulture, $"A{_parcels.Count + 1:D11}"), postalCode, order, Value(body, "DlvrName"), Clock.GetUtcNow());
            _parcels.Add(known);
        }

        var format = Value(body, "LabelFormat");
        IReadOnlyList<IReadOnlyList<string>> page = [[known.Code + known.PostalCode, "Colis Prive sandbox", "SPECIMEN"]];
        return
        [
            .. Done(),
            Member("CPPclCode", known.Code),
            Member("OrderID", order),
            format.StartsWith("ZPL", StringComparison.Ordinal)
                ? Member("LabelZpl", Convert.ToBase64String(SandboxLabel.Zpl(page, format == "ZPL_300" ? 300 : 203)))
                : Member("LabelUrl", $"{files}{known.Code}{known.PostalCode}.pdf"),
            Member("LabelType", "CP"),
            Member("CABCode", known.Code + known.PostalCode),
        ];
    }

    private object[] Close(XElement body, string files)
    {
        var waiting = _parcels.Where(static parcel => !parcel.IsClosed && !parcel.IsCancelled).ToList();
        if (waiting.Count == 0)
        {
            return Refused(-5, "Aucun colis en attente de validation");
        }

        waiting.ForEach(static parcel => parcel.IsClosed = true);
        var code = string.Create(CultureInfo.InvariantCulture, $"S{++_shipments:D8}");
        return
        [
            .. Done(),
            Member("ShipCode", code),
            .. waiting.Select(static parcel => Member(
                "PclList",
                Member("CPPclCode", parcel.Code),
                Member("OrderID", parcel.Order),
                Member("DlvrName", parcel.Recipient),
                Member("PclAdd", Member("ZC", parcel.PostalCode)))),
            Member("MnftUrl", $"{files}{code}.pdf"),
        ];
    }

    private object[] Track(ColisPriveParcel parcel)
    {
        var events = SandboxJourney.Until(parcel.CreatedAt, parcel.IsClosed ? Clock.GetUtcNow() : parcel.CreatedAt).Select(static step =>
        {
            var (code, text) = step.Status.Value switch
            {
                "created" => ("990001", "Colis en préparation chez l'expéditeur"),
                "picked_up" => ("990002", "Colis pris en charge"),
                "in_transit" => ("990003", "Colis arrivé en agence"),
                "out_for_delivery" => ("029110", "Colis en cours de livraison"),
                _ => ("990005", "Colis livré"),
            };
            return (Time: TimeZoneInfo.ConvertTime(step.At, Paris).ToString("yyyyMMdd HHmm", CultureInfo.InvariantCulture), Code: code, Text: text);
        }).ToList();
        return
        [
            .. Done(),
            Member("CPPclCode", parcel.Code),
            Member("ChargeAmnt", 0),
            Member("ValueAmnt", 0),
            Member("CurrentStatusDate", events[^1].Time),
            Member("CurrentStatusCode", events[^1].Code),
            Member("CurrentStatusDesc", events[^1].Text),
            Member("IsDlvrPckOk", parcel.IsClosed),
            .. events.Select(static item => Member("PclStatusHisto", Member("StsDate", item.Time), Member("StsCode", item.Code), Member("StsDesc", item.Text))),
            Member("CmpyCode", "P"),
        ];
    }

    private object[] OnParcel(XElement body, Func<ColisPriveParcel, object[]> handle)
    {
        var code = Value(body, "CPPclCode");
        string[] postalCodes = [Value(body, "CsgZipCode"), Value(body, "CsgZC"), Value(body, "DlvrZC")];
        return _parcels.Find(parcel => parcel.Code == code && postalCodes.Contains(parcel.PostalCode)) is { } found ? handle(found) : Refused(-4, "Colis inconnu");
    }

    private string Day(int days) => TimeZoneInfo.ConvertTime(Clock.GetUtcNow(), Paris).AddDays(days).ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private sealed record ColisPriveParcel(string Code, string PostalCode, string Order, string Recipient, DateTimeOffset CreatedAt)
    {
        public bool IsCancelled { get; set; }

        public bool IsClosed { get; set; }
    }
}
