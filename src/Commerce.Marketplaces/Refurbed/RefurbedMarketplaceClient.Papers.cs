using System.Globalization;
using Commerce.Http;
using Commerce.Marketplaces.Refurbed.Wire;

namespace Commerce.Marketplaces.Refurbed;

/// <summary>Invoices: a stream of gRPC, which over HTTP is one list. Source: <c>OrderService/SetOrderInvoiceStream</c>, <c>UploadOrderCommercialInvoice</c>.</summary>
internal sealed partial class RefurbedMarketplaceClient
{
    private const int MaxFileBytes = 2 * 1024 * 1024;
    private const int MaxPieceBytes = 1024 * 1024;

    // An invoice replaces the one before; a commercial invoice is refused the second time, and then looked for.
    private static readonly VendorOperation SetInvoice = new("set-invoice") { IsSafeToRepeat = true };
    private static readonly VendorOperation UploadCommercialInvoice = new("upload-commercial-invoice") { IsSafeToRepeat = true };
    private static readonly VendorOperation FindInvoice = new("find-invoice") { IsSafeToRepeat = true };
    private static readonly VendorOperation FindCommercialInvoice = new("find-commercial-invoice") { IsSafeToRepeat = true };

    public async Task<Outcome<UploadedDocument>> UploadDocumentAsync(OrderDocument document, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (Objection(document) is { } objection)
        {
            return Outcome.Refused<UploadedDocument>(objection);
        }

        var isCommercial = document.Kind == OrderDocumentKind.CommercialInvoice;
        var answer = await PostAsync(
            isCommercial ? "OrderService/UploadOrderCommercialInvoice" : "OrderService/SetOrderInvoiceStream",
            Parts(document, isCommercial),
            RefurbedJson.Default.ListRefurbedFilePart,
            isCommercial ? UploadCommercialInvoice : SetInvoice,
            cancellationToken).ConfigureAwait(false);
        if (answer.IsSuccess)
        {
            var told = answer.ReadJson(RefurbedJson.Default.RefurbedFileAnswer);
            return told.Size == document.Content.Length.ToString(CultureInfo.InvariantCulture)
                ? Outcome.Of(new UploadedDocument(document.OrderId, told.CommercialInvoiceNumber))
                : throw answer.Malformed("size is not the length of the file");
        }

        if (!RefurbedErrors.IsRefusal(answer))
        {
            throw answer.Failure();
        }

        return isCommercial && RefurbedErrors.CodeOf(answer) == RefurbedErrors.FailedPrecondition
            && await IsUploadedAsync(document, cancellationToken).ConfigureAwait(false)
                ? Outcome.Of(new UploadedDocument(document.OrderId, document.Number))
                : Outcome.Refused<UploadedDocument>(answer.Refusal(RefurbedErrors.RefusalOf(RefurbedErrors.CodeOf(answer))));
    }

    public async Task<Uri?> FindInvoiceAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken = default)
    {
        var answer = await PostAsync("OrderService/GetOrderInvoice", new RefurbedOrderKey(orderId.Value), RefurbedJson.Default.RefurbedOrderKey, FindInvoice, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            return IsUnknownKey(answer, orderId.Value) ? null : throw answer.Failure();
        }

        return Uri.TryCreate(answer.ReadJson(RefurbedJson.Default.RefurbedFileAnswer).Url, UriKind.Absolute, out var address) && RefurbedTracking.IsWeb(address)
            ? address
            : throw answer.Malformed("url is no web address");
    }

    private static Refusal? Objection(OrderDocument document)
    {
        if (document.VendorFields.Count > 0)
        {
            return NoVendorFields();
        }

        if (document.Kind != OrderDocumentKind.Invoice && document.Kind != OrderDocumentKind.CommercialInvoice)
        {
            return new Refusal(RefusalCode.NotSupported, $"Refurbed takes invoices and commercial invoices, no {document.Kind}.") { Field = nameof(document.Kind) };
        }

        if (document.Kind == OrderDocumentKind.CommercialInvoice && string.IsNullOrWhiteSpace(document.Number))
        {
            return new Refusal(RefusalCode.Validation, "Number is empty: Refurbed asks for the number of a commercial invoice.") { Field = nameof(document.Number) };
        }

        return document.Content.Length > MaxFileBytes
            ? new Refusal(RefusalCode.Validation, "Content has over 2 MiB: Refurbed takes no longer file.") { Field = nameof(document.Content) }
            : document.Content.Span.StartsWith("%PDF"u8)
                ? null
                : new Refusal(RefusalCode.Validation, "Content is no PDF: Refurbed takes nothing else.") { Field = nameof(document.Content) };
    }

    private static List<RefurbedFilePart> Parts(OrderDocument document, bool isCommercial)
    {
        var parts = new List<RefurbedFilePart> { new(new RefurbedFileMeta(document.OrderId.Value, isCommercial ? document.Number : null), null) };
        for (var at = 0; at < document.Content.Length; at += MaxPieceBytes)
        {
            parts.Add(new RefurbedFilePart(null, document.Content.Slice(at, Math.Min(MaxPieceBytes, document.Content.Length - at)).ToArray()));
        }

        return parts;
    }

    private async Task<bool> IsUploadedAsync(OrderDocument document, CancellationToken cancellationToken)
    {
        var answer = await PostAsync(
            "OrderService/GetOrderCommercialInvoice", new RefurbedOrderKey(document.OrderId.Value), RefurbedJson.Default.RefurbedOrderKey, FindCommercialInvoice, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess
            ? answer.ReadJson(RefurbedJson.Default.RefurbedFileAnswer).CommercialInvoiceNumber == document.Number
            : IsUnknownKey(answer, document.OrderId.Value) ? false : throw answer.Failure();
    }
}
