using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

public sealed partial class MiraklSandbox
{
    private readonly List<(string Id, string OrderId, List<(string From, string Body, DateTimeOffset At)> Messages)> _threads = [];

    private readonly Dictionary<string, (string Name, string Type, byte[] Content)> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _filesOfMessages = new(StringComparer.Ordinal);

    /// <summary>Lets the buyer of an order write.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="body">The words.</param>
    /// <returns>The conversation's key.</returns>
    public string BuyerWrites(string orderId, string body)
    {
        lock (Gate)
        {
            var id = $"00000000-0000-4000-9000-{_threads.Count + 1:D12}";
            _threads.Add((id, orderId, [("CUSTOMER_USER", body, Clock.GetUtcNow())]));
            return id;
        }
    }

    private void MapMessages(IEndpointRouteBuilder routes)
    {
        Operation(routes, "GET", "api/inbox/threads/{id}/download", "get-attachment", context => GuardedAsync(context, DownloadAsync));
        Operation(routes, "GET", "api/inbox/threads", "list-threads", context => GuardedAsync(context, ListThreadsAsync));
        Operation(routes, "GET", "api/inbox/threads/{id}", "find-thread", context => GuardedAsync(context, FindThreadAsync));
        Operation(routes, "POST", "api/inbox/threads/{id}/message", "send-message", context => GuardedAsync(context, AnswerThreadAsync));
        Operation(routes, "POST", "api/orders/{id}/threads", "send-message", context => GuardedAsync(context, StartThreadAsync));
    }

    private Task DownloadAsync(HttpContext context)
    {
        lock (Gate)
        {
            if (!_files.TryGetValue(context.Request.RouteValues["id"]?.ToString() ?? "", out var file))
            {
                return ErrorAsync(context, 404, "Attachment not found");
            }

            context.Response.ContentType = file.Type;
            context.Response.Headers.ContentDisposition = $"attachment; filename=\"{file.Name}\"";
            context.Response.ContentLength = file.Content.Length;
            return context.Response.Body.WriteAsync(file.Content, context.RequestAborted).AsTask();
        }
    }

    // The form is read already.
    private void KeepFiles(HttpContext context, string messageId)
    {
        foreach (var file in context.Request.Form.Files)
        {
            using var content = new MemoryStream();
            file.CopyTo(content);
            var id = $"00000000-0000-4000-b000-{_files.Count + 1:D12}";
            _files[id] = (file.FileName, file.ContentType, content.ToArray());
            (_filesOfMessages.TryGetValue(messageId, out var files) ? files : _filesOfMessages[messageId] = []).Add(id);
        }
    }

