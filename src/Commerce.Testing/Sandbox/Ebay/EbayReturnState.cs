using System.Globalization;
using System.Text.Json.Nodes;

namespace Commerce.Testing.Sandbox;

/// <summary>A return as eBay keeps it.</summary>
internal sealed class EbayReturnState(string id, EbayOrderState order, int quantity, DateTimeOffset at)
{
    internal string Id => id;

    internal EbayOrderState Order => order;

    internal DateTimeOffset At => at;

    internal string Status { get; set; } = "RETURN_REQUESTED";

    internal decimal Estimate => quantity * order.Order.Lines[0].UnitPrice;

    internal JsonObject ToJson(string seller) => new()
    {
        ["returnId"] = id,
        ["orderId"] = order.Id,
        ["buyerLoginName"] = order.Buyer,
        ["sellerLoginName"] = seller,
        ["currentType"] = "MONEY_BACK",
        ["state"] = Status,
        ["status"] = Status,
        ["creationInfo"] = new JsonObject
        {
            ["item"] = new JsonObject { ["itemId"] = order.ItemId(0), ["transactionId"] = order.LineId(0), ["returnQuantity"] = quantity },
            ["type"] = "MONEY_BACK",
            ["reason"] = "NO_LONGER_NEED_ITEM",
            ["creationDate"] = new JsonObject { ["value"] = Text(at) },
        },
        ["sellerTotalRefund"] = new JsonObject { ["estimatedRefundAmount"] = new JsonObject { ["value"] = Estimate, ["currency"] = "EUR" } },
        ["sellerResponseDue"] = new JsonObject { ["activityDue"] = "SELLER_APPROVE_REQUEST", ["respondByDate"] = new JsonObject { ["value"] = Text(at.AddDays(3)) } },
    };

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
