using System.Globalization;
using Commerce.Carriers.Ups.Wire;
using Commerce.Http;

namespace Commerce.Carriers.Ups;

internal static partial class UpsMapping
{
    private const string HoldAtAccessPoint = "01";
    private const string PrintedReturn = "9";
    private const string Shipped = "6";
    private const string InTransit = "5";
    private const string Delivered = "8";
    private const string AtAccessPoint = "012";
    private const string InvoiceForm = "01";
    private const string PartialInvoiceForm = "05";
    private const string UploadedForm = "07";
    private const int DescriptionLength = 35;
    private const int MaxDescriptions = 3;

    private static readonly UpsCode[] Hold = [new(HoldAtAccessPoint)];

    private static UpsAlternateDelivery? ToAccessPoint(PickupPointReference? point, Party recipient) => point is null
        ? null
        : new UpsAlternateDelivery(
            WireText.Cut(point.Name!, 35), WireText.Cut(recipient.Contact.Name ?? recipient.Contact.DisplayName, 35), point.Id, ToAddress(point.Address!));

    private static UpsShipmentOptions? ToShipmentOptions(ShipmentRequest request, bool isReturn, DateOnly today)
    {
        var options = ToShipmentOptions(request.Options, request.Sender, request.Recipient) ?? new UpsShipmentOptions();
        options = options with
        {
            Notification = ToNotifications(request, isReturn),
            InternationalForms = request.Customs is { } customs ? ToForms(request, customs, isReturn, today) : null,
        };
        return options == new UpsShipmentOptions() ? null : options;
    }

    private static List<UpsNotification>? ToNotifications(ShipmentRequest request, bool isReturn)
    {
        var codes = new List<string>();
        if (request.Options.NotifyByEmail)
        {
            // What is shipped is told on the way there, what is in transit on the way back.
            codes.AddRange([isReturn ? InTransit : Shipped, Delivered]);
        }

        if (request.PickupPoint is not null)
        {
            codes.Add(AtAccessPoint);
        }

        if (codes.Count == 0)
        {
            return null;
        }

        // UPS always wants a mail address; a text message comes on top, of parcels at an access point only.
        var contact = request.Recipient.Contact;
        var text = request.Options.NotifyBySms ? new UpsNotificationText(contact.Phone!.Value.Digits) : null;
        return codes.ConvertAll(code => new UpsNotification
        {
            NotificationCode = code,
            EMail = new UpsNotificationMail([contact.Email!.Value.Value]),
            TextMessage = code == AtAccessPoint ? text : null,
            Locale = code == AtAccessPoint && text is not null ? new UpsLocale("ENG", "GB") : null,
        });
    }

    private static UpsInternationalForms ToForms(ShipmentRequest request, CustomsDeclaration customs, bool isReturn, DateOnly today)
    {
        var invoice = isReturn ? PartialInvoiceForm : InvoiceForm;
        var uploaded = customs.UploadedDocumentIds;
        var recipient = request.Recipient;
        return new UpsInternationalForms
        {
            // Papers that were uploaded stand for the invoice, unless an invoice number asks for one.
            FormType = uploaded.Count == 0 ? [invoice] : customs.InvoiceNumber is null ? [UploadedForm] : [invoice, UploadedForm],
            UserCreatedForm = uploaded.Count == 0 ? null : new UpsUserCreatedForm(uploaded),
            Contacts = new UpsContacts(new UpsSoldTo
            {
                Name = WireText.Cut(recipient.Contact.DisplayName, 35),
                AttentionName = WireText.Cut(recipient.Contact.Name ?? recipient.Contact.DisplayName, 35),
                TaxIdentificationNumber = recipient.VatNumber is { Length: <= 15 } number ? number : null,
                Phone = ToPhone(recipient),
                Address = ToAddress(recipient.Address),
                EMailAddress = recipient.Contact.Email is { Value.Length: <= 50 } email ? email.Value : null,
            }),
            Product = [.. customs.Items.Select(item => ToProduct(item, request.Sender))],
            InvoiceNumber = customs.InvoiceNumber,
            InvoiceDate = (customs.InvoiceDate ?? request.ShipDate ?? today).ToString("yyyyMMdd", CultureInfo.InvariantCulture),
            TermsOfShipment = customs.Incoterm.Value,
            ReasonForExport = Reason(customs.Reason),
            FreightCharges = customs.ShippingCharge is { } charge ? new UpsAmount(Number(charge.Round().Amount)) : null,
            CurrencyCode = customs.TotalValue.Currency.Code,
        };
    }

    private static UpsProduct ToProduct(CustomsItem item, Party sender) => new()
    {
        Description = [.. item.Description.Chunk(DescriptionLength).Take(MaxDescriptions).Select(static part => new string(part))],
        Unit = new UpsUnit(item.Quantity.ToString(CultureInfo.InvariantCulture), new UpsCode("PCS", "PCS"), Number(item.UnitValue.Amount)),
        CommodityCode = item.HsCode,
        PartNumber = item.Sku is { Value.Length: <= 35 } sku ? sku.Value : null,
        OriginCountryCode = item.Origin.Value,
        ProductWeight = ToWeight(Weight.FromGrams(item.UnitWeight.Grams * item.Quantity), sender),
    };

    private static string Reason(ExportReason reason) => reason.Value switch
    {
        "sale" or "gift" or "sample" or "return" or "repair" => reason.Value.ToUpperInvariant(),
        "documents" => "SAMPLE",
        var own => own,
    };
}
