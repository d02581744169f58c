using System.Text.Json.Nodes;

namespace Commerce.Testing.Sandbox;

/// <summary>A part of a line that was cancelled or paid back.</summary>
internal sealed class MiraklPartState(string id, decimal amount, decimal shipping, int quantity, string reason)
{
    internal string Id => id;

    internal decimal Amount => amount;

    internal decimal Shipping => shipping;

    internal int Quantity => quantity;

    internal bool IsPaid { get; set; }

    internal JsonObject ToJson(string state) => new()
    {
        ["id"] = id,
        ["amount"] = amount,
        ["shipping_amount"] = shipping,
        ["quantity"] = quantity,
        ["reason_code"] = reason,
        ["state"] = state,
        ["taxes"] = new JsonArray(),
        ["shipping_taxes"] = new JsonArray(),
    };
}
