namespace Commerce.Carriers.Dpd;

/// <summary>What EPrint cannot be told. Comes after <see cref="CarrierCapabilities.Check(ShipmentRequest)"/>.</summary>
internal static class DpdEPrintChecks
{
    internal const string ExpireOffset = "expireOffset";
    private const int Max = DpdEPrintCapabilities.LineLength;

    /// <summary>The fields of <c>receiverinfo</c> that may be set, with their lengths.</summary>
    private static readonly Dictionary<string, int> InfoFields = new(StringComparer.Ordinal) { ["digicode1"] = 35, ["digicode2"] = 35, ["intercomid"] = 10 };

    internal static IEnumerable<Refusal> Of(ShipmentRequest request, bool isReturn)
    {
        var (options, contact, parcel) = (request.Options, request.Recipient.Contact, request.Parcels[0]);
        foreach (var (isWrong, field, message) in (IEnumerable<(bool, string, string)>)
        [
            // EPrint has no field for the product: what is not one of these would go as Classic.
            (request.Service.Value is var product && (isReturn ? product != DpdServices.Return : product is not ("101" or DpdEPrintCapabilities.Predict or DpdEPrintCapabilities.Shop)),
                "Service", $"{request.Service}: EPrint ships 101, 327 and 337, and returns as 332."),
            (isReturn && request.Options.ReturnLabel, "Options", "ReturnLabel: this is the way back already."),
            (DpdEPrintCapabilities.LabelType(request.Label) is null, "Label.Size", $"{request.Label.Size} for {request.Label.Format}: EPrint has no such label."),
            (options is { NotifyByEmail: true, NotifyBySms: true }, "Options", "NotifyByEmail and NotifyBySms: EPrint sends one of them."),
            (request.Service.Value == DpdEPrintCapabilities.Predict && (options.NotifyByEmail || options.NotifyBySms), "Options", "a notification: Predict notifies by itself."),
            (options.NotifyByEmail && contact.Email is null, "Recipient.Contact.Email", "missing: NotifyByEmail needs it."),
            ((options.NotifyBySms || request.Service.Value == DpdEPrintCapabilities.Predict) && contact.Phone is null, "Recipient.Contact.Phone", "missing: a mobile is needed."),
            (options.InsuredValue is { } value && value.Currency.Code != "EUR", "Options.InsuredValue", "not in euros."),
            (request.Service.Value == DpdEPrintCapabilities.Shop && request.PickupPoint is null, "PickupPoint", "missing: product 337 goes to a shop."),
            (request.PickupPoint is { } point && !IsShop(point.Id), "PickupPoint.Id", "no number of a French shop: P and five digits."),
            (parcel.Packaging is not null, "Parcels[0].Packaging", "set: DPD has no packaging of its own."),
            (parcel.Dimensions is { } size && (size.LongestSideCm > 175 || size.LengthAndGirthCm > 300), "Parcels[0].Dimensions", "above 175 cm, or 300 cm of length and girth."),
            (request.IsDocuments, "IsDocuments", "true: EPrint makes no difference for documents."),
            .. OfParty(nameof(request.Sender), request.Sender),
            .. OfParty(nameof(request.Recipient), request.Recipient),
            .. request.VendorFields.Select(pair => (!IsKnown(pair.Key, pair.Value), "VendorFields." + pair.Key, "not read, or too long: known are expireOffset, digicode1, digicode2 and intercomid.")),
        ])
        {
            if (isWrong)
            {
                yield return new Refusal(RefusalCode.NotSupported, $"{field} is {message}") { Field = field };
            }
        }
    }

    private static IEnumerable<(bool IsWrong, string Field, string Message)> OfParty(string name, Party party)
    {
        yield return (party.Address.City.Length > Max, $"{name}.Address.City", $"longer than {Max} characters.");
        yield return (party.Contact.DisplayName.Length > Max, $"{name}.Contact.Name", $"longer than {Max} characters.");
        yield return (party.Contact is { Company: not null, Name.Length: > Max }, $"{name}.Contact.Name", $"longer than {Max} characters.");
    }

    private static bool IsShop(string id) => id is ['P', _, _, _, _, _] && id[1..].All(char.IsAsciiDigit);

    private static bool IsKnown(string name, string value) =>
        name == ExpireOffset ? int.TryParse(value, out var days) && days is >= 0 and <= 365 : InfoFields.TryGetValue(name, out var length) && value.Length <= length;
}
