using Commerce.Carriers.FedEx.Wire;

namespace Commerce.Carriers.FedEx;

/// <summary>Shipments and returns.</summary>
internal static partial class FedExMapping
{
    internal static FedExShipRequest ToShip(ShipmentRequest request, FedExCarrierOptions options, bool isReturn) => new(
        "LABEL", new FedExAccount(options.AccountNumber), "CONFIRM", "SYNCHRONOUS_ONLY", ToShipment(request, options, isReturn));

    internal static FedExRequestedShipment ToShipment(ShipmentRequest request, FedExCarrierOptions options, bool isReturn)
    {
        var values = DeclaredValues(request.Options.InsuredValue, request.Parcels);
        return new FedExRequestedShipment
        {
            Shipper = ToParty(request.Sender),
            Recipients = [ToParty(request.Recipient)],
            ShipDatestamp = request.ShipDate is { } day ? Day(day) : null,
            ServiceType = request.Service.Value,
            PackagingType = Packaging(request.Parcels),
            PickupType = options.PickupType,
            TotalWeight = request.Parcels.Sum(static parcel => ToWeight(parcel.Weight).Value),
            ShippingChargesPayment = Payment("SENDER", options),
            LabelSpecification = ToLabel(request.Label),
            RateRequestType = [options.UseAccountRates ? "ACCOUNT" : "LIST"],
            TotalPackageCount = request.Parcels.Count,
            ShipmentSpecialServices = ToServices(request.Options, request.PickupPoint, request.Customs, options, isReturn),
            EmailNotificationDetail = request.Options.NotifyByEmail && request.Recipient.Contact is { Email: { } email } contact
                ? new FedExEmailDetail("PER_SHIPMENT",
                [
                    new FedExEmailRecipient(
                        contact.Name ?? contact.DisplayName, "RECIPIENT", email.Value, "HTML", "EMAIL",
                        ["ON_SHIPMENT", "ON_ESTIMATED_DELIVERY", "ON_EXCEPTION", "ON_DELIVERY"]),
                ])
                : null,
            CustomsClearanceDetail = request.Customs is { } customs ? ToCustoms(customs, request.IsDocuments, options) : null,
            ShippingDocumentSpecification = request.Customs is { UploadedDocumentIds.Count: 0 } && !options.SendCustomsDocumentsElectronically
                ? new FedExDocumentSpecification(["COMMERCIAL_INVOICE"], new FedExInvoiceDetail(new FedExDocumentFormat("PAPER_LETTER", "PDF")))
                : null,
            RequestedPackageLineItems =
            [
                .. request.Parcels.Select((parcel, i) => ToPackage(parcel, values?[i], request.Options) with
                {
                    SequenceNumber = i + 1,
                    CustomerReferences = References(request, parcel),
                    ItemDescription = parcel.Description,
                }),
            ],
        };
    }

    /// <summary>Names the paper of a label; <see langword="null"/> for a size that FedEx does not print in this format.</summary>
    internal static string? Stock(LabelSpecification label)
    {
        var isThermal = label.Format == LabelFormat.Zpl || label.Format == LabelFormat.Epl;
        var prefix = isThermal ? "STOCK_" : "PAPER_";
        return label.Size == LabelSize.A6 || label.Size == LabelSize.FourBySix ? prefix + "4X6"
            : label.Size == LabelSize.FourByEight ? prefix + "4X8"
            : label.Size == LabelSize.A4 && label.Format == LabelFormat.Pdf ? "PAPER_LETTER"
            : null;
    }

