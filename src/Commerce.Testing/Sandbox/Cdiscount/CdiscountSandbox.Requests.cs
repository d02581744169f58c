using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Commerce.Testing.Sandbox;

/// <summary>Cancellations and commercial gestures, which are requests that are granted after a while.</summary>
public sealed partial class CdiscountSandbox
{
    private static readonly TimeSpan RequestTime = TimeSpan.FromMinutes(5);

    private readonly List<CdiscountCancellationEntry> _cancellations = [];
    private readonly List<CdiscountGestureEntry> _gestures = [];
    private readonly Queue<(DateTimeOffset At, Action Grant)> _requests = new();
    private int _cancellationCount;

    /// <summary>Gets or sets the field in which it wants the order of a request to cancel a whole order: the sources contradict each other.</summary>
    public string CancellationField { get; set; } = "orderSellerId";

    /// <summary>Gets or sets a value indicating whether it takes cancellations of this channel at all; the default is yes.</summary>
    public bool TakesCancellations { get; set; } = true;

    /// <summary>Gets the sum of the gestures of each order that has any.</summary>
    public IReadOnlyDictionary<string, decimal> Gestures => Look(() =>
        _orders.Values.Where(static order => order.Gestured > 0).ToDictionary(static order => order.Id, static order => order.Gestured));

    private void MapRequests(Action<string, string, string, Func<HttpContext, Task>> guarded)
    {
        guarded("GET", "cancellation-reasons", "list-cancellation-reasons", ReasonsAsync);
        guarded("POST", "order-cancellation-requests", "cancel-order", context => CancelAsync(context, isPartial: false));
        guarded("POST", "order-partial-cancellation-requests", "cancel-lines", context => CancelAsync(context, isPartial: true));
        guarded("GET", "order-cancellation-requests", "list-cancellations", ListCancellationsAsync);
        guarded("GET", "orders/{id}/commercial-gestures-available-amounts", "find-gesture-amount", context => WithOrderAsync(
            context, static order => new JsonObject { ["allowableAmount"] = order.Total - order.Gestured }));
        guarded("GET", "sales-channel-commercial-gesture-configurations/{channel}", "read-gesture-configuration", static context => SandboxJson.WriteAsync(
            context, 200, new JsonObject { ["salesChannelId"] = "CDISFR", ["reasons"] = new JsonArray("MissingProduct", "Other") }));
        guarded("POST", "order-commercial-gesture-requests", "create-gesture", GestureAsync);
        guarded("GET", "order-commercial-gesture-requests", "list-gestures", ListGesturesAsync);
        guarded("GET", "order-commercial-gesture-requests/{request}", "find-gesture", FindGestureAsync);
    }

    private void WorkOnRequests(DateTimeOffset until)
    {
        while (_requests.TryPeek(out var request) && request.At <= until)
        {
            _requests.Dequeue().Grant();
        }
    }

    private static Task ReasonsAsync(HttpContext context) => SandboxJson.WriteAsync(context, 200, new JsonObject
    {
        ["items"] = context.Request.Query["orderStatus"] == "InPreparation"
            ? new JsonArray(
                new JsonObject { ["reason"] = "seller-out-of-stock", ["label"] = "Out of stock" },
                new JsonObject { ["reason"] = "customer-request", ["label"] = "Asked for by the customer" })
            : new JsonArray(),
    });

    private async Task CancelAsync(HttpContext context, bool isPartial)
    {
        var body = await BodyAsync(context).ConfigureAwait(false);
        string? number = null;
        (int Status, string Field, string Text)? problem = Look<(int, string, string)?>(() =>
        {
            var field = isPartial ? "orderSellerId" : CancellationField;
            if (!TakesCancellations)
            {
                return (400, "salesChannel", "The sales channel CDISFR is not supported");
            }

            if (!_orders.TryGetValue(body.At(field).Text(), out var order))
            {
                return (400, field, $"The {field} field is required");
            }

            var lines = isPartial ? body.At("lines").Items().ToDictionary(static line => line.At("lineId").Text(), static line => line.At("reason").Text())
                : order.LineIds.ToDictionary(static line => line, _ => body.At("reason").Text());
            if (lines.Count == 0 || lines.Values.Any(static reason => reason is not ("seller-out-of-stock" or "customer-request")))
            {
                return (400, "reason", "The reason is unknown");
            }

            if (lines.Keys.FirstOrDefault(line => !order.LineIds.Contains(line) || order.LineState(line) is not ("InPreparation" or "CancelRequest")) is { } wrong)
            {
                return (400, "lines", $"The line {wrong} cannot be cancelled");
            }

            number = string.Create(CultureInfo.InvariantCulture, $"c-{++_cancellationCount:D4}");
            var entries = isPartial ? lines.Keys.Select(line => new CdiscountCancellationEntry(number, order.Id, line)).ToList() : [new CdiscountCancellationEntry(number, order.Id, null)];
            _cancellations.AddRange(entries);
            _requests.Enqueue((Clock.GetUtcNow() + RequestTime, () => Grant(order, [.. lines.Keys], entries)));
            return null;
        });
        await (problem is null
            ? SandboxJson.WriteAsync(context, 201, new JsonObject { ["cancellationRequestId"] = number })
            : AnswerAsync(context, problem, 201)).ConfigureAwait(false);
    }

