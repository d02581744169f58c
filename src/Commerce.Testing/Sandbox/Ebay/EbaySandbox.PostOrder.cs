using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

public sealed partial class EbaySandbox
{
    private readonly List<EbayCancelState> _cancellations = [];
    private readonly List<EbayReturnState> _returns = [];
    private readonly List<(string Id, EbayOrderState Order, bool IsCase, DateTimeOffset At, string Status)> _resolutions = [];

    /// <summary>Lets the buyer of an order ask to cancel it.</summary>
    /// <param name="orderId">The order.</param>
    /// <returns>The request's key.</returns>
    public string BuyerAsksToCancel(string orderId)
    {
        lock (Gate)
        {
            return Cancel(_byId[orderId], isBuyer: true, "ORDER_MISTAKE").Id;
        }
    }

    /// <summary>Lets the buyer of an order send some of its first line back.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="quantity">How many.</param>
    /// <returns>The return's key.</returns>
    public string BuyerReturns(string orderId, int quantity)
    {
        lock (Gate)
        {
            var back = new EbayReturnState(string.Create(CultureInfo.InvariantCulture, $"5{_returns.Count + 1:D9}"), _byId[orderId], quantity, Clock.GetUtcNow());
            _returns.Add(back);
            return back.Id;
        }
    }