    internal static Shipment FromShip(FedExShipAnswer answer, bool isReturn)
    {
        var shipment = answer.Output?.TransactionShipments is [var first, ..] ? first : throw new FormatException("transactionShipments");
        var pieces = shipment.PieceResponses is { Count: > 0 } all ? all : throw new FormatException("pieceResponses");
        var numbers = pieces.OrderBy(static piece => piece.PackageSequenceNumber ?? int.MaxValue)
            .Select(static piece => Needed(piece.TrackingNumber, "trackingNumber")).ToList();
        var label = isReturn ? DocumentKind.ReturnLabel : DocumentKind.Label;
        return new Shipment
        {
            Id = new CarrierShipmentId(shipment.MasterTrackingNumber
                ?? shipment.CompletedShipmentDetail?.MasterTrackingId?.TrackingNumber ?? pieces[0].MasterTrackingNumber ?? numbers[0]),
            Parcels = [.. numbers.Select(Parcel)],
            Documents =
            [
                .. pieces.SelectMany(piece => (piece.PackageDocuments ?? []).Select(document => ToDocument(document, piece.TrackingNumber, label))).OfType<ShippingDocument>(),
                .. (shipment.ShipmentDocuments ?? []).Select(document => ToDocument(document, document.TrackingNumber, label)).OfType<ShippingDocument>(),
            ],
            Price = Price(shipment.CompletedShipmentDetail?.ShipmentRating),
            Messages =
            [
                .. (answer.Output.Alerts ?? []).Concat(shipment.Alerts ?? [])
                    .Concat(pieces.SelectMany(static piece => piece.PackageDocuments ?? []).SelectMany(static document => document.Alerts ?? []))
                    .Concat((shipment.ShipmentAdvisoryDetails?.RegulatoryAdvisory?.Prohibitions ?? [])
                        .Select(static prohibition => prohibition?.Advisory).OfType<FedExAdvisory>().Select(static advisory => new FedExAlert(advisory.Code, null, advisory.Text)))
                    .Distinct().Select(static alert => Message(alert)),
            ],
        };
    }

    private static CarrierMessage Message(FedExAlert alert, CarrierService? service = null) =>
        new(CarrierCode.FedEx, alert.Message ?? "", alert.Code, service);

    private static FedExParty ToParty(Party party)
    {
        List<FedExTin> tins = [];
        if (party.Eori is { } eori)
        {
            tins.Add(new FedExTin(eori, "BUSINESS_UNION"));
        }

        if (party.VatNumber is { } vat)
        {
            tins.Add(new FedExTin(vat, "BUSINESS_NATIONAL"));
        }

        return new FedExParty
        {
            Contact = ToContact(party.Contact),
            Address = ToAddress(party.Address, party.IsResidential),
            Tins = tins.Count == 0 ? null : tins,
        };
    }

    private static FedExPayment Payment(string type, FedExCarrierOptions options) =>
        new(type, type == "SENDER" ? new FedExPayor(new FedExResponsibleParty(new FedExAccount(options.AccountNumber))) : null);

    private static FedExPackage ToPackage(Parcel parcel, Money? declared, ShipmentOptions options) => new()
    {
        Weight = ToWeight(parcel.Weight),
        Dimensions = ToDimensions(parcel),
        DeclaredValue = declared is { } value ? ToMoney(value) : null,
        PackageSpecialServices = options switch
        {
            { AdultSignature: true } => new FedExPackageServices(["SIGNATURE_OPTION"], "ADULT"),
            { Signature: true } => new FedExPackageServices(["SIGNATURE_OPTION"], "DIRECT"),
            _ => null,
        },
    };

    // The value of the shipment in parts: the parcels' own where all have one, else equal ones.
    private static IReadOnlyList<Money>? DeclaredValues(Money? insured, IReadOnlyList<Parcel> parcels) => insured is not { } value ? null
        : parcels.All(static parcel => parcel.DeclaredValue is not null) ? [.. parcels.Select(static parcel => parcel.DeclaredValue!.Value)]
        : value.Allocate([.. parcels.Select(static _ => 1m)]);

    private static List<FedExReference> References(ShipmentRequest request, Parcel parcel)
    {
        var key = Reference(request.Key);
        List<FedExReference> references = [new("CUSTOMER_REFERENCE", key)];
        if (request.Reference is { } order && order != key)
        {
            references.Add(new FedExReference("INVOICE_NUMBER", order));
        }

        if (parcel.Reference is { } own)
        {
            references.Add(new FedExReference("DEPARTMENT_NUMBER", own));
        }

        return references;
    }

