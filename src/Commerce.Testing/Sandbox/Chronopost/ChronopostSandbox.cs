using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Commerce.Carriers;
using Commerce.Testing.Sandbox.Labels;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <summary>
/// Chronopost: SOAP services that price, number and label parcels, track them by number and by reference, cancel them,
/// find relays, collect parcels and prove deliveries. Prices, relays and travel times are invented.
/// </summary>
public sealed partial class ChronopostSandbox : LimitedSandboxVendor
{
    private const string ShippingNamespace = "http://cxf.shipping.soap.chronopost.fr/";
    private const string RateNamespace = "http://cxf.quickcost.soap.chronopost.fr/";
    private const string TrackingNamespace = "http://cxf.tracking.soap.chronopost.fr/";

    private static readonly XNamespace Envelope = "http://schemas.xmlsoap.org/soap/envelope/";

    private static readonly (string Code, decimal Base, decimal PerKilogram)[] Products =
        [("1", 8.90m, 1.60m), ("2", 14.50m, 1.90m), ("16", 8.10m, 1.50m), ("44", 12.00m, 2.20m)];

    private readonly List<ChronopostParcel> _parcels = [];
    private int _reservations;

    internal ChronopostSandbox(TimeProvider clock)
        : base("chronopost", clock, 500, TimeSpan.FromSeconds(10))
    {
    }

    /// <summary>Gets the contract that it accepts.</summary>
    public string AccountNumber { get; } = "19869502";

    /// <summary>Gets the password that it accepts.</summary>
    public string Password { get; } = "255562";

    /// <summary>Gets the numbers of the parcels that were bought and not cancelled, in order.</summary>
    public IReadOnlyList<string> LiveParcels
    {
        get
        {
            lock (Gate)
            {
                return [.. _parcels.Where(parcel => !parcel.IsCancelled).Select(parcel => parcel.Number)];
            }
        }
    }

    internal override void Map(IEndpointRouteBuilder routes)
    {
        SoapOperation(routes, "shipping-cxf/ShippingServiceWS", "shippingMultiParcelV4", "ship", ShippingNamespace, Ship);
        SoapOperation(routes, "shipping-cxf/ShippingServiceWS", "getReservedSkybillWithTypeAndMode", "label", ShippingNamespace, body => Label(body, needsAccount: false));
        SoapOperation(routes, "shipping-cxf/ShippingServiceWS", "getReservedSkybillWithTypeAndModeAuth", "label", ShippingNamespace, body => Label(body, needsAccount: true));
        SoapOperation(routes, "quickcost-cxf/QuickcostServiceWS", "calculateProducts", "rate", RateNamespace, Rate);
        SoapOperation(routes, "tracking-cxf/TrackingServiceWS", "trackSkybillV2", "track", TrackingNamespace, Track);
        SoapOperation(routes, "tracking-cxf/TrackingServiceWS", "trackWithSenderRef", "track-reference", TrackingNamespace, TrackReference);
        SoapOperation(routes, "tracking-cxf/TrackingServiceWS", "cancelSkybill", "cancel", TrackingNamespace, Cancel);
        MapCompanions(routes);
    }

    private static object[] Error(string code, string message) => [new XElement("errorCode", code), new XElement("errorMessage", message)];

    private static string Value(XElement? parent, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            parent = parent?.Element(name);
        }

