namespace Commerce.Carriers.Colissimo;

/// <summary>Refuses offline what Colissimo would refuse, and what it would silently drop. Source: contract of the label service and the official modules.</summary>
internal static class ColissimoCheck
{
    private const decimal MaxLengthCm = 274;
    private const decimal MaxLengthAndGirthCm = 330;
    private const decimal MachinableCm = 120;
    private const decimal MaxInsurance = 5000;
    private const decimal MaxInsuranceAtPoint = 1000;
    private static readonly string[] Fields = ["doorCode1", "doorCode2", "intercom", "instructions", "hazmatCategory", "returnReceipt", "ftd", "reseauPostal"];

    internal static IReadOnlyList<Refusal> Objections(ShipmentRequest request, CarrierCapabilities capabilities, ColissimoCarrierOptions options)
    {
        var objections = new List<Refusal>(capabilities.Check(request));
        if (ColissimoLabels.WordOf(request.Label) is null)
        {
            Add("Label", "has a size or a resolution that Colissimo lacks: PDF A4, 10x15, 10x12, 10x10 at 300 dpi; ZPL and DPL 10x15, 10x10 at 203 or 300 dpi.");
        }
        else if (request.Service.Value == ColissimoProducts.International && (request.Label.Format != LabelFormat.Pdf || request.Label.Size != LabelSize.A4))
        {
            Add("Label", "must be PDF A4: international returns have no other.");
        }

        CheckParcels(request, Add);
        CheckPoint(request, options, Add);
        CheckOptions(request, options, Add);
        CheckCustoms(request, Add);
        foreach (var field in request.VendorFields.Keys.Where(static name => !Fields.Contains(name)))
        {
            Add($"VendorFields[{field}]", $"is not read: Colissimo takes {string.Join(", ", Fields)}.");
        }

        return objections;

        void Add(string field, string message) => objections.Add(new Refusal(RefusalCode.Validation, $"{field} {message}") { Field = field });
    }

    internal static bool IsLarge(Parcel parcel) =>
        parcel.Dimensions is { } size && size.LengthCm + size.WidthCm + size.HeightCm > MachinableCm;

    private static void CheckParcels(ShipmentRequest request, Action<string, string> add)
    {
        for (var i = 0; i < request.Parcels.Count; i++)
        {
            if (request.Parcels[i].Dimensions is { } size && (size.LongestSideCm > MaxLengthCm || size.LengthAndGirthCm > MaxLengthAndGirthCm))
            {
                add($"Parcels[{i}].Dimensions", $"is {size}: the longest side is at most {MaxLengthCm} cm, length and girth together {MaxLengthAndGirthCm} cm.");
            }

            if (request.Service.Value == ColissimoProducts.PickupPoint && IsLarge(request.Parcels[i]))
            {
                add($"Parcels[{i}].Dimensions", $"add up to more than {MachinableCm} cm: a pickup point takes smaller parcels.");
            }
        }
    }

    private static void CheckPoint(ShipmentRequest request, ColissimoCarrierOptions options, Action<string, string> add)
    {
        if (request.Service.Value != ColissimoProducts.PickupPoint)
        {
            return;
        }

        if (request.PickupPoint is not { Id.Length: 6 })
        {
            add("PickupPoint", "is missing or its Id has not six characters: find one with FindPickupPointsAsync.");
        }

        var contact = request.Recipient.Contact;
        if (contact.Email is null)
        {
            add("Recipient.Contact.Email", "is missing: Colissimo tells the recipient when the parcel is there.");
        }

        if (contact.Phone is null)
        {
            add("Recipient.Contact.Phone", "is missing: Colissimo tells the recipient when the parcel is there.");
        }
        else if (request.Recipient.Address.Country.Value == "BE" && (contact.Phone.Value.Value is not ['+', '3', '2', '4', ..] || contact.Phone.Value.Value.Length != 12))
        {
            add("Recipient.Contact.Phone", "is no Belgian mobile number: write +324 and eight digits.");
        }

        if (string.IsNullOrEmpty(options.CommercialName))
        {
            add("CommercialName", "is not set in the options of the account: recipients of pickup points read it.");
        }
    }

    private static void CheckOptions(ShipmentRequest request, ColissimoCarrierOptions options, Action<string, string> add)
    {
        var limit = request.Service.Value == ColissimoProducts.PickupPoint ? MaxInsuranceAtPoint : MaxInsurance;
        if (request.Options.InsuredValue is { } insured && (insured.Currency != Currency.Eur || insured.Amount > limit))
        {
            add("Options.InsuredValue", $"is {insured}: Colissimo insures up to {limit} EUR.");
        }

        if (request.Options.CashOnDelivery is not null && request.Parcels.Count > 1)
        {
            add("Options.CashOnDelivery", "is for one parcel: send the others on their own.");
        }

        if (request.Options.NotifyByEmail && request.Recipient.Contact.Email is null)
        {
            add("Recipient.Contact.Email", "is missing: Colissimo cannot write to the recipient.");
        }

        if (request.Options.NotifyBySms && request.Recipient.Contact.Phone is null)
        {
            add("Recipient.Contact.Phone", "is missing: Colissimo cannot text the recipient.");
        }

        if (request.Options.DangerousGoods
            && (options.LabelVersion == "2.0" || !request.VendorFields.TryGetValue("hazmatCategory", out var category) || category is not [>= 'A' and <= 'E']))
        {
            add("VendorFields[hazmatCategory]", "is not A to E, or the label service is not 3.1: Colissimo asks for the category of dangerous goods.");
        }
    }

    private static void CheckCustoms(ShipmentRequest request, Action<string, string> add)
    {
        if (request.Customs is not { } customs)
        {
            return;
        }

        if (request.Parcels.Count > 1 && customs.Items.Any(static item => item.Parcel is null))
        {
            add("Customs.Items", "have no Parcel: each parcel has a declaration of its own, so say which one each item is in.");
        }

        if (customs.Incoterm == Incoterm.Ddp)
        {
            if (request.Recipient.Contact.Phone is null)
            {
                add("Recipient.Contact.Phone", "is missing: Colissimo needs it when the sender pays duties.");
            }

            if (request.Sender.Eori is null)
            {
                add("Sender.Eori", "is missing: Colissimo needs it when the sender pays duties.");
            }

            if (request.Parcels.Any(static parcel => parcel.Dimensions is null))
            {
                add("Parcels[0].Dimensions", "are missing: Colissimo needs them when the sender pays duties.");
            }
        }
    }
}
