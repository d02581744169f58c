using System.Globalization;
using System.Xml;

namespace Commerce.Carriers.Chronopost;

internal static partial class ChronopostRequests
{
    internal static HttpRequestMessage BookPickup(PickupRequest request, ChronopostCarrierOptions options) =>
        Post(ShippingPath, ShippingNamespace, "creerEnlevementNational", writer =>
        {
            WriteHeader(writer, options);
            Element(writer, "password", options.Password);
            Element(writer, "datePassage", At(request.Date, request.ReadyAt));
            Element(writer, "datePassageFermeture", At(request.Date, request.CloseAt));
            WritePlace(writer, "donneurDOrdre", request.From, isCollection: false);
            WritePlace(writer, "adresseEnlevement", request.From, isCollection: true);
            WriteParcels(writer, request);
            Element(writer, "referenceEsdClient", Reference(request.Key));
            Element(writer, "contenu", Text(request.Parcels[0].Description ?? "", ContentLength));
            writer.WriteStartElement("options");
            Element(writer, "aviserSurRealisation", "false");
            Element(writer, "chezUnTiers", "false");
            Element(writer, "envoyerLtParMail", "false");
            Element(writer, "LTaImprimerParChronopost", "false");
            writer.WriteEndElement();
            Element(writer, "locale", "en_GB");
        });

    internal static HttpRequestMessage CancelPickup(PickupBooking booking, ChronopostCarrierOptions options) =>
        Post(ShippingPath, ShippingNamespace, "annulerEnlevements", writer =>
        {
            Element(writer, "accountNumber", options.AccountNumber);
            Element(writer, "password", options.Password);
            Element(writer, "locale", "en_GB");
            Element(writer, "esdNumber", booking.ConfirmationNumber);
        });

    internal static HttpRequestMessage DeliveryTime(RateRequest request, CarrierService service, DateTimeOffset now) =>
        Post(RatePath, RateNamespace, "calculateDeliveryTime", writer =>
        {
            Element(writer, "depCountryCode", request.Sender.Address.Country.Value);
            Element(writer, "depZipCode", PostalCode(request.Sender.Address));
            Element(writer, "arrCountryCode", request.Recipient.Address.Country.Value);
            Element(writer, "arrZipCode", PostalCode(request.Recipient.Address));
            Element(writer, "arrCity", Text(request.Recipient.Address.City, 50));

            // The rate service names products without the leading zero.
            Element(writer, "productCode", service.Value.TrimStart('0') is { Length: > 0 } code ? code : "0");
            Element(writer, "type", request.IsDocuments ? "D" : "M");
            Element(writer, "service", request.Options.SaturdayDelivery ? "6" : "0");
            Element(writer, "shippingDate", Day(request.ShipDate, now).ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture));
        });

    internal static HttpRequestMessage Proof(TrackingNumber number, ChronopostCarrierOptions options) =>
        Post(TrackingPath, TrackingNamespace, "searchPOD", writer =>
        {
            WriteAccount(writer, options);
            Element(writer, "skybillNumber", number.Value);
            Element(writer, "pdf", "true");
        });

    private static string At(DateOnly day, TimeOnly time) => day.ToDateTime(time).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    private static void WritePlace(XmlWriter writer, string name, Party party, bool isCollection)
    {
        var (address, contact) = (party.Address, party.Contact);
        var street = Text(string.Join(' ', address.EnumerateLines()), 2 * ChronopostCapabilities.AddressLineLength);
        writer.WriteStartElement(name);
        Element(writer, "codePays", address.Country.Value);
        Element(writer, "codePostal", PostalCode(address));
        Element(writer, "EMail", isCollection ? null : contact.Email?.Value ?? "");
        Element(writer, "nom", Text(contact.Name ?? contact.DisplayName, 100));
        Element(writer, "numeroVoie", isCollection ? street : null);
        Element(writer, "porteAPorte", isCollection ? "false" : null);
        Element(writer, "prenom", isCollection ? null : "");
        Element(writer, "raisonSociale", Text(contact.Company ?? contact.DisplayName, 100));
        Element(writer, "telephone", contact.Phone?.Value ?? "");
        Element(writer, "ville", Text(address.City, 50));
        Element(writer, "voie", isCollection ? null : street);
        writer.WriteEndElement();
    }

    private static void WriteParcels(XmlWriter writer, PickupRequest request)
    {
        // The largest sides of all parcels, in whole centimetres, and the weight of all.
        var sizes = request.Parcels.Select(static parcel => parcel.Dimensions).OfType<Dimensions>().ToList();
        writer.WriteStartElement("particulartiesEsd");
        Element(writer, "etudeDeFaisabilite", "false");
        Element(writer, "grosVolume", "false");
        Element(writer, "hauteur", Largest(sizes, static size => size.HeightCm));
        Element(writer, "instructionsParticulieres", request.Instructions is { } note ? Text(note, 57) : null);
        Element(writer, "largeur", Largest(sizes, static size => size.WidthCm));
        Element(writer, "listeColisAnnonces", request.TrackingNumbers.Count > 0 ? string.Join(',', request.TrackingNumbers) : null);
        Element(writer, "longueur", Largest(sizes, static size => size.LengthCm));
        Element(writer, "nombreEnvois", request.Parcels.Count.ToString(CultureInfo.InvariantCulture));
        Element(writer, "poids", Number(request.Parcels.Sum(static parcel => parcel.Weight.Kilograms)));
        writer.WriteEndElement();
    }

    private static string? Largest(List<Dimensions> sizes, Func<Dimensions, decimal> side) =>
        sizes.Count == 0 ? null : decimal.Ceiling(sizes.Max(side)).ToString(CultureInfo.InvariantCulture);
}
