namespace Commerce.Carriers.ColisPrive;

/// <summary>What has no place in Colis Privé's requests is refused before anything is sent.</summary>
internal static class ColisPriveChecks
{
    private static readonly string[] Fields = ["AutoPrintPDF", "CntrCode", "DestType", "DestName", "SendType", "SendName", "DlvrDCode", "DlvrComments"];
    private static readonly string[] NewerFields = ["DlvrLng", "DlvrCurrency", "SubAcc", "CodeHub", "SndZC", "HLQ", "Brand"];

    internal static Refusal? Check(ShipmentRequest request, ColisPriveCarrierOptions options, CarrierCapabilities capabilities)
    {
        if (capabilities.Check(request) is [var objection, ..])
        {
            return objection;
        }

        var sent = options.UseNewerContract ? [.. Fields, .. NewerFields] : Fields;
        return request switch
        {
            _ when capabilities.Find(request.Service) is null => No("Service", $"{request.Service}: Colis Privé has HOME and RELAY."),
            _ when request.Recipient.Address.PostalCode is not { Length: 5 } code || !code.All(char.IsAsciiDigit) =>
                No("Recipient.Address.PostalCode", "not the five digits of a French postal code."),
            { Service.Value: ColisPriveCapabilities.Relay, PickupPoint: null } => No("PickupPoint", "missing: the service RELAY needs one."),
            { Options.CashOnDelivery: { } cash } when cash.Currency != Currency.Eur => No("Options.CashOnDelivery", $"in {cash.Currency}: Colis Privé takes euros."),
            { Options.CashOnDelivery: not null, Parcels.Count: > 1 } => No("Options.CashOnDelivery", "for several parcels: Colis Privé collects for one."),
            { Options.InsuredValue: { } value } when value.Currency != Currency.Eur => No("Options.InsuredValue", $"in {value.Currency}: Colis Privé takes euros."),
            { Options.InsuredValue: not null, Parcels.Count: > 1 } => No("Options.InsuredValue", "for several parcels: Colis Privé insures each; buy them one by one."),
            { IsDocuments: true } => No("IsDocuments", "true: Colis Privé is not told what is inside."),
            _ when Check(request.Label, options) is { } label => label,
            _ when request.VendorFields.Keys.FirstOrDefault(name => !sent.Contains(name)) is { } name => No($"VendorFields.{name}", "not sent to Colis Privé."),
            { PickupPoint: not null } when request.VendorFields.ContainsKey("DestType") || request.VendorFields.ContainsKey("DestName") =>
                No("VendorFields.DestType", "said by the pickup point already."),
            _ => Check(request),
        };
    }

    internal static Refusal? Check(LabelSpecification label, ColisPriveCarrierOptions options) => label switch
    {
        { Format: var format, Dpi: 300 } when format == LabelFormat.Zpl && !options.UseNewerContract =>
            No("Label.Dpi", "300: ZPL_300 is in the newer WSDL only, set UseNewerContract."),
        { Format: var format, Dpi: not (null or 203 or 300) } when format == LabelFormat.Zpl => No("Label.Dpi", $"{label.Dpi}: Colis Privé has 203 and 300."),
        { Size: var size } when size != LabelSize.A6 && (size != LabelSize.A4 || label.Format != LabelFormat.Pdf) =>
            No("Label.Size", $"{size}: Colis Privé has 10x15cm, and A4 for PDF."),
        _ => null,
    };

    internal static Refusal? Check(ManifestRequest request, DateOnly today) => request switch
    {
        { TrackingNumbers.Count: > 0 } => No("TrackingNumbers", "given: Colis Privé closes every parcel of the account that waits, cancel the others before."),
        { Date: { } day } when day != today => No("Date", $"{day:O}: Colis Privé closes the day of the call."),
        _ when request.VendorFields.Keys.FirstOrDefault() is { } name => No($"VendorFields.{name}", "not sent to Colis Privé."),
        _ => null,
    };

    private static Refusal? Check(ShipmentRequest request)
    {
        for (var i = 0; i < request.Parcels.Count; i++)
        {
            var parcel = request.Parcels[i];
            if (parcel.Packaging is not null)
            {
                return No($"Parcels[{i}].Packaging", "given: Colis Privé has no packaging of its own.");
            }

            if (parcel.DeclaredValue is { } value && value.Currency != Currency.Eur)
            {
                return No($"Parcels[{i}].DeclaredValue", $"in {value.Currency}: Colis Privé takes euros.");
            }

            if (parcel.Reference is not null && request.Reference is not null && parcel.Reference != request.Reference)
            {
                return No($"Parcels[{i}].Reference", "another than Reference: Colis Privé has one field (CltNum).");
            }
        }

        return null;
    }

    private static Refusal No(string field, string message) => new(RefusalCode.NotSupported, $"{field} is {message}") { Field = field };
}
