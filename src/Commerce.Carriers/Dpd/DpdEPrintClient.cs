using System.Xml.Linq;
using Commerce.Http;

namespace Commerce.Carriers.Dpd;

/// <summary>Makes labels by EPrint, for customers of DPD France without a META-API login.</summary>
internal class DpdEPrintClient(VendorChannel channel, DpdCarrierOptions options) :
    DpdCompanionsClient(channel, options), ILabelReprinter, IReturnLabelClient, IShipmentVoider
{
    private static readonly XNamespace Space = DpdFranceRequests.EPrintNamespace;
    private static readonly VendorOperation Ship = new("ship") { IsAnonymous = true };
    private static readonly VendorOperation Return = new("return") { IsAnonymous = true };
    private static readonly VendorOperation Label = new("label") { IsAnonymous = true, IsSafeToRepeat = true };

    public override Task<Outcome<Shipment>> CreateShipmentAsync(ShipmentRequest request, CancellationToken cancellationToken = default) =>
        BuyAsync(request, DpdEPrintRequests.Ship, Ship, DocumentKind.Label, cancellationToken);

    public Task<Outcome<Shipment>> CreateReturnAsync(ShipmentRequest request, CancellationToken cancellationToken = default) =>
        BuyAsync(request, DpdEPrintRequests.Return, Return, DocumentKind.ReturnLabel, cancellationToken);

    public override async Task<Outcome<IReadOnlyList<ShippingDocument>>> ReprintAsync(ReprintRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (DpdEPrintCapabilities.LabelType(request.Label) is null || request.VendorFields.Count > 0)
        {
            return Outcome.Refused<IReadOnlyList<ShippingDocument>>(
                RefusalCode.NotSupported, "EPrint has no such label, and reads no vendor fields for one.", nameof(ReprintRequest.Label));
        }

        var documents = new List<ShippingDocument>();
        foreach (var number in request.TrackingNumber is { } only ? [only.Value] : DpdNumbers.Of(request.ShipmentId).Parcels)
        {
            var answer = await Channel.SendAsync(DpdEPrintRequests.Label(number, request.Label, Options), Label, cancellationToken).ConfigureAwait(false);
            if (IsRefusal(answer))
            {
                return Outcome.Refused<IReadOnlyList<ShippingDocument>>(answer.Refusal(RefusalCode.NotFound, nameof(ReprintRequest.ShipmentId)));
            }

            documents.AddRange(answer.Map(Soap.ReadBody(answer), body => Documents(body, DocumentKind.Label, request.Label.Format, number)));
        }

        return Outcome.Of<IReadOnlyList<ShippingDocument>>(documents);
    }

    private static bool IsRefusal(VendorAnswer answer) => !answer.IsSuccess && answer.Error.Kind == CommerceErrorKind.Invalid;

    // The types of parcels and labels for the way back begin alike: REVERSE, REVERSEBIC3.
    private static bool IsReturn(XElement item) => Type(item).StartsWith("REVERSE", StringComparison.Ordinal);

    private static string Type(XElement item) => (item.Element(Space + "Type") ?? item.Element(Space + "type"))?.Value ?? "";

    private static List<ShippingDocument> Documents(XElement body, DocumentKind kind, LabelFormat format, string? number)
    {
        var labels = body.Descendants(Space + "Label").Where(static label => !string.IsNullOrWhiteSpace(label.Element(Space + "label")?.Value)).ToList();
        return labels.Count == 0 ? throw new FormatException("label") :
        [
            .. labels.Select(label => DpdLabels.Document(
                new Wire.DpdLabel(label.Element(Space + "label")!.Value, null, null),
                IsReturn(label) ? DocumentKind.ReturnLabel : Type(label).StartsWith("PROOF", StringComparison.Ordinal) ? DocumentKind.Receipt : kind,
                format,
                IsReturn(label) ? null : number)),
        ];
    }

    private Shipment FromAnswer(XElement body, ShipmentRequest request, DocumentKind kind)
    {
        var parcels = body.Descendants(Space + "BarcodeId").Select(id => (Number: id.Value, Item: id.Parent?.Parent ?? throw new FormatException("Shipment")))
            .Where(static parcel => !string.IsNullOrWhiteSpace(parcel.Number)).ToList();
        bool IsBack((string Number, XElement Item) parcel) => kind == DocumentKind.Label && IsReturn(parcel.Item);
        var there = parcels.Where(parcel => !IsBack(parcel)).Select(parcel => DpdAnswerMapping.Parcel(parcel.Number, null, Options.BusinessUnit)).DistinctBy(parcel => parcel.TrackingNumber).ToList();
        var documents = Documents(body, kind, request.Label.Format, there.Count == 1 ? there[0].TrackingNumber.Value : null);
        return new Shipment
        {
            Id = new DpdNumbers(null, [.. there.Select(parcel => parcel.TrackingNumber.Value)]).ToId(),
            Parcels = there,
            Returns = [.. parcels.Where(IsBack).Select(parcel => DpdAnswerMapping.Parcel(parcel.Number, null, Options.BusinessUnit)).DistinctBy(parcel => parcel.TrackingNumber)],
            Documents = documents,
        };
    }

    private async Task<Outcome<Shipment>> BuyAsync(
        ShipmentRequest request,
        Func<ShipmentRequest, DpdCarrierOptions, DateTimeOffset, HttpRequestMessage> write,
        VendorOperation operation,
        DocumentKind kind,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Capabilities.Check(request).Concat(DpdEPrintChecks.Of(request, isReturn: kind == DocumentKind.ReturnLabel)).FirstOrDefault() is { } objection)
        {
            return Outcome.Refused<Shipment>(objection);
        }

        var answer = await Channel.SendAsync(write(request, Options, Channel.Clock.GetUtcNow()), operation, cancellationToken).ConfigureAwait(false);
        return IsRefusal(answer)
            ? Outcome.Refused<Shipment>(answer.Refusal(RefusalCode.ExternalRejected))
            : Outcome.Of(answer.Map(Soap.ReadBody(answer), body => FromAnswer(body, request, kind)));
    }
}
