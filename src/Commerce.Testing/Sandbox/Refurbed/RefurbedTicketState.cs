using System.Text.Json.Nodes;

namespace Commerce.Testing.Sandbox;

/// <summary>A ticket about one item.</summary>
internal sealed class RefurbedTicketState(long id, long order, long item, string topic, DateTimeOffset at)
{
    internal long Id => id;

    internal long Order => order;

    internal long Item => item;

    internal string Status { get; set; } = "OPEN";

    internal bool IsWaiting { get; set; }

    internal DateTimeOffset CreatedAt { get; } = at;

    internal DateTimeOffset UpdatedAt { get; set; } = at;

    internal List<JsonObject> Messages { get; } = [];

    internal JsonObject ToJson(bool withMessages)
    {
        var json = new JsonObject
        {
            ["ticket"] = new JsonObject
            {
                ["id"] = RefurbedState.Number(id),
                ["status"] = Status,
                ["created_at"] = RefurbedState.Time(CreatedAt),
                ["updated_at"] = RefurbedState.Time(UpdatedAt),
                ["seller_action_needed"] = IsWaiting,
                ["topic_slug"] = topic,
                ["country"] = "FR",
                ["customer"] = new JsonObject { ["email"] = "buyer@example.com", ["name"] = "A buyer" },
                ["marketplace_order_item"] = new JsonObject
                {
                    ["order_item_id"] = RefurbedState.Number(item), ["order_id"] = RefurbedState.Number(order), ["instance_name"] = "An article",
                },
            },
        };
        if (withMessages)
        {
            json["messages"] = new JsonArray([.. Messages.Select(static message => (JsonNode)message.DeepClone())]);
        }

        return json;
    }
}
