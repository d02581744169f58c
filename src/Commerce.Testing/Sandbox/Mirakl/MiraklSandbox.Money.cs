using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

public sealed partial class MiraklSandbox
{
    private int _parts;

    /// <summary>Gets the money that was paid back, by order.</summary>
    public IReadOnlyDictionary<string, decimal> Refunded
    {
        get
        {
            lock (Gate)
            {
                return _orders.Where(static order => order.Lines.Any(static line => line.Refunds.Count > 0))
                    .ToDictionary(static order => order.Id, static order => order.Lines.Sum(static line => line.Refunds.Sum(static part => part.Amount + part.Shipping)));
            }
        }
    }

    private void MapMoney(IEndpointRouteBuilder routes)
    {
        Operation(routes, "PUT", "api/orders/{id}/cancel", "cancel-order", context => GuardedAsync(context, CancelOrderAsync));
        Operation(routes, "PUT", "api/orders/cancel", "cancel-lines", context => GuardedAsync(context, inner => PartsAsync(inner, "cancelations", Cancel)));
        Operation(routes, "PUT", "api/orders/refund", "refund-order", context => GuardedAsync(context, inner => PartsAsync(inner, "refunds", PayBack)));
        Operation(routes, "GET", "api/reasons", "list-reasons", context => GuardedAsync(context, ReasonsAsync));
        Operation(routes, "PUT", "api/orders/{id}/lines/{line}/resolve_incident", "resolve-incident", context => GuardedAsync(context, ResolveAsync));
        Operation(routes, "POST", "api/orders/{id}/documents", "upload-document", context => GuardedAsync(context, DocumentAsync));
    }

    private static Task ReasonsAsync(HttpContext context) => SandboxJson.WriteAsync(context, 200, new JsonObject
    {
        ["reasons"] = new JsonArray(
            new JsonObject { ["code"] = "15", ["is_shop_right"] = true, ["label"] = "Out of stock", ["type"] = "REFUND" },
            new JsonObject { ["code"] = "34", ["is_shop_right"] = true, ["label"] = "Cancelled by the client prior to shipping", ["type"] = "CANCELATION" },
            new JsonObject { ["code"] = "50", ["is_shop_right"] = true, ["label"] = "Solved with the client", ["type"] = "INCIDENT_CLOSE" }),
        ["total_count"] = 3,
    });

    private Task CancelOrderAsync(HttpContext context)
    {
        (string Message, string Code)? problem = null;
        lock (Gate)
        {
            var order = Find(context);
            if (order is null)
            {
                problem = ("Order not found", "ORDER_NOT_FOUND");
            }
            else if (order.State is not ("WAITING_ACCEPTANCE" or "WAITING_DEBIT_PAYMENT" or "SHIPPING") || order.Told.Count > 0)
            {
                problem = ($"The order cannot be cancelled: it is '{order.State}'.", "ORDER_INVALID_STATE");
            }
            else
            {
                order.Move("CANCELED", Clock.GetUtcNow());
            }
        }

        return AnswerAsync(context, problem);
    }

    private async Task PartsAsync(HttpContext context, string list, Func<MiraklState, MiraklLineState, MiraklPartState, string?> apply)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        var entries = body.At(list).Items().ToList();
        string? problem = entries.Count == 0 ? $"{list} is required" : null;
        lock (Gate)
        {
            var found = entries.Select(entry => (Entry: entry, Line: FindLine(entry.At("order_line_id").Text()))).ToList();
            problem ??= found.Select(item => item.Line is null ? "Order line not found" : Missing(item.Entry, item.Line.Value.Order)).FirstOrDefault(static text => text is not null);
            foreach (var (entry, line) in problem is null ? found : [])
            {
                var part = new MiraklPartState(
                    $"{++_parts + 1000}", Number(entry.At("amount")), Number(entry.At("shipping_amount")), (int)Number(entry.At("quantity")), entry.At("reason_code").Text());
                problem ??= apply(line!.Value.Order, line.Value.Line, part);
                entry[list == "refunds" ? "refund_id" : "cancelation_id"] = part.Id;
            }
        }