    private void Grant(CdiscountState order, IReadOnlyList<string> lines, List<CdiscountCancellationEntry> entries)
    {
        // What was shipped meanwhile is not cancelled any more.
        var isLate = lines.Any(line => order.LineState(line) == "Shipped");
        entries.ForEach(entry => entry.Status = isLate ? "Refused" : "Accepted");
        if (!isLate)
        {
            Change(order, cancelled =>
            {
                foreach (var line in lines)
                {
                    cancelled.MoveLine(line, "Cancelled");
                }
            });
        }
    }

    private Task ListCancellationsAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var (order, number, line) = (query["orderSellerId"].ToString(), query["cancellationRequestId"].ToString(), query["lineId"].ToString());
        var items = Look(() => new JsonArray([.. _cancellations
            .Where(entry => (order.Length == 0 || entry.Order == order) && (number.Length == 0 || entry.Id == number) && (line.Length == 0 || entry.Line == line))
            .Select(static entry => (JsonNode)new JsonObject
            {
                ["cancellationRequestId"] = entry.Id, ["orderSellerId"] = entry.Order, ["lineId"] = entry.Line, ["status"] = entry.Status,
            })]));
        return SandboxJson.WriteAsync(context, 200, new JsonObject { ["itemsPerPage"] = items.Count, ["items"] = items });
    }

    private async Task GestureAsync(HttpContext context)
    {
        var body = await BodyAsync(context).ConfigureAwait(false);
        (int Status, string Field, string Text)? problem = Look<(int, string, string)?>(() =>
        {
            if (!_orders.TryGetValue(body.At("orderId").Text(), out var order))
            {
                return (404, "", "");
            }

            var (reason, details) = (body.At("reason").Text(), body.At("reasonDetails").Text());
            if (reason is not ("MissingProduct" or "Other") || (reason == "Other" && details.Length == 0))
            {
                return (400, "reason", "The reason is unknown, or its details are missing");
            }

            if (order.State is not ("Shipped" or "Delivered"))
            {
                return (400, "orderId", "The order is not shipped");
            }

            if (!decimal.TryParse(body.At("amount").Text(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) || amount <= 0 || amount > order.Total - order.Gestured)
            {
                return (400, "amount", "The amount is above the allowable amount");
            }

            var entry = new CdiscountGestureEntry(string.Create(CultureInfo.InvariantCulture, $"g-{_gestures.Count + 1:D4}"), order.Id, reason, details, amount, Clock.GetUtcNow());
            _gestures.Add(entry);
            order.Gestured += amount;
            _requests.Enqueue((Clock.GetUtcNow() + RequestTime, () => entry.Status = "Accepted"));
            return null;
        });
        await AnswerAsync(context, problem, 201).ConfigureAwait(false);
    }

    private Task ListGesturesAsync(HttpContext context)
    {
        var order = context.Request.Query["orderId"].ToString();
        var items = Look(() => new JsonArray([.. _gestures.Where(entry => order.Length == 0 || entry.Order == order).Select(static entry => (JsonNode)entry.ToJson())]));
        return SandboxJson.WriteAsync(context, 200, new JsonObject { ["items"] = items });
    }

    private Task FindGestureAsync(HttpContext context)
    {
        var body = Look(() => _gestures.Find(entry => entry.Id == context.Request.RouteValues["request"]?.ToString())?.ToJson());
        return body is null ? NotFoundAsync(context) : SandboxJson.WriteAsync(context, 200, body);
    }

    private sealed record CdiscountCancellationEntry(string Id, string Order, string? Line)
    {
        public string Status { get; set; } = "Pending";
    }

    private sealed record CdiscountGestureEntry(string Id, string Order, string Reason, string Details, decimal Amount, DateTimeOffset At)
    {
        public string Status { get; set; } = "Pending";

        public JsonObject ToJson() => new()
        {
            ["id"] = Id,
            ["orderId"] = Order,
            ["status"] = Status,
            ["reason"] = Reason,
            ["reasonDetails"] = Details,
            ["amount"] = Amount,
            ["createdAt"] = At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        };
    }
}
