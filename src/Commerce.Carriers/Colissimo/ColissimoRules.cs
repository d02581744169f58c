using System.Globalization;

namespace Commerce.Carriers.Colissimo;

/// <summary>What Colissimo cannot take, found before a call. Source: SLS contract and the official modules.</summary>
internal static class ColissimoRules
{
    private static readonly CountryCode[] Networks = ColissimoCapabilities.Countries("AT BE DE IT LU");
    private static readonly CountryCode[] DutyPaid = ColissimoCapabilities.Countries("GB CH AU CA CN HK JP KR SG TH US AE BH EG ID KW MX OM PH SA ZA");
    private static readonly string[] Currencies = ["USD", "EUR", "CHF", "GBP", "CNY", "JPY", "CAD", "AUD"];

    /// <summary>The fields that a caller may add by Colissimo's own names, with the greatest length of each.</summary>
    internal static readonly Dictionary<string, int> Fields = new(StringComparer.Ordinal)
    {
        ["instructions"] = 35, ["doorCode1"] = 8, ["doorCode2"] = 8, ["intercom"] = 30, ["recommendationLevel"] = 2, ["returnReceipt"] = 5,
        ["nonMachinable"] = 5, ["ftd"] = 5, ["disabledDeliveryBlockingCode"] = 10, ["reseauPostal"] = 1, ["hazmatCategory"] = 1,
        ["originalParcelNumber"] = 35, ["BNPL"] = 35, ["CUSER_INFO_TEXT"] = 35, ["CUSER_INFO_TEXT_3"] = 35, ["CUSER_INFO_TEXT_4"] = 35,
        ["OUTPUT_PRINT_TYPE_CN23"] = 35,
    };

    internal static readonly int[] InsuranceLevels = [150, 300, 500, 1000, 2000, 5000];

    internal static bool IsReturn(CarrierService service) => service.Value is "CORE" or "CORF" or "CORI";

    internal static bool IsLinked(ShipmentRequest request) =>
        request.Parcels.Count > 1 && ColissimoCapabilities.Overseas.Contains(request.Recipient.Address.Country);

    internal static Refusal WrongLabel(LabelSpecification label) => Refuse(
        "Label", $"{label.Format} {label.Size} {label.Dpi}: see Capabilities.Labels for what Colissimo prints.");

    internal static IReadOnlyList<Refusal> Check(ShipmentRequest request, ColissimoCarrierOptions options, DateOnly today)
    {
        var objections = new List<Refusal>(ColissimoCapabilities.Value.Check(request));
        objections.AddRange(Judge(request, options, today).Concat(People(request)).Concat(Parcels(request)).Concat(ColissimoCustomsRules.Judge(request, DutyPaid, Currencies)));
        return objections;
    }

    internal static Refusal? CheckSlip(ManifestRequest request, DateOnly today) => request switch
    {
        { TrackingNumbers.Count: 0 } => Refuse("TrackingNumbers", "empty: Colissimo closes only parcels that are named."),
        { TrackingNumbers.Count: > ColissimoCapabilities.MaxSlipParcels } => Refuse(
            "TrackingNumbers", $"{request.TrackingNumbers.Count}: at most {ColissimoCapabilities.MaxSlipParcels} on one bordereau."),
        { Date: { } date } when date != today => Refuse("Date", $"{date:yyyy-MM-dd}: a bordereau is always of today."),
        _ => Unread(request.VendorFields),
    };

    internal static Refusal? CheckPickup(PickupRequest request) => request switch
    {
        { TrackingNumbers.Count: not 1 } => Refuse("TrackingNumbers", $"{request.TrackingNumbers.Count}: Colissimo collects one return, by its number."),
        { Parcels.Count: > 1 } => Refuse("Parcels", $"{request.Parcels.Count}: Colissimo collects one return for each booking."),
        { Instructions: not null } => Refuse("Instructions", "set: a mailbox collection has none."),
        _ when request.From.Address.Country != CountryCode.France => Refuse("From.Address.Country", $"{request.From.Address.Country}: only France."),
        _ => Unread(request.VendorFields),
    };

