using System.Text.Json.Nodes;

namespace Commerce.Testing.Sandbox;

/// <summary>An order line as Back Market keeps it.</summary>
internal sealed class BackMarketLineState(long id, string sku, int quantity, decimal unitPrice, decimal shipping)
{
    internal long Id { get; } = id;

    internal string Sku { get; } = sku;

    internal int Quantity { get; } = quantity;

    /// <summary>Gets the price of all pieces, as live answers have it.</summary>
    internal decimal Price { get; } = unitPrice * quantity;

    internal decimal Shipping { get; } = shipping;

    internal int State
    {
        get;
        set
        {
            field = value;
            Version++;
        }
    } = 1;

    /// <summary>Gets how often the state was set.</summary>
    internal int Version { get; private set; }

    internal int Decisions { get; set; }

    internal int ReturnReason { get; set; }

    internal string ReturnMessage { get; set; } = "";

    internal decimal Refunded { get; set; }

    internal string Imei { get; set; } = "";

    internal string SerialNumber { get; set; } = "";

    internal JsonObject ToJson(DateTimeOffset createdAt) => new()
    {
        ["id"] = Id,
        ["date_creation"] = BackMarketState.Time(createdAt),
        ["state"] = State,
        ["price"] = BackMarketState.Money(Price),
        ["shipping_price"] = BackMarketState.Money(Shipping),
        ["shipping_delay"] = 48,
        ["currency"] = "EUR",
        ["return_reason"] = ReturnReason,
        ["return_message"] = ReturnMessage,
        ["listing"] = Sku,
        ["listing_id"] = 142,
        ["orderline_fee"] = BackMarketState.Money(decimal.Round(Price * 0.1m, 2, MidpointRounding.AwayFromZero)),
        ["product"] = "Item " + Sku,
        ["quantity"] = Quantity,
        ["brand"] = "invented",
        ["product_id"] = 141,
        ["backcare"] = false,
        ["backcare_price"] = 0,
        ["sales_taxes"] = "0.00",
        ["imei"] = Imei,
        ["serial_number"] = SerialNumber,
        ["condition"] = 11,
    };
}
