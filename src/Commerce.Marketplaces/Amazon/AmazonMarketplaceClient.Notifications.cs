using Commerce.Http;
using Commerce.Marketplaces.Amazon.Wire;

namespace Commerce.Marketplaces.Amazon;

internal sealed partial class AmazonMarketplaceClient
{
    private const string OrderChange = "ORDER_CHANGE";

    private static readonly VendorOperation ListSubscriptionsCall = new("list-subscriptions");
    private static readonly VendorOperation CreateSubscriptionCall = new("create-subscription") { IsSafeToRepeat = true };
    private static readonly VendorOperation DeleteSubscriptionCall = new("delete-subscription") { IsSafeToRepeat = true };
    private static readonly VendorOperation FindSubscriptionCall = new("find-subscription") { Limit = "list-subscriptions" };
    private static readonly VendorOperation TestSubscriptionCall = new("test-subscription");
    private static readonly VendorOperation ListQueuesCall = new("list-queues");
    private static readonly VendorOperation CreateQueueCall = new("create-queue");
    private static readonly VendorOperation DeleteQueueCall = new("delete-queue") { IsSafeToRepeat = true };

    private static readonly string[] SubscriptionFields = ["payloadVersion", "orderChangeTypes", "marketplaceIds", "aggregationTimePeriod"];

    public Outcome<MarketplaceNotification> Read(ReadOnlyMemory<byte> message) => AmazonNotifications.Read(message);

    public async Task<IReadOnlyList<NotificationSubscription>> ListSubscriptionsAsync(CancellationToken cancellationToken = default)
    {
        var found = new List<NotificationSubscription>();
        foreach (var type in AmazonNotifications.Types.Keys)
        {
            found.AddRange(await ListSubscriptionsAsync(type, cancellationToken).ConfigureAwait(false));
        }

        return found;
    }

    public async Task<IReadOnlyList<NotificationSubscription>> ListSubscriptionsAsync(string type, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(type);
        var found = new List<NotificationSubscription>();
        string? token = null;
        while (true)
        {
            var address = new QueryAddress("notifications/v1/subscriptions").Add("notificationTypes", type).Add("nextToken", token);
            var answer = await GetAsync(address, ListSubscriptionsCall, cancellationToken).ConfigureAwait(false);
            if (answer.Status == 404)
            {
                return found;
            }

            var page = Read(answer, AmazonJson.Default.AmazonSubscriptions).Payload ?? throw answer.Malformed("the subscriptions (payload) are missing");
            found.AddRange((page.Subscriptions ?? []).Select(subscription => FromSubscription(answer, type, subscription)));
            if (string.IsNullOrEmpty(page.NextToken))
            {
                return found;
            }

            token = page.NextToken != token ? page.NextToken : throw answer.Malformed("the next page is this page again");
        }
    }

    public async Task<Outcome<NotificationSubscription>> CreateSubscriptionAsync(
        NotificationSubscriptionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (UnknownField(request.VendorFields, SubscriptionFields) is { } unknown)
        {
            return Outcome.Refused<NotificationSubscription>(unknown);
        }

        if (!request.VendorFields.TryGetValue("payloadVersion", out var version) && !AmazonNotifications.Types.TryGetValue(request.Type, out version))
        {
            return Outcome.Refused<NotificationSubscription>(
                RefusalCode.Validation, $"The version of {request.Type} is not known here: give payloadVersion in VendorFields.", "VendorFields");
        }

        var body = new AmazonNewSubscription(version, request.Destination, Directive(request));
        var answer = await SendAsync(
            () => VendorJson.Request(
                HttpMethod.Post, $"notifications/v1/subscriptions/{Segment(request.Type)}", body, AmazonJson.Default.AmazonNewSubscription),
            CreateSubscriptionCall,
            cancellationToken).ConfigureAwait(false);
        if (answer.Status == 409)
        {
            // There is one of this kind already: it counts when it writes to the same queue.
            var known = await ListSubscriptionsAsync(request.Type, cancellationToken).ConfigureAwait(false);
            return known.FirstOrDefault(subscription => subscription.Destination == request.Destination) is { } same
                ? Outcome.Of(same)
                : Outcome.Refused<NotificationSubscription>(answer.Refusal(RefusalCode.Conflict));
        }

        if (!answer.IsSuccess)
        {
            return AmazonErrors.IsRefusal(answer) ? Outcome.Refused<NotificationSubscription>(Refused(answer)) : throw answer.Failure();
        }

        return Outcome.Of(FromSubscription(answer, request.Type, answer.ReadJson(AmazonJson.Default.AmazonSubscriptionAnswer).Payload));
    }

