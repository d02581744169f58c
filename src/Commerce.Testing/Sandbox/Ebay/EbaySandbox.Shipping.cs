using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

public sealed partial class EbaySandbox
{
    private static readonly string[] RefundReasons =
        ["BUYER_CANCEL", "SELLER_CANCEL", "ITEM_NOT_RECEIVED", "BUYER_RETURN", "ITEM_NOT_AS_DESCRIBED", "OTHER_ADJUSTMENT", "SHIPPING_DISCOUNT"];

    private readonly List<(DateTimeOffset At, Action Finish)> _pending = [];
    private int _refunds;

    private void MapShipping(IEndpointRouteBuilder routes)
    {
        Operation(routes, "GET", "sell/fulfillment/v1/order/{id}/shipping_fulfillment", "list-fulfillments", context => UserAsync(context, ListFulfilmentsAsync));
        Operation(routes, "POST", "sell/fulfillment/v1/order/{id}/shipping_fulfillment", "ship-order", context => UserAsync(context, ShipAsync));
        Operation(routes, "POST", "sell/fulfillment/v1/order/{id}/issue_refund", "refund-order", context => UserAsync(context, inner => SignedAsync(inner, RefundAsync)));
    }

    private Task ListFulfilmentsAsync(HttpContext context)
    {
        lock (Gate)
        {
            return Find(context) is { } order
                ? SandboxJson.WriteAsync(context, 200, new JsonObject
                {
                    ["fulfillments"] = new JsonArray([.. order.Parcels.Select(parcel => (JsonNode)new JsonObject
                    {
                        ["fulfillmentId"] = parcel.Tracking,
                        ["shipmentTrackingNumber"] = parcel.Tracking == "999" ? null : parcel.Tracking,
                        ["shippingCarrierCode"] = parcel.Carrier,
                        ["shippedDate"] = Time(parcel.At),
                        ["lineItems"] = new JsonArray([.. parcel.Lines.Select(line => (JsonNode)new JsonObject { ["lineItemId"] = line.Line, ["quantity"] = line.Quantity })]),
                    })]),
                    ["total"] = order.Parcels.Count,
                })
                : ErrorAsync(context, 404, 32100, "Invalid order ID.");
        }
    }

    private async Task ShipAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        var (tracking, carrier) = (body.At("trackingNumber").Text(), body.At("shippingCarrierCode").Text());
        var lines = body.At("lineItems").Items().Select(static line => (Line: line.At("lineItemId").Text(), Quantity: Number(line.At("quantity").Text(), 1))).ToList();
        Task answer;
        lock (Gate)
        {
            var order = Find(context);
            if (order is null)
            {
                answer = ErrorAsync(context, 404, 32100, "Invalid order ID.");
            }
            else if (lines.Count == 0 || lines.Exists(line => order.IndexOf(line.Line) < 0))
            {
                answer = ErrorAsync(context, 400, 32200, "Invalid line item ID.");
            }
            else if (lines.DistinctBy(static line => line.Line).Count() != lines.Count)
            {
                answer = ErrorAsync(context, 400, 32210, "A line item is named twice.");
            }
            else if (tracking.Length == 0 != (carrier.Length == 0) || !tracking.All(char.IsAsciiLetterOrDigit))
            {
                answer = ErrorAsync(context, 400, 32300, "Invalid shipment tracking number or carrier.");
            }
            else if (DateTimeOffset.TryParse(body.At("shippedDate").Text(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at > Clock.GetUtcNow().AddDays(1))
            {
                answer = ErrorAsync(context, 400, 32500, "Invalid shipped date.");
            }
            else if (order.Cancel == "CANCELED" || lines.Exists(line => line.Quantity < 1 || line.Quantity > order.Left(order.IndexOf(line.Line))))
            {
                answer = ErrorAsync(context, 400, 32600, "Invalid input: there is not so much left to ship.");
            }
            else
            {
                var id = tracking.Length > 0 ? tracking : "999";
                order.Parcels.Add((id, carrier, Clock.GetUtcNow(), lines));
                order.UpdatedAt = Clock.GetUtcNow();
                context.Response.Headers.Location = $"https://api.ebay.com/sell/fulfillment/v1/order/{order.Id}/shipping_fulfillment/{id}";
                answer = DoneAsync(context, 201);
            }
        }

        await answer.ConfigureAwait(false);
    }

    private Task RefundAsync(HttpContext context, JsonObject? body)
    {
        var items = body.At("refundItems").Items().Select(static item => (Line: item.At("lineItemId").Text(), Amount: Amount(item.At("refundAmount")))).ToList();
        var whole = body.At("orderLevelRefundAmount") is { } amount ? Amount(amount) : 0;
        lock (Gate)
        {
            var order = Find(context);
            if (order is null)
            {
                return ErrorAsync(context, 404, 34913, "The order is not found.");
            }

            if (!RefundReasons.Contains(body.At("reasonForRefund").Text()) || body.At("comment").Text().Length > 100 || (items.Count > 0) == (whole > 0))
            {
                return ErrorAsync(context, 400, 34901, "Invalid refund request.");
            }

            if (order.Refunds.Exists(static refund => !refund.IsPaid))
            {
                return ErrorAsync(context, 409, 34922, "The previous refund is still being processed.");
            }

            if (_returns.Exists(back => back.Order == order && back.Status != "CLOSED"))
            {
                return ErrorAsync(context, 400, 34916, "A return is open for this order: refund there.");
            }

            if (items.Exists(item => order.IndexOf(item.Line) is var index && (index < 0 || item.Amount <= 0
                || item.Amount > order.LineTotal(index) - order.Refunds.Where(refund => refund.Line == item.Line).Sum(static refund => refund.Amount))))
            {
                return ErrorAsync(context, 409, 34924, "The amount is more than what is left of the item.");
            }

            if (items.Sum(static item => item.Amount) + whole > order.Total - order.Refunds.Sum(static refund => refund.Amount))
            {
                return ErrorAsync(context, 400, 34915, "The amount is more than the order's.");
            }

            var id = string.Create(CultureInfo.InvariantCulture, $"52{++_refunds:D8}");
            order.Refunds.AddRange(items.Count == 0 ? [(id, null, whole, false)] : items.Select(item => (id, (string?)item.Line, item.Amount, false)));
            order.UpdatedAt = Clock.GetUtcNow();
            _pending.Add((Clock.GetUtcNow() + WorkTime, () => Pay(order)));
            return SandboxJson.WriteAsync(context, 200, new JsonObject { ["refundId"] = id, ["refundStatus"] = "PENDING" });
        }
    }

    private static decimal Amount(JsonNode? node) =>
        decimal.TryParse(node.At("value").Text(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && decimal.Round(value, 2) == value ? value : 0;

    private void Pay(EbayOrderState order)
    {
        for (var i = 0; i < order.Refunds.Count; i++)
        {
            order.Refunds[i] = order.Refunds[i] with { IsPaid = true };
        }

        order.Payment = order.Refunds.Sum(static refund => refund.Amount) >= order.Total ? "FULLY_REFUNDED" : "PARTIALLY_REFUNDED";
        order.UpdatedAt = Clock.GetUtcNow();
    }
}