        return parent?.Value ?? "";
    }

    private static bool TryKilograms(string text, out decimal kilograms) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out kilograms) && kilograms > 0;

    // One path serves several operations: the first element of the body says which. Routing needs to know it to name
    // the operation, so a matcher policy of its own reads it.
    private void SoapOperation(
        IEndpointRouteBuilder routes, string path, string element, string operation, string ns, Func<XElement, object[]> handle) =>
        SoapOperations.Map(routes, $"{Name}/{path}", element, new SandboxOperation(Name, operation), async (context, body) =>
        {
            if (!TryTakeCall())
            {
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                context.Response.Headers.RetryAfter = "1";
                return;
            }

            object[] content;
            lock (Gate)
            {
                content = handle(body);
            }

            XNamespace space = ns;
            var answer = new XElement(
                Envelope + "Envelope",
                new XAttribute(XNamespace.Xmlns + "soap", Envelope),
                new XElement(Envelope + "Body", new XElement(
                    space + (element + "Response"), new XAttribute(XNamespace.Xmlns + "ns1", space), new XElement("return", content))));
            var bytes = Encoding.UTF8.GetBytes(answer.ToString(SaveOptions.DisableFormatting));
            context.Response.ContentType = "text/xml;charset=UTF-8";
            context.Response.ContentLength = bytes.Length;
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
        });

    private bool IsKnown(string account, string password) => account == AccountNumber && password == Password;

    private object[] Ship(XElement body)
    {
        if (!IsKnown(Value(body, "headerValue", "accountNumber"), Value(body, "password")))
        {
            return Error("33", "Invalid accesColis account number");
        }

        var parcels = body.Elements("skybillValue").ToList();
        var references = body.Elements("refValue").ToList();
        var recipients = body.Elements("recipientValue").ToList();
        if (parcels.Count == 0 || recipients.Count != parcels.Count || references.Count != parcels.Count)
        {
            return Error("31", "Missing parameter");
        }

        for (var i = 0; i < parcels.Count; i++)
        {
            var country = Value(recipients[i], "recipientCountry");
            var postalCode = Value(recipients[i], "recipientZipCode");
            if (!TryKilograms(Value(parcels[i], "weight"), out var weight) || weight > 30)
            {
                return Error("38", "The weight is over the limit of 30 kg");
            }

            if (country == "FR" && (postalCode.Length != 5 || !postalCode.All(char.IsAsciiDigit)))
            {
                return Error("35", "The post code does not match the country");
            }

            var product = Value(parcels[i], "productCode");
            if (!UnpricedProducts.Contains(product) && Products.All(known => known.Code.PadLeft(2, '0') != product))
            {
                return Error("33", "The product is not in the contract");
            }

            if (product == RelayProduct && !Relays.Contains(Value(references[i], "idRelais")))
            {
                return Error("33", "The relay is not known");
            }
        }

        var mode = Value(body, "skybillParamsValue", "mode");
        var reservation = (++_reservations).ToString("D21", CultureInfo.InvariantCulture);
        var results = new List<object> { new XElement("errorCode", "0"), new XElement("errorMessage"), new XElement("reservationNumber", reservation) };
        for (var i = 0; i < parcels.Count; i++)
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"XS{_parcels.Count + 1:D9}FR");
            _parcels.Add(new ChronopostParcel(number, reservation, Value(references[i], "shipperRef"), Clock.GetUtcNow()));
            results.Add(new XElement(
                "resultMultiParcelValue",
                new XElement("codeDepot", "00000001"),
                new XElement("codeService", "226"),
                new XElement("geoPostNumeroColis", string.Create(CultureInfo.InvariantCulture, $"XS{_parcels.Count:D12}1")),
                parcels.Count == 1 ? new XElement("pdfEtiquette", Wrapped(Draw(mode, [number]))) : null,
                new XElement("serviceName", "SANDBOX"),
                new XElement("skybillNumber", number)));
        }

        return [.. results];
    }

    private object[] Label(XElement body, bool needsAccount)
    {
        if (needsAccount && !IsKnown(Value(body, "accountNumber"), Value(body, "password")))
        {
            return Error("33", "Invalid accesColis account number");
        }

        var search = needsAccount ? Value(body, "numberSearch") : Value(body, "reservationNumber");
        var mode = Value(body, "mode");
        var found = _parcels.Where(parcel => !parcel.IsCancelled && (parcel.Number == search || parcel.Reservation == search)).ToList();
        return found.Count == 0
            ? Error("35", "No label is found")
            :
            [
                new XElement("errorCode", "0"),
                new XElement("skybill", Wrapped(Draw(mode, [.. found.Select(parcel => parcel.Number)]))),
                new XElement("type", mode.StartsWith('Z') ? "TXT" : "PDF"),
            ];
    }

    private object[] Rate(XElement body)
    {
        if (!IsKnown(Value(body, "accountNumber"), Value(body, "password")))
        {
            return Error("3", "Invalid account or password");
        }

        if (!TryKilograms(Value(body, "weight"), out var weight))
        {
            return Error("2", "Missing parameter");
        }

        var isDomestic = Value(body, "arrCountryCode") == "FR";
        return
        [
            new XElement("errorCode", "0"),
            .. Products.Select(product =>
            {
                // A product that does not run on the lane comes with the price zero.
                var runs = weight <= 30 && (product.Code == "44") != isDomestic;
                var net = runs ? decimal.Round(product.Base + (product.PerKilogram * weight), 2, MidpointRounding.AwayFromZero) : 0m;
                return new XElement(
                    "productList",
                    new XElement("amount", net.ToString("0.0#", CultureInfo.InvariantCulture)),
                    new XElement("amountTTC", decimal.Round(net * 1.2m, 2, MidpointRounding.AwayFromZero).ToString("0.0#", CultureInfo.InvariantCulture)),
                    new XElement("amountTVA", decimal.Round(net * 0.2m, 2, MidpointRounding.AwayFromZero).ToString("0.0#", CultureInfo.InvariantCulture)),
                    new XElement("productCode", product.Code));
            }),
        ];
    }

    private object[] Track(XElement body)
    {
        var number = Value(body, "skybillNumber");
        var parcel = _parcels.Find(known => known.Number == number);
        return [new XElement("errorCode", "0"), new XElement("listEventInfoComp", parcel is null ? null : Events(parcel), new XElement("skybillNumber", number))];
    }

    private object[] TrackReference(XElement body)
    {
        if (!IsKnown(Value(body, "accountNumber"), Value(body, "password")))
        {
            return Error("2", "the parcel doesn't match account or parcel information not found");
        }

        var reference = Value(body, "sendersRef");
        return
        [
            new XElement("errorCode", "0"),
            .. _parcels.Where(parcel => parcel.Reference == reference && !parcel.IsCancelled)
                .Select(parcel => new XElement("listParcel", Events(parcel), new XElement("skybillNumber", parcel.Number))),
        ];
    }

    private object[] Cancel(XElement body)
    {
        var number = Value(body, "skybillNumber");
        var parcel = _parcels.Find(known => known.Number == number);
        if (parcel is null || !IsKnown(Value(body, "accountNumber"), Value(body, "password")))
        {
            return Error("2", "the parcel doesn't match account or parcel information not found");
        }

        if (parcel.IsCancelled || SandboxJourney.Until(parcel.CreatedAt, Clock.GetUtcNow()).Last().Status != TrackingStatus.Created)
        {
            return Error("3", "the parcel has been handled already");
        }

        parcel.IsCancelled = true;
        return [new XElement("errorCode", "0"), new XElement("errorMessage"), new XElement("statusCode", "0")];
    }

    private IEnumerable<XElement> Events(ChronopostParcel parcel)
    {
        foreach (var (at, status) in SandboxJourney.Until(parcel.CreatedAt, parcel.IsCancelled ? parcel.CreatedAt : Clock.GetUtcNow()))
        {
            var (code, label) = status.Value switch
            {
                "created" => ("DC", "Shipment in preparation to be shipped"),
                "picked_up" => ("PC", "Shipment picked up"),
                "in_transit" => ("TS", "Shipment in transit"),
                "out_for_delivery" => ("TA", "Shipment in delivery to the consignee"),
                _ => ("D", "Delivered"),
            };
            yield return new XElement(
                "events",
                new XElement("code", code),
                new XElement("eventDate", at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)),
                new XElement("eventLabel", label),
                new XElement("highPriority", "false"),
                new XElement("officeLabel", "LYON CHRONOPOST"),
                new XElement("zipCode", "69007"));
        }
    }

    private static byte[] Draw(string mode, IReadOnlyList<string> numbers)
    {
        var pages = numbers.Select(number => (IReadOnlyList<string>)[number, "Chronopost sandbox", "SPECIMEN"]).ToList();
        return mode.StartsWith('Z') ? SandboxLabel.Zpl(pages, mode == "ZPL300" ? 300 : 203) : SandboxLabel.Pdf(pages);
    }

    // Wrapped at 76 columns, as Chronopost does.
    private static string Wrapped(byte[] bytes) => string.Join('\n', Convert.ToBase64String(bytes).Chunk(76).Select(static line => new string(line)));

    private sealed record ChronopostParcel(string Number, string Reservation, string Reference, DateTimeOffset CreatedAt)
    {
        public bool IsCancelled { get; set; }
    }
}
