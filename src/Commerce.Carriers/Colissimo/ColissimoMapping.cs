using System.Globalization;
using System.Text;
using Commerce.Carriers.Colissimo.Wire;
using Commerce.Http;

namespace Commerce.Carriers.Colissimo;

/// <summary>Our words to Colissimo's and back. Pure functions.</summary>
internal static partial class ColissimoMapping
{
    private const int ReferenceLength = 30;
    private const int PrintedReferenceLength = 15;
    private const int CityLength = 35;
    private static readonly int[] InsuranceLevels = [150, 300, 500, 1000, 2000, 5000];

    internal static ColissimoLabelRequest ToLabel(
        ShipmentRequest request, int parcel, IReadOnlyList<string> followers, ColissimoCarrierOptions options, DateOnly today)
    {
        var word = ColissimoLabels.WordOf(request.Label)!;
        var fields = ToFields(request, parcel, followers, options, word);
        return new ColissimoLabelRequest(
            new ColissimoOutput(0, 0, word),
            new ColissimoLetter
            {
                Service = ToService(request, options, today),
                Parcel = ToParcel(request, request.Parcels[parcel]),
                CustomsDeclarations = request.Customs is { } customs ? ToCustoms(customs, parcel) : null,
                Sender = new ColissimoSender(Cut(request.Parcels[parcel].Reference ?? request.Reference ?? request.Key.Value, ReferenceLength), ToAddress(request.Sender, null)),
                Addressee = new ColissimoAddressee(
                    request.Reference is { } reference ? Cut(reference, PrintedReferenceLength) : null, ToAddress(request.Recipient, request.VendorFields)),
            },
            fields.Count == 0 ? null : new ColissimoFields(fields));
    }

    internal static ColissimoAddress ToAddress(Party party, IReadOnlyDictionary<string, string>? vendorFields)
    {
        var (address, contact) = (party.Address, party.Contact);
        var lines = address.Fold(ColissimoCapabilities.AddressLines, ColissimoCapabilities.AddressLineLength) ?? [.. address.EnumerateLines()];
        var (first, last) = Names(contact);
        return new ColissimoAddress
        {
            CompanyName = contact.Company is { } company ? Cut(company, 35) : last is null ? Cut(contact.DisplayName, 35) : null,
            LastName = last,
            FirstName = first,
            Line2 = Latin(lines[0]),
            Line3 = Line(lines, 1),
            Line1 = Line(lines, 2),
            Line0 = Line(lines, 3),
            CountryCode = address.Country.Value,
            City = Cut(address.City, CityLength),
            ZipCode = ZipCode(address),
            PhoneNumber = IsMobile(contact.Phone) ? null : contact.Phone?.Value,
            MobileNumber = IsMobile(contact.Phone) ? contact.Phone?.Value : null,
            DoorCode1 = vendorFields?.GetValueOrDefault("doorCode1"),
            DoorCode2 = vendorFields?.GetValueOrDefault("doorCode2"),
            Intercom = vendorFields?.GetValueOrDefault("intercom"),
            Email = contact.Email?.Value,
            StateOrProvinceCode = address.Country.Value is "US" or "CA" ? address.Region : null,
        };
    }

    internal static ShippedParcel ToParcel(ColissimoInfos infos)
    {
        var result = infos.LabelV2Response;
        var number = result?.ParcelNumber is { Length: > 0 } found ? found : throw new FormatException("parcelNumber");
        return new ShippedParcel
        {
            TrackingNumber = new TrackingNumber(number),
            PartnerTrackingNumber = string.IsNullOrWhiteSpace(result.ParcelNumberPartner) ? null : new TrackingNumber(result.ParcelNumberPartner),
            TrackingUrl = new Uri("https://www.laposte.fr/outils/suivre-vos-envois?code=" + Uri.EscapeDataString(number)),
        };
    }

