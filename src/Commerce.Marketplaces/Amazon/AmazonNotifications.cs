using System.Globalization;
using System.Text.Json;

namespace Commerce.Marketplaces.Amazon;

/// <summary>Reads what Amazon writes to a queue. Source: Notifications API 1, notification schemas.</summary>
internal static class AmazonNotifications
{
    /// <summary>The kinds that are documented for sellers, with the version of their payload; a subscription is listed by its kind only.</summary>
    internal static IReadOnlyDictionary<string, string> Types { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ORDER_CHANGE"] = "1.0",
        ["FEED_PROCESSING_FINISHED"] = "2020-09-04",
        ["REPORT_PROCESSING_FINISHED"] = "2020-09-04",
        ["LISTINGS_ITEM_ISSUES_CHANGE"] = "1.0",
        ["LISTINGS_ITEM_STATUS_CHANGE"] = "1.0",
        ["LISTINGS_ITEM_MFN_QUANTITY_CHANGE"] = "1.0",
        ["FBA_INVENTORY_AVAILABILITY_CHANGES"] = "1.0",
    };

    internal static Outcome<MarketplaceNotification> Read(ReadOnlyMemory<byte> message)
    {
        try
        {
            using var document = JsonDocument.Parse(message);

            // EventBridge wraps the notification in an event of its own.
            var root = Member(document.RootElement, "NotificationType") is null && Member(document.RootElement, "detail") is { } detail ? detail : document.RootElement;
            var metadata = Member(root, "NotificationMetadata");
            var payload = Member(root, "Payload");
            var id = Text(metadata, "NotificationId");
            var type = Text(root, "NotificationType");
            var at = Text(root, "EventTime") ?? Text(metadata, "PublishTime");
            if (string.IsNullOrWhiteSpace(id) || string.IsNullOrWhiteSpace(type)
                || !DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            {
                return Unreadable("NotificationId, NotificationType or EventTime is missing");
            }

            return Outcome.Of(new MarketplaceNotification
            {
                Id = id,
                Type = type,
                At = time,
                OrderId = Find(payload, "AmazonOrderId") is { Length: > 0 } order ? new MarketplaceOrderId(order) : null,
                Sku = Sku.TryParse(Find(payload, "Sku"), null, out var sku) ? sku : null,
                BatchId = Find(payload, "FeedId") is { Length: > 0 } feed ? new BatchId(feed) : null,
                Raw = root.GetRawText(),
            });
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException or FormatException)
        {
            return Unreadable(exception is JsonException ? "it is no JSON" : "a value is too long or of another kind");
        }
    }

    private static Outcome<MarketplaceNotification> Unreadable(string why) =>
        Outcome.Refused<MarketplaceNotification>(RefusalCode.Validation, $"The message is no notification of Amazon's: {why}.");

    // The kinds write their names in different cases.
    private static JsonElement? Member(JsonElement? element, string name)
    {
        if (element is { ValueKind: JsonValueKind.Object } item)
        {
            foreach (var member in item.EnumerateObject())
            {
                if (member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return member.Value;
                }
            }
        }

        return null;
    }

    private static string? Text(JsonElement? element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>Looks in the payload, and in the one object that some kinds put around it.</summary>
    private static string? Find(JsonElement? payload, string name)
    {
        if (Text(payload, name) is { } found)
        {
            return found;
        }

        if (payload is { ValueKind: JsonValueKind.Object } item)
        {
            foreach (var member in item.EnumerateObject())
            {
                if (Text(member.Value, name) is { } inner)
                {
                    return inner;
                }
            }
        }

        return null;
    }
}
