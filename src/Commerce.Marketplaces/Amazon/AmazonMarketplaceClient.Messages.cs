using System.Security.Cryptography;
using Commerce.Http;
using Commerce.Marketplaces.Amazon.Wire;

namespace Commerce.Marketplaces.Amazon;

internal sealed partial class AmazonMarketplaceClient
{
    private const int MaxFiles = 5;
    private const string InvoiceTopic = "invoice";

    private static readonly VendorOperation MessageActions = new("message-actions");
    private static readonly VendorOperation SendMessageCall = new("send-message");
    private static readonly VendorOperation BuyerAttributes = new("buyer-attributes");
    private static readonly VendorOperation CreateUpload = new("create-upload") { IsSafeToRepeat = true };

    // One request for an order is all that Amazon lets through.
    private static readonly VendorOperation ReviewActions = new("review-actions") { Limit = "request-review" };
    private static readonly VendorOperation RequestReviewCall = new("request-review") { IsSafeToRepeat = true };

    // Topics with words, how many characters they take, and whether files may go with them. Source: Messaging API 1.
    private static readonly Dictionary<string, (int MaxLength, bool TakesFiles)> Topics = new(StringComparer.Ordinal)
    {
        ["confirmCustomizationDetails"] = (800, true),
        ["confirmDeliveryDetails"] = (2000, false),
        ["confirmOrderDetails"] = (2000, false),
        ["confirmServiceDetails"] = (2000, false),
        ["digitalAccessKey"] = (400, true),
        ["unexpectedProblem"] = (2000, false),
    };

    public async Task<Outcome<SentMessage>> SendMessageAsync(SendMessageRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (UnknownField(request.VendorFields, "marketplaceId") is { } unknown)
        {
            return Outcome.Refused<SentMessage>(unknown);
        }

        if (request.OrderId is not { } orderId)
        {
            return Outcome.Refused<SentMessage>(RefusalCode.Validation, "OrderId is not set: every message at Amazon is about an order.", nameof(request.OrderId));
        }

        if (request.IsInternal || request.To != MessageParty.Buyer || request.ThreadId is not null || request.Subject is not null)
        {
            return Outcome.Refused<SentMessage>(
                RefusalCode.NotSupported, "Amazon forwards messages to the buyer of an order, without conversation and subject: leave them out.", nameof(request.To));
        }

        if (request.Topic is not { } topic || !Topics.TryGetValue(topic, out var rules))
        {
            return Outcome.Refused<SentMessage>(
                RefusalCode.Validation, $"Topic is none that takes words: give one of {string.Join(", ", Topics.Keys.Order(StringComparer.Ordinal))}.", nameof(request.Topic));
        }

        if (request.Body.Length > rules.MaxLength)
        {
            return Outcome.Refused<SentMessage>(
                RefusalCode.Validation, $"Body has {request.Body.Length} characters: {topic} takes {rules.MaxLength}.", nameof(request.Body));
        }

        if (request.Attachments.Count > (rules.TakesFiles ? MaxFiles : 0))
        {
            return Outcome.Refused<SentMessage>(
                RefusalCode.Validation, $"Attachments has {request.Attachments.Count} files: {topic} takes {(rules.TakesFiles ? MaxFiles : 0)}.", nameof(request.Attachments));
        }

        return await SendAsync(orderId, topic, new AmazonMessage { Text = request.Body }, request.Attachments, request.VendorFields, cancellationToken).ConfigureAwait(false);
    }

    public Task<Outcome<SentMessage>> SendLegalDisclosureAsync(
        MarketplaceOrderId orderId, IReadOnlyList<MessageAttachment> files, CancellationToken cancellationToken = default) =>
        SendFilesAsync(orderId, "legalDisclosure", new AmazonMessage(), files, cancellationToken);

    public Task<Outcome<SentMessage>> SendWarrantyAsync(
        MarketplaceOrderId orderId, IReadOnlyList<MessageAttachment> files, DateTimeOffset? from, DateTimeOffset? until, CancellationToken cancellationToken = default) =>
        SendFilesAsync(orderId, "warranty", new AmazonMessage { CoverageStartDate = from, CoverageEndDate = until }, files, cancellationToken);

