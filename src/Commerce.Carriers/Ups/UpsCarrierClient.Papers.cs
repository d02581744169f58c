using Commerce.Carriers.Ups.Wire;
using Commerce.Http;

namespace Commerce.Carriers.Ups;

internal sealed partial class UpsCarrierClient
{
    private const string PaperPath = "api/paperlessdocuments/v2/";
    private static readonly VendorOperation Upload = new("upload-paper");
    private static readonly VendorOperation Attach = new("attach-paper");
    private static readonly VendorOperation DeletePaper = new("delete-paper") { IsSafeToRepeat = true };

    public async Task<Outcome<UploadedTradeDocument>> UploadTradeDocumentAsync(TradeDocument document, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        var format = Path.GetExtension(document.FileName).TrimStart('.').ToLowerInvariant();
        if (!UpsMapping.PaperFormats.Contains(format))
        {
            return Refused(nameof(document.FileName), $"FileName is {document.FileName}: UPS takes {string.Join(", ", UpsMapping.PaperFormats)}.");
        }

        if (!UpsMapping.PaperTypes.Contains(document.VendorType))
        {
            return Refused(nameof(document.VendorType), $"VendorType is {document.VendorType}: give UPS's code, 001 to 013; a commercial invoice is 002.");
        }

        var answer = await channel.SendAsync(
            Paper(VendorJson.Request(HttpMethod.Post, PaperPath + "upload", UpsMapping.ToUpload(document, format, options), UpsJson.Default.UpsUploadEnvelope)),
            Upload,
            cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            return UpsErrors.IsPaperRefusal(answer) ? Outcome.Refused<UploadedTradeDocument>(answer.Refusal(RefusalCode.ExternalRejected)) : throw answer.Failure();
        }

        return answer.ReadJson(UpsJson.Default.UpsUploadAnswer).UploadResponse?.FormsHistoryDocumentID?.DocumentID is [{ Length: > 0 } id, ..]
            ? Outcome.Of(new UploadedTradeDocument(id))
            : throw answer.Malformed("DocumentID is missing");

        static Outcome<UploadedTradeDocument> Refused(string field, string message) =>
            Outcome.Refused<UploadedTradeDocument>(new Refusal(RefusalCode.Validation, message) { Field = field });
    }

    public async Task<IReadOnlyList<ItemOutcome<UploadedTradeDocument>>> AttachTradeDocumentsAsync(
        CarrierShipmentId shipmentId, IReadOnlyList<UploadedTradeDocument> documents, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(documents);
        if (documents.Count == 0)
        {
            return [];
        }

        var answer = await channel.SendAsync(
            Paper(VendorJson.Request(HttpMethod.Post, PaperPath + "image", UpsMapping.ToAttachment(shipmentId, documents, options), UpsJson.Default.UpsImageEnvelope)),
            Attach,
            cancellationToken).ConfigureAwait(false);
        if (answer.IsSuccess)
        {
            return answer.ReadJson(UpsJson.Default.UpsImageAnswer).PushToImageRepositoryResponse?.Response?.ResponseStatus?.Code == UpsMapping.Done
                ? [.. documents.Select(static document => new ItemOutcome<UploadedTradeDocument>(document, null))]
                : throw answer.Malformed("the status of the papers is missing or not 1");
        }

        // UPS takes all of them or none.
        return UpsErrors.IsPaperRefusal(answer)
            ? [.. documents.Select(document => new ItemOutcome<UploadedTradeDocument>(document, answer.Refusal(RefusalCode.ExternalRejected)))]
            : throw answer.Failure();
    }

    public async Task<Outcome<UploadedTradeDocument>> DeleteTradeDocumentAsync(UploadedTradeDocument document, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        var message = Paper(new HttpRequestMessage(HttpMethod.Delete, PaperPath + "DocumentId/ShipperNumber"));
        message.Headers.TryAddWithoutValidation("DocumentId", document.Id);
        var answer = await channel.SendAsync(message, DeletePaper, cancellationToken).ConfigureAwait(false);
        if (answer.IsSuccess)
        {
            return answer.ReadJson(UpsJson.Default.UpsDeleteAnswer).DeleteResponse?.Response?.ResponseStatus?.Code == UpsMapping.Done
                ? Outcome.Of(document)
                : throw answer.Malformed("the status of the deletion is missing or not 1");
        }

        return UpsErrors.IsPaperRefusal(answer)
            ? Outcome.Refused<UploadedTradeDocument>(answer.Refusal(RefusalCode.NotFound, nameof(UploadedTradeDocument.Id)))
            : throw answer.Failure();
    }

    private HttpRequestMessage Paper(HttpRequestMessage message)
    {
        message.Headers.TryAddWithoutValidation("ShipperNumber", options.AccountNumber);
        return Named(message);
    }
}
