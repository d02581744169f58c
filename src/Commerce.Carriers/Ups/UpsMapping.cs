using System.Globalization;
using Commerce.Carriers.Ups.Wire;
using Commerce.Http;

namespace Commerce.Carriers.Ups;

/// <summary>Our words to UPS's and back. Pure functions.</summary>
internal static partial class UpsMapping
{
    private const string OwnBox = "02";

    private const int ReferenceLength = 35;

    // An indicator that is present means yes, whatever it holds; UPS documents the empty text.
    private const string Present = "";

    internal static string Reference(OperationKey key) => VendorReference.From(key, ReferenceLength);

    // The day of hand-over is asked for together with the times in transit only.
    internal static string RateOption(RateRequest request) => (request.Service, request.ShipDate) switch
    {
        (null, null) => "Shop",
        (null, _) => "Shoptimeintransit",
        (_, null) => "Rate",
        _ => "Ratetimeintransit",
    };

    internal static UpsRateEnvelope ToRate(RateRequest request, UpsCarrierOptions options) => new(new UpsRateRequest(
        new UpsRequestHead
        {
            RequestOption = RateOption(request),
            // Surcharges are listed one by one from 1601 on.
            SubVersion = "2409",
            TransactionReference = new UpsTransactionReference("rate"),
        },
        new UpsCode(options.PickupType),
        new UpsRateShipment
        {
            Shipper = ToParty(request.Sender, forRating: true) with { ShipperNumber = options.AccountNumber },
            ShipTo = ToParty(request.Recipient, forRating: true),
            ShipFrom = ToParty(request.Sender, forRating: true),
            PaymentDetails = Payment(options, paysDuties: false),
            Service = request.Service is { } service ? new UpsCode(service.Value) : null,
            Package = [.. request.Parcels.Select(parcel => new UpsPackage
            {
                PackagingType = new UpsCode(parcel.Packaging ?? OwnBox),
                Dimensions = ToDimensions(parcel, request.Sender),
                PackageWeight = ToWeight(parcel.Weight, request.Sender),
                PackageServiceOptions = ToPackageOptions(parcel, request.Options, request.Sender, request.Recipient),
            })],
            ShipmentServiceOptions = ToShipmentOptions(request.Options, request.Sender, request.Recipient),
            ShipmentRatingOptions = options.UseNegotiatedRates ? new UpsRatingOptions(Present) : null,
            TaxInformationIndicator = Present,
            ShipmentTotalWeight = request.ShipDate is null
                ? null
                : ToWeight(Weight.FromGrams(request.Parcels.Sum(parcel => parcel.Weight.Grams)), request.Sender),
            DeliveryTimeInformation = request.ShipDate is { } day
                ? new UpsDeliveryTime("03", new UpsMoment(day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)))
                : null,
            InvoiceLineTotal = request.GoodsValue is { } value && request.Sender.Address.Country != request.Recipient.Address.Country
                ? ToCharge(value)
                : null,
            ShipmentIndicationType = request.PickupPoint is null ? null : Hold,
            AlternateDeliveryAddress = request.PickupPoint is { Name: not null, Address: not null } point ? ToAccessPoint(point, request.Recipient) : null,
        }));

    internal static UpsShipEnvelope ToShip(ShipmentRequest request, bool isReturn, UpsCarrierOptions options, DateOnly today)
    {
        // On the way back the merchant, who has the account, is the recipient.
        var shipper = isReturn ? request.Recipient : request.Sender;
        var references = new List<UpsReferenceNumber> { new(Reference(request.Key)) };
        if (request.Reference is not null && request.Reference != references[0].Value)
        {
            references.Add(new UpsReferenceNumber(request.Reference));
        }

        // UPS takes references of shipments within the United States at the package only, and of all others at either.
        var atPackage = request.Sender.Address.Country == CountryCode.UnitedStates
            && request.Recipient.Address.Country == CountryCode.UnitedStates;
        var description = request.Parcels[0].Description ?? "Goods";
        return new UpsShipEnvelope(new UpsShipRequest(
            new UpsRequestHead { RequestOption = "nonvalidate", TransactionReference = new UpsTransactionReference(references[0].Value) },
            new UpsShipShipment
            {
                Description = description,
                Shipper = ToParty(shipper, forRating: false) with { ShipperNumber = options.AccountNumber },
                ShipTo = ToParty(request.Recipient, forRating: false),
                ShipFrom = ToParty(request.Sender, forRating: false),
                PaymentInformation = Payment(options, request.Customs?.Incoterm == Incoterm.Ddp),
                ReturnService = isReturn ? new UpsCode(PrintedReturn) : null,
                ShipmentIndicationType = request.PickupPoint is null ? null : Hold,
                AlternateDeliveryAddress = ToAccessPoint(request.PickupPoint, request.Recipient),
                InvoiceLineTotal = ToInvoiceTotal(request),
                Service = new UpsCode(request.Service.Value),
                ReferenceNumber = atPackage ? null : references,
                ShipmentRatingOptions = options.UseNegotiatedRates ? new UpsRatingOptions(Present) : null,
                ShipmentServiceOptions = ToShipmentOptions(request, isReturn, today),
                ShipmentDate = request.ShipDate?.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
                Package = [.. request.Parcels.Select(parcel => new UpsShipPackage
                {
                    Description = WireText.Cut(parcel.Description ?? description, 35),
                    Packaging = new UpsCode(parcel.Packaging ?? OwnBox),
                    Dimensions = ToDimensions(parcel, request.Sender),
                    PackageWeight = ToWeight(parcel.Weight, request.Sender),
                    PackageServiceOptions = ToPackageOptions(parcel, request.Options, request.Sender, request.Recipient),
                    ReferenceNumber = atPackage ? references : null,
                })],
            },
            ToLabel(request.Label)));
    }

    internal static UpsRecoveryEnvelope ToRecovery(TrackingNumber number, LabelSpecification label) => new(new UpsRecoveryRequest(
        new UpsRequestHead { RequestOption = "Non_Validate", TransactionReference = new UpsTransactionReference("recovery") },
        ToLabel(label),
        number.Value));

    internal static RateResult FromRate(UpsRateAnswer answer, string account)
    {
        var rated = answer.RateResponse?.RatedShipment ?? throw new FormatException("RatedShipment");
        var quotes = rated.Select(shipment => FromRated(shipment, account)).OrderBy(quote => quote.Price).ToList();
        var ofServices = rated.SelectMany(shipment => shipment.RatedShipmentAlert ?? []).ToHashSet();
        var general = (answer.RateResponse.Response?.Alert ?? []).Where(alert => !ofServices.Contains(alert));
        var messages = general
            .Select(alert => new CarrierMessage(CarrierCode.Ups, alert.Description ?? "", alert.Code))
            .Concat(rated.SelectMany(shipment => (shipment.RatedShipmentAlert ?? []).Select(alert => new CarrierMessage(
                CarrierCode.Ups, alert.Description ?? "", alert.Code, Service(shipment.Service)))))
            .ToList();
        return new RateResult(quotes, messages);
    }

    internal static Shipment FromShip(UpsShipAnswer answer)
    {
        var results = answer.ShipmentResponse?.ShipmentResults ?? throw new FormatException("ShipmentResults");
        var packages = results.PackageResults ?? throw new FormatException("PackageResults");
        return new Shipment
        {
            Id = new CarrierShipmentId(Needed(results.ShipmentIdentificationNumber, "ShipmentIdentificationNumber")),
            Parcels = [.. packages.Select(package => Parcel(Needed(package.TrackingNumber, "TrackingNumber")))],
            Documents =
            [
                .. packages.Select(package => ToDocument(package.TrackingNumber, package.ShippingLabel)).OfType<ShippingDocument>(),
                .. ToDocument(null, results.Form?.Image) is { } form ? [form with { Kind = DocumentKind.CustomsForm }] : Array.Empty<ShippingDocument>(),
            ],
            Price = ToMoney(results.NegotiatedRateCharges?.TotalCharge) ?? ToMoney(results.ShipmentCharges?.TotalCharges),
            Messages =
            [
                .. (answer.ShipmentResponse.Response?.Alert ?? []).Select(alert =>
                    new CarrierMessage(CarrierCode.Ups, alert.Description ?? "", alert.Code)),
            ],
        };
    }

    internal static IReadOnlyList<ShippingDocument> FromRecovery(UpsRecoveryAnswer answer) =>
    [
        .. (answer.LabelRecoveryResponse?.LabelResults ?? throw new FormatException("LabelResults"))
            .Select(label => ToDocument(label.TrackingNumber, label.LabelImage)).OfType<ShippingDocument>(),
    ];

    internal static ShippedParcel Parcel(string number) => new()
    {
        TrackingNumber = new TrackingNumber(number),
        TrackingUrl = new Uri("https://www.ups.com/track?loc=en_US&requester=ST&tracknum=" + Uri.EscapeDataString(number)),
    };

    internal static IReadOnlyList<ItemOutcome<TrackingNumber>> Voided(UpsVoidAnswer answer) =>
    [
        .. (answer.VoidShipmentResponse?.PackageLevelResults ?? answer.VoidShipmentResponse?.PackageLevelResult ?? [])
            .Select(static package => new ItemOutcome<TrackingNumber>(
                new TrackingNumber(Needed(package.TrackingNumber, "TrackingNumber")),
                package.Status?.Code == "1" ? null : new Refusal(RefusalCode.ExternalRejected, "ups did not void this parcel; it will be charged when it is scanned.")
                {
                    Field = nameof(VoidRequest.TrackingNumbers), VendorCode = package.Status?.Code,
                })),
    ];

    private static RateQuote FromRated(UpsRatedShipment shipment, string account)
    {
        var negotiated = ToMoney(shipment.NegotiatedRateCharges?.TotalCharge);
        var service = Service(shipment.Service) ?? throw new FormatException("Service.Code");
        var summary = shipment.TimeInTransit?.ServiceSummary;
        return new RateQuote
        {
            Carrier = CarrierCode.Ups,
            Account = account,
            Service = service,
            ServiceName = Words(summary?.Service?.Description) ?? UpsCapabilities.Value.Find(service)?.Name ?? $"UPS {service}",
            Price = negotiated ?? ToMoney(shipment.TotalCharges) ?? throw new FormatException("TotalCharges"),
            PriceWithTax = ToMoney(shipment.NegotiatedRateCharges?.TotalChargesWithTaxes)
                ?? (negotiated is null ? ToMoney(shipment.TotalChargesWithTaxes) : null),
            TransitDays = Days(summary?.EstimatedArrival?.BusinessDaysInTransit) ?? Days(shipment.GuaranteedDelivery?.BusinessDaysInTransit),
            DeliveryBy = summary?.EstimatedArrival?.Arrival is { } arrival ? Moment(arrival.Date, arrival.Time) : null,
            IsGuaranteed = shipment.GuaranteedDelivery is not null || summary?.GuaranteedIndicator is not null,
            IsNegotiated = negotiated is not null,
            Surcharges = Surcharges(shipment, negotiated is not null),
        };
    }

    // The parts of the public price are no parts of the contract's, for which UPS lists its own.
    private static Dictionary<string, Money> Surcharges(UpsRatedShipment shipment, bool isNegotiated)
    {
        var surcharges = new Dictionary<string, Money>();
        foreach (var item in (isNegotiated ? shipment.NegotiatedRateCharges?.ItemizedCharges : shipment.ItemizedCharges) ?? [])
        {
            if (ToMoney(new UpsCharge(item.CurrencyCode, item.MonetaryValue)) is { IsZero: false } part)
            {
                var name = $"{item.Code} {Words(item.Description) ?? item.SubType}".Trim();
                surcharges[name] = surcharges.TryGetValue(name, out var other) ? other + part : part;
            }
        }

        if (!isNegotiated && ToMoney(shipment.ServiceOptionsCharges) is { IsZero: false } options)
        {
            surcharges["ServiceOptionsCharges"] = options;
        }

        return surcharges;
    }

    private static int? Days(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : null;

    private static string? Words(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    // A local time of the place of delivery, read as UTC because its zone is not given; without an hour, the day.
    private static DateTimeOffset? Moment(string? date, string? time)
    {
        return Parse(date + time, "yyyyMMddHHmmss") ?? Parse(date + time, "yyyyMMddHHmm") ?? Parse(date, "yyyyMMdd");

        static DateTimeOffset? Parse(string? text, string format) => DateTimeOffset.TryParseExact(
            text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
    }

    private static UpsPayment Payment(UpsCarrierOptions options, bool paysDuties)
    {
        var shipper = new UpsBillShipper(options.AccountNumber);
        return new UpsPayment(paysDuties ? [new("01", shipper), new("02", shipper)] : [new("01", shipper)]);
    }

    private static UpsParty ToParty(Party party, bool forRating)
    {
        var result = new UpsParty
        {
            Name = WireText.Cut(party.Contact.DisplayName, 35),
            Address = ToAddress(party.Address) with { ResidentialAddressIndicator = party.IsResidential ? Present : null },
        };
        return forRating
            ? result
            : result with
            {
                AttentionName = WireText.Cut(party.Contact.Name ?? party.Contact.DisplayName, 35),
                Phone = ToPhone(party),
                EMailAddress = party.Contact.Email is { Value.Length: <= 50 } email ? email.Value : null,
                TaxIdentificationNumber = (party.Eori ?? party.VatNumber) is { Length: <= 15 } number ? number : null,
            };
    }

    // Area code and seven digits where the country's calling code is 1, with the calling code elsewhere.
    private static UpsPhone? ToPhone(Party party) => party.Contact.Phone?.Digits switch
    {
        null => null,
        ['1', .. { Length: 10 } national] when party.Address.Country.Value is "US" or "PR" or "CA" or "VI" => new UpsPhone(national),
        var digits => new UpsPhone(digits),
    };

    private static UpsAddress ToAddress(Address address) => new()
    {
        AddressLine = [.. address.Fold(UpsCapabilities.AddressLines, UpsCapabilities.AddressLineLength) ?? address.EnumerateLines()],
        City = WireText.Cut(address.City, 30),
        StateProvinceCode = address.Region,
        PostalCode = address.PostalCode.Length == 0 ? null : address.PostalCode.Replace(" ", "", StringComparison.Ordinal),
        CountryCode = address.Country.Value,
    };

    private static bool IsImperial(Party sender) => sender.Address.Country == CountryCode.UnitedStates;

    private static UpsWeight ToWeight(Weight weight, Party sender) => IsImperial(sender)
        ? new UpsWeight(new UpsCode("LBS", "Pounds"), Number(Tenths(weight.Pounds)))
        : new UpsWeight(new UpsCode("KGS", "Kilograms"), Number(Tenths(weight.Kilograms)));

    // UPS reads five characters of weight: one decimal, rounded up so that no parcel is declared too light.
    private static decimal Tenths(decimal weight) => decimal.Ceiling(weight * 10) / 10;

    private static UpsDimensions? ToDimensions(Parcel parcel, Party sender)
    {
        if (parcel.Dimensions is not { } dimensions)
        {
            return null;
        }

        var (length, width, height) = dimensions.ToInches();
        return IsImperial(sender)
            ? new UpsDimensions(new UpsCode("IN", "Inches"), Number(length), Number(width), Number(height))
            : new UpsDimensions(
                new UpsCode("CM", "Centimeters"),
                Number(decimal.Ceiling(dimensions.LengthCm)),
                Number(decimal.Ceiling(dimensions.WidthCm)),
                Number(decimal.Ceiling(dimensions.HeightCm)));
    }

    private static UpsPackageOptions? ToPackageOptions(Parcel parcel, ShipmentOptions options, Party sender, Party recipient)
    {
        var value = options.InsuredValue is null ? null : parcel.DeclaredValue ?? options.InsuredValue;
        var confirmation = ConfirmsAtPackage(sender, recipient) ? Confirmation(options, "2", "3") : null;
        return value is null && confirmation is null
            ? null
            : new UpsPackageOptions { DeclaredValue = value is null ? null : ToCharge(value.Value), DeliveryConfirmation = confirmation };
    }

    private static UpsShipmentOptions? ToShipmentOptions(ShipmentOptions options, Party sender, Party recipient)
    {
        var confirmation = ConfirmsAtPackage(sender, recipient) ? null : Confirmation(options, "1", "2");
        return options.SaturdayDelivery || confirmation is not null
            ? new UpsShipmentOptions { SaturdayDeliveryIndicator = options.SaturdayDelivery ? Present : null, DeliveryConfirmation = confirmation }
            : null;
    }

    // Within the United States the package is confirmed, elsewhere the shipment.
    private static bool ConfirmsAtPackage(Party sender, Party recipient) => IsImperial(sender) && IsImperial(recipient);

    private static UpsDeliveryConfirmation? Confirmation(ShipmentOptions options, string signature, string adult) => options switch
    {
        { AdultSignature: true } => new UpsDeliveryConfirmation(adult),
        { Signature: true } => new UpsDeliveryConfirmation(signature),
        _ => null,
    };

    private static UpsLabelSpecification ToLabel(LabelSpecification label) => new(
        new UpsCode(label.Format.Value.ToUpperInvariant()),
        new UpsLabelStock(label.Size == LabelSize.FourByEight ? "8" : "6", "4"),
        label.Format == LabelFormat.Gif ? "Mozilla/4.5" : null);

    private static ShippingDocument? ToDocument(string? number, UpsImage? image) => image?.GraphicImage is not { Length: > 0 } text
        ? null
        : new ShippingDocument
        {
            Kind = DocumentKind.Label,
            Format = LabelFormat.From((image.ImageFormat?.Code ?? image.LabelImageFormat?.Code ?? "gif").ToLowerInvariant()),
            Content = Convert.FromBase64String(text),
            TrackingNumber = number is null ? null : new TrackingNumber(number),
        };

    // From the United States to Canada and Puerto Rico only; a whole number of at least 1.
    private static UpsCharge? ToInvoiceTotal(ShipmentRequest request) =>
        IsImperial(request.Sender) && request.Recipient.Address.Country.Value is "CA" or "PR" && request.Customs is { TotalValue: var total }
            ? new UpsCharge(total.Currency.Code, Number(Math.Max(1, decimal.Round(total.Amount, MidpointRounding.AwayFromZero))))
            : null;

    private static UpsCharge ToCharge(Money money) => new(money.Currency.Code, Number(money.Round().Amount));

    private static Money? ToMoney(UpsCharge? charge) => charge is { CurrencyCode: { Length: 3 } currency, MonetaryValue: { } value }
        ? new Money(decimal.Parse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), Currency.Parse(currency))
        : null;

    private static CarrierService? Service(UpsCode? code) => string.IsNullOrEmpty(code?.Code) ? null : new CarrierService(code.Code);

    private static string Needed(string? value, string field) => string.IsNullOrEmpty(value) ? throw new FormatException(field) : value;

    private static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
