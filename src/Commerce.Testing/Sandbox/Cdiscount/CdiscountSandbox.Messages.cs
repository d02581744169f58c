using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Commerce.Testing.Sandbox;

/// <summary>Discussions.</summary>
public sealed partial class CdiscountSandbox
{
    private readonly Dictionary<string, CdiscountDiscussionEntry> _discussions = new(StringComparer.Ordinal);
    private int _messageCount;

    /// <summary>Gets or sets a value indicating whether answers name one receiver instead of a list: the sources contradict each other.</summary>
    public bool TakesOneReceiver { get; set; }

    /// <summary>Lets the buyer of an order open a discussion.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="text">The words.</param>
    /// <returns>The discussion's key.</returns>
    public string BuyerWrites(string orderId, string text)
    {
        lock (Gate)
        {
            var discussion = Open(orderId, "A question", "orderNotShipped");
            Write(discussion, discussion.Customer, "Customer", text);
            discussion.Status = "ToTreat";
            return discussion.Id;
        }
    }

    private void MapMessages(Action<string, string, string, Func<HttpContext, Task>> guarded)
    {
        guarded("GET", "discussions", "list-discussions", ListDiscussionsAsync);
        guarded("POST", "discussions", "create-discussion", OpenAsync);
        guarded("GET", "discussions/{discussion}", "find-discussion", FindDiscussionAsync);
        guarded("PATCH", "discussions/{discussion}", "update-discussion", PatchDiscussionAsync);
        guarded("POST", "messages", "send-message", SendAsync);
        guarded("PATCH", "messages/{message}", "update-message", PatchMessageAsync);
    }