    public async Task<Outcome<UploadedDocument>> UploadDocumentAsync(OrderDocument document, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (UnknownField(document.VendorFields) is { } unknown)
        {
            return Outcome.Refused<UploadedDocument>(unknown);
        }

        if (document.Kind != OrderDocumentKind.Invoice)
        {
            return Outcome.Refused<UploadedDocument>(
                RefusalCode.NotSupported, $"Amazon takes no {document.Kind} for an order: only invoices.", nameof(document.Kind));
        }

        var sent = await SendAsync(
            document.OrderId,
            InvoiceTopic,
            new AmazonMessage(),
            [new MessageAttachment(document.FileName, document.MediaType, document.Content)],
            null,
            cancellationToken).ConfigureAwait(false);
        return sent.Map(_ => new UploadedDocument(document.OrderId));
    }

    public async Task<IReadOnlyList<string>> ListMessageTopicsAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken = default)
    {
        var store = await StoreOfAsync(orderId, null, cancellationToken).ConfigureAwait(false) ?? DefaultStore;
        var answer = await SendAsync(() => Hal(HttpMethod.Get, MessagingAddress(orderId, "", store)), MessageActions, cancellationToken).ConfigureAwait(false);
        return Actions(answer);
    }

    public async Task<string?> FindBuyerLocaleAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken = default)
    {
        var store = await StoreOfAsync(orderId, null, cancellationToken).ConfigureAwait(false) ?? DefaultStore;
        var answer = await SendAsync(() => Hal(HttpMethod.Get, MessagingAddress(orderId, "/attributes", store)), BuyerAttributes, cancellationToken).ConfigureAwait(false);
        return answer.Status == 404 ? null : Read(answer, AmazonJson.Default.AmazonBuyerAttributes).Buyer?.Locale;
    }

    public async Task<bool> CanRequestReviewAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken = default)
    {
        var store = await StoreOfAsync(orderId, null, cancellationToken).ConfigureAwait(false) ?? DefaultStore;
        var address = new QueryAddress($"solicitations/v1/orders/{Segment(orderId.Value)}").Add("marketplaceIds", store).ToString();
        var answer = await SendAsync(() => Hal(HttpMethod.Get, address), ReviewActions, cancellationToken).ConfigureAwait(false);
        return answer.Status != 404 && Actions(answer).Contains("productReviewAndSellerFeedback");
    }

    public async Task<Outcome<SentMessage>> RequestReviewAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken = default)
    {
        if (await StoreOfAsync(orderId, null, cancellationToken).ConfigureAwait(false) is not { } store)
        {
            return Outcome.Refused<SentMessage>(RefusalCode.NotFound, $"The order {orderId} is not known.", nameof(orderId));
        }

        var address = new QueryAddress($"solicitations/v1/orders/{Segment(orderId.Value)}/solicitations/productReviewAndSellerFeedback").Add("marketplaceIds", store).ToString();
        var answer = await SendAsync(() => Hal(HttpMethod.Post, address), RequestReviewCall, cancellationToken).ConfigureAwait(false);
        return Sent(answer);
    }

    private static HttpRequestMessage Hal(HttpMethod method, string address)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.TryAddWithoutValidation("Accept", "application/hal+json, application/json");
        return request;
    }

    private static string MessagingAddress(MarketplaceOrderId orderId, string path, string store) =>
        new QueryAddress($"messaging/v1/orders/{Segment(orderId.Value)}{path}").Add("marketplaceIds", store).ToString();

    private static IReadOnlyList<string> Actions(VendorAnswer answer) => answer.Map(
        Read(answer, AmazonJson.Default.AmazonActions),
        static body => (IReadOnlyList<string>)[.. (body.Links?.Actions ?? throw new FormatException("_links.actions")).Select(static action => action.Name).OfType<string>()]);

    private static Outcome<SentMessage> Sent(VendorAnswer answer) => answer.IsSuccess
        ? Outcome.Of(new SentMessage())
        : AmazonErrors.IsRefusal(answer) || (answer.Status == 403 && answer.Error.Kind is null && answer.Error.Code is not (null or "Unauthorized"))
            ? Outcome.Refused<SentMessage>(answer.Refusal(answer.Status switch
            {
                403 => RefusalCode.PolicyViolation,
                404 => RefusalCode.NotFound,
                _ => RefusalCode.ExternalRejected,
            }))
            : throw answer.Failure();

    private async Task<Outcome<SentMessage>> SendFilesAsync(
        MarketplaceOrderId orderId, string topic, AmazonMessage message, IReadOnlyList<MessageAttachment> files, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(files);
        return files.Count is 0 or > MaxFiles
            ? Outcome.Refused<SentMessage>(RefusalCode.Validation, $"files has {files.Count} entries: {topic} takes 1 to {MaxFiles}.", nameof(files))
            : await SendAsync(orderId, topic, message, files, null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks what is allowed for the order, uploads the files, then sends.</summary>
    private async Task<Outcome<SentMessage>> SendAsync(
        MarketplaceOrderId orderId,
        string topic,
        AmazonMessage message,
        IReadOnlyList<MessageAttachment> files,
        IReadOnlyDictionary<string, string>? fields,
        CancellationToken cancellationToken)
    {
        if (await StoreOfAsync(orderId, fields, cancellationToken).ConfigureAwait(false) is not { } store)
        {
            return Outcome.Refused<SentMessage>(RefusalCode.NotFound, $"The order {orderId} is not known.", nameof(SendMessageRequest.OrderId));
        }

        var actions = await SendAsync(() => Hal(HttpMethod.Get, MessagingAddress(orderId, "", store)), MessageActions, cancellationToken).ConfigureAwait(false);
        if (AmazonErrors.IsRefusal(actions))
        {
            return Outcome.Refused<SentMessage>(Refused(actions));
        }

        var allowed = Actions(actions);
        if (!allowed.Contains(topic))
        {
            return Outcome.Refused<SentMessage>(
                RefusalCode.PolicyViolation,
                $"Amazon allows no {topic} for the order {orderId} now: {(allowed.Count == 0 ? "nothing" : string.Join(", ", allowed))}.",
                nameof(SendMessageRequest.Topic));
        }

        var attachments = new List<AmazonAttachment>();
        foreach (var file in files)
        {
            attachments.Add(await UploadAsync(orderId, topic, store, file, cancellationToken).ConfigureAwait(false));
        }

        var body = message with { Attachments = attachments.Count == 0 ? null : attachments };
        var answer = await SendAsync(
            () =>
            {
                var request = VendorJson.Request(HttpMethod.Post, MessagingAddress(orderId, "/messages/" + topic, store), body, AmazonJson.Default.AmazonMessage);
                request.Headers.TryAddWithoutValidation("Accept", "application/hal+json, application/json");
                return request;
            },
            SendMessageCall,
            cancellationToken).ConfigureAwait(false);
        return Sent(answer);
    }

    private async Task<AmazonAttachment> UploadAsync(
        MarketplaceOrderId orderId, string topic, string store, MessageAttachment file, CancellationToken cancellationToken)
    {
        var content = file.Content.ToArray();
#pragma warning disable CA5351 // Amazon asks for MD5 as a checksum of the transfer; nothing is protected by it.
        var checksum = Convert.ToBase64String(MD5.HashData(content));
#pragma warning restore CA5351
        var address = new QueryAddress($"uploads/2020-11-01/uploadDestinations/messaging/v1/orders/{Segment(orderId.Value)}/messages/{topic}")
            .Add("marketplaceIds", store)
            .Add("contentMD5", checksum)
            .Add("contentType", file.MediaType)
            .ToString();
        var answer = await SendAsync(() => new HttpRequestMessage(HttpMethod.Post, address), CreateUpload, cancellationToken).ConfigureAwait(false);
        var place = Read(answer, AmazonJson.Default.AmazonUpload).Payload;
        if (string.IsNullOrEmpty(place?.UploadDestinationId))
        {
            throw answer.Malformed("the place for the file (uploadDestinationId) is missing");
        }

        await UploadAsync(
            Link(answer, place.Url), content, file.MediaType, place.Headers ?? new Dictionary<string, string>(), cancellationToken).ConfigureAwait(false);
        return new AmazonAttachment(place.UploadDestinationId, file.FileName);
    }
}
