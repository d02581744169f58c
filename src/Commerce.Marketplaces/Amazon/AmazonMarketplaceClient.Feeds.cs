using System.IO.Compression;
using System.Net.Http.Headers;
using Commerce.Http;
using Commerce.Marketplaces.Amazon.Wire;

namespace Commerce.Marketplaces.Amazon;

internal sealed partial class AmazonMarketplaceClient
{
    private const string JsonFeed = "application/json; charset=UTF-8";
    private const string FlatFile = "text/tab-separated-values; charset=UTF-8";
    private const int MaxDocumentBytes = 256 * 1024 * 1024;

    private static readonly VendorOperation CreateFeedDocument = new("create-feed-document") { IsSafeToRepeat = true };
    private static readonly VendorOperation UploadDocument = new("upload-document") { IsSafeToRepeat = true, IsAnonymous = true };
    private static readonly VendorOperation CreateFeed = new("create-feed") { IsSafeToRepeat = true };
    private static readonly VendorOperation GetFeed = new("get-feed");
    private static readonly VendorOperation ListFeedsCall = new("list-feeds");
    private static readonly VendorOperation CancelFeedCall = new("cancel-feed") { IsSafeToRepeat = true };
    private static readonly VendorOperation GetFeedDocument = new("get-feed-document");
    private static readonly VendorOperation DownloadDocument = new("download-document") { IsAnonymous = true };

    public async Task<OfferBatch> GetBatchAsync(OfferBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (batch.Id is not { } id || batch.State != OfferBatchState.Running)
        {
            return batch;
        }

        var (answer, feed) = await ReadFeedAsync(id.Value, cancellationToken).ConfigureAwait(false);
        if (feed.ProcessingStatus is not ("DONE" or "FATAL" or "CANCELLED"))
        {
            return batch;
        }

        var isFailed = feed.ProcessingStatus != "DONE";
        if (feed.ResultFeedDocumentId is not { Length: > 0 } documentId)
        {
            // Done without a report would hide what was refused.
            return isFailed
                ? batch with { State = OfferBatchState.Failed, Items = [.. batch.Keys.Select(key => new ItemOutcome<OfferKey>(key, FeedFailed(feed)))] }
                : throw answer.Malformed("the processing report (resultFeedDocumentId) is missing");
        }

        var (document, report) = await ReadDocumentAsync($"feeds/2021-06-30/documents/{Segment(documentId)}", GetFeedDocument, null, cancellationToken).ConfigureAwait(false);
        try
        {
            return batch with
            {
                State = isFailed ? OfferBatchState.Failed : OfferBatchState.Completed,
                Items = document.Map(report, body => AmazonListings.Outcomes(body, batch.Keys, isFailed)),
            };
        }
        catch (System.Text.Json.JsonException exception)
        {
            throw document.Malformed("the processing report is no JSON of the kind that was promised", exception);
        }
    }

    public Paged<AmazonFeed> ListFeeds(AmazonFeedQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new Paged<AmazonFeed>(async (token, cancellationToken) =>
        {
            // A token stands for all filters and must come alone.
            var address = token is { } next
                ? new QueryAddress("feeds/2021-06-30/feeds").Add("nextToken", next.Value)
                : new QueryAddress("feeds/2021-06-30/feeds")
                    .Add("feedTypes", string.Join(',', query.Types))
                    .Add("pageSize", query.PageSize)
                    .Add("processingStatuses", query.States.Count == 0 ? null : string.Join(',', query.States))
                    .Add("createdSince", Time(query.CreatedSince));
            var answer = await GetAsync(address, ListFeedsCall, cancellationToken).ConfigureAwait(false);
            var page = Read(answer, AmazonJson.Default.AmazonFeeds);
            return new Page<AmazonFeed>(
                answer.Map(page, static body => (IReadOnlyList<AmazonFeed>)[.. (body.Feeds ?? throw new FormatException("feeds")).Select(FromFeed)]),
                string.IsNullOrEmpty(page.NextToken) ? null : new ContinuationToken(page.NextToken));
        });
    }

