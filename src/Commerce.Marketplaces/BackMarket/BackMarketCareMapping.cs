using System.Globalization;
using Commerce.Marketplaces.BackMarket.Wire;

namespace Commerce.Marketplaces.BackMarket;

/// <summary>Care folders and returns to ours. Pure functions. Source: Back Market seller API, careFolder, message, Return.</summary>
internal static class BackMarketCareMapping
{
    private const int Open = 0;

    internal static MessageThread FromFolder(BackMarketFolder folder)
    {
        var created = folder.DateCreation ?? throw new FormatException("date_creation");
        return new MessageThread
        {
            Id = new ThreadId(BackMarketMapping.Number(folder.Id, "id")),
            OrderLineId = folder.Orderline is null ? null : new MarketplaceOrderLineId(BackMarketMapping.Number(folder.Orderline, "orderline")),
            CreatedAt = created,
            UpdatedAt = Latest(created, folder.DateModification, folder.DateLastMessage),
            IsOpen = folder.State is null ? null : folder.State == Open,
            VendorState = folder.State?.ToString(CultureInfo.InvariantCulture),
        };
    }

    internal static MessageThread FromDetails(BackMarketFolderDetails folder)
    {
        var messages = (folder.Messages ?? []).Select(static message => BackMarketMapping.Needed(message, "messages")).OrderBy(static message => message.DateCreation).ToList();
        var created = folder.DateCreation ?? messages.FirstOrDefault()?.DateCreation ?? throw new FormatException("date_creation");
        var order = folder.Orderline?.Order?.OrderId;
        return new MessageThread
        {
            Id = new ThreadId(BackMarketMapping.Number(folder.Id, "id")),
            OrderId = order is null ? null : new MarketplaceOrderId(BackMarketMapping.Number(order, "order_id")),
            OrderLineId = folder.Orderline?.Id is { } line ? new MarketplaceOrderLineId(BackMarketMapping.Number(line, "orderline.id")) : null,
            Topic = (folder.Lines ?? []).SelectMany(static claim => claim?.Issues ?? []).Select(static issue => issue?.CustomerIssue).FirstOrDefault(static issue => !string.IsNullOrEmpty(issue)),
            CreatedAt = created,
            UpdatedAt = Latest(created, folder.DateModification, folder.DateLastMessage),
            IsOpen = folder.State is null ? null : folder.State == Open,
            VendorState = folder.State?.ToString(CultureInfo.InvariantCulture),
            AnswerDueSince = folder.State == Open ? DueSince(messages) : null,
            Messages =
            [
                .. messages.Select(message => new ThreadMessage
                {
                    Id = BackMarketMapping.Number(message.Id, "messages.id"),
                    From = Sender(message),
                    At = message.DateCreation ?? created,
                    Body = message.Message ?? "",
                    AttachmentIds = [.. (message.Attachments ?? []).Select(static file => file?.Attachment).Where(static address => !string.IsNullOrEmpty(address)).Select(static address => address!)],
                    IsInternal = Sender(message) != MessageParty.Buyer && Receiver(message) is "MERCHANT" or "BACKMARKET",
                }),
            ],
        };
    }

    internal static MarketplaceReturn FromReturn(BackMarketReturn item) => new()
    {
        Id = new MarketplaceReturnId(BackMarketMapping.Number(item.ShipmentId, "shipmentId")),
        OrderId = new MarketplaceOrderId(BackMarketMapping.Number(item.OrderId, "orderId")),

        // A label was made, so it was agreed to; Back Market tells of nothing else but its arrival.
        State = item.DateDelivery is null ? MarketplaceReturnState.Accepted : MarketplaceReturnState.Received,
        VendorState = item.Type ?? "",
        CreatedAt = item.DateCreation ?? throw new FormatException("dateCreation"),

        // Back Market names the line, not how many of it come back.
        Lines = [new ParcelLine { LineId = new MarketplaceOrderLineId(BackMarketMapping.Number(item.OrderlineId, "orderlineId")), Quantity = 1 }],
        TrackingNumber = BackMarketMapping.Text(item.TrackingNumber),
        LabelUrl = BackMarketMapping.Url(item.Label),
    };

    // Informative messages do not count for the time of answering.
    private static DateTimeOffset? DueSince(List<BackMarketMessage> messages)
    {
        var answered = messages.FindLastIndex(static message => Sender(message) == MessageParty.Seller);
        return messages.Skip(answered + 1).FirstOrDefault(static message => Sender(message) == MessageParty.Buyer && message.IsInformative != true)?.DateCreation;
    }

    private static DateTimeOffset Latest(DateTimeOffset created, params ReadOnlySpan<DateTimeOffset?> times)
    {
        foreach (var time in times)
        {
            created = time > created ? time.Value : created;
        }

        return created;
    }

    // Kinds are written SENDER_TO_RECEIVER.
    private static MessageParty Sender(BackMarketMessage message) => (message.Kind?.Split("_TO_")[0] ?? message.Initiator)?.ToUpperInvariant() switch
    {
        "CLIENT" or "CUSTOMER" => MessageParty.Buyer,
        "MERCHANT" => MessageParty.Seller,
        "BACKMARKET" or "BACK_MARKET" => MessageParty.Marketplace,
        _ => MessageParty.Other,
    };

    private static string? Receiver(BackMarketMessage message) => message.Kind?.Split("_TO_") is [_, var receiver, ..] ? receiver : null;
}
