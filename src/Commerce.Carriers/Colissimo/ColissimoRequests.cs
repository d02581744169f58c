using System.Globalization;
using System.Text;
using Commerce.Carriers.Colissimo.Wire;
using Commerce.Http;

namespace Commerce.Carriers.Colissimo;

/// <summary>Our words to Colissimo's requests. Pure functions; what they cannot say was refused before (<see cref="ColissimoRules"/>).</summary>
internal static class ColissimoRequests
{
    /// <summary>Writes the request of one parcel; the numbers of those before it link them overseas, none judges it on its own.</summary>
    internal static ColissimoLabelRequest Label(
        ShipmentRequest request, int parcel, ColissimoCarrierOptions options, DateOnly today, IReadOnlyList<string>? before) => new(
            new ColissimoOutputFormat(0, 0, ColissimoLabels.WordOf(request.Label)!),
            new ColissimoLetter(
                Service(request, parcel, options, today),
                Parcel(request, request.Parcels[parcel]),
                request.Customs is null ? null : Customs(request, parcel),
                new ColissimoSender(VendorReference.From(request.Key, 30), Person(request.Sender)),
                new ColissimoAddressee(Latin(request.Parcels[parcel].Reference), Recipient(request))),
            Fields(request, parcel, options, before));

    internal static ColissimoFields? AccountField(ColissimoCarrierOptions options) =>
        options.AccountNumber is { } account ? new ColissimoFields([new ColissimoField("ACCOUNT_NUMBER", account)]) : null;

    internal static ColissimoAddress MailboxPlace(Party party)
    {
        var person = Person(party);
        return new ColissimoAddress
        {
            Line0 = person.Line0, Line1 = person.Line1, Line2 = person.Line2, Line3 = person.Line3,
            City = person.City, ZipCode = person.ZipCode, CountryCode = person.CountryCode,
        };
    }

    internal static ColissimoAddress MailboxPerson(Party party)
    {
        var person = Person(party);
        return person with { MobileNumber = null, StateOrProvinceCode = null, PhoneNumber = person.PhoneNumber ?? person.MobileNumber };
    }

    internal static ColissimoPointsRequest Points(PickupPointRequest request, ColissimoCarrierOptions options, DateOnly today) => new()
    {
        ApiKey = options.ApiKey,
        AccountNumber = options.AccountNumber,
        Address = WireText.Cut(Latin(string.Join(' ', request.Near.EnumerateLines()))!, 200),
        ZipCode = request.Near.PostalCode,
        City = Latin(request.Near.City)!,
        CountryCode = request.Near.Country.ToString(),
        Weight = request.ParcelWeight?.Grams.ToString(CultureInfo.InvariantCulture),
        ShippingDate = (request.ShipDate ?? today).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),

