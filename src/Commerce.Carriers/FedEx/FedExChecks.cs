namespace Commerce.Carriers.FedEx;

/// <summary>What FedEx would refuse or cannot say, told before the call.</summary>
internal static class FedExChecks
{
    private const int MaxSideCm = 999;

    // No name of a service: only what holds for all of them is checked.
    private static readonly CarrierService AnyService = new("ANY");

    internal static Refusal? Find(ShipmentRequest request) =>
        FedExCapabilities.Value.Check(request) is [var objection, ..] ? objection
        : OfFields(request.VendorFields) is { } unread ? unread
        : OfParty(request.Sender, nameof(request.Sender))
        ?? OfParty(request.Recipient, nameof(request.Recipient))
        ?? OfParcels(request.Parcels)
        ?? OfLabel(request.Label)
        ?? OfOptions(request)
        ?? (request.Customs is { } customs ? OfCustoms(customs, request.Parcels.Count) : null);

    /// <summary>Finds what prices and times cannot be asked for: of the one service, or of every service.</summary>
    internal static Refusal? Find(RateRequest request) =>
        OfFields(request.VendorFields)
        ?? (FedExCapabilities.Value.Check(request, request.Service ?? AnyService) is [var objection, ..] ? objection : null)
        ?? OfCash(request.Options, request.Sender, request.Recipient);

    /// <summary>Finds a vendor field: this client reads none.</summary>
    internal static Refusal? OfFields(IReadOnlyDictionary<string, string> fields) =>
        fields.Keys.Order(StringComparer.Ordinal).FirstOrDefault() is { } name ? No($"VendorFields.{name}", "not read: FedEx's client has no vendor fields.") : null;

    internal static Refusal? OfParty(Party party, string name)
    {
        if (party.Contact.Phone is null)
        {
            return No($"{name}.Contact.Phone", "missing: FedEx needs a telephone of both sides.");
        }

        return party.Address.Country.Value is "US" or "CA" or "PR" && party.Address.Region is not { Length: 2 }
            ? No($"{name}.Address.Region", "missing or not two letters: FedEx needs the state in the United States, Canada and Puerto Rico.")
            : null;
    }

    private static Refusal? OfParcels(IReadOnlyList<Parcel> parcels)
    {
        if (parcels.Select(static parcel => parcel.Packaging).Distinct().Count() > 1)
        {
            return No("Parcels.Packaging", "not the same for all: FedEx has one packaging for a shipment.");
        }

        for (var i = 0; i < parcels.Count; i++)
        {
            if (parcels[i].Dimensions is { LongestSideCm: > MaxSideCm })
            {
                return No($"Parcels[{i}].Dimensions", $"{parcels[i].Dimensions}: at most {MaxSideCm} cm for a side.");
            }

            var limit = Limit(parcels[i].Packaging);
            if (limit is { } most && parcels[i].Weight > most)
            {
                return No($"Parcels[{i}].Weight", $"{parcels[i].Weight}: at most {most} in {parcels[i].Packaging}.");
            }
        }

        return null;
    }

    // FedEx's own packagings. Source: service guide.
    private static Weight? Limit(string? packaging) => packaging switch
    {
        "FEDEX_ENVELOPE" => Weight.FromGrams(500),
        "FEDEX_PAK" or "FEDEX_BOX" or "FEDEX_TUBE" => Weight.FromKilograms(9),
        "FEDEX_10KG_BOX" => Weight.FromKilograms(10),
        "FEDEX_25KG_BOX" => Weight.FromKilograms(25),
        _ => null,
    };

    private static Refusal? OfLabel(LabelSpecification label)
    {
        if (FedExMapping.Stock(label) is null)
        {
            return No("Label.Size", $"{label.Size}: FedEx gives {label.Format} in 4x6in, 4x8in{(label.Format == LabelFormat.Pdf ? " and on a letter page" : "")}.");
        }

        return label.Dpi is null or 203 || (label.Dpi == 300 && label.Format == LabelFormat.Zpl)
            ? null
            : No("Label.Dpi", $"{label.Dpi}: FedEx gives 203, and 300 for ZPL.");
    }

    private static Refusal? OfOptions(ShipmentRequest request)
    {
        if (request.Options.NotifyByEmail && request.Recipient.Contact.Email is null)
        {
            return No("Recipient.Contact.Email", "missing: FedEx notifies by e-mail.");
        }

        return OfCash(request.Options, request.Sender, request.Recipient);
    }

    private static Refusal? OfCash(ShipmentOptions options, Party sender, Party recipient) =>
        options.CashOnDelivery is not null && sender.Address.Country != recipient.Address.Country ? No("Options.CashOnDelivery", "not possible across a border.") : null;

    private static Refusal? OfCustoms(CustomsDeclaration customs, int parcels)
    {
        if (!customs.ReturnIfUndeliverable)
        {
            return No("Customs.ReturnIfUndeliverable", "false: FedEx's API has no word for abandoning a parcel.");
        }

        if (parcels > 1 && customs.Items.Any(static item => item.Parcel is not null))
        {
            return No("Customs.Items.Parcel", "given: FedEx declares goods for the whole shipment. Leave it out.");
        }

        if (customs.Incoterm.Value.Length != 3)
        {
            return No("Customs.Incoterm", $"{customs.Incoterm}: FedEx takes three letters.");
        }

        return FedExMapping.Purpose(customs.Reason) is null
            ? No("Customs.Reason", $"{customs.Reason}: FedEx knows sale, gift, sample, documents, return, repair and other.")
            : null;
    }

    private static Refusal No(string field, string message) => new(RefusalCode.NotSupported, $"{field} is {message}") { Field = field };
}
