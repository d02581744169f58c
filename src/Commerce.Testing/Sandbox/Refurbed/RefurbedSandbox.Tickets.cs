using System.Text.Json.Nodes;

namespace Commerce.Testing.Sandbox;

public sealed partial class RefurbedSandbox
{
    private readonly Dictionary<long, RefurbedTicketState> _tickets = [];
    private long _messages;

    /// <summary>Lets the buyer write about the first item of an order: a ticket opens, or goes on.</summary>
    /// <param name="id">The order.</param>
    /// <param name="html">The message.</param>
    /// <returns>The ticket's key.</returns>
    public string BuyerWrites(string id, string html)
    {
        lock (Gate)
        {
            var order = Known(id);
            var ticket = _tickets.Values.FirstOrDefault(known => known.Order == order.Id) ?? Open(order, order.Items[0], "delivery");
            (ticket.Status, ticket.IsWaiting) = ("OPEN", true);
            Write(ticket, "CUSTOMER", "PUBLIC", html, null);
            return RefurbedState.Number(ticket.Id);
        }
    }

    private RefurbedTicketState Open(RefurbedState order, RefurbedItem item, string topic)
    {
        var ticket = new RefurbedTicketState(_tickets.Count + 42, order.Id, item.Id, topic, Clock.GetUtcNow());
        _tickets.Add(ticket.Id, ticket);
        return ticket;
    }

    private void Write(RefurbedTicketState ticket, string author, string scope, string html, JsonNode? files)
    {
        ticket.UpdatedAt = Clock.GetUtcNow();
        ticket.Messages.Add(new JsonObject
        {
            ["message"] = new JsonObject
            {
                ["id"] = RefurbedState.Number(++_messages),
                ["body_html"] = html,
                ["created_at"] = RefurbedState.Time(ticket.UpdatedAt),
                ["author"] = new JsonObject { ["type"] = author, ["name"] = author },
                ["attachments"] = new JsonArray([.. files.Items().Select(static file => (JsonNode)new JsonObject
                {
                    ["filename"] = file.At("filename").Text(), ["url"] = $"https://files.example.com/{Uri.EscapeDataString(file.At("filename").Text())}", ["content_type"] = "application/octet-stream",
                })]),
            },
            ["scope"] = scope,
        });
    }

    private bool HasTicket(RefurbedItem item) => _tickets.Values.Any(ticket => ticket.Item == item.Id);

    private void MapTickets(Action<string, string, Func<JsonNode?, RefurbedAnswer>> method)
    {
        method("TicketService/ListTickets", "list-tickets", ListTickets);
        method("TicketService/GetTicket", "find-ticket", body => WithTicket(body, static _ => null));
        method("TicketService/UpdateTicket", "send-message", body => WithTicket(body, ticket => UpdateTicket(ticket, body)));
        method("TicketService/CreateTicket", "create-ticket", CreateTicket);
        method("TicketService/GenerateReturnShippingLabel", "send-return-label", body =>
        {
            var answer = WithTicket(body, ticket =>
            {
                Write(ticket, "SYSTEM", "PUBLIC", "<p>Return label</p>", new JsonArray(new JsonObject { ["filename"] = "label.pdf" }));
                return null;
            });
            return answer.Code == 0 ? new RefurbedAnswer(0, []) : answer;
        });
    }

    private RefurbedAnswer WithTicket(JsonNode? body, Func<RefurbedTicketState, RefurbedAnswer?> change) =>
        IdOf(body.At("ticket_id")) is not { } id ? No(3, "invalid value for int64 field ticket_id")
        : !_tickets.TryGetValue(id, out var ticket) ? No(5, "ticket not found")
        : change(ticket) ?? new RefurbedAnswer(0, ticket.ToJson(withMessages: true));

    private RefurbedAnswer? UpdateTicket(RefurbedTicketState ticket, JsonNode? body)
    {
        var status = body.At("status")?.Text() ?? "PENDING";
        if (ticket.Status == "CLOSED" || status is not ("PENDING" or "SOLVED"))
        {
            return No(3, "the ticket cannot be updated");
        }

        if (body.At("new_message") is { } message)
        {
            if (message.At("message", "body_html").Text().Length == 0 || message.At("scope").Text() is not ("PUBLIC" or "INTERNAL"))
            {
                return No(3, "invalid message");
            }

            Write(ticket, "MERCHANT", message.At("scope").Text(), message.At("message", "body_html").Text(), message.At("message", "attachments"));
        }

        (ticket.Status, ticket.IsWaiting, ticket.UpdatedAt) = (status, false, Clock.GetUtcNow());
        return null;
    }

    private RefurbedAnswer CreateTicket(JsonNode? body) => WithItem(body.At("order_item_identifier", "marketplace_order_item_id"), (order, item) =>
    {
        var (topic, html) = (body.At("topic").Text(), body.At("message", "body_html").Text());
        if (topic is not ("delivery" or "return" or "defect") || html.Length == 0)
        {
            return No(3, "unknown topic or empty message");
        }

        var ticket = Open(order, item, topic);
        ticket.Status = "PENDING";
        Write(ticket, "MERCHANT", "PUBLIC", html, body.At("message", "attachments"));
        return new RefurbedAnswer(0, ticket.ToJson(withMessages: true));
    });

    private RefurbedAnswer ListTickets(JsonNode? body)
    {
        if (LimitOf(body) is not { } limit)
        {
            return No(3, "pagination limit too large");
        }

        var orders = AnyOf(body.At("filter", "marketplace_order_id"));
        var after = IdOf(body.At("pagination", "starting_after"));
        var all = _tickets.Values.Where(ticket => orders?.Contains(RefurbedState.Number(ticket.Order)) != false)
            .OrderByDescending(static ticket => ticket.UpdatedAt).ThenByDescending(static ticket => ticket.Id).ToList();
        var from = after is null ? 0 : all.FindIndex(ticket => ticket.Id == after) + 1;
        return Page("tickets", [.. all.Skip(from).Take(limit + 1).Select(static ticket => (JsonObject)ticket.ToJson(withMessages: false)["ticket"]!.DeepClone())], limit);
    }
}
