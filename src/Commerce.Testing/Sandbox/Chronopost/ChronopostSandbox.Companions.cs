using System.Globalization;
using System.Xml.Linq;
using Commerce.Carriers;
using Commerce.Testing.Sandbox.Labels;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <content>Relays, collections, delivery times and proofs.</content>
public sealed partial class ChronopostSandbox
{
    private const string PointNamespace = "http://cxf.rechercheBt.soap.chronopost.fr/";
    private const string PointPath = "recherchebt-ws-cxf/PointRelaisServiceWS";
    private const string RelayProduct = "86";
    private const decimal MaxCollectedKilograms = 30;
    private static readonly string[] UnpricedProducts = [RelayProduct, "4T", "17"];
    private static readonly string[] Relays = ["1001A", "1002B", "1003C"];
    private readonly Dictionary<string, (string Number, bool IsCancelled)> _collections = new(StringComparer.Ordinal);

    /// <summary>Gets the numbers of the collections that are booked and not cancelled.</summary>
    public IReadOnlyList<string> LiveCollections
    {
        get
        {
            lock (Gate)
            {
                return [.. _collections.Values.Where(static collection => !collection.IsCancelled).Select(static collection => collection.Number)];
            }
        }
    }

    private static XElement Relay(string id, int index) => new(
        "listePointRelais",
        new XElement("actif", "true"),
        new XElement("adresse1", string.Create(CultureInfo.InvariantCulture, $"{index + 1} PLACE DE L EXEMPLE")),
        new XElement("adresse2"),
        new XElement("codePays", "FR"),
        new XElement("codePostal", "69002"),
        new XElement("coordGeolocalisationLatitude", "45,7578"),
        new XElement("coordGeolocalisationLongitude", "4,8320"),
        new XElement("distanceEnMetre", (350 * (index + 1)).ToString(CultureInfo.InvariantCulture)),
        new XElement("identifiant", id),
        new XElement(
            "listeHoraireOuverture",
            new XElement("horairesAsString", "09:00-12:00"),
            new XElement("jour", "1"),
            new XElement("listeHoraireOuverture", new XElement("debut", "09:00"), new XElement("fin", "12:00"))),
        new XElement("localite", "LYON"),
        new XElement("nom", "RELAIS " + id),
        new XElement("poidsMaxi", "20000"));

    private void MapCompanions(IEndpointRouteBuilder routes)
    {
        SoapOperation(routes, PointPath, "recherchePointChronopost", "points", PointNamespace, FindPoints);
        SoapOperation(routes, PointPath, "recherchePointChronopostInter", "points", PointNamespace, FindPoints);
        SoapOperation(routes, PointPath, "rechercheDetailPointChronopost", "point", PointNamespace, FindPoint);
        SoapOperation(routes, "shipping-cxf/ShippingServiceWS", "creerEnlevementNational", "pickup", ShippingNamespace, Collect);
        SoapOperation(routes, "shipping-cxf/ShippingServiceWS", "annulerEnlevements", "cancel-pickup", ShippingNamespace, CancelCollection);
        SoapOperation(routes, "quickcost-cxf/QuickcostServiceWS", "calculateDeliveryTime", "delivery-time", RateNamespace, DeliveryTime);
        SoapOperation(routes, "tracking-cxf/TrackingServiceWS", "searchPOD", "proof", TrackingNamespace, Proof);
    }

    private object[] FindPoints(XElement body)
    {
        if (!IsKnown(Value(body, "accountNumber"), Value(body, "password")))
        {
            return Error("1500", "Invalid account or password");
        }

        if (Value(body, "city").Length == 0)
        {
            return Error("700", "The city is missing");
        }

        var max = int.Parse(Value(body, "maxPointChronopost"), CultureInfo.InvariantCulture);
        return Value(body, "zipCode").StartsWith("69", StringComparison.Ordinal)
            ? [new XElement("errorCode", "0"), new XElement("qualiteReponse", "2"), .. Relays.Take(max).Select(Relay)]
            : Error("601", "No point is found");
    }

    private object[] FindPoint(XElement body)
    {
        if (!IsKnown(Value(body, "accountNumber"), Value(body, "password")))
        {
            return Error("1500", "Invalid account or password");
        }

        var index = Array.IndexOf(Relays, Value(body, "identifiant"));
        return index < 0 ? Error("601", "No point is found") : [new XElement("errorCode", "0"), Relay(Relays[index], index)];
    }

    private object[] Collect(XElement body)
    {
        if (!IsKnown(Value(body, "headerValue", "accountNumber"), Value(body, "password")))
        {
            return Error("30", "Invalid contract or password");
        }

        if (!TryKilograms(Value(body, "particulartiesEsd", "poids"), out var weight) || weight > MaxCollectedKilograms)
        {
            return Error("911", "The weight is over the limit of 30 kg");
        }

        if (Value(body, "datePassage").CompareTo(Clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) < 0)
        {
            return Error("18", "The day of the collection is over");
        }

        var number = string.Create(CultureInfo.InvariantCulture, $"{_collections.Count + 1:D14}");
        return _collections.TryAdd(Value(body, "referenceEsdClient"), (number, false))
            ? [new XElement("errorCode", "0"), new XElement("errorMessage"), new XElement("ESDFullNumber", number)]
            : Error("25", "The reference of the collection exists already");
    }

    private object[] CancelCollection(XElement body)
    {
        if (!IsKnown(Value(body, "accountNumber"), Value(body, "password")))
        {
            return Error("30", "Invalid contract or password");
        }

        var (reference, collection) = _collections.FirstOrDefault(entry => entry.Value.Number == Value(body, "esdNumber"));
        if (reference is null)
        {
            return Error("33", "The collection is not known");
        }

        _collections[reference] = collection with { IsCancelled = true };
        return [new XElement("errorCode", "0"), new XElement("errorMessage")];
    }

    private object[] DeliveryTime(XElement body)
    {
        var isDomestic = Value(body, "arrCountryCode") == "FR";
        if (Products.All(product => product.Code != Value(body, "productCode")) || (Value(body, "productCode") == "44") == isDomestic)
        {
            return Error("4", "The product does not go there");
        }

        var day = DateTime.ParseExact(Value(body, "shippingDate"), "dd'/'MM'/'yyyy", CultureInfo.InvariantCulture).AddDays(isDomestic ? 1 : 3);
        return [new XElement("date", day.ToString("yyyy-MM-dd'T'13:00:00+01:00", CultureInfo.InvariantCulture)), new XElement("errorCode", "0")];
    }

    private object[] Proof(XElement body)
    {
        var parcel = _parcels.Find(known => known.Number == Value(body, "skybillNumber"));
        if (parcel is null || !IsKnown(Value(body, "accountNumber"), Value(body, "password")))
        {
            return Error("2", "the parcel doesn't match account or parcel information not found");
        }

        var isDelivered = SandboxJourney.Until(parcel.CreatedAt, Clock.GetUtcNow()).Last().Status == TrackingStatus.Delivered;
        return
        [
            new XElement("errorCode", "0"),
            isDelivered ? new XElement("formatPOD", "PDF") : null!,
            isDelivered ? new XElement("pod", Convert.ToBase64String(SandboxLabel.Pdf([[parcel.Number, "Proof of delivery"]]))) : null!,
            new XElement("podPresente", isDelivered ? "true" : "false"),
            new XElement("statusCode", "0"),
        ];
    }
}
