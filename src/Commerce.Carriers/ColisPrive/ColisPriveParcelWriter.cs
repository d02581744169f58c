using System.Globalization;
using System.Xml;
using static Commerce.Carriers.ColisPrive.ColisPriveRequests;

namespace Commerce.Carriers.ColisPrive;

/// <summary>Writes one parcel (<c>SetParcelRequest</c>) in the order of the WSDL.</summary>
internal static class ColisPriveParcelWriter
{
    internal static void Write(XmlWriter writer, ShipmentRequest request, int index, DateOnly today, ColisPriveCarrierOptions options)
    {
        var parcel = request.Parcels[index];
        var fields = request.VendorFields;
        Element(writer, "OrderID", OrderId(request.Key, index));
        Nillable(writer, "CltNum", parcel.Reference ?? request.Reference);
        Delivery(writer, "CsgAdd", request.Recipient, options, fields);
        Element(writer, "PclShipDate", Day(request.ShipDate ?? today));
        Element(writer, "PclWeight", parcel.Weight.Grams.ToString(CultureInfo.InvariantCulture));
        Element(writer, "IsPclWithPOD", Bool(request.Options.Signature));
        Element(writer, "LabelFormat", LabelFormatOf(request.Label));
        Optional(writer, "AutoPrintPDF", fields.GetValueOrDefault("AutoPrintPDF"));
        Element(writer, "ChargeAmnt", Amount(request.Options.CashOnDelivery) ?? "0");
        Nillable(writer, "ValueAmnt", Amount(request.Options.InsuredValue ?? parcel.DeclaredValue));
        if (options.UseNewerContract)
        {
            Element(writer, "IsAdValorem", Bool(request.Options.InsuredValue is not null));
            Nillable(writer, "PclHeight", Centimetres(parcel.Dimensions?.HeightCm));
            Nillable(writer, "PclWidth", Centimetres(parcel.Dimensions?.WidthCm));
            Nillable(writer, "PclLength", Centimetres(parcel.Dimensions?.LengthCm));
        }

        Optional(writer, "CntrCode", fields.GetValueOrDefault("CntrCode"));
        Optional(writer, "DestType", request.PickupPoint is null ? fields.GetValueOrDefault("DestType") : options.RelayDestinationType);
        Optional(writer, "DestName", request.PickupPoint?.Id ?? fields.GetValueOrDefault("DestName"));
        foreach (var name in (ReadOnlySpan<string>)["SendType", "SendName", "SubAcc", "CodeHub", "SndZC", "HLQ", "Brand"])
        {
            Optional(writer, name, fields.GetValueOrDefault(name));
        }
    }

    internal static void Delivery(
        XmlWriter writer, string name, Party recipient, ColisPriveCarrierOptions options, IReadOnlyDictionary<string, string> fields)
    {
        var contact = recipient.Contact;
        Open(writer, name);
        Element(writer, "DlvrName", string.IsNullOrWhiteSpace(contact.Name) ? contact.DisplayName : contact.Name);
        Open(writer, "DlvrAddress");

        // The older contract has no company: beside a person's name it is the last address line.
        var isBeside = !string.IsNullOrWhiteSpace(contact.Company) && !string.IsNullOrWhiteSpace(contact.Name);
        if (options.UseNewerContract)
        {
            Nillable(writer, "Company", contact.Company);
        }

        var lines = recipient.Address.EnumerateLines().Concat(isBeside && !options.UseNewerContract ? [contact.Company!] : []);
        foreach (var (index, line) in lines.Index())
        {
            Element(writer, string.Create(CultureInfo.InvariantCulture, $"Add{index + 1}"), line);
        }

        Element(writer, "ZC", recipient.Address.PostalCode);
        Element(writer, "City", recipient.Address.City);
        Element(writer, "Country", recipient.Address.Country.Value);
        writer.WriteEndElement();
        Optional(writer, "DlvrEmail", contact.Email?.ToString());
        Phone(writer, contact.Phone, "DlvrPhon", "DlvrGsm");
        foreach (var field in (ReadOnlySpan<string>)["DlvrDCode", "DlvrComments", "DlvrLng", "DlvrCurrency"])
        {
            Optional(writer, field, fields.GetValueOrDefault(field));
        }

        writer.WriteEndElement();
    }

    internal static void Phone(XmlWriter writer, PhoneNumber? phone, string landline, string mobile)
    {
        // French numbers are written as the French do.
        var text = phone?.Value is ['+', '3', '3', .. var rest] ? "0" + rest : phone?.Value;
        Optional(writer, text is ['0', '6' or '7', ..] ? mobile : landline, text);
    }

    private static string Bool(bool value) => value ? "true" : "false";

    private static string? Amount(Money? value) => value?.Round().Amount.ToString("0.00", CultureInfo.InvariantCulture);

    private static string? Centimetres(decimal? side) => side is null ? null : ((int)decimal.Ceiling(side.Value)).ToString(CultureInfo.InvariantCulture);
}