    private static FedExShipmentServices? ToServices(
        ShipmentOptions options, PickupPointReference? point, CustomsDeclaration? customs, FedExCarrierOptions account, bool isReturn)
    {
        var isElectronic = customs is not null && (account.SendCustomsDocumentsElectronically || customs.UploadedDocumentIds.Count > 0);
        (bool Asked, string Name)[] all =
        [
            (options.SaturdayDelivery, "SATURDAY_DELIVERY"),
            (point is not null, "HOLD_AT_LOCATION"),
            (options.CashOnDelivery is not null, "COD"),
            (isReturn, "RETURN_SHIPMENT"),
            (isElectronic, "ELECTRONIC_TRADE_DOCUMENTS"),
        ];
        var asked = all.Where(static service => service.Asked).Select(static service => service.Name).ToList();
        return asked.Count == 0 ? null : new FedExShipmentServices
        {
            SpecialServiceTypes = asked,
            ReturnShipmentDetail = isReturn ? new FedExReturnDetail("PRINT_RETURN_LABEL") : null,
            HoldAtLocationDetail = point is null ? null : new FedExHoldDetail(point.Id, point.Address is null ? null : new FedExParty
            {
                Contact = point.Name is null ? null : new FedExContact { CompanyName = Http.WireText.Cut(point.Name, 35) },
                Address = ToAddress(point.Address),
            }),
            ShipmentCODDetail = options.CashOnDelivery is { } cash ? new FedExCodDetail("ANY", ToMoney(cash)) : null,
            EtdDetail = !isElectronic ? null : customs!.UploadedDocumentIds.Count > 0
                ? new FedExEtdDetail([.. customs.UploadedDocumentIds.Select(static id => new FedExAttachedDocument("COMMERCIAL_INVOICE", id))], null)
                : new FedExEtdDetail(null, ["COMMERCIAL_INVOICE"]),
        };
    }

    private static FedExLabelSpecification ToLabel(LabelSpecification label) => new(
        label.Format == LabelFormat.Zpl ? "ZPLII" : label.Format == LabelFormat.Epl ? "EPL2" : label.Format.Value.ToUpperInvariant(),
        Stock(label)!,
        "COMMON2D",
        label.Dpi);

    private static ShippingDocument? ToDocument(FedExDocument document, string? number, DocumentKind label) => document.EncodedLabel is not { Length: > 0 } text
        ? null
        : new ShippingDocument
        {
            Kind = document.ContentType switch
            {
                "LABEL" => label,
                "RETURN_LABEL" => DocumentKind.ReturnLabel,
                "COMMERCIAL_INVOICE" or "CERTIFICATE_OF_ORIGIN" or "PRO_FORMA_INVOICE" => DocumentKind.CustomsForm,
                var other => DocumentKind.From((other ?? "other").ToLowerInvariant()),
            },
            Format = document.DocType switch
            {
                "ZPLII" or "ZPL" => LabelFormat.Zpl,
                "EPL2" or "EPL" => LabelFormat.Epl,
                var other => LabelFormat.From((other ?? "pdf").ToLowerInvariant()),
            },
            Content = Convert.FromBase64String(text),
            TrackingNumber = string.IsNullOrEmpty(number) ? null : new TrackingNumber(number),
        };

    private static Money? Price(FedExShipmentRating? rating)
    {
        var details = rating?.ShipmentRateDetails ?? [];
        var actual = details.FirstOrDefault(detail => detail.RateType == rating!.ActualRateType) ?? (details is [var first, ..] ? first : null);
        return actual is { TotalNetCharge: { } amount, Currency: { Length: 3 } currency } ? FedExCurrency.ToMoney(amount, currency) : null;
    }
}
