using System.Globalization;
using System.Text.Json.Nodes;

namespace Commerce.Testing.Sandbox;

/// <summary>A conversation as eBay keeps it.</summary>
internal sealed class EbayConversationState(string id, string buyer, string itemId)
{
    internal string Id => id;

    internal string Buyer => buyer;

    internal string ItemId => itemId;

    internal string Status { get; set; } = "ACTIVE";

    internal int Unread { get; set; }

    internal List<(string Sender, string Body, DateTimeOffset At)> Messages { get; } = [];

    internal JsonObject ToJson(string seller) => new()
    {
        ["conversationId"] = id,
        ["conversationType"] = "FROM_MEMBERS",
        ["conversationStatus"] = Status,
        ["conversationTitle"] = "Question about item",
        ["createdDate"] = Time(Messages[0].At),
        ["referenceType"] = "LISTING",
        ["referenceId"] = itemId,
        ["unreadCount"] = Unread,
        ["latestMessage"] = Message(Messages.Count - 1, seller),
    };

    internal JsonObject Message(int index, string seller) => new()
    {
        ["messageId"] = string.Create(CultureInfo.InvariantCulture, $"{id}-{index + 1}"),
        ["messageBody"] = Messages[index].Body,
        ["senderUsername"] = Messages[index].Sender,
        ["recipientUsername"] = Messages[index].Sender == seller ? buyer : seller,
        ["createdDate"] = Time(Messages[index].At),
        ["readStatus"] = Unread == 0,
        ["messageMedia"] = new JsonArray(),
    };

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
