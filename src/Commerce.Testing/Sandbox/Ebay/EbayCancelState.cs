using System.Globalization;
using System.Text.Json.Nodes;

namespace Commerce.Testing.Sandbox;

/// <summary>A cancellation as eBay keeps it.</summary>
internal sealed class EbayCancelState(string id, EbayOrderState order, bool isBuyer, string reason, DateTimeOffset at)
{
    internal string Id => id;

    internal EbayOrderState Order => order;

    internal bool IsBuyer => isBuyer;

    internal DateTimeOffset At => at;

    internal string Status { get; set; } = isBuyer ? "CANCEL_REQUESTED" : "CANCEL_PENDING";

    internal JsonObject ToOrderJson() => new()
    {
        ["cancelRequestId"] = id,
        ["cancelInitiator"] = isBuyer ? "Buyer" : "Seller",
        ["cancelReason"] = reason,
        ["cancelRequestState"] = Status switch { "CANCEL_REQUESTED" or "CANCEL_PENDING" when !isBuyer || Status == "CANCEL_REQUESTED" => "REQUESTED", "CANCEL_REJECTED" => "REJECTED", _ => "COMPLETED" },
        ["cancelRequestedDate"] = Text(at),
    };

    internal JsonObject ToJson() => new()
    {
        ["cancelId"] = id,
        ["legacyOrderId"] = order.Id,
        ["marketplaceId"] = "EBAY_FR",
        ["requestorType"] = isBuyer ? "BUYER" : "SELLER",
        ["cancelState"] = Status switch { "CANCEL_REQUESTED" => "APPROVAL_PENDING", "CANCEL_PENDING" => "REFUND_PENDING", _ => "CLOSED" },
        ["cancelStatus"] = Status,
        ["cancelReason"] = reason,
        ["cancelRequestDate"] = new JsonObject { ["value"] = Text(at) },
        ["sellerResponseDueDate"] = new JsonObject { ["value"] = Text(at.AddDays(3)) },
        ["requestRefundAmount"] = new JsonObject { ["value"] = order.Total, ["currency"] = "EUR" },
        ["lineItems"] = new JsonArray([.. Enumerable.Range(0, order.Order.Lines.Count).Select(index => (JsonNode)new JsonObject
        {
            ["itemId"] = order.ItemId(index), ["transactionId"] = order.LineId(index), ["cancelQuantity"] = order.Order.Lines[index].Quantity,
        })]),
    };

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