        await (problem is null
            ? SandboxJson.WriteAsync(context, 200, body!)
            : ErrorAsync(context, 400, problem, "VALIDATION_ERROR")).ConfigureAwait(false);
    }

    private static string? Missing(JsonNode entry, MiraklState order) => entry.At("reason_code").Text().Length == 0 ? "reason_code is required"
        : entry.At("amount") is null || entry.At("shipping_amount") is null ? "amount and shipping_amount are required"
        : Number(entry.At("amount")) > 0 && !entry.At("taxes").Items().Any() ? $"taxes are required, the order {order.Id} has some"
        : null;

    private string? Cancel(MiraklState order, MiraklLineState line, MiraklPartState part)
    {
        if (order.State is not ("WAITING_ACCEPTANCE" or "WAITING_DEBIT_PAYMENT" or "SHIPPING"))
        {
            return $"The order cannot be cancelled: it is '{order.State}'.";
        }

        if (part.Quantity < 1 || part.Quantity > line.Quantity)
        {
            return "quantity is invalid";
        }

        line.Cancelations.Add(part);
        order.Move(order.Lines.All(static known => known.Quantity == 0) ? "CANCELED" : order.State, Clock.GetUtcNow());
        return null;
    }

    private string? PayBack(MiraklState order, MiraklLineState line, MiraklPartState part)
    {
        if (order.State is not ("SHIPPING" or "SHIPPED" or "RECEIVED"))
        {
            return $"The order cannot be refunded: it is '{order.State}'.";
        }

        if (line.Refunds.Sum(static known => known.Amount) + part.Amount > line.Price)
        {
            return "amount is more than what is left";
        }

        line.Refunds.Add(part);
        order.UpdatedAt = Clock.GetUtcNow();
        return null;
    }

    private Task ResolveAsync(HttpContext context)
    {
        lock (Gate)
        {
            var order = Find(context);
            var line = order?.Lines.FirstOrDefault(known => known.Id == context.Request.RouteValues["line"]?.ToString());
            if (line is null)
            {
                return ErrorAsync(context, 404, "Order line not found", "ORDER_LINE_NOT_FOUND");
            }

            if (!line.HasIncident)
            {
                return ErrorAsync(context, 400, "The order line has no open incident.", "ORDER_LINE_INVALID_STATE");
            }

            line.HasIncident = false;
            order!.UpdatedAt = Clock.GetUtcNow();
        }

        return AnswerAsync(context, null);
    }

    private async Task DocumentAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        var input = JsonNode.Parse(form["order_documents"].ToString());
        var errors = new JsonArray();
        bool isKnown;
        lock (Gate)
        {
            var order = Find(context);
            isKnown = order is not null;
            foreach (var entry in isKnown ? input.At("order_documents").Items() : [])
            {
                var name = entry.At("file_name").Text();
                if (form.Files.All(file => file.FileName != name) || entry.At("type_code").Text() is not ("CUSTOMER_INVOICE" or "CREDIT_NOTE"))
                {
                    errors.Add((JsonNode)new JsonObject { ["code"] = "DOCUMENT_TYPE_NOT_FOUND", ["field"] = "type_code", ["message"] = "The type of the document is unknown" });
                }
                else
                {
                    order!.Documents.Add(name);
                }
            }
        }

        await (isKnown
            ? SandboxJson.WriteAsync(context, 200, new JsonObject
            {
                ["errors_count"] = errors.Count,
                ["order_documents"] = new JsonArray(new JsonObject { ["errors"] = errors }),
            })
            : ErrorAsync(context, 404, "Order not found", "ORDER_NOT_FOUND")).ConfigureAwait(false);
    }

    private static decimal Number(JsonNode? node) => decimal.TryParse(node.Text(), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private (MiraklState Order, MiraklLineState Line)? FindLine(string id)
    {
        var dash = id.LastIndexOf('-');
        var order = dash > 0 ? _byId.GetValueOrDefault(id[..dash]) : null;
        var line = order?.Lines.FirstOrDefault(known => known.Id == id);
        return line is null ? null : (order!, line);
    }
}
