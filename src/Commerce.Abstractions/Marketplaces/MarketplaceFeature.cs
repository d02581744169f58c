using System.Text.Json.Serialization;

namespace Commerce.Marketplaces;

/// <summary>What a marketplace client can do beyond reading orders, shipping, stock and prices.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<MarketplaceFeature>))]
public readonly record struct MarketplaceFeature(string Value) : IOpenEnum<MarketplaceFeature>
{
    /// <summary>Gets: accepting and refusing (<see cref="IOrderAcceptance"/>).</summary>
    public static MarketplaceFeature OrderAcceptance { get; } = new("order_acceptance");

    /// <summary>Gets: cancelling (<see cref="IOrderCancellation"/>).</summary>
    public static MarketplaceFeature OrderCancellation { get; } = new("order_cancellation");

    /// <summary>Gets: refunding (<see cref="IOrderRefunds"/>).</summary>
    public static MarketplaceFeature Refunds { get; } = new("refunds");

    /// <summary>Gets: reading offers (<see cref="IOfferReader"/>).</summary>
    public static MarketplaceFeature OfferReading { get; } = new("offer_reading");

    /// <summary>Gets: creating and ending offers (<see cref="IOfferWriter"/>).</summary>
    public static MarketplaceFeature OfferWriting { get; } = new("offer_writing");

    /// <summary>Gets: writing to buyers (<see cref="IMessageSender"/>).</summary>
    public static MarketplaceFeature MessageSending { get; } = new("message_sending");

    /// <summary>Gets: conversations (<see cref="IMessagingClient"/>).</summary>
    public static MarketplaceFeature Messages { get; } = new("messages");

    /// <summary>Gets: returns (<see cref="IReturnsClient"/>).</summary>
    public static MarketplaceFeature Returns { get; } = new("returns");

    /// <summary>Gets: pushed notifications (<see cref="IWebhookVerifier{TEvent}"/> of <see cref="MarketplaceNotification"/>).</summary>
    public static MarketplaceFeature Notifications { get; } = new("notifications");

    /// <summary>Gets: several parcels for one order.</summary>
    public static MarketplaceFeature SeveralParcels { get; } = new("several_parcels");

    /// <summary>Gets: accepting some lines and refusing others.</summary>
    public static MarketplaceFeature PartialAcceptance { get; } = new("partial_acceptance");

    /// <summary>Gets: the list of its carriers (<see cref="ICarrierDirectory"/>).</summary>
    public static MarketplaceFeature CarrierList { get; } = new("carrier_list");

    /// <summary>Gets: buyers' requests to cancel (<see cref="ICancellationRequests"/>).</summary>
    public static MarketplaceFeature CancellationRequests { get; } = new("cancellation_requests");

    /// <summary>Gets: fetching the files of messages (<see cref="IMessageAttachments"/>).</summary>
    public static MarketplaceFeature MessageAttachments { get; } = new("message_attachments");

    /// <summary>Gets: closing conversations and marking them as read (<see cref="IThreadUpdates"/>).</summary>
    public static MarketplaceFeature ThreadUpdates { get; } = new("thread_updates");

    /// <summary>Gets: taking prices of channels away (<see cref="IChannelPrices"/>).</summary>
    public static MarketplaceFeature ChannelPriceRemoval { get; } = new("channel_price_removal");

    /// <summary>Gets: showing what would be sent (<see cref="IOfferPreview"/>).</summary>
    public static MarketplaceFeature OfferPreview { get; } = new("offer_preview");

    /// <summary>Gets: uploading papers of orders (<see cref="IOrderDocuments"/>).</summary>
    public static MarketplaceFeature OrderDocuments { get; } = new("order_documents");

    /// <summary>Gets: reading notifications from a queue (<see cref="INotificationReader"/>).</summary>
    public static MarketplaceFeature NotificationReading { get; } = new("notification_reading");

    /// <summary>Gets: subscribing to notifications (<see cref="INotificationSubscriptions"/>).</summary>
    public static MarketplaceFeature NotificationSubscriptions { get; } = new("notification_subscriptions");

    /// <inheritdoc/>
    public static MarketplaceFeature From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
