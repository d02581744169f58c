using System.Text.Json;

namespace Commerce.Marketplaces.Ebay.Wire;

internal sealed record EbayConversations(IReadOnlyList<EbayConversation>? Conversations, int? Total);

internal sealed record EbayConversation
{
    public string? ConversationId { get; init; }

    public string? ConversationStatus { get; init; }

    public string? ConversationTitle { get; init; }

    public DateTimeOffset? CreatedDate { get; init; }

    public string? ReferenceType { get; init; }

    public string? ReferenceId { get; init; }

    public EbayMessage? LatestMessage { get; init; }
}

internal sealed record EbayConversationMessages(
    string? ConversationStatus, string? ConversationTitle, IReadOnlyList<EbayMessage>? Messages, int? Total);

internal sealed record EbayMessage
{
    public string? MessageId { get; init; }

    public string? MessageBody { get; init; }

    public string? SenderUsername { get; init; }

    public DateTimeOffset? CreatedDate { get; init; }

    public IReadOnlyList<EbayMedia>? MessageMedia { get; init; }
}

internal sealed record EbayMedia(string? MediaUrl);

internal sealed record EbayMessageInput
{
    public string? ConversationId { get; init; }

    public string? OtherPartyUsername { get; init; }

    public required string MessageText { get; init; }

    public EbayReference? Reference { get; init; }
}

internal sealed record EbayReference(string ReferenceType, string ReferenceId);

internal sealed record EbayConversationUpdate
{
    public required string ConversationId { get; init; }

    public required string ConversationType { get; init; }

    public bool? Read { get; init; }

    public string? ConversationStatus { get; init; }
}

internal sealed record EbayUser(string? UserId, string? Username);

internal sealed record EbaySubscriptions(IReadOnlyList<EbaySubscription>? Subscriptions, string? Next);

internal sealed record EbaySubscription(string? SubscriptionId, string? TopicId, string? Status, string? DestinationId);

internal sealed record EbaySubscriptionInput(string TopicId, string Status, EbayPayload Payload, string DestinationId);

internal sealed record EbayPayload(string Format, string SchemaVersion, string DeliveryProtocol);

internal sealed record EbayDestinations(IReadOnlyList<EbayDestination>? Destinations, string? Next);

internal sealed record EbayDestination(string? DestinationId, string? Status, JsonElement? DeliveryConfig)
{
    /// <summary>The contract calls the configuration a text; the wire has an object.</summary>
    internal string? Endpoint => DeliveryConfig is { ValueKind: JsonValueKind.Object } config
        && config.TryGetProperty("endpoint", out var endpoint) && endpoint.ValueKind == JsonValueKind.String ? endpoint.GetString() : null;
}

internal sealed record EbayDestinationInput(string Name, string Status, EbayDelivering DeliveryConfig);

internal sealed record EbayDelivering(string Endpoint, string VerificationToken);

internal sealed record EbayTopic(string? TopicId, string? Scope, IReadOnlyList<EbaySupportedPayload>? SupportedPayloads);

internal sealed record EbaySupportedPayload(string? SchemaVersion, bool? Deprecated);

internal sealed record EbayConfig(string? AlertEmail);

internal sealed record EbayPublicKey(string? Key, string? Algorithm, string? Digest);

internal sealed record EbaySignatureHeader(string? Alg, string? Kid, string? Signature, string? Digest);

internal sealed record EbayPushed(EbayPushedMetadata? Metadata, EbayPushedNotification? Notification);

internal sealed record EbayPushedMetadata(string? Topic);

internal sealed record EbayPushedNotification(
    string? NotificationId, DateTimeOffset? EventDate, DateTimeOffset? PublishDate, JsonElement? Data);

internal sealed record EbayChallengeAnswer(string ChallengeResponse);

internal sealed record EbaySigningKeyInput(string SigningKeyCipher);

internal sealed record EbaySigningKeyAnswer(
    string? SigningKeyId, string? SigningKeyCipher, string? Jwe, string? PrivateKey, string? PublicKey, long? CreationTime, long? ExpirationTime);

internal sealed record EbayRateLimits(IReadOnlyList<EbayApiLimits>? RateLimits);

internal sealed record EbayApiLimits(string? ApiContext, string? ApiName, IReadOnlyList<EbayResourceLimits>? Resources);

internal sealed record EbayResourceLimits(string? Name, IReadOnlyList<EbayRate>? Rates);

internal sealed record EbayRate(long? Limit, long? Remaining, DateTimeOffset? Reset, long? TimeWindow);