    /// <summary>Lets the buyer of an order say that it did not arrive.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="isEscalated">Whether eBay is asked to decide: a case then.</param>
    /// <returns>The key of the inquiry or case.</returns>
    public string BuyerMissesItem(string orderId, bool isEscalated = false)
    {
        lock (Gate)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"7{_resolutions.Count + 1:D9}");
            _resolutions.Add((id, _byId[orderId], isEscalated, Clock.GetUtcNow(), "OPEN"));
            return id;
        }
    }

    private static Task PostOrderErrorAsync(HttpContext context, int status, int id, string message) => SandboxJson.WriteAsync(
        context, status, new JsonObject { ["error"] = new JsonArray(Error(id, "resolutionsErrorDomain", message)) });

    private static JsonObject Page(HttpContext context, string list, IReadOnlyList<JsonNode> found)
    {
        var (limit, offset) = (Number(context.Request.Query["limit"], 25), Number(context.Request.Query["offset"], 0));
        return new JsonObject
        {
            [list] = new JsonArray([.. found.Skip(offset).Take(limit)]),
            ["paginationOutput"] = new JsonObject
            {
                ["limit"] = limit, ["offset"] = offset, ["totalEntries"] = found.Count, ["totalPages"] = (found.Count + limit - 1) / Math.Max(1, limit),
            },
            ["total"] = found.Count,
        };
    }

    private void MapPostOrder(IEndpointRouteBuilder routes)
    {
        Map("GET", "cancellation/search", "list-cancellations", SearchCancellationsAsync);
        Map("POST", "cancellation/check_eligibility", "check-cancellation", CheckCancellationAsync);
        Map("POST", "cancellation", "cancel-order", context => SignedAsync(context, CreateCancellationAsync));
        Map("POST", "cancellation/{id}/approve", "answer-cancellation", context => SignedAsync(context, (inner, _) => AnswerCancellation(inner, isApproved: true)));
        Map("POST", "cancellation/{id}/reject", "answer-cancellation", RejectAsync);
        Map("GET", "return/search", "list-returns", SearchReturnsAsync);
        Map("POST", "return/{id}/decide", "decide-return", context => SignedAsync(context, DecideReturn));
        Map("POST", "return/{id}/mark_as_received", "decide-return", ReceiveReturnAsync);
        Map("POST", "return/{id}/issue_refund", "refund-return", context => SignedAsync(context, RefundReturn));
        Map("GET", "inquiry/search", "list-inquiries", context => SearchResolutionsAsync(context, isCase: false));
        Map("GET", "casemanagement/search", "list-cases", context => SearchResolutionsAsync(context, isCase: true));
        foreach (var kind in (string[])["inquiry", "casemanagement"])
        {
            Map("POST", kind + "/{id}/provide_shipment_info", "provide-shipment", ProvideShipmentAsync);
            Map("POST", kind + "/{id}/issue_refund", "refund-resolution", context => SignedAsync(context, (inner, _) => ResolveAsync(inner, "CLOSED")));
        }

        Map("POST", "inquiry/{id}/send_message", "write-to-inquiry", context => ResolveAsync(context, "OPEN"));

        void Map(string method, string path, string operation, Func<HttpContext, Task> handle) =>
            Operation(routes, method, "post-order/v2/" + path, operation, context => GuardedAsync(context, "IAF", needsUser: true, handle));
    }

    private EbayCancelState Cancel(EbayOrderState order, bool isBuyer, string reason)
    {
        var wish = new EbayCancelState(string.Create(CultureInfo.InvariantCulture, $"5{_cancellations.Count + 1:D9}"), order, isBuyer, reason, Clock.GetUtcNow());
        _cancellations.Add(wish);
        order.Cancellations.Add(wish);
        (order.Cancel, order.UpdatedAt) = ("IN_PROGRESS", Clock.GetUtcNow());
        return wish;
    }

    private void Complete(EbayCancelState wish) => _pending.Add((Clock.GetUtcNow() + WorkTime, () =>
    {
        wish.Status = "CANCEL_CLOSED_WITH_REFUND";
        (wish.Order.Cancel, wish.Order.Payment, wish.Order.UpdatedAt) = ("CANCELED", "FULLY_REFUNDED", Clock.GetUtcNow());
    }));

    private Task SearchCancellationsAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var from = DateTimeOffset.TryParse(query["creation_date_range_from"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : DateTimeOffset.MinValue;
        lock (Gate)
        {
            Work();
            return SandboxJson.WriteAsync(context, 200, Page(context, "cancellations",
            [
                .. _cancellations
                    .Where(wish => wish.At >= from && (query["cancel_id"] is not [{ } id] || wish.Id == id) && (query["legacy_order_id"] is not [{ } order] || wish.Order.Id == order))
                    .Select(static wish => wish.ToJson()),
            ]));
        }
    }

    private async Task CheckCancellationAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        JsonObject? answer = null;
        lock (Gate)
        {
            Work();
            if (_byId.TryGetValue(body.At("legacyOrderId").Text(), out var order))
            {
                var reason = order.Fulfilment != "NOT_STARTED" ? "ALREADY_SHIPPED" : order.Cancel != "NONE_REQUESTED" ? "CANCELLATION_EXIST" : null;
                answer = new JsonObject { ["eligible"] = reason is null, ["failureReason"] = reason is null ? [] : new JsonArray(JsonValue.Create(reason)) };
            }
        }

        await (answer is null ? PostOrderErrorAsync(context, 404, 2001001, "The order is not found.") : SandboxJson.WriteAsync(context, 200, answer)).ConfigureAwait(false);
    }

    private Task CreateCancellationAsync(HttpContext context, JsonObject? body)
    {
        lock (Gate)
        {
            Work();
            if (!_byId.TryGetValue(body.At("legacyOrderId").Text(), out var order))
            {
                return PostOrderErrorAsync(context, 404, 2001001, "The order is not found.");
            }

            if (body.At("cancelReason").Text() is not ("OUT_OF_STOCK_OR_CANNOT_FULFILL" or "BUYER_ASKED_CANCEL" or "ADDRESS_ISSUES") || order.Fulfilment != "NOT_STARTED" || order.Cancel != "NONE_REQUESTED")
            {
                return PostOrderErrorAsync(context, 400, 2001002, "The order cannot be cancelled.");
            }

            var wish = Cancel(order, isBuyer: false, body.At("cancelReason").Text());
            Complete(wish);
            return SandboxJson.WriteAsync(context, 200, new JsonObject { ["cancelId"] = wish.Id });
        }
    }

    private async Task RejectAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        await (body is null ? PostOrderErrorAsync(context, 400, 2001003, "The body is missing.") : AnswerCancellation(context, isApproved: false)).ConfigureAwait(false);
    }

    private Task AnswerCancellation(HttpContext context, bool isApproved)
    {
        lock (Gate)
        {
            Work();
            var wish = _cancellations.Find(known => known.Id == context.Request.RouteValues["id"]?.ToString());
            if (wish is not { Status: "CANCEL_REQUESTED" })
            {
                return PostOrderErrorAsync(context, wish is null ? 404 : 400, 2001004, "The request does not wait for an answer.");
            }

            wish.Status = isApproved ? "CANCEL_PENDING" : "CANCEL_REJECTED";
            wish.Order.UpdatedAt = Clock.GetUtcNow();
            if (isApproved)
            {
                Complete(wish);
            }
            else
            {
                wish.Order.Cancel = "NONE_REQUESTED";
            }

            return SandboxJson.WriteAsync(context, 200, new JsonObject());
        }
    }

    private Task SearchReturnsAsync(HttpContext context)
    {
        var query = context.Request.Query;
        lock (Gate)
        {
            return SandboxJson.WriteAsync(context, 200, Page(context, "members",
            [
                .. _returns
                    .Where(back => (query["return_id"] is not [{ } id] || back.Id == id) && (query["order_id"] is not [{ } order] || back.Order.Id == order))
                    .Select(back => back.ToJson(Seller)),
            ]));
        }
    }

    private Task DecideReturn(HttpContext context, JsonObject? body)
    {
        var status = body.At("decision").Text() switch
        {
            "APPROVE" or "APPROVE_WITHOUT_EBAY_LABEL" or "PROVIDE_RMA" => "READY_FOR_SHIPPING",
            "DECLINE" => "CLOSED",
            "OFFER_PARTIAL_REFUND" when Amount(body.At("partialRefundAmount")) > 0 => "PARTIAL_REFUND_INITIATED",
            _ => null,
        };
        return MoveReturn(context, status, static back => back.Status == "RETURN_REQUESTED");
    }

    private async Task ReceiveReturnAsync(HttpContext context)
    {
        await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        await MoveReturn(context, "ITEM_DELIVERED", static back => back.Status is "READY_FOR_SHIPPING" or "ITEM_SHIPPED").ConfigureAwait(false);
    }

    private Task RefundReturn(HttpContext context, JsonObject? body)
    {
        var detail = body.At("refundDetail");
        var total = Amount(detail.At("totalAmount"));
        var parts = detail.At("itemizedRefundDetail").Items().Sum(static part => Amount(part.At("refundAmount")));
        return MoveReturn(
            context,
            total > 0 && total == parts ? "CLOSED" : null,
            back => back.Status is not ("CLOSED" or "RETURN_REQUESTED") && total <= back.Order.Total,
            back =>
            {
                back.Order.Refunds.Add((back.Id, back.Order.LineId(0), total, false));
                Pay(back.Order);
            });
    }

    private Task MoveReturn(HttpContext context, string? status, Func<EbayReturnState, bool> isAllowed, Action<EbayReturnState>? effect = null)
    {
        lock (Gate)
        {
            var back = _returns.Find(known => known.Id == context.Request.RouteValues["id"]?.ToString());
            if (back is null || status is null || !isAllowed(back))
            {
                return PostOrderErrorAsync(context, back is null ? 404 : 400, 2002001, "The return does not allow this.");
            }

            back.Status = status;
            effect?.Invoke(back);
            return SandboxJson.WriteAsync(context, 200, new JsonObject { ["refundStatus"] = "SUCCESS" });
        }
    }

    private Task SearchResolutionsAsync(HttpContext context, bool isCase)
    {
        lock (Gate)
        {
            return SandboxJson.WriteAsync(context, 200, Page(context, "members", [.. _resolutions.Where(known => known.IsCase == isCase).Select(known => new JsonObject
            {
                [isCase ? "caseId" : "inquiryId"] = known.Id,
                [isCase ? "caseStatusEnum" : "inquiryStatusEnum"] = known.Status,
                ["itemId"] = known.Order.ItemId(0),
                ["transactionId"] = known.Order.LineId(0),
                ["claimAmount"] = new JsonObject { ["value"] = known.Order.Total, ["currency"] = "EUR" },
                ["creationDate"] = new JsonObject { ["value"] = Time(known.At) },
                ["respondByDate"] = new JsonObject { ["value"] = Time(known.At.AddDays(3)) },
            })]));
        }
    }

    private async Task ProvideShipmentAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        await (body.At("shippingCarrierName").Text().Length == 0 || body.At("trackingNumber").Text().Length == 0
            ? PostOrderErrorAsync(context, 400, 292024, "Invalid shipping carrier name.")
            : ResolveAsync(context, "OPEN")).ConfigureAwait(false);
    }

    private Task ResolveAsync(HttpContext context, string status)
    {
        lock (Gate)
        {
            var index = _resolutions.FindIndex(known => known.Id == context.Request.RouteValues["id"]?.ToString());
            if (index < 0 || _resolutions[index].Status == "CLOSED")
            {
                return PostOrderErrorAsync(context, index < 0 ? 404 : 400, 2003001, "The inquiry or case does not allow this.");
            }

            _resolutions[index] = _resolutions[index] with { Status = status };
            return SandboxJson.WriteAsync(context, 200, new JsonObject());
        }
    }
}
