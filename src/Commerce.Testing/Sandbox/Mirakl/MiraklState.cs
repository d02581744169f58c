using System.Text.Json.Nodes;

namespace Commerce.Testing.Sandbox;

/// <summary>An order as the operator keeps it.</summary>
internal sealed class MiraklState(SandboxOrder order, string id, DateTimeOffset createdAt)
{
    private readonly DateTimeOffset _createdAt = createdAt;

    private const decimal TaxRate = 0.20m;
    private const decimal CommissionRate = 0.12m;

    internal SandboxOrder Order { get; } = order;

    internal string Id { get; } = id;

    internal string State { get; private set; } = "WAITING_ACCEPTANCE";

    internal DateTimeOffset CreatedAt => _createdAt;

    internal DateTimeOffset UpdatedAt { get; set; } = createdAt;

    internal int Decisions { get; set; }

    internal int ShippedQuantity { get; set; }

    internal List<(string Number, string Carrier)> Parcels { get; } = [];

    /// <summary>Gets how often the seller told each tracking number.</summary>
    internal Dictionary<string, int> Told { get; } = new(StringComparer.Ordinal);

    internal IEnumerable<string> LineIds => Order.Lines.Select((_, index) => $"{Id}-{index + 1}");

    internal int Quantity => Order.Lines.Sum(static line => line.Quantity);

    internal void Move(string state, DateTimeOffset at)
    {
        State = state;
        UpdatedAt = at;
    }

    internal void Tell(string number, string carrier)
    {
        Told[number] = Told.GetValueOrDefault(number) + 1;
        if (Parcels.All(parcel => parcel.Number != number))
        {
            Parcels.Add((number, carrier));
        }
    }

    internal JsonObject ToJson()
    {
        var goods = Order.Lines.Sum(static line => line.Quantity * line.UnitPrice);
        var lines = new JsonArray();
        for (var i = 0; i < Order.Lines.Count; i++)
        {
            var (sku, quantity, unitPrice) = Order.Lines[i];
            var price = quantity * unitPrice;
            var shipping = i == 0 ? Order.Shipping : 0m;
            lines.Add((JsonNode)new JsonObject
            {
                ["order_line_id"] = $"{Id}-{i + 1}",
                ["order_line_state"] = State,
                ["offer_sku"] = sku,
                ["product_sku"] = $"MKP-{sku}",
                ["product_title"] = $"Item {sku}",
                ["quantity"] = quantity,
                ["price_unit"] = unitPrice,
                ["price"] = price,
                ["shipping_price"] = shipping,
                ["total_price"] = price + shipping,
                ["total_commission"] = Round(price * CommissionRate),
                ["taxes"] = new JsonArray(new JsonObject { ["code"] = "VAT", ["amount"] = Tax(price), ["rate"] = 20 }),
                ["shipping_taxes"] = shipping == 0 ? new JsonArray() : new JsonArray(new JsonObject { ["code"] = "VAT", ["amount"] = Tax(shipping) }),
                ["cancelations"] = new JsonArray(),
                ["refunds"] = new JsonArray(),
            });
        }

        var customer = new JsonObject { ["customer_id"] = $"C-{Id}", ["firstname"] = Order.FirstName, ["lastname"] = Order.LastName, ["locale"] = "fr_FR" };
        if (State is not ("WAITING_ACCEPTANCE" or "WAITING_DEBIT_PAYMENT" or "REFUSED"))
        {
            // The operator shows the address once the order is paid.
            customer["shipping_address"] = new JsonObject
            {
                ["firstname"] = Order.FirstName,
                ["lastname"] = Order.LastName,
                ["street_1"] = Order.Street,
                ["zip_code"] = Order.PostalCode,
                ["city"] = Order.City,
                ["country"] = "France",
                ["country_iso_code"] = "FRA",
                ["phone"] = "+33612345678",
            };
        }

        return new JsonObject
        {
            ["order_id"] = Id,
            ["commercial_id"] = Id.Split('-')[0],
            ["order_state"] = State,
            ["created_date"] = _createdAt.UtcDateTime.ToString("O"),
            ["last_updated_date"] = UpdatedAt.UtcDateTime.ToString("O"),
            ["shipping_deadline"] = _createdAt.AddDays(2).UtcDateTime.ToString("O"),
            ["currency_iso_code"] = "EUR",
            ["order_tax_mode"] = "TAX_INCLUDED",
            ["price"] = goods,
            ["shipping_price"] = Order.Shipping,
            ["total_price"] = goods + Order.Shipping,
            ["total_commission"] = Order.Lines.Sum(static line => Round(line.Quantity * line.UnitPrice * CommissionRate)),
            ["shipping_type_code"] = "STD",
            ["has_incident"] = false,
            ["fully_refunded"] = false,
            ["customer"] = customer,
            ["customer_notification_email"] = $"{Id.ToLowerInvariant()}@notification.example.com",
            ["order_lines"] = lines,
        };
    }

    private static decimal Tax(decimal price) => Round(price - (price / (1 + TaxRate)));

    private static decimal Round(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero);
}
