using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

public sealed partial class EbaySandbox
{
    private readonly List<EbayConversationState> _conversations = [];

    /// <summary>Lets the buyer of an order write about what is in its first line.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="body">The words.</param>
    /// <returns>The conversation's key.</returns>
    public string BuyerWrites(string orderId, string body)
    {
        lock (Gate)
        {
            var order = _byId[orderId];
            return Say(Conversation(order.Buyer, order.ItemId(0)), order.Buyer, body).Id;
        }
    }

    private void MapMessages(IEndpointRouteBuilder routes)
    {
        Map("GET", "conversation", "list-conversations", ListConversationsAsync);
        Map("GET", "conversation/{id}", "find-conversation", FindConversationAsync);
        Map("POST", "send_message", "send-message", SendMessageAsync);
        Map("POST", "update_conversation", "update-conversation", UpdateConversationAsync);

        void Map(string method, string path, string operation, Func<HttpContext, Task> handle) =>
            Operation(routes, method, "commerce/message/v1/" + path, operation, context => UserAsync(context, handle));
    }

    private static Task MessageErrorAsync(HttpContext context, int status, int id, string message) => ErrorAsync(context, status, id, message, "API_MESSAGE");

    private EbayConversationState Conversation(string buyer, string item)
    {
        var found = _conversations.Find(known => known.Buyer == buyer && known.ItemId == item);
        if (found is null)
        {
            found = new EbayConversationState(string.Create(CultureInfo.InvariantCulture, $"29{_conversations.Count + 1:D8}"), buyer, item);
            _conversations.Add(found);
        }

        return found;
    }

    private EbayConversationState Say(EbayConversationState conversation, string sender, string body)
    {
        conversation.Messages.Add((sender, body, Clock.GetUtcNow()));
        conversation.Unread = sender == Seller ? 0 : conversation.Unread + 1;
        return conversation;
    }

    private Task ListConversationsAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var (limit, offset) = (Number(query["limit"], 25), Number(query["offset"], 0));
        if (query["conversation_type"] != "FROM_MEMBERS" || limit is 0 or > 50 || offset % limit != 0)
        {
            return MessageErrorAsync(context, 400, 355008, "conversation_type, limit or offset is not valid.");
        }

        var since = DateTimeOffset.TryParse(query["start_time"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : DateTimeOffset.MinValue;
        lock (Gate)
        {
            var found = _conversations
                .Where(known => known.Messages[^1].At >= since && (query["other_party_username"] is not [{ } buyer] || known.Buyer == buyer)).ToList();
            return SandboxJson.WriteAsync(context, 200, new JsonObject
            {
                ["limit"] = limit,
                ["offset"] = offset,
                ["total"] = found.Count,
                ["conversations"] = new JsonArray([.. found.Skip(offset).Take(limit).Select(known => (JsonNode)known.ToJson(Seller))]),
            });
        }
    }

    private Task FindConversationAsync(HttpContext context)
    {
        var (limit, offset) = (Number(context.Request.Query["limit"], 25), Number(context.Request.Query["offset"], 0));
        lock (Gate)
        {
            var found = _conversations.Find(known => known.Id == context.Request.RouteValues["id"]?.ToString());
            return found is null
                ? MessageErrorAsync(context, 404, 355002, "The conversation is not found.")
                : SandboxJson.WriteAsync(context, 200, new JsonObject
                {
                    ["conversationStatus"] = found.Status,
                    ["conversationTitle"] = "Question about item",
                    ["conversationType"] = "FROM_MEMBERS",
                    ["limit"] = limit,
                    ["offset"] = offset,
                    ["total"] = found.Messages.Count,
                    ["messages"] = new JsonArray([.. Enumerable.Range(0, found.Messages.Count).Skip(offset).Take(limit).Select(index => (JsonNode)found.Message(index, Seller))]),
                });
        }
    }

    private async Task SendMessageAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        var (id, buyer, text) = (body.At("conversationId").Text(), body.At("otherPartyUsername").Text(), body.At("messageText").Text());
        Task answer;
        lock (Gate)
        {
            var conversation = id.Length > 0 ? _conversations.Find(known => known.Id == id) : buyer.Length > 0 ? Conversation(buyer, body.At("reference", "referenceId").Text()) : null;
            if (text.Length is 0 or > 2000)
            {
                answer = MessageErrorAsync(context, 400, 355013, "The message is empty or too long.");
            }
            else if (conversation is null)
            {
                answer = MessageErrorAsync(context, id.Length > 0 ? 404 : 400, id.Length > 0 ? 355002 : 355018, "Neither a known conversationId nor otherPartyUsername is given.");
            }
            else
            {
                Say(conversation, Seller, text);
                answer = SandboxJson.WriteAsync(context, 201, new JsonObject
                {
                    ["messageId"] = $"{conversation.Id}-{conversation.Messages.Count}",
                    ["messageBody"] = text,
                    ["createdDate"] = Time(Clock.GetUtcNow()),
                    ["readStatus"] = false,
                    ["senderUserName"] = Seller,
                    ["recipientUserName"] = conversation.Buyer,
                });
            }
        }

        await answer.ConfigureAwait(false);
    }

    private async Task UpdateConversationAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        Task answer;
        lock (Gate)
        {
            var conversation = _conversations.Find(known => known.Id == body.At("conversationId").Text());
            if (conversation is null)
            {
                answer = MessageErrorAsync(context, 400, 355002, "The conversation is not found.");
            }
            else
            {
                // Both at once: only the first is looked at.
                if (body.At("read") is { } read)
                {
                    conversation.Unread = read.Text() == "true" ? 0 : 1;
                }
                else
                {
                    conversation.Status = body.At("conversationStatus").Text();
                }

                answer = DoneAsync(context, 204);
            }
        }

        await answer.ConfigureAwait(false);
    }
}
