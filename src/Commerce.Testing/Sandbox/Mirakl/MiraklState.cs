using System.Text.Json.Nodes;

namespace Commerce.Testing.Sandbox;

/// <summary>An order as the operator keeps it.</summary>
internal sealed class MiraklState(SandboxOrder order, string id, DateTimeOffset createdAt)
{
    private readonly DateTimeOffset _createdAt = createdAt;

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

    internal string CommercialId => Id.Split('-')[0];

    internal IReadOnlyList<MiraklLineState> Lines { get; } =
        [.. order.Lines.Select((line, index) => new MiraklLineState($"{id}-{index + 1}", line.Sku, line.Quantity, line.UnitPrice, index == 0 ? order.Shipping : 0))];

    internal List<string> Documents { get; } = [];

    internal IEnumerable<string> LineIds => Lines.Select(static line => line.Id);

    internal int Quantity => Lines.Sum(static line => line.Quantity);

    internal void Move(string state, DateTimeOffset at)
    {
        State = state;
        UpdatedAt = at;
    }

    // Setting the number again changes nothing; telling that the parcel is on its way does.
    internal void Track(string number, string carrier)
    {
        if (Parcels.All(parcel => parcel.Number != number))
        {
            Parcels.Add((number, carrier));
        }
    }

    internal void Tell(string number) => Told[number] = Told.GetValueOrDefault(number) + 1;

    internal JsonObject ToJson()
    {
        var (goods, shipping) = (Lines.Sum(static line => line.Price), Lines.Sum(static line => line.Shipping));
        var customer = new JsonObject { ["customer_id"] = $"C-{Id}", ["firstname"] = Order.FirstName, ["lastname"] = Order.LastName, ["locale"] = "fr_FR" };
        if (State is not ("WAITING_ACCEPTANCE" or "WAITING_DEBIT_PAYMENT" or "REFUSED" or "CANCELED"))
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
            ["commercial_id"] = CommercialId,
            ["order_state"] = State,
            ["created_date"] = _createdAt.UtcDateTime.ToString("O"),
            ["last_updated_date"] = UpdatedAt.UtcDateTime.ToString("O"),
            ["shipping_deadline"] = _createdAt.AddDays(2).UtcDateTime.ToString("O"),
            ["currency_iso_code"] = "EUR",
            ["order_tax_mode"] = "TAX_INCLUDED",
            ["price"] = goods,
            ["shipping_price"] = shipping,
            ["total_price"] = goods + shipping,
            ["total_commission"] = Lines.Sum(static line => line.Commission),
            ["shipping_type_code"] = "STD",
            ["shipping_tracking"] = Parcels.Count == 0 ? null : Parcels[0].Number,
            ["shipping_carrier_code"] = Parcels.Count == 0 ? null : Parcels[0].Carrier,
            ["has_incident"] = Lines.Any(static line => line.HasIncident),
            ["fully_refunded"] = false,
            ["customer"] = customer,
            ["customer_notification_email"] = $"{Id.ToLowerInvariant()}@notification.example.com",
            ["order_lines"] = new JsonArray([.. Lines.Select(line => (JsonNode)line.ToJson(State))]),
        };
    }
}
