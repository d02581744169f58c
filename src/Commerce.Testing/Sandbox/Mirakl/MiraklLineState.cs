using System.Text.Json.Nodes;

namespace Commerce.Testing.Sandbox;

/// <summary>A line as the operator keeps it: counted down by what is cancelled.</summary>
internal sealed class MiraklLineState(string id, string sku, int ordered, decimal unitPrice, decimal shipping)
{
    private const decimal TaxRate = 0.20m;
    private const decimal CommissionRate = 0.12m;

    internal string Id => id;

    internal int Quantity => ordered - Cancelations.Sum(static part => part.Quantity);

    internal decimal Price => Quantity * unitPrice;

    internal decimal Shipping => Quantity == 0 ? 0 : shipping;

    internal decimal Commission => Round(Price * CommissionRate);

    internal bool HasIncident { get; set; }

    internal List<MiraklPartState> Cancelations { get; } = [];

    internal List<MiraklPartState> Refunds { get; } = [];

    internal JsonObject ToJson(string state) => new()
    {
        ["order_line_id"] = id,
        ["order_line_state"] = HasIncident ? "INCIDENT_OPEN" : Quantity == 0 ? "CANCELED" : state,
        ["offer_sku"] = sku,
        ["product_sku"] = $"MKP-{sku}",
        ["product_title"] = $"Item {sku}",
        ["quantity"] = Quantity,
        ["price_unit"] = unitPrice,
        ["price"] = Price,
        ["shipping_price"] = Shipping,
        ["total_price"] = Price + Shipping,
        ["total_commission"] = Commission,
        ["taxes"] = Price == 0 ? new JsonArray() : new JsonArray(new JsonObject { ["code"] = "VAT", ["amount"] = Tax(Price), ["rate"] = 20 }),
        ["shipping_taxes"] = Shipping == 0 ? new JsonArray() : new JsonArray(new JsonObject { ["code"] = "VAT", ["amount"] = Tax(Shipping) }),
        ["cancelations"] = new JsonArray([.. Cancelations.Select(static part => (JsonNode)part.ToJson("CANCELED"))]),
        ["refunds"] = new JsonArray([.. Refunds.Select(static part => (JsonNode)part.ToJson(part.IsPaid ? "REFUNDED" : "WAITING_REFUND"))]),
    };

    private static decimal Tax(decimal price) => Round(price - (price / (1 + TaxRate)));

    private static decimal Round(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero);
}
