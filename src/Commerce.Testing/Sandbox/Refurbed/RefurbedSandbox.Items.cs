using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Commerce.Testing.Sandbox;

public sealed partial class RefurbedSandbox
{
    private long _returns = 9000;

    /// <summary>Gets or sets a value indicating whether refunds need a ticket about the item first; the default is no.</summary>
    public bool RefundsNeedTicket { get; set; }

    /// <summary>Gets the orders that have an invoice.</summary>
    public IReadOnlyList<string> Invoices => Look(() => (IReadOnlyList<string>)[.. _orders.Values.Where(static order => order.Invoice is not null).Select(static order => RefurbedState.Number(order.Id))]);

    /// <summary>Lets the buyer send a shipped item back.</summary>
    /// <param name="id">The order.</param>
    /// <param name="item">The item, from 0 on.</param>
    /// <returns>The return's key.</returns>
    public string SendBack(string id, int item)
    {
        lock (Gate)
        {
            var order = Known(id);
            order.Items[item].Return = new RefurbedReturnState(++_returns, Clock.GetUtcNow(), "https://example.com/tickets/1");
            return RefurbedState.Number(_returns);
        }
    }

    private static bool IsAllowed(string from, string to) => (from, to) is ("NEW", "ACCEPTED" or "REJECTED" or "CANCELLED") or ("ACCEPTED", "SHIPPED" or "CANCELLED") or ("SHIPPED", "RETURNED");