    internal static Refusal? CheckPoints(PickupPointRequest request) => request.VendorFields.GetValueOrDefault("filterRelay") switch
    {
        null or "0" or "1" or "2" or "3" or "5" or "10" or "11" => Unread(request.VendorFields, "filterRelay"),
        var filter => Refuse("VendorFields.filterRelay", $"{filter}: 0, 1, 2, 3, 5, 10 or 11."),
    };

    internal static Refusal? Unread(IReadOnlyDictionary<string, string> fields, string? known = null) =>
        fields.Keys.FirstOrDefault(name => name != known) is { } name ? Refuse($"VendorFields.{name}", "not read here.") : null;

    internal static Refusal Refuse(string field, string message) => new(RefusalCode.NotSupported, $"{field} is {message}") { Field = field };

    private static IEnumerable<Refusal> Judge(ShipmentRequest request, ColissimoCarrierOptions options, DateOnly today)
    {
        var product = request.Service.Value;
        if (ColissimoLabels.WordOf(request.Label) is not { } word)
        {
            yield return WrongLabel(request.Label);
        }
        else if (product == "CORI" && word != "PDF_A4_300dpi")
        {
            yield return Refuse("Label", "not PDF on A4: CORI is printed on nothing else.");
        }

        if (request.ShipDate is { } day && day < today)
        {
            yield return Refuse("ShipDate", $"{day:yyyy-MM-dd}: today or later.");
        }

        if (request.Reference is { Length: > 30 })
        {
            yield return Refuse("Reference", $"{request.Reference.Length} characters: at most 30.");
        }

        if (product == "HD" && request.PickupPoint?.Id.Length != 6)
        {
            yield return Refuse("PickupPoint.Id", "missing or not six characters long: HD goes to the point that a search gave.");
        }

        if (product == "HD" && (options.CommercialName ?? request.Sender.Contact.DisplayName).Length > 30)
        {
            yield return Refuse("Sender.Contact", "longer than 30 characters, which HD tells the recipient: set CommercialName.");
        }

        if (request.Options.InsuredValue is { } insured
            && (insured.Currency != Currency.Eur || request.Parcels.Count > 1 || !InsuranceLevels.Any(level => level == insured.Amount && (product != "HD" || level <= 1000))))
        {
            yield return Refuse("Options.InsuredValue", $"{insured}: one parcel at 150, 300, 500, 1000, 2000 or 5000 EUR; at most 1000 EUR to pickup points.");
        }

        if (request.Options.CashOnDelivery is { } cash && (cash.Currency != Currency.Eur || cash.Round() != cash || request.Parcels.Count > 1))
        {
            yield return Refuse("Options.CashOnDelivery", $"{cash}: one parcel, in euros and whole cents.");
        }

        foreach (var (name, value) in request.VendorFields)
        {
            if (WrongField(name, value, request, options) is { } wrong)
            {
                yield return Refuse($"VendorFields.{name}", wrong);
            }
        }
    }

    private static string? WrongField(string name, string value, ShipmentRequest request, ColissimoCarrierOptions options) => Fields.TryGetValue(name, out var longest)
        ? WrongValue(name, value, longest, request, options)
        : "not known: the README lists what is read.";

