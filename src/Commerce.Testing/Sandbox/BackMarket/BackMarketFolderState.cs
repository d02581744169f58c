using System.Text.Json.Nodes;

namespace Commerce.Testing.Sandbox;

/// <summary>A care folder as Back Market keeps it.</summary>
internal sealed class BackMarketFolderState(long id, BackMarketState order, DateTimeOffset createdAt)
{
    private readonly List<JsonObject> _messages = [];

    internal long Id => id;

    internal BackMarketState Order => order;

    internal BackMarketLineState Line => order.Lines[0];

    internal int State { get; set; }

    internal DateTimeOffset CreatedAt { get; } = createdAt;

    internal DateTimeOffset UpdatedAt { get; private set; } = createdAt;

    internal HashSet<string> Transfers { get; } = new(StringComparer.Ordinal);

    internal void Say(int number, string kind, string initiator, string text, DateTimeOffset at, IReadOnlyList<string> files)
    {
        UpdatedAt = at;
        _messages.Add(new JsonObject
        {
            ["id"] = number,
            ["message"] = text,
            ["date_creation"] = BackMarketState.Time(at),
            ["attachments"] = new JsonArray([.. files.Select(static file => (JsonNode)new JsonObject { ["id"] = 1, ["attachment"] = $"https://cdn.example.com/{file}" })]),
            ["initiator"] = initiator,
            ["kind"] = kind,
            ["is_informative"] = false,
        });
    }

    internal JsonObject ToSummary() => new()
    {
        ["id"] = id,
        ["client"] = 456,
        ["merchant"] = 789,
        ["orderline"] = Line.Id,
        ["date_creation"] = BackMarketState.Time(CreatedAt),
        ["date_modification"] = BackMarketState.Time(UpdatedAt),
        ["date_last_message"] = BackMarketState.Time(UpdatedAt),
        ["date_closed"] = null,
        ["state"] = State,
        ["lines"] = new JsonArray(731),
        ["country_code"] = "fr-fr",
        ["backcare"] = false,
    };

    internal JsonObject ToDetails() => new()
    {
        ["id"] = id,
        ["state"] = State,
        ["date_creation"] = BackMarketState.Time(CreatedAt),
        ["date_modification"] = BackMarketState.Time(UpdatedAt),
        ["date_last_message"] = BackMarketState.Time(UpdatedAt),
        ["country_code"] = "fr-fr",
        ["client"] = new JsonObject { ["id"] = 0, ["username"] = "", ["first_name"] = order.Order.FirstName, ["last_name"] = order.Order.LastName, ["email"] = "relay@example.com" },
        ["messages"] = new JsonArray([.. _messages.Select(static message => message.DeepClone())]),
        ["lines"] = new JsonArray(new JsonObject
        {
            ["id"] = 731,
            ["state"] = State,
            ["issues"] = new JsonArray(new JsonObject { ["customerIssue"] = "BATTERY_NOT_CHARGING", ["tag"] = "TECHNICAL" }),
            ["resolution_choice"] = "REPLACE",
            ["declared_warranty_state"] = "IN_WARRANTY",
            ["return_labels"] = new JsonArray(),
        }),
        ["orderline"] = new JsonObject
        {
            ["id"] = Line.Id,
            ["quantity"] = Line.Quantity,
            ["price"] = BackMarketState.Money(Line.Price),
            ["state"] = Line.State,
            ["order"] = new JsonObject { ["order_id"] = order.Id },
        },
    };
}
