using System.Net.Http.Headers;
using Commerce.Http;
using Commerce.Marketplaces.Mirakl.Wire;

namespace Commerce.Marketplaces.Mirakl;

/// <summary>Files of messages and papers of orders. Source: Mirakl seller API, M13, OR74.</summary>
internal sealed partial class MiraklMarketplaceClient
{
    private static readonly VendorOperation GetAttachment = new("get-attachment");
    private static readonly VendorOperation UploadDocument = new("upload-document");

    public async Task<MessageAttachment?> GetAttachmentAsync(ThreadId threadId, string attachmentId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(attachmentId);
        var message = new HttpRequestMessage(HttpMethod.Get, WithShop($"api/inbox/threads/{Uri.EscapeDataString(attachmentId)}/download"));
        message.Headers.TryAddWithoutValidation("Accept", "application/octet-stream, application/json");
        var answer = await channel.SendAsync(message, GetAttachment, cancellationToken).ConfigureAwait(false);
        if (answer.Status == 404)
        {
            return null;
        }

        var headers = answer.IsSuccess ? answer.ContentHeaders : throw answer.Failure();
        return new MessageAttachment(NameOf(headers.ContentDisposition) ?? attachmentId, headers.ContentType?.MediaType ?? "application/octet-stream", answer.Body);
    }

    public async Task<Outcome<UploadedDocument>> UploadDocumentAsync(OrderDocument document, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.VendorFields.Keys.FirstOrDefault(static name => name != "type_code") is { } unknown)
        {
            return Outcome.Refused<UploadedDocument>(RefusalCode.NotSupported, $"VendorFields has {unknown}: only type_code, the operator's code of the paper, is read.", nameof(document.VendorFields));
        }

        if (!document.VendorFields.TryGetValue("type_code", out var type))
        {
            if (document.Kind != OrderDocumentKind.Invoice)
            {
                return Outcome.Refused<UploadedDocument>(
                    RefusalCode.Validation, $"Mirakl's operators name papers themselves: give the code of {document.Kind} as the vendor field type_code.", nameof(document.Kind));
            }

            type = "CUSTOMER_INVOICE";
        }

        var message = new MiraklMultipart()
            .AddFile("files", document.FileName, document.MediaType, document.Content)
            .AddJson("order_documents", new MiraklDocumentInput([new MiraklDocumentEntry(document.FileName, type)]), MiraklJson.Default.MiraklDocumentInput)
            .ToRequest(WithShop(OrderPath(document.OrderId, "documents")));
        var answer = await channel.SendAsync(message, UploadDocument, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            return MiraklErrors.IsRefusal(answer)
                ? Outcome.Refused<UploadedDocument>(answer.Refusal(answer.Status == 404 ? RefusalCode.NotFound : RefusalCode.ExternalRejected))
                : throw answer.Failure();
        }

        return answer.Map(answer.ReadJson(MiraklJson.Default.MiraklDocumentAnswer), told => Taken(told, document.OrderId));
    }

    // A paper that was not taken comes with 200 as well.
    private static Outcome<UploadedDocument> Taken(MiraklDocumentAnswer told, MarketplaceOrderId orderId)
    {
        var errors = (told.OrderDocuments ?? throw new FormatException("order_documents")).SelectMany(static paper => paper.Errors ?? []).ToList();
        var words = errors.ConvertAll(static error => error.Message ?? error.Code ?? "no reason given");
        return errors.Count == 0 && told.ErrorsCount is null or 0
            ? Outcome.Of(new UploadedDocument(orderId))
            : Outcome.Refused<UploadedDocument>(new Refusal(RefusalCode.ExternalRejected, $"mirakl refused: {string.Join(' ', words)}")
            {
                VendorCode = errors.FirstOrDefault()?.Code,
                Field = errors.FirstOrDefault()?.Field,
            });
    }

    private static string? NameOf(ContentDispositionHeaderValue? disposition)
    {
        var name = (disposition?.FileNameStar ?? disposition?.FileName)?.Trim('"');
        return string.IsNullOrWhiteSpace(name) ? null : WireText.Cut(name, 200);
    }
}