    private static string? WrongValue(string name, string value, int longest, ShipmentRequest request, ColissimoCarrierOptions options) => name switch
    {
        _ when value.Length == 0 || value.Length > longest => $"{value.Length} characters long: 1 to {longest}.",
        "returnReceipt" or "nonMachinable" or "ftd" when value is not ("true" or "false") => "not true or false.",
        "nonMachinable" when value == "true" && request.Service.Value == "HD" => "true: pickup points take only machinable parcels.",
        "recommendationLevel" when value is not ("R1" or "R2" or "R3") => "not R1, R2 or R3.",
        "hazmatCategory" when options.ApiVersion == "2.0" => "for version 3.1 of the label service.",
        "originalParcelNumber" when request.Customs is null || ColissimoCustomsRules.Category(request) != 6 => "for declarations of returned goods.",
        "hazmatCategory" when value is not [>= 'A' and <= 'E'] => "not A to E.",
        "reseauPostal" when value is not ("0" or "1") || request.Service.Value != "DOS" || !Networks.Contains(request.Recipient.Address.Country) =>
            "for 0 or 1 with DOS to AT, BE, DE, IT or LU.",
        _ => null,
    };

    private static IEnumerable<Refusal> People(ShipmentRequest request)
    {
        foreach (var (who, party) in ((string, Party)[])[("Sender", request.Sender), ("Recipient", request.Recipient)])
        {
            var (first, last) = ColissimoRequests.Split(party.Contact.Name);
            if (string.IsNullOrWhiteSpace(party.Contact.Company) && (first is null || last is null))
            {
                yield return Refuse($"{who}.Contact.Name", "no first and last name, and there is no company.");
            }

            (string Field, string? Value, int Longest)[] texts =
            [
                ("Contact.Company", party.Contact.Company, 35), ("Contact.Name", first, 29), ("Contact.Name", last, 35), ("Address.City", party.Address.City, 35),
                ("Address.PostalCode", ColissimoRequests.ZipCode(party.Address), 9), ("Contact.Email", party.Contact.Email?.ToString(), 80),
                ("Contact.Phone", party.Contact.Phone?.Value, 15),
            ];
            foreach (var (field, value, longest) in texts)
            {
                if (value?.Length > longest)
                {
                    yield return Refuse($"{who}.{field}", string.Create(CultureInfo.InvariantCulture, $"{value.Length} characters long: at most {longest}."));
                }
            }

            if (party.Address.PostalCode.Length == 0)
            {
                yield return Refuse($"{who}.Address.PostalCode", "empty: Colissimo needs one everywhere.");
            }
        }

        var isPoint = request.Service.Value == "HD";
        var mobile = ColissimoRequests.Mobile(request.Recipient);
        var country = request.Recipient.Address.Country.ToString();
        if (mobile is null && (isPoint || request.Options.NotifyBySms || country == "US" || request.Customs?.Incoterm == Incoterm.Ddp))
        {
            yield return Refuse("Recipient.Contact.Phone", "no mobile, which HD, messages, the United States and duty paid need; Belgian ones are +324 and eight digits.");
        }

        if (request.Recipient.Contact.Email is null && (isPoint || request.Options.NotifyByEmail))
        {
            yield return Refuse("Recipient.Contact.Email", "missing: HD and messages need it.");
        }
    }

    private static IEnumerable<Refusal> Parcels(ShipmentRequest request)
    {
        for (var i = 0; i < request.Parcels.Count; i++)
        {
            var parcel = request.Parcels[i];
            if (parcel.Packaging is not null)
            {
                yield return Refuse($"Parcels[{i}].Packaging", $"{parcel.Packaging}: Colissimo has none of its own.");
            }

            if (parcel.Reference is { Length: > 15 })
            {
                yield return Refuse($"Parcels[{i}].Reference", $"{parcel.Reference.Length} characters: at most 15 are printed.");
            }

            if (parcel.Dimensions is { } size && (size.LongestSideCm > 274 || size.LengthAndGirthCm > 330))
            {
                yield return Refuse($"Parcels[{i}].Dimensions", $"{size}: at most 274 cm long and 330 cm in length and girth.");
            }

            if (ColissimoRequests.IsLarge(parcel) && request.Service.Value == "HD")
            {
                yield return Refuse($"Parcels[{i}].Dimensions", $"{parcel.Dimensions}: pickup points take at most 120 cm of length, width and height together.");
            }
        }
    }
}