    private static RefurbedAnswer? Objection(JsonNode update) =>
        update.At("parcel_tracking_url") is { } url && (!Uri.TryCreate(url.Text(), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) ? No(3, "invalid parcel tracking url")
        : update.At("parcel_carrier_tracking_number") is { } pair && (Carriers().Body.At("carriers").Items().All(carrier => carrier.At("slug").Text() != pair.At("carrier").Text()) || pair.At("tracking_number").Text().Length == 0)
            ? No(3, "invalid carrier or tracking number")
        : update.At("item_identifiers").Items().Any(static identifier => identifier.At("identifier_type").Text() is not ("IMEI" or "SERIAL_NUMBER")) ? No(3, "invalid item identifier")
        : null;

    private static void Write(RefurbedItem item, JsonNode update)
    {
        item.TrackingUrl = update.At("parcel_tracking_url")?.Text() ?? item.TrackingUrl;
        if (update.At("item_identifiers") is JsonArray { Count: > 0 } identifiers)
        {
            item.Identifiers.Clear();
            item.Identifiers.AddRange(identifiers.Select(static identifier => identifier!.DeepClone()));
        }
    }

    private RefurbedAnswer UpdateItem(JsonNode update) => WithItem(update.At("id"), (order, item) =>
    {
        if (Objection(update) is { } objection)
        {
            return objection;
        }

        Write(item, update);
        return ItemAnswer(order, item);
    });

    private RefurbedAnswer UpdateState(JsonNode update) => WithItem(update.At("id"), (order, item) =>
    {
        var state = update.At("state").Text();
        if (!IsAllowed(item.State, state))
        {
            return No(3, "illegal state transition");
        }

        if (Objection(update) is { } objection)
        {
            return objection;
        }

        Write(item, update);
        if (state == "SHIPPED" && item.TrackingUrl is null)
        {
            return No(3, "parcel tracking url needs to be set");
        }

        // What is told of several items at once is one decision, and one parcel.
        if (item.State == "NEW" && order.Items.TrueForAll(static other => other.State == "NEW"))
        {
            order.Decisions++;
        }

        if (state == "SHIPPED")
        {
            var number = update.At("parcel_carrier_tracking_number", "tracking_number")?.Text() ?? item.TrackingUrl!;
            if (!order.Items.Exists(other => other.State == "SHIPPED" && other.TrackingUrl == item.TrackingUrl))
            {
                order.Told[number] = order.Told.GetValueOrDefault(number) + 1;
            }

            item.ShipmentStatus = "INFO_RECEIVED";
        }
        else if (state == "RETURNED" && item.Return is { } sentBack)
        {
            sentBack.State = "DELIVERED";
        }

        item.State = state;
        return ItemAnswer(order, item);
    });

    private string EligibilityOf(RefurbedItem item) =>
        item.Paid == 0 ? "INELIGIBLE_ALREADY_REFUNDED" : RefundsNeedTicket && !HasTicket(item) ? "INELIGIBLE_NO_TICKET" : "ELIGIBLE";

    private void MapMoney(Action<string, string, Func<JsonNode?, RefurbedAnswer>> method)
    {
        method("OrderItemService/CalculateRefundOrderItem", "calculate-refund-item", body => RefundItem(body, isDry: true));
        method("OrderItemService/RefundOrderItem", "refund-item", body => RefundItem(body, isDry: false));
        method("OrderService/CalculateRefundOrder", "calculate-refund-order", body => RefundOrder(body, isDry: true));
        method("OrderService/RefundOrder", "refund-order", body => RefundOrder(body, isDry: false));
        method("OrderItemReturnService/ListOrderItemReturns", "list-returns", ListReturns);
        method("OrderService/SetOrderInvoiceStream", "set-invoice", body => Upload(body, isCommercial: false));
        method("OrderService/UploadOrderCommercialInvoice", "upload-commercial-invoice", body => Upload(body, isCommercial: true));
        method("OrderService/GetOrderInvoice", "find-invoice", body => IdOf(body.At("order_id")) is { } id && _orders.TryGetValue(id, out var order) && order.Invoice is not null
            ? new RefurbedAnswer(0, new JsonObject { ["url"] = $"https://files.example.com/invoices/{RefurbedState.Number(id)}.pdf" })
            : No(5, "invoice not found"));
        method("OrderService/GetOrderCommercialInvoice", "find-commercial-invoice", body => IdOf(body.At("order_id")) is { } id && _orders.TryGetValue(id, out var order) && order.CommercialInvoice is { } number
            ? new RefurbedAnswer(0, new JsonObject { ["url"] = "https://files.example.com/commercial.pdf", ["commercial_invoice_number"] = number })
            : No(5, "commercial invoice not found"));
    }

    private RefurbedAnswer RefundItem(JsonNode? body, bool isDry) => WithItem(body.At("id"), (_, item) =>
    {
        if (body.At("currency_code").Text() != "EUR" || AmountOf(body.At("target_paid_amount")) is not { } target || target > item.Paid)
        {
            return No(3, "invalid refund data");
        }

        return EligibilityOf(item) != "ELIGIBLE" ? No(9, "order item is not refundable") : Refund([item], target, isDry);
    });

    private RefurbedAnswer RefundOrder(JsonNode? body, bool isDry)
    {
        if (IdOf(body.At("id")) is not { } id || !_orders.TryGetValue(id, out var order))
        {
            return No(5, "order not found");
        }

        var items = order.Items.Where(item => EligibilityOf(item) == "ELIGIBLE").ToList();
        return items.Count == 0 ? No(9, "order is not refundable") : Refund(items, 0, isDry);
    }

    private static RefurbedAnswer Refund(List<RefurbedItem> items, decimal target, bool isDry)
    {
        var refunded = items.Sum(static item => item.Paid) - target;
        if (!isDry)
        {
            items.ForEach(item => item.Paid = target);
        }

        var byRefurbed = decimal.Round(refunded * 0.11m, 2);
        return new RefurbedAnswer(0, new JsonObject
        {
            ["currency_code"] = "EUR",
            ["total_paid"] = RefurbedState.Amount(target),
            ["total_refunded"] = RefurbedState.Amount(items.Sum(static item => item.Charged) - target),
            ["refunded"] = RefurbedState.Amount(refunded),
            ["refunded_refurbed"] = RefurbedState.Amount(byRefurbed),
            ["refunded_merchant"] = RefurbedState.Amount(refunded - byRefurbed),
        });
    }

    private RefurbedAnswer ListReturns(JsonNode? body)
    {
        if (LimitOf(body) is not { } limit)
        {
            return No(3, "pagination limit too large");
        }

        var orders = AnyOf(body.At("filter", "order_id"));
        var since = TimeOf(body.At("filter", "return_initiated_at", "ge"));
        var after = IdOf(body.At("pagination", "starting_after")) ?? 0;
        var found = _items.Values
            .Where(pair => pair.Item.Return is { } sentBack && sentBack.Id > after && (since is null || sentBack.At >= since) && (orders is null || orders.Contains(RefurbedState.Number(pair.Order.Id))))
            .OrderBy(static pair => pair.Item.Return!.Id)
            .Take(limit + 1)
            .Select(static pair => new JsonObject
            {
                ["id"] = RefurbedState.Number(pair.Item.Return!.Id),
                ["order_id"] = RefurbedState.Number(pair.Order.Id),
                ["order_item_id"] = RefurbedState.Number(pair.Item.Id),
                ["instance_name"] = $"Article {pair.Item.Sku}",
                ["item_identifiers"] = new JsonArray([.. pair.Item.Identifiers.Select(static identifier => identifier.DeepClone())]),
                ["return_initiated_at"] = RefurbedState.Time(pair.Item.Return.At),
                ["state"] = pair.Item.Return.State,
                ["tracking_number"] = $"R{RefurbedState.Number(pair.Item.Return.Id)}",
                ["tracking_url"] = $"https://tracking.example.com/R{RefurbedState.Number(pair.Item.Return.Id)}",
                ["ticket_url"] = pair.Item.Return.Ticket,
                ["item_within_trial_period"] = true,
            })
            .ToList();
        return Page("returns", found, limit);
    }

    private RefurbedAnswer Upload(JsonNode? body, bool isCommercial)
    {
        if (body is not JsonArray { Count: >= 2 } parts || IdOf(parts[0].At("meta", "order_id")) is not { } id)
        {
            return No(3, "a list that begins with meta is required");
        }

        if (!_orders.TryGetValue(id, out var order))
        {
            return No(5, "order not found");
        }

        var pieces = parts.Skip(1).Select(static part => Convert.FromBase64String(part.At("data").Text())).ToList();
        byte[] file = [.. pieces.SelectMany(static piece => piece)];
        if (pieces.Exists(static piece => piece.Length is 0 or > 1024 * 1024) || !file.AsSpan().StartsWith("%PDF"u8))
        {
            return No(3, "invoice format is not supported");
        }

        if (file.Length > 2 * 1024 * 1024)
        {
            return No(isCommercial ? 3 : 9, "invoice exceeds the permitted size");
        }

        var answer = new JsonObject { ["size"] = RefurbedState.Number(file.Length), ["url"] = "https://files.example.com/invoice.pdf" };
        if (!isCommercial)
        {
            order.Invoice = file;
            return new RefurbedAnswer(0, answer);
        }

        var number = parts[0].At("meta", "commercial_invoice_number").Text();
        if (number.Length == 0)
        {
            return No(3, "commercial invoice number is required");
        }

        if (order.CommercialInvoice is not null)
        {
            return No(9, "a commercial invoice was already uploaded");
        }

        order.CommercialInvoice = number;
        answer["commercial_invoice_number"] = number;
        return new RefurbedAnswer(0, answer);
    }
}
