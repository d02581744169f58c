using Commerce.Http;
using Commerce.Marketplaces.Ebay.Wire;

namespace Commerce.Marketplaces.Ebay;

internal sealed partial class EbayMarketplaceClient
{
    private const string Notification = "commerce/notification/v1/";
    private const string NoAlertEmail = "195003";

    private static readonly VendorOperation ListSubscriptions = EbayOperations.Notification("list-subscriptions");
    private static readonly VendorOperation ListDestinations = EbayOperations.Notification("list-destinations");
    private static readonly VendorOperation FindTopic = EbayOperations.Notification("find-topic");
    private static readonly VendorOperation CreateDestination = EbayOperations.Notification("create-destination");
    private static readonly VendorOperation CreateSubscription = EbayOperations.Notification("create-subscription");
    private static readonly VendorOperation EnableSubscription = EbayOperations.Notification("enable-subscription", isSafeToRepeat: true);
    private static readonly VendorOperation DeleteSubscription = EbayOperations.Notification("delete-subscription", isSafeToRepeat: true);
    private static readonly VendorOperation TestSubscription = EbayOperations.Notification("test-subscription");
    private static readonly VendorOperation PutConfig = EbayOperations.Notification("put-config", isSafeToRepeat: true);

    private readonly EbayWebhooks _webhooks = new(channel, options);

    public ValueTask<Outcome<MarketplaceNotification>> VerifyAsync(WebhookRequest request, CancellationToken cancellationToken = default) =>
        _webhooks.VerifyAsync(request, cancellationToken);

    public WebhookAnswer? Answer(WebhookRequest request) => _webhooks.Answer(request);

    public async Task<IReadOnlyList<NotificationSubscription>> ListSubscriptionsAsync(CancellationToken cancellationToken = default)
    {
        var subscriptions = await ReadSubscriptionsAsync(cancellationToken).ConfigureAwait(false);
        if (subscriptions.Count == 0)
        {
            return [];
        }

        var destinations = await ReadDestinationsAsync(cancellationToken).ConfigureAwait(false);
        return [.. subscriptions.Select(subscription => FromSubscription(
            subscription.Wire, destinations.FirstOrDefault(known => known.DestinationId == subscription.Wire.DestinationId)?.Endpoint))];
    }

    public async Task<Outcome<NotificationSubscription>> CreateSubscriptionAsync(
        NotificationSubscriptionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.VendorFields.Count > 0)
        {
            return Outcome.Refused<NotificationSubscription>(NoVendorFields());
        }

        var destinations = await ReadDestinationsAsync(cancellationToken).ConfigureAwait(false);
        var destination = destinations.FirstOrDefault(known => known.Endpoint == request.Destination)?.DestinationId;
        if (destination is not null)
        {
            var subscriptions = await ReadSubscriptionsAsync(cancellationToken).ConfigureAwait(false);
            if (subscriptions.FirstOrDefault(known => known.Wire.TopicId == request.Type && known.Wire.DestinationId == destination) is { Wire: not null } known)
            {
                return await EnableAsync(known, request.Destination, cancellationToken).ConfigureAwait(false);
            }
        }
        else
        {
            var made = await CreateDestinationAsync(request.Destination, cancellationToken).ConfigureAwait(false);
            if (made.Refusal is { } refusal)
            {
                return Outcome.Refused<NotificationSubscription>(refusal);
            }

            destination = made.Id!;
        }