    public async Task<ItemOutcome<BatchId>> CancelFeedAsync(BatchId feedId, CancellationToken cancellationToken = default)
    {
        var answer = await SendAsync(
            () => new HttpRequestMessage(HttpMethod.Delete, $"feeds/2021-06-30/feeds/{Segment(feedId.Value)}"), CancelFeedCall, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess
            ? new ItemOutcome<BatchId>(feedId)
            : AmazonErrors.IsRefusal(answer) ? new ItemOutcome<BatchId>(feedId, Refused(answer)) : throw answer.Failure();
    }

    private static Refusal FeedFailed(AmazonFeedStatus feed) =>
        new(RefusalCode.ExternalRejected, $"amazon refused the feed {feed.FeedId}: it ended as {feed.ProcessingStatus}, without a reason.") { VendorCode = feed.ProcessingStatus };

    private static AmazonFeed FromFeed(AmazonFeedStatus feed) => new()
    {
        Id = new BatchId(AmazonMapping.Needed(feed.FeedId, "feeds.feedId")),
        Type = AmazonMapping.Needed(feed.FeedType, "feeds.feedType"),
        State = AmazonMapping.Needed(feed.ProcessingStatus, "feeds.processingStatus"),
        CreatedAt = feed.CreatedTime ?? throw new FormatException("feeds.createdTime"),
        StartedAt = feed.ProcessingStartTime,
        EndedAt = feed.ProcessingEndTime,
        MarketplaceIds = feed.MarketplaceIds ?? [],
        ResultDocumentId = feed.ResultFeedDocumentId,
    };

    private async Task<(VendorAnswer Answer, AmazonFeedStatus Feed)> ReadFeedAsync(string id, CancellationToken cancellationToken)
    {
        var answer = await GetAsync(new QueryAddress($"feeds/2021-06-30/feeds/{Segment(id)}"), GetFeed, cancellationToken).ConfigureAwait(false);
        var feed = Read(answer, AmazonJson.Default.AmazonFeedStatus);
        return string.IsNullOrEmpty(feed.ProcessingStatus) ? throw answer.Malformed("the state of the feed (processingStatus) is missing") : (answer, feed);
    }

    /// <summary>A place for the file, the file, then the feed itself: only the last step does anything.</summary>
    private async Task<string> SubmitFeedAsync(
        string type, string contentType, byte[] content, IReadOnlyList<string> stores, VendorOperation operation, CancellationToken cancellationToken)
    {
        var created = await SendAsync(
            () => VendorJson.Request(
                HttpMethod.Post, "feeds/2021-06-30/documents", new AmazonDocumentRequest(contentType), AmazonJson.Default.AmazonDocumentRequest),
            CreateFeedDocument,
            cancellationToken).ConfigureAwait(false);
        var place = Read(created, AmazonJson.Default.AmazonDocument);
        if (string.IsNullOrEmpty(place.FeedDocumentId))
        {
            throw created.Malformed("the key of the document (feedDocumentId) is missing");
        }

        await UploadAsync(Link(created, place.Url), content, contentType, new Dictionary<string, string>(), cancellationToken).ConfigureAwait(false);
        var body = new AmazonFeedRequest(type, stores, place.FeedDocumentId);
        var answer = await SendAsync(
            () => VendorJson.Request(HttpMethod.Post, "feeds/2021-06-30/feeds", body, AmazonJson.Default.AmazonFeedRequest), operation, cancellationToken).ConfigureAwait(false);
        var id = Read(answer, AmazonJson.Default.AmazonFeedId).FeedId;
        return string.IsNullOrEmpty(id) ? throw answer.Malformed("the number of the feed (feedId) is missing") : id;
    }

    private async Task UploadAsync(
        Uri address, byte[] content, string contentType, IReadOnlyDictionary<string, string> headers, CancellationToken cancellationToken)
    {
        // The address is signed for exactly this type of content, and carries its own credentials.
        var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new ByteArrayContent(content) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content.Headers.Remove(name);
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        var answer = await channel.SendAsync(request, UploadDocument, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            throw answer.Failure();
        }
    }

    private static Uri Link(VendorAnswer answer, string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            ? address
            : throw answer.Malformed("the address of the document (url) is missing or none");

    private async Task<(VendorAnswer Answer, ReadOnlyMemory<byte> Content)> ReadDocumentAsync(
        string path, VendorOperation operation, string? restrictedToken, CancellationToken cancellationToken)
    {
        var found = await SendAsync(
            () =>
            {
                var request = new HttpRequestMessage(HttpMethod.Get, path);
                if (restrictedToken is not null)
                {
                    AmazonAuthenticator.UseRestricted(request, restrictedToken);
                }

                return request;
            },
            operation,
            cancellationToken).ConfigureAwait(false);
        var document = Read(found, AmazonJson.Default.AmazonDocument);
        var answer = await channel.SendAsync(new HttpRequestMessage(HttpMethod.Get, Link(found, document.Url)), DownloadDocument, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            throw answer.Failure();
        }

        return document.CompressionAlgorithm switch
        {
            null => (answer, answer.Body),
            "GZIP" => (answer, await UnpackAsync(answer, cancellationToken).ConfigureAwait(false)),
            _ => throw found.Malformed("the document is packed in an unknown way (compressionAlgorithm)"),
        };
    }

    private static async Task<ReadOnlyMemory<byte>> UnpackAsync(VendorAnswer answer, CancellationToken cancellationToken)
    {
        try
        {
            var packed = new GZipStream(new MemoryStream(answer.Body.ToArray(), writable: false), CompressionMode.Decompress);
            await using var closing = packed.ConfigureAwait(false);
            using var content = new MemoryStream();
            var buffer = new byte[81_920];
            for (int read; (read = await packed.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
            {
                content.Write(buffer, 0, read);
                if (content.Length > MaxDocumentBytes)
                {
                    throw answer.Malformed($"the document is larger than {MaxDocumentBytes} bytes unpacked");
                }
            }

            return content.ToArray();
        }
        catch (InvalidDataException exception)
        {
            throw answer.Malformed("the document is no GZIP", exception);
        }
    }
}