    private static async Task<JsonNode?> PartAsync(HttpContext context, string name)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        return form[name] is [{ } text] ? JsonNode.Parse(text) : null;
    }

    private Task ListThreadsAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var start = 0;
        var limit = 10;
        var order = query["entity_id"].ToString();
        if (query["page_token"] is [{ } token])
        {
            var parts = token.Split('.');
            (start, limit, order) = (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture), parts[2]);
        }
        else if (int.TryParse(query["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var given))
        {
            limit = Math.Clamp(given, 10, 100);
        }

        lock (Gate)
        {
            var found = _threads.Where(thread => order.Length == 0 || thread.OrderId == order).ToList();
            var answer = new JsonObject { ["data"] = new JsonArray([.. found.Skip(start).Take(limit).Select(thread => (JsonNode)Thread(thread, query["with_messages"] == "true"))]) };
            if (start + limit < found.Count)
            {
                answer["next_page_token"] = $"{start + limit}.{limit}.{order}";
            }

            return SandboxJson.WriteAsync(context, 200, answer);
        }
    }

    private Task FindThreadAsync(HttpContext context)
    {
        var id = context.Request.RouteValues["id"]?.ToString();
        lock (Gate)
        {
            var thread = _threads.Find(known => known.Id == id);
            return thread.Id is null ? ErrorAsync(context, 404, "Thread not found") : SandboxJson.WriteAsync(context, 200, Thread(thread, withMessages: true));
        }
    }

    private async Task AnswerThreadAsync(HttpContext context)
    {
        var input = await PartAsync(context, "message_input").ConfigureAwait(false);
        var id = context.Request.RouteValues["id"]?.ToString();
        var body = input.At("body").Text();
        Task answer;
        lock (Gate)
        {
            var thread = _threads.Find(known => known.Id == id);
            if (thread.Id is null)
            {
                answer = ErrorAsync(context, 404, "Thread not found");
            }
            else if (body.Length < 3 || !input.At("to").Items().Any())
            {
                answer = ErrorAsync(context, 400, "body and to are required", "VALIDATION_ERROR");
            }
            else
            {
                thread.Messages.Add(("SHOP_USER", body, Clock.GetUtcNow()));
                KeepFiles(context, $"{id}-{thread.Messages.Count}");
                answer = SandboxJson.WriteAsync(context, 201, new JsonObject { ["message_id"] = $"{id}-{thread.Messages.Count}", ["thread_id"] = id });
            }
        }

        await answer.ConfigureAwait(false);
    }

    private async Task StartThreadAsync(HttpContext context)
    {
        var input = await PartAsync(context, "thread_input").ConfigureAwait(false);
        var body = input.At("body").Text();
        Task answer;
        lock (Gate)
        {
            if (Find(context) is not { } order)
            {
                answer = ErrorAsync(context, 404, "Order not found", "ORDER_NOT_FOUND");
            }
            else
            {
                var id = $"00000000-0000-4000-9000-{_threads.Count + 1:D12}";
                _threads.Add((id, order.Id, [("SHOP_USER", body, Clock.GetUtcNow())]));
                KeepFiles(context, id + "-1");
                answer = SandboxJson.WriteAsync(context, 201, new JsonObject { ["message_id"] = id + "-1", ["thread_id"] = id });
            }
        }

        await answer.ConfigureAwait(false);
    }

    private JsonObject Thread((string Id, string OrderId, List<(string From, string Body, DateTimeOffset At)> Messages) thread, bool withMessages)
    {
        var last = thread.Messages[^1];
        var result = new JsonObject
        {
            ["id"] = thread.Id,
            ["date_created"] = thread.Messages[0].At.UtcDateTime.ToString("O"),
            ["date_updated"] = last.At.UtcDateTime.ToString("O"),
            ["entities"] = new JsonArray(new JsonObject { ["type"] = "MMP_ORDER", ["id"] = thread.OrderId, ["label"] = thread.OrderId }),
            ["topic"] = new JsonObject { ["type"] = "FREE_TEXT", ["value"] = "Question" },
            ["authorized_participants"] = new JsonArray(
                new JsonObject { ["type"] = "SHOP", ["id"] = "2000", ["display_name"] = "Shop" },
                new JsonObject { ["type"] = "CUSTOMER", ["id"] = "C-" + thread.OrderId, ["display_name"] = "Buyer" }),
            ["metadata"] = new JsonObject
            {
                ["last_message_date"] = last.At.UtcDateTime.ToString("O"),
                ["total_count"] = thread.Messages.Count,
                ["shop_reply_needed_since"] = last.From == "CUSTOMER_USER" ? last.At.UtcDateTime.ToString("O") : null,
            },
        };
        if (withMessages)
        {
            result["messages"] = new JsonArray([.. thread.Messages.Select((message, index) => (JsonNode)new JsonObject
            {
                ["id"] = $"{thread.Id}-{index + 1}",
                ["body"] = message.Body,
                ["date_created"] = message.At.UtcDateTime.ToString("O"),
                ["from"] = new JsonObject { ["type"] = message.From, ["display_name"] = message.From },
                ["attachments"] = new JsonArray([.. _filesOfMessages.GetValueOrDefault($"{thread.Id}-{index + 1}", [])
                    .Select(file => (JsonNode)new JsonObject { ["id"] = file, ["name"] = _files[file].Name, ["size"] = _files[file].Content.Length })]),
            })]);
        }

        return result;
    }
}
