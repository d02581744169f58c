using System.Text.Json;
using Commerce.Marketplaces.Cdiscount.Wire;

namespace Commerce.Marketplaces.Cdiscount;

/// <summary>Octopia's offers and discussions to ours.</summary>
internal static partial class CdiscountMapping
{
    internal static Offer FromOffer(CdiscountOffer offer, string? channel) => new()
    {
        Channel = channel,
        Sku = new Sku(Needed(Text(offer.SellerExternalReference) ?? offer.OfferId, "sellerExternalReference")),
        VendorOfferId = offer.OfferId,

        // The product is told in two shapes, and so is the price; the nested product and what buyers see come first.
        VendorProductId = Text(offer.Product?.Reference) ?? Text(offer.ProductReference) ?? Text(offer.Product?.Gtin) ?? Text(offer.Gtin),
        Quantity = offer.Quantity is { ValueKind: JsonValueKind.Number } stock && stock.TryGetInt32(out var quantity) ? quantity : null,
        Price = (offer.FacialPrice?.Price ?? offer.IntegrationPrice?.Price) is { } price ? Money.Eur(price) : null,
        IsActive = offer.OfferState == "Active",
        Issues = Text(offer.SalesChannelFeedback?.Visibility) is { } visibility && visibility != "Visible" ? [visibility] : [],
        Condition = offer.Condition,
    };

    internal static MessageThread FromDiscussion(CdiscountDiscussion discussion)
    {
        var created = discussion.CreatedAt ?? throw new FormatException("createdAt");
        var messages = (discussion.Messages ?? []).OrderBy(static message => message.CreatedAt).Select(message => FromMessage(message, created)).ToList();
        var updated = discussion.UpdatedAt ?? created;
        return new MessageThread
        {
            Id = new ThreadId(Needed(discussion.DiscussionId, "discussionId")),
            OrderId = (Text(discussion.OrderSellerId) ?? Text(discussion.OrderReference)) is { } order ? new MarketplaceOrderId(order) : null,
            Subject = discussion.Subject,
            Topic = Text(discussion.SubTypologyCode) ?? discussion.TypologyCode,
            CreatedAt = created,
            UpdatedAt = updated,
            AnswerDueSince = discussion.Status == "ToTreat"
                ? messages.LastOrDefault(static message => message.From != MessageParty.Seller)?.At ?? updated
                : null,
            IsOpen = discussion.IsOpen,

            // Graduations above a discussion are complaints with a clock that runs.
            IsClaim = Text(discussion.Graduation) is not (null or "Discussion"),
            VendorState = discussion.Status,
            Messages = messages,
        };
    }

    internal static MessageParty From(string? userType) => userType switch
    {
        "Customer" => MessageParty.Buyer,
        CdiscountStates.Seller => MessageParty.Seller,
        "GrcOperator" => MessageParty.Marketplace,
        _ => MessageParty.Other,
    };

    private static ThreadMessage FromMessage(CdiscountMessage message, DateTimeOffset created) => new()
    {
        Id = Needed(message.MessageId, "messages.messageId"),
        From = From(message.Sender?.UserType),
        At = message.CreatedAt ?? created,
        Body = message.Body ?? "",
        AttachmentIds = [.. (message.Attachments ?? []).Select(static file => file.AttachmentId ?? file.Id).OfType<string>()],
    };
}
