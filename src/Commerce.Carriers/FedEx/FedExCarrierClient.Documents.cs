using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Commerce.Carriers.FedEx.Wire;
using Commerce.Http;

namespace Commerce.Carriers.FedEx;

/// <summary>Papers: the end of day of FedEx Ground, documents for customs.</summary>
internal sealed partial class FedExCarrierClient
{
    private static readonly VendorOperation Close = new("ground-close");
    private static readonly VendorOperation Reprint = new("ground-close-reprint") { IsSafeToRepeat = true };
    private static readonly VendorOperation Upload = new("trade-document");

    public async Task<Outcome<IReadOnlyList<Manifest>>> CloseManifestAsync(ManifestRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (FedExChecks.OfFields(request.VendorFields) is { } unread)
        {
            return Outcome.Refused<IReadOnlyList<Manifest>>(unread);
        }

        if (request.TrackingNumbers.Count > 0)
        {
            return Outcome.Refused<IReadOnlyList<Manifest>>(
                RefusalCode.NotSupported, "FedEx Ground closes all of the day's parcels: leave TrackingNumbers empty.", nameof(ManifestRequest.TrackingNumbers));
        }

        var day = FedExMapping.Day(request.Date ?? Today);
        var outcome = await CloseAsync(HttpMethod.Put, Closing("GCDR") with { CloseDate = day }, day, Close, cancellationToken).ConfigureAwait(false);
        return outcome.Map<IReadOnlyList<Manifest>>(static manifest => [manifest]);
    }

    public Task<Outcome<Manifest>> ReprintManifestAsync(string number, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(number);
        var isDay = DateOnly.TryParseExact(number, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        var body = Closing("RGCDR") with
        {
            CloseDate = isDay ? number : null, TrackingNumber = isDay ? null : number, ReprintOption = isDay ? "BY_SHIP_DATE" : "BY_TRACKING_NUMBER",
        };
        return CloseAsync(HttpMethod.Post, body, number, Reprint, cancellationToken);
    }

    public async Task<Outcome<UploadedTradeDocument>> UploadTradeDocumentAsync(TradeDocument document, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (FedExChecks.OfFields(document.VendorFields) is { } unread)
        {
            return Outcome.Refused<UploadedTradeDocument>(unread);
        }

        var number = document.TrackingNumbers is [var only] ? only.Value : document.ShipmentId?.Value;
        if (document.TrackingNumbers.Count > 1 || (number is not null && document.ShipDate is null))
        {
            return Outcome.Refused<UploadedTradeDocument>(
                RefusalCode.NotSupported,
                "FedEx takes a document for no shipment yet, or for one tracking number with its ShipDate.",
                document.ShipDate is null ? nameof(TradeDocument.ShipDate) : nameof(TradeDocument.TrackingNumbers));
        }

        var told = new FedExUpload(number is null ? "ETDPreshipment" : "ETDPostshipment", document.FileName, document.MediaType, new FedExUploadMeta
        {
            ShipDocumentType = document.VendorType,
            OriginCountryCode = document.Origin.Value,
            DestinationCountryCode = document.Destination.Value,
            TrackingNumber = number,
            ShipmentDate = number is not null && document.ShipDate is { } day ? FedExMapping.Day(day) : null,
        });
        // Another host than the rest of the API, and the parts are named exactly so.
        var message = Named(new HttpRequestMessage(HttpMethod.Post, new Uri(Documents(), "documents/v1/etds/upload")) { Content = Multipart(document, told) });
        var answer = await channel.SendAsync(message, Upload, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            return FedExErrors.IsRefusal(answer) ? Outcome.Refused<UploadedTradeDocument>(answer.Refusal(RefusalCode.ExternalRejected)) : throw answer.Failure();
        }

        return Outcome.Of(answer.Map(answer.ReadJson(FedExJson.Default.FedExUploadAnswer), static body =>
            new UploadedTradeDocument(FedExMapping.Needed(body.Output?.Meta?.DocId, "docId"))));
    }

    private static MultipartFormDataContent Multipart(TradeDocument document, FedExUpload told)
    {
        var text = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(told, FedExJson.Default.FedExUpload));
        text.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"document\"" };
        var file = new ReadOnlyMemoryContent(document.Content);
        file.Headers.ContentType = new MediaTypeHeaderValue(document.MediaType);
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data")
        {
            Name = "\"attachment\"", FileName = $"\"{WireText.ToAscii(document.FileName).Replace('"', '_')}\"",
        };
        return new MultipartFormDataContent { text, file };
    }

    private Uri Documents() => options.Documents.AbsoluteUri.EndsWith('/') ? options.Documents : new Uri(options.Documents.AbsoluteUri + "/");

    private FedExCloseRequest Closing(string type) => new()
    {
        CloseReqType = type,
        AccountNumber = new FedExAccount(options.AccountNumber),
        GroundServiceCategory = "GROUND",
        CloseDocumentSpecification = new FedExCloseDocuments(["MANIFEST"]),
    };

    private async Task<Outcome<Manifest>> CloseAsync(
        HttpMethod method, FedExCloseRequest body, string number, VendorOperation operation, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(method, "ship/v1/endofday/", body, FedExJson.Default.FedExCloseRequest, operation, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            return FedExErrors.IsRefusal(answer) ? Outcome.Refused<Manifest>(answer.Refusal(RefusalCode.ExternalRejected)) : throw answer.Failure();
        }

        return Outcome.Of(answer.Map(answer.ReadJson(FedExJson.Default.FedExCloseAnswer), parsed => new Manifest
        {
            Number = number,
            Documents =
            [
                .. (parsed.Output?.CloseDocuments ?? throw new FormatException("closeDocuments")).Select(static document => new ShippingDocument
                {
                    Kind = DocumentKind.Manifest,
                    Format = LabelFormat.From(Format(document)),
                    Content = Content(document),
                }),
            ],
        }));
    }

    private static byte[] Content(FedExCloseDocument document) =>
    [
        .. (document.Parts ?? []).OrderBy(static part => part.DocumentPartSequenceNumber)
            .SelectMany(static part => Convert.FromBase64String(FedExMapping.Needed(part.Image, "image"))),
    ];

    // FedEx does not tell the format of a manifest: it is plain text, unless it begins like a PDF.
    private static string Format(FedExCloseDocument document) => Content(document).AsSpan().StartsWith("%PDF"u8) ? "pdf" : "text";
}