    public async Task<Outcome<NotificationSubscription>> DeleteSubscriptionAsync(
        NotificationSubscriptionId id, CancellationToken cancellationToken = default)
    {
        if (Parts(id) is not var (type, key))
        {
            return Outcome.Refused<NotificationSubscription>(NoSubscription(id));
        }

        var answer = await SendAsync(
            () => Grantless(HttpMethod.Delete, $"notifications/v1/subscriptions/{Segment(type)}/{Segment(key)}"), DeleteSubscriptionCall, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess || answer.Status == 404
            ? Outcome.Of(new NotificationSubscription { Id = id, Type = type, Destination = "none", IsActive = false })
            : AmazonErrors.IsRefusal(answer) ? Outcome.Refused<NotificationSubscription>(Refused(answer)) : throw answer.Failure();
    }

    public async Task<Outcome<NotificationSubscription>> TestSubscriptionAsync(
        NotificationSubscriptionId id, CancellationToken cancellationToken = default)
    {
        if (Parts(id) is not var (type, key))
        {
            return Outcome.Refused<NotificationSubscription>(NoSubscription(id));
        }

        var found = await SendAsync(
            () => Grantless(HttpMethod.Get, $"notifications/v1/subscriptions/{Segment(type)}/{Segment(key)}"), FindSubscriptionCall, cancellationToken).ConfigureAwait(false);
        if (!found.IsSuccess)
        {
            return AmazonErrors.IsRefusal(found) ? Outcome.Refused<NotificationSubscription>(Refused(found)) : throw found.Failure();
        }

        var subscription = FromSubscription(found, type, found.ReadJson(AmazonJson.Default.AmazonSubscriptionAnswer).Payload);
        var body = new AmazonTestNotification(
            subscription.Destination, new AmazonTestScenario(AmazonNotifications.Types.GetValueOrDefault(type, "1.0")));
        var answer = await SendAsync(
            () => Grantless(VendorJson.Request(
                HttpMethod.Post, $"notifications/v1/subscriptions/{Segment(type)}/testNotification", body, AmazonJson.Default.AmazonTestNotification)),
            TestSubscriptionCall,
            cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess
            ? Outcome.Of(subscription)
            : AmazonErrors.IsRefusal(answer) ? Outcome.Refused<NotificationSubscription>(Refused(answer)) : throw answer.Failure();
    }

    public async Task<IReadOnlyList<AmazonQueue>> ListQueuesAsync(CancellationToken cancellationToken = default)
    {
        var answer = await SendAsync(() => Grantless(HttpMethod.Get, "notifications/v1/destinations"), ListQueuesCall, cancellationToken).ConfigureAwait(false);
        return answer.Map(
            Read(answer, AmazonJson.Default.AmazonDestinations),
            static body => (IReadOnlyList<AmazonQueue>)[.. (body.Payload ?? throw new FormatException("payload")).Select(FromDestination)]);
    }

    public async Task<Outcome<AmazonQueue>> CreateQueueAsync(AmazonQueueRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.SqsArn is null == request.EventBridgeAccountId is null || request.EventBridgeAccountId is null != request.EventBridgeRegion is null)
        {
            return Outcome.Refused<AmazonQueue>(
                RefusalCode.Validation, "Give either SqsArn, or EventBridgeAccountId with EventBridgeRegion.", nameof(request.SqsArn));
        }

        var body = new AmazonNewDestination(request.Name, request.SqsArn is { } arn
            ? new AmazonResource(new AmazonSqs(arn), null)
            : new AmazonResource(null, new AmazonEventBridge(null, request.EventBridgeRegion, request.EventBridgeAccountId)));
        var answer = await SendAsync(
            () => Grantless(VendorJson.Request(HttpMethod.Post, "notifications/v1/destinations", body, AmazonJson.Default.AmazonNewDestination)),
            CreateQueueCall,
            cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            return AmazonErrors.IsRefusal(answer) ? Outcome.Refused<AmazonQueue>(Refused(answer)) : throw answer.Failure();
        }

        return Outcome.Of(answer.Map(
            answer.ReadJson(AmazonJson.Default.AmazonDestinationAnswer), static read => FromDestination(read.Payload ?? throw new FormatException("payload"))));
    }

    public async Task<ItemOutcome<string>> DeleteQueueAsync(string queueId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(queueId);
        var answer = await SendAsync(
            () => Grantless(HttpMethod.Delete, $"notifications/v1/destinations/{Segment(queueId)}"), DeleteQueueCall, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess || answer.Status == 404
            ? new ItemOutcome<string>(queueId)
            : AmazonErrors.IsRefusal(answer) ? new ItemOutcome<string>(queueId, Refused(answer)) : throw answer.Failure();
    }

    private static Refusal NoSubscription(NotificationSubscriptionId id) =>
        new(RefusalCode.Validation, $"{id} names no subscription: it is a kind, a slash and Amazon's key, as it was returned.") { Field = nameof(id) };

    private static (string Type, string Key)? Parts(NotificationSubscriptionId id) =>
        id.Value?.Split('/', 2) is [{ Length: > 0 } type, { Length: > 0 } key] ? (type, key) : null;

    private static HttpRequestMessage Grantless(HttpMethod method, string address) => Grantless(new HttpRequestMessage(method, address));

    private static HttpRequestMessage Grantless(HttpRequestMessage request)
    {
        AmazonAuthenticator.UseScope(request, AmazonAuthenticator.Notifications);
        return request;
    }

    private static AmazonDirective? Directive(NotificationSubscriptionRequest request)
    {
        if (request.Type != OrderChange)
        {
            return null;
        }

        var period = request.VendorFields.GetValueOrDefault("aggregationTimePeriod");
        return new AmazonDirective(new AmazonEventFilter
        {
            EventFilterType = OrderChange,
            OrderChangeTypes = request.VendorFields.GetValueOrDefault("orderChangeTypes", "OrderStatusChange,BuyerRequestedChange").Split(','),
            MarketplaceIds = request.VendorFields.TryGetValue("marketplaceIds", out var stores) ? stores.Split(',') : null,
            AggregationSettings = period is null ? null : new AmazonAggregation(period),
        });
    }

    private static AmazonQueue FromDestination(AmazonDestinationEntry entry) => new(
        AmazonMapping.Needed(entry.DestinationId, "destinationId"),
        AmazonMapping.Needed(entry.Name, "name"),
        entry.Resource?.Sqs?.Arn ?? $"{entry.Resource?.EventBridge?.AccountId}/{entry.Resource?.EventBridge?.Region}");

    private static NotificationSubscription FromSubscription(VendorAnswer answer, string type, AmazonSubscription? subscription) =>
        answer.Map(subscription, read => new NotificationSubscription
        {
            Id = new NotificationSubscriptionId($"{type}/{AmazonMapping.Needed(read?.SubscriptionId, "subscriptionId")}"),
            Type = type,
            Destination = AmazonMapping.Needed(read?.DestinationId, "destinationId"),
            IsActive = true,
        });
}