        // Above 20 kg only post offices take a parcel.
        FilterRelay = request.VendorFields.GetValueOrDefault("filterRelay") ?? (request.ParcelWeight > Weight.FromKilograms(20) ? "0" : "1"),
        Lang = "FR",
        OptionInter = request.Near.Country == CountryCode.France ? "0" : "1",
    };

    internal static string Language(string language) => language.Length < 2 ? "en_GB" : language[..2].ToUpperInvariant() switch
    {
        "FR" => "fr_FR",
        "DE" => "de_DE",
        "ES" => "es_ES",
        "IT" => "it_IT",
        "NL" => "nl_NL",
        _ => "en_GB",
    };

    internal static (string? First, string? Last) Split(string? name)
    {
        var parts = (name ?? "").Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length switch { 0 => (null, null), 1 => (null, parts[0]), _ => (parts[0], parts[1]) };
    }

    /// <summary>Gives a postal code as Colissimo takes it: American ones without the four digits at the end.</summary>
    internal static string ZipCode(Address address) =>
        address.Country == CountryCode.UnitedStates ? address.PostalCode.Split('-')[0] : address.PostalCode;

    /// <summary>Gives the number when it is one that Colissimo sends messages to.</summary>
    internal static string? Mobile(Party party)
    {
        var number = party.Contact.Phone?.Value;
        return number is null ? null : party.Address.Country.ToString() switch
        {
            "FR" or "MC" => IsFrenchMobile(number) ? number : null,
            "BE" => number.StartsWith("+324", StringComparison.Ordinal) && number.Length == 12 ? number : null,
            _ => number,
        };
    }

    internal static bool IsLarge(Parcel parcel) => parcel.Dimensions is { } size && size.LengthCm + size.WidthCm + size.HeightCm > 120;

    /// <summary>Writes a text with Latin-1 alone, which is all that labels print.</summary>
    internal static string? Latin(string? text)
    {
        if (text is null || text.All(static c => c is >= ' ' and <= '~' or >= '\u00A0' and <= '\u00FF'))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            result.Append(rune.Value is >= ' ' and <= '~' or >= 0xA0 and <= 0xFF ? rune.ToString() : WireText.ToAscii(rune.ToString()));
        }

        return result.ToString();
    }

    private static bool IsFrenchMobile(string number) => number.Length switch
    {
        12 => number.StartsWith("+336", StringComparison.Ordinal) || number.StartsWith("+337", StringComparison.Ordinal),
        10 => number.StartsWith("06", StringComparison.Ordinal) || number.StartsWith("07", StringComparison.Ordinal),
        _ => false,
    };

    private static ColissimoService Service(ShipmentRequest request, int parcel, ColissimoCarrierOptions options, DateOnly today)
    {
        var charge = request.Customs?.ShippingCharge?.Allocate([.. request.Parcels.Select(static _ => 1m)])[parcel].ToMinorUnits();
        return new ColissimoService
        {
            ProductCode = request.Service.Value,
            DepositDate = ColissimoMapping.Day(request.ShipDate ?? today),
            OrderNumber = Latin(request.Reference),
            CommercialName = Latin(options.CommercialName ?? (request.Service.Value == "HD" ? request.Sender.Contact.DisplayName : null)),
            TransportationAmount = charge,
            TotalAmount = charge,
            ReturnTypeChoice = request.Customs is null ? null : request.Customs.ReturnIfUndeliverable ? 2 : 3,
            ReseauPostal = request.VendorFields.GetValueOrDefault("reseauPostal"),
        };
    }

    private static ColissimoParcel Parcel(ShipmentRequest request, Parcel parcel) => new()
    {
        Weight = decimal.Ceiling(parcel.Weight.Kilograms * 100) / 100,
        InsuranceValue = request.Options.InsuredValue?.ToMinorUnits(),
        RecommendationLevel = request.VendorFields.GetValueOrDefault("recommendationLevel"),
        NonMachinable = Flag(request, "nonMachinable") ?? (IsLarge(parcel) ? true : null),
        ReturnReceipt = Flag(request, "returnReceipt"),
        Instructions = Latin(request.VendorFields.GetValueOrDefault("instructions")),
        PickupLocationId = request.PickupPoint?.Id,
        Ftd = Flag(request, "ftd"),
        Ddp = request.Customs?.Incoterm == Incoterm.Ddp ? true : null,
        DisabledDeliveryBlockingCode = request.VendorFields.GetValueOrDefault("disabledDeliveryBlockingCode"),
        HazmatFlag = request.VendorFields.ContainsKey("hazmatCategory") ? true : null,
        HazmatCategory = request.VendorFields.GetValueOrDefault("hazmatCategory"),
        Cod = request.Options.CashOnDelivery is null ? null : true,
        Codamount = request.Options.CashOnDelivery?.ToMinorUnits(),
        Codcurrency = request.Options.CashOnDelivery?.Currency.Code,
    };

    private static bool? Flag(ShipmentRequest request, string name) => request.VendorFields.TryGetValue(name, out var value) ? value == "true" : null;

    // On the way to a pickup point the label shows the shop, where it is known, and the person who collects.
    private static ColissimoAddress Recipient(ShipmentRequest request)
    {
        var recipient = request.Recipient;
        var shown = request.PickupPoint is { Name: { } shop, Address: { } place }
            ? recipient with { Address = place, Contact = recipient.Contact with { Company = WireText.Cut(shop, ColissimoCapabilities.LineLength) } }
            : recipient;
        return Person(shown) with
        {
            DoorCode1 = Latin(request.VendorFields.GetValueOrDefault("doorCode1")),
            DoorCode2 = Latin(request.VendorFields.GetValueOrDefault("doorCode2")),
            Intercom = Latin(request.VendorFields.GetValueOrDefault("intercom")),
        };
    }

    private static ColissimoAddress Person(Party party)
    {
        // Line 2 is the street; what follows goes to line 3, then to the entrance and the floor.
        var lines = party.Address.Fold(ColissimoCapabilities.AddressLines, ColissimoCapabilities.LineLength) ?? [party.Address.Line1];
        var (first, last) = Split(party.Contact.Name);
        var mobile = Mobile(party);
        return new ColissimoAddress
        {
            CompanyName = Latin(string.IsNullOrWhiteSpace(party.Contact.Company) ? null : party.Contact.Company),
            FirstName = Latin(first),
            LastName = Latin(last),
            Line0 = Latin(lines.ElementAtOrDefault(3)),
            Line1 = Latin(lines.ElementAtOrDefault(2)),
            Line2 = Latin(lines[0]),
            Line3 = Latin(lines.ElementAtOrDefault(1)),
            CountryCode = party.Address.Country.ToString(),
            City = Latin(party.Address.City),
            ZipCode = ZipCode(party.Address),
            MobileNumber = mobile,
            PhoneNumber = mobile is null ? party.Contact.Phone?.Value : null,
            Email = party.Contact.Email?.ToString(),
            StateOrProvinceCode = party.Address.Country.ToString() is "US" or "CA" ? party.Address.Region : null,
        };
    }

    private static ColissimoCustoms Customs(ShipmentRequest request, int parcel)
    {
        var customs = request.Customs!;
        var category = ColissimoCustomsRules.Category(request);
        var original = category == 6 ? "A" : null;
        return new ColissimoCustoms
        {
            Contents = new ColissimoContents(
                [.. customs.Items.Where(item => (item.Parcel ?? 0) == parcel).Select(item => Article(item, original))],
                new ColissimoCategory(category),
                original is null ? null : [new ColissimoOriginal(
                    original,
                    customs.InvoiceNumber,
                    customs.InvoiceDate is { } date ? ColissimoMapping.Day(date) : null,
                    request.VendorFields.GetValueOrDefault("originalParcelNumber"))]),
            InvoiceNumber = customs.InvoiceNumber,
            Description = customs.Incoterm == Incoterm.Ddp ? WireText.Cut(WireText.ToAscii(customs.Items[0].Description), 64) : null,
        };
    }

    private static ColissimoArticle Article(CustomsItem item, string? original) => new(
        WireText.ToAscii(item.Description),
        item.Quantity,
        Math.Max(0.001m, item.UnitWeight.Kilograms),
        item.UnitValue.Amount,
        item.HsCode,
        item.Origin.ToString(),
        item.UnitValue.Currency.Code,
        item.Sku is { } sku ? WireText.Cut(sku.ToString(), 44) : null,
        original);

    private static ColissimoFields? Fields(ShipmentRequest request, int parcel, ColissimoCarrierOptions options, IReadOnlyList<string>? before)
    {
        var fields = new List<ColissimoField>(AccountField(options)?.Field ?? []);
        if (request.Parcels[parcel].Dimensions is { } size)
        {
            Add("LENGTH", Centimetres(size.LengthCm));
            Add("WIDTH", Centimetres(size.WidthCm));
            Add("HEIGHT", Centimetres(size.HeightCm));
        }

        if (request.Customs is not null)
        {
            Add("EORI", request.Sender.Eori);
            Add("EORI_ADDRESSEE", request.Recipient.Eori);
        }

        foreach (var (name, value) in request.VendorFields.Where(static field => char.IsAsciiLetterUpper(field.Key[0])).OrderBy(static field => field.Key, StringComparer.Ordinal))
        {
            Add(name, Latin(value));
        }

        if (before is not null && ColissimoRules.IsLinked(request))
        {
            var isLast = parcel == request.Parcels.Count - 1;
            Add("TYPE_MULTI_PARCEL", isLast ? "MASTER" : "FOLLOWER");
            Add("PARCEL_ITERATION_NUMBER", (parcel + 1).ToString(CultureInfo.InvariantCulture));
            Add("TOTAL_NUMBER_PARCEL", request.Parcels.Count.ToString(CultureInfo.InvariantCulture));
            Add("LIST_FOLLOWER_PARCEL", isLast ? string.Join('/', before) : null);
        }

        return fields.Count == 0 ? null : new ColissimoFields(fields);

        void Add(string key, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                fields.Add(new ColissimoField(key, value));
            }
        }
    }

    private static string Centimetres(decimal length) => decimal.Ceiling(length).ToString("0", CultureInfo.InvariantCulture);
}