        return await SubscribeAsync(request, destination, cancellationToken).ConfigureAwait(false);
    }

    public async Task<Outcome<NotificationSubscription>> DeleteSubscriptionAsync(NotificationSubscriptionId id, CancellationToken cancellationToken = default)
    {
        if (await FindSubscriptionAsync(id, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return UnknownSubscription(id);
        }

        var answer = await SendAsync(
            () => new HttpRequestMessage(HttpMethod.Delete, SubscriptionPath(id)).With(found.Owner), DeleteSubscription, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess || answer.Status == 404 ? Outcome.Of(found.Subscription with { IsActive = false }) : Refused<NotificationSubscription>(answer);
    }

    public async Task<Outcome<NotificationSubscription>> TestSubscriptionAsync(NotificationSubscriptionId id, CancellationToken cancellationToken = default)
    {
        if (await FindSubscriptionAsync(id, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return UnknownSubscription(id);
        }

        var answer = await SendAsync(() => Post(SubscriptionPath(id) + "/test", found.Owner), TestSubscription, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess ? Outcome.Of(found.Subscription) : Refused<NotificationSubscription>(answer);
    }

    private static string SubscriptionPath(NotificationSubscriptionId id) => $"{Notification}subscription/{Uri.EscapeDataString(id.Value)}";

    private static NotificationSubscription FromSubscription(EbaySubscription wire, string? endpoint) => new()
    {
        Id = new NotificationSubscriptionId(wire.SubscriptionId!),
        Type = wire.TopicId!,
        Destination = endpoint ?? wire.DestinationId ?? "unknown",
        IsActive = wire.Status == "ENABLED",
    };

    /// <summary>Gives the key at the end of the address of what was made.</summary>
    private static string KeyOf(VendorAnswer answer) => answer.Headers.Location?.OriginalString.TrimEnd('/').Split('/')[^1] is { Length: > 0 } key
        ? Uri.UnescapeDataString(key)
        : throw answer.Malformed("the header Location is missing");

    private static string? NextToken(VendorAnswer answer, string? next, string? current)
    {
        if (string.IsNullOrEmpty(next))
        {
            return null;
        }

        var token = new WebhookRequest(default, [], address: new Uri(new Uri("https://ebay.invalid/"), next)).Query("continuation_token");
        return token is null || token == current ? throw answer.Malformed("next names no other page") : token;
    }

    private static Outcome<NotificationSubscription> UnknownSubscription(NotificationSubscriptionId id) =>
        Outcome.Refused<NotificationSubscription>(RefusalCode.NotFound, $"The subscription {id} is not known.", nameof(id));

    private async Task<(NotificationSubscription Subscription, EbayToken Owner)?> FindSubscriptionAsync(NotificationSubscriptionId id, CancellationToken cancellationToken)
    {
        var all = await ReadSubscriptionsAsync(cancellationToken).ConfigureAwait(false);
        if (all.FirstOrDefault(known => known.Wire.SubscriptionId == id.Value) is not { Wire: { } wire } found)
        {
            return null;
        }

        var destinations = await ReadDestinationsAsync(cancellationToken).ConfigureAwait(false);
        return (FromSubscription(wire, destinations.FirstOrDefault(known => known.DestinationId == wire.DestinationId)?.Endpoint), found.Owner);
    }

    /// <summary>Reads the subscriptions of the application and of the seller: each is seen and changed with its owner's token only.</summary>
    private async Task<List<(EbaySubscription Wire, EbayToken Owner)>> ReadSubscriptionsAsync(CancellationToken cancellationToken)
    {
        var all = new List<(EbaySubscription Wire, EbayToken Owner)>();
        foreach (var owner in (EbayToken[])[EbayToken.Application, EbayToken.User])
        {
            string? token = null;
            do
            {
                var address = new QueryAddress(Notification + "subscription").Add("limit", 100).Add("continuation_token", token).ToString();
                var answer = await ReadAsync(() => Get(address, owner), ListSubscriptions, cancellationToken).ConfigureAwait(false);
                var page = answer.ReadJson(EbayJson.Default.EbaySubscriptions);
                all.AddRange((page.Subscriptions ?? []).Where(static known => known is { SubscriptionId.Length: > 0, TopicId.Length: > 0 }).Select(known => (known, owner)));
                token = NextToken(answer, page.Next, token);
            }
            while (token is not null);
        }

        return [.. all.DistinctBy(static known => known.Wire.SubscriptionId)];
    }

    private async Task<List<EbayDestination>> ReadDestinationsAsync(CancellationToken cancellationToken)
    {
        var all = new List<EbayDestination>();
        string? token = null;
        do
        {
            var address = new QueryAddress(Notification + "destination").Add("limit", 100).Add("continuation_token", token).ToString();
            var answer = await ReadAsync(() => Get(address, EbayToken.Application), ListDestinations, cancellationToken).ConfigureAwait(false);
            var page = answer.ReadJson(EbayJson.Default.EbayDestinations);
            all.AddRange((page.Destinations ?? []).Where(static known => known is not null));
            token = NextToken(answer, page.Next, token);
        }
        while (token is not null);
        return all;
    }

    private async Task<Outcome<NotificationSubscription>> EnableAsync(
        (EbaySubscription Wire, EbayToken Owner) known, string endpoint, CancellationToken cancellationToken)
    {
        var subscription = FromSubscription(known.Wire, endpoint);
        if (subscription.IsActive)
        {
            return Outcome.Of(subscription);
        }

        var answer = await SendAsync(
            () => Post(SubscriptionPath(subscription.Id) + "/enable", known.Owner), EnableSubscription, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess ? Outcome.Of(subscription with { IsActive = true }) : Refused<NotificationSubscription>(answer);
    }

    private async Task<(string? Id, Refusal? Refusal)> CreateDestinationAsync(string endpoint, CancellationToken cancellationToken)
    {
        if (options.VerificationToken is not { Length: > 0 } token || endpoint != options.NotificationEndpoint)
        {
            // eBay calls at once, and the challenge is answered with what the options say: another endpoint could not answer it.
            return (null, new Refusal(
                RefusalCode.Validation, "Destination is not the option NotificationEndpoint, or VerificationToken is not set: eBay's challenge could not be answered.")
            {
                Field = nameof(NotificationSubscriptionRequest.Destination),
            });
        }

        var body = new EbayDestinationInput("commerce", "ENABLED", new EbayDelivering(endpoint, token));
        var answer = await WithAlertEmailAsync(
            () => Post(Notification + "destination", body, EbayJson.Default.EbayDestinationInput, EbayToken.Application), CreateDestination, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess ? (KeyOf(answer), null) : EbayErrors.IsRefusal(answer) ? (null, EbayErrors.Refusal(answer)) : throw answer.Failure();
    }

    private async Task<Outcome<NotificationSubscription>> SubscribeAsync(
        NotificationSubscriptionRequest request, string destination, CancellationToken cancellationToken)
    {
        var path = $"{Notification}topic/{Uri.EscapeDataString(request.Type)}";
        var found = await SendAsync(() => Get(path, EbayToken.Application), FindTopic, cancellationToken).ConfigureAwait(false);
        if (!found.IsSuccess)
        {
            return Refused<NotificationSubscription>(found);
        }

        var topic = found.ReadJson(EbayJson.Default.EbayTopic);
        var version = (topic.SupportedPayloads ?? []).Where(static payload => payload?.Deprecated != true).Select(static payload => payload.SchemaVersion).LastOrDefault(static known => known is not null) ?? "1.0";
        var body = new EbaySubscriptionInput(request.Type, "ENABLED", new EbayPayload("JSON", version, "HTTPS"), destination);

        // A topic of the application, such as the deletion of accounts, belongs to no user.
        var token = topic.Scope == "APPLICATION" ? EbayToken.Application : EbayToken.User;
        var answer = await WithAlertEmailAsync(
            () => Post(Notification + "subscription", body, EbayJson.Default.EbaySubscriptionInput, token), CreateSubscription, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess
            ? Outcome.Of(new NotificationSubscription
            {
                Id = new NotificationSubscriptionId(KeyOf(answer)), Type = request.Type, Destination = request.Destination, IsActive = true,
            })
            : Refused<NotificationSubscription>(answer);
    }

    /// <summary>Sends, and once more after the alert mailbox was told, where eBay misses it.</summary>
    private async Task<VendorAnswer> WithAlertEmailAsync(Func<HttpRequestMessage> make, VendorOperation operation, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(make, operation, cancellationToken).ConfigureAwait(false);
        if (answer.Error.Code != NoAlertEmail || options.AlertEmail is not { Length: > 0 } email)
        {
            return answer;
        }

        await ReadAsync(
            () => VendorJson.Request(HttpMethod.Put, Notification + "config", new EbayConfig(email), EbayJson.Default.EbayConfig).With(EbayToken.Application),
            PutConfig,
            cancellationToken).ConfigureAwait(false);
        return await SendAsync(make, operation, cancellationToken).ConfigureAwait(false);
    }
}