    private CdiscountDiscussionEntry Open(string orderId, string subject, string topic)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{_discussions.Count + 1:x24}");
        var order = _orders[orderId];
        var discussion = new CdiscountDiscussionEntry(id, orderId, order.Reference, "C" + order.Reference, subject, topic, Clock.GetUtcNow());
        _discussions.Add(id, discussion);
        return discussion;
    }

    private void Write(CdiscountDiscussionEntry discussion, string user, string type, string text)
    {
        discussion.UpdatedAt = Clock.GetUtcNow();
        discussion.Messages.Add(new CdiscountMessageEntry(string.Create(CultureInfo.InvariantCulture, $"{++_messageCount:x23}m"), user, type, text, Clock.GetUtcNow())
        {
            HasRead = type == "Seller",
        });
    }

    private Task ListDiscussionsAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var (order, since, until) = (query["orderSellerId"].ToString(), Time(query["updatedAtMin"]), Time(query["updatedAtMax"]));
        if (since is { } from && (until ?? Clock.GetUtcNow()) - from > TimeSpan.FromDays(184))
        {
            return ProblemAsync(context, 400, "updatedAtMin", "The period is longer than 6 months");
        }

        var size = Number(query["pageSize"], 20, 100);
        var skip = (Number(query["pageIndex"], 1, int.MaxValue) - 1) * size;
        var include = query["includeMessages"].ToString();
        var items = Look(() => new JsonArray([.. _discussions.Values
            .Where(discussion => order.Length == 0 || discussion.Order == order)
            .Where(discussion => (since is null || discussion.UpdatedAt >= since) && (until is null || discussion.UpdatedAt <= until))
            .OrderBy(static discussion => discussion.UpdatedAt)
            .Skip(skip).Take(size)
            .Select(discussion => (JsonNode)discussion.ToJson(include switch
            {
                "FirstMessage" => discussion.Messages.Take(1),
                "LastMessage" => discussion.Messages.TakeLast(1),
                _ => [],
            }))]));
        return SandboxJson.WriteAsync(context, 200, new JsonObject { ["itemsPerPage"] = items.Count, ["items"] = items });
    }

    private Task FindDiscussionAsync(HttpContext context)
    {
        var body = Look(() => Discussion(context) is { } discussion ? discussion.ToJson(discussion.Messages) : null);
        return body is null ? NotFoundAsync(context) : SandboxJson.WriteAsync(context, 200, body);
    }

    private CdiscountDiscussionEntry? Discussion(HttpContext context) =>
        _discussions.GetValueOrDefault(context.Request.RouteValues["discussion"]?.ToString() ?? "");

    private async Task SendAsync(HttpContext context)
    {
        var body = await BodyAsync(context).ConfigureAwait(false);
        string? number = null;
        (int Status, string Field, string Text)? problem = Look<(int, string, string)?>(() =>
        {
            if (!_discussions.TryGetValue(body.At("discussionId").Text(), out var discussion))
            {
                return (404, "", "");
            }

            var type = TakesOneReceiver ? body.At("receiver").Text() : body.At("receivers", "userType").Text();
            if (type is not ("Customer" or "GrcOperator") || (!TakesOneReceiver && body.At("receivers", "userId").Text().Length == 0))
            {
                return (400, TakesOneReceiver ? "receiver" : "receivers", "The receiver is required");
            }

            if (body.At("body").Text().Length is < 13 or > 5000)
            {
                return (400, "body", "The body has 13 to 5000 characters");
            }

            if (!discussion.IsOpen)
            {
                return (400, "discussionId", "The discussion is closed");
            }

            Write(discussion, SellerId, "Seller", body.At("body").Text());
            discussion.Status = "Treated";
            number = discussion.Messages[^1].Id;
            return null;
        });
        await (problem is null
            ? SandboxJson.WriteAsync(context, 201, new JsonObject { ["messageId"] = number })
            : AnswerAsync(context, problem, 201)).ConfigureAwait(false);
    }

    private async Task OpenAsync(HttpContext context)
    {
        var body = await BodyAsync(context).ConfigureAwait(false);
        string? number = null;
        (int Status, string Field, string Text)? problem = Look<(int, string, string)?>(() =>
        {
            var (order, subject, topic) = (body.At("orderId").Text(), body.At("subject").Text(), body.At("subtypologyCode").Text());
            if (!_orders.ContainsKey(order))
            {
                return (404, "", "");
            }

            if (subject.Length == 0 || topic.Length == 0 || body.At("message", "body").Text().Length < 13 || body.At("message", "receiver").Text().Length == 0)
            {
                return (400, "message", "subject, subtypologyCode and message are required");
            }

            var discussion = Open(order, subject, topic);
            Write(discussion, SellerId, "Seller", body.At("message", "body").Text());
            number = discussion.Id;
            return null;
        });
        await (problem is null
            ? SandboxJson.WriteAsync(context, 201, new JsonObject { ["discussionId"] = number })
            : AnswerAsync(context, problem, 201)).ConfigureAwait(false);
    }

    private Task PatchDiscussionAsync(HttpContext context) => PatchAsync(context, "/isOpen", value =>
    {
        if (Discussion(context) is not { } discussion)
        {
            return false;
        }

        (discussion.IsOpen, discussion.UpdatedAt) = (value, Clock.GetUtcNow());
        return true;
    });

    private Task PatchMessageAsync(HttpContext context) => PatchAsync(context, "/hasRead", value =>
    {
        var id = context.Request.RouteValues["message"]?.ToString();
        if (_discussions.Values.SelectMany(static discussion => discussion.Messages).FirstOrDefault(message => message.Id == id) is not { } message)
        {
            return false;
        }

        message.HasRead = value;
        return true;
    });

    private async Task PatchAsync(HttpContext context, string path, Func<bool, bool> apply)
    {
        var body = await BodyAsync(context).ConfigureAwait(false);
        (int Status, string Field, string Text)? problem = body is not JsonArray || body.At("op").Text() != "replace" || body.At("path").Text() != path
            ? (400, "path", $"A list with a replacement of {path} is required")
            : Look<(int, string, string)?>(() => apply(body.At("value").Text() == "true") ? null : (404, "", ""));
        await AnswerAsync(context, problem, 200).ConfigureAwait(false);
    }

    private sealed class CdiscountMessageEntry(string id, string user, string type, string text, DateTimeOffset at)
    {
        public string Id => id;

        public bool HasRead { get; set; }

        public JsonObject ToJson() => new()
        {
            ["messageId"] = id,
            ["sender"] = new JsonObject { ["userId"] = user, ["userType"] = type },
            ["body"] = text,
            ["createdAt"] = at.UtcDateTime.ToString("O"),
            ["hasRead"] = HasRead,
            ["attachments"] = new JsonArray(),
        };
    }

    private sealed class CdiscountDiscussionEntry(string id, string order, string reference, string customer, string subject, string topic, DateTimeOffset at)
    {
        private readonly DateTimeOffset _createdAt = at;

        public string Id => id;

        public string Order => order;

        public string Customer => customer;

        public bool IsOpen { get; set; } = true;

        public string Status { get; set; } = "Treated";

        public DateTimeOffset UpdatedAt { get; set; } = at;

        public List<CdiscountMessageEntry> Messages { get; } = [];

        public JsonObject ToJson(IEnumerable<CdiscountMessageEntry> messages) => new()
        {
            ["discussionId"] = id,
            ["subject"] = subject,
            ["orderReference"] = reference,
            ["orderSellerId"] = order,
            ["isOpen"] = IsOpen,
            ["graduation"] = "Discussion",
            ["subTypologyCode"] = topic,
            ["typologyCode"] = "Order",
            ["createdAt"] = _createdAt.UtcDateTime.ToString("O"),
            ["updatedAt"] = UpdatedAt.UtcDateTime.ToString("O"),
            ["status"] = Status,
            ["customerId"] = customer,
            ["sellerId"] = Seller,
            ["salesChannel"] = "CDISFR",
            ["messages"] = new JsonArray([.. messages.Select(static message => (JsonNode)message.ToJson())]),
        };
    }
}