    internal static IReadOnlyList<ShippingDocument> ToDocuments(IReadOnlyList<MultipartPart> papers, LabelFormat format, TrackingNumber? number) =>
    [
        .. papers.Select(paper => new ShippingDocument
        {
            Kind = paper.Id switch
            {
                "label" => DocumentKind.Label,
                "deliveryPaper" => DocumentKind.Manifest,
                _ => DocumentKind.CustomsForm,
            },
            Format = paper.Content.Span.StartsWith("%PDF"u8) ? LabelFormat.Pdf : paper.Content.Span.StartsWith("^XA"u8) ? LabelFormat.Zpl : format,
            Content = paper.Content,
            TrackingNumber = number,
        }),
    ];

    private static ColissimoService ToService(ShipmentRequest request, ColissimoCarrierOptions options, DateOnly today)
    {
        // A CN23 wants a charge above zero, also where transport is free.
        var charge = request.Customs is { } customs ? Math.Max(1, customs.ShippingCharge?.Round().ToMinorUnits() ?? 0) : (long?)null;
        return new ColissimoService
        {
            ProductCode = request.Service.Value,
            DepositDate = (request.ShipDate ?? today).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            TransportationAmount = charge,
            TotalAmount = charge,
            OrderNumber = Cut(request.Reference ?? request.Key.Value, ReferenceLength),
            CommercialName = options.CommercialName,
            ReturnTypeChoice = request.Customs is null ? null : request.Customs.ReturnIfUndeliverable ? 2 : 3,
            ReseauPostal = request.VendorFields.GetValueOrDefault("reseauPostal") is { } network ? int.Parse(network, NumberStyles.None, CultureInfo.InvariantCulture) : null,
        };
    }

    private static ColissimoParcel ToParcel(ShipmentRequest request, Parcel parcel)
    {
        var insured = request.Options.InsuredValue is null ? null : parcel.DeclaredValue ?? request.Options.InsuredValue;
        var isHazardous = request.Options.DangerousGoods;
        return new ColissimoParcel
        {
            // Two decimals, rounded up so that no parcel is declared too light.
            Weight = decimal.Ceiling(parcel.Weight.Grams / 10m) / 100m,
            InsuranceValue = insured is { } value ? Level(value) * 100 : null,
            NonMachinable = request.Service.Value == ColissimoProducts.PickupPoint ? false : ColissimoCheck.IsLarge(parcel) ? true : null,
            ReturnReceipt = Flag(request, "returnReceipt"),
            Instructions = request.VendorFields.GetValueOrDefault("instructions") is { } note ? Cut(note, 35) : null,
            PickupLocationId = request.PickupPoint?.Id,
            Ftd = Flag(request, "ftd"),
            Ddp = request.Customs?.Incoterm == Incoterm.Ddp ? true : null,
            HazmatFlag = isHazardous ? true : null,
            HazmatCategory = isHazardous ? request.VendorFields["hazmatCategory"] : null,
            Cod = request.Options.CashOnDelivery is null ? null : true,
            Codamount = request.Options.CashOnDelivery?.Round().ToMinorUnits(),
            Codcurrency = request.Options.CashOnDelivery?.Currency.Code,
        };
    }

    // Insurance is sold in levels; the next one covers the value.
    private static long Level(Money value) => InsuranceLevels.First(level => level >= value.Amount);

    private static bool? Flag(ShipmentRequest request, string field) => request.VendorFields.GetValueOrDefault(field) is { } text ? bool.Parse(text) : null;

    private static ColissimoCustoms ToCustoms(CustomsDeclaration customs, int parcel) => new()
    {
        InvoiceNumber = customs.InvoiceNumber,
        Description = customs.Incoterm == Incoterm.Ddp ? Ascii(customs.Items[0].Description, 64) : null,
        Contents = new ColissimoContents(
            [
                .. customs.Items.Where(item => (item.Parcel ?? 0) == parcel).Select(item => new ColissimoArticle
                {
                    Description = Ascii(item.Description, 64),
                    Quantity = item.Quantity,
                    Weight = decimal.Ceiling(item.UnitWeight.Grams / 10m) / 100m,
                    Value = item.UnitValue.Round().Amount,
                    HsCode = item.HsCode,
                    OriginCountry = item.Origin.Value,
                    Currency = item.UnitValue.Currency.Code,
                    Artref = item.Sku is { } sku ? Cut(sku.Value, 44) : null,
                }),
            ],
            new ColissimoCategory(customs.Reason.Value switch
            {
                "gift" => 1,
                "sample" => 2,
                "sale" => 3,
                "documents" => 4,
                "return" => 6,
                _ => 5,
            })),
    };

    private static List<ColissimoField> ToFields(
        ShipmentRequest request, int index, IReadOnlyList<string> followers, ColissimoCarrierOptions options, string labelWord)
    {
        var fields = new List<ColissimoField>();
        if (request.Parcels[index].Dimensions is { } size)
        {
            Add("LENGTH", Centimetres(size.LengthCm));
            Add("WIDTH", Centimetres(size.WidthCm));
            Add("HEIGHT", Centimetres(size.HeightCm));
        }

        if (request.Customs is not null && request.Sender.Eori is { } eori)
        {
            Add("EORI", eori);
        }

        if (request.Customs is not null && request.Recipient.Eori is { } theirs)
        {
            Add("EORI_ADDRESSEE", theirs);
        }

        if (request.Customs is not null && labelWord.StartsWith("PDF", StringComparison.Ordinal))
        {
            Add("OUTPUT_PRINT_TYPE_CN23", "PDF_A4_300dpi");
        }

        if (options.AccountNumber is { } account)
        {
            Add("ACCOUNT_NUMBER", account);
        }

        if (request.Parcels.Count > 1 && ColissimoProducts.IsOverseas(request.Service))
        {
            // The followers are bought first; the master, which is the last, names them.
            var isMaster = index == request.Parcels.Count - 1;
            Add("TYPE_MULTI_PARCEL", isMaster ? "MASTER" : "FOLLOWER");
            Add("PARCEL_ITERATION_NUMBER", (index + 1).ToString(CultureInfo.InvariantCulture));
            Add("TOTAL_NUMBER_PARCEL", request.Parcels.Count.ToString(CultureInfo.InvariantCulture));
            if (isMaster)
            {
                Add("LIST_FOLLOWER_PARCEL", string.Join('/', followers));
            }
        }

        return fields;

        void Add(string key, string value) => fields.Add(new ColissimoField(key, value));
    }

    private static (string? First, string? Last) Names(Contact contact)
    {
        var name = contact.Name?.Trim();
        var space = name?.IndexOf(' ', StringComparison.Ordinal) ?? -1;
        return space < 1 ? (null, null) : (Cut(name![..space], 29), Cut(name[(space + 1)..], 35));
    }

    private static string? Line(IReadOnlyList<string> lines, int index) => index < lines.Count ? Latin(lines[index]) : null;

    // Mobile numbers of France and Belgium have fields of their own; elsewhere every number may be one.
    private static bool IsMobile(PhoneNumber? phone) => phone is { } number && number.Value switch
    {
        ['+', '3', '3', var next, ..] => next is '6' or '7',
        ['+', '3', '2', var next, ..] => next == '4',
        _ => true,
    };

    private static string ZipCode(Address address) => address.Country.Value == "US" && address.PostalCode.Length > 5
        ? address.PostalCode[..5]
        : Cut(address.PostalCode, 9);

    private static string Centimetres(decimal side) => decimal.Ceiling(side).ToString(CultureInfo.InvariantCulture);

    private static string Cut(string text, int length) => text.Length == 0 ? "" : WireText.Cut(Latin(text), length);

    private static string Ascii(string text, int length) => WireText.Cut(WireText.ToAscii(text), length);

    // Colissimo prints Latin-1; other letters are written as near as they come.
    private static string Latin(string text)
    {
        if (text.All(static letter => letter <= 'ÿ'))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            plain.Append(letter <= 'ÿ' ? letter.ToString() : WireText.ToAscii(letter.ToString()));
        }

        return plain.ToString();
    }
}
