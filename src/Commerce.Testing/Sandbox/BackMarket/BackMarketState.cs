using System.Globalization;
using System.Text.Json.Nodes;

namespace Commerce.Testing.Sandbox;

/// <summary>An order as Back Market keeps it. Its state follows from those of its lines.</summary>
internal sealed class BackMarketState(SandboxOrder order, long id, long firstLine, DateTimeOffset createdAt)
{
    private int _state;
    private int _version;

    internal SandboxOrder Order { get; } = order;

    internal long Id { get; } = id;

    internal DateTimeOffset CreatedAt { get; } = createdAt;

    internal DateTimeOffset UpdatedAt { get; set; } = createdAt;

    internal DateTimeOffset? ShippedAt { get; set; }

    internal bool IsBackShip { get; set; }

    internal string TrackingNumber { get; set; } = "";

    internal string TrackingUrl { get; set; } = "";

    internal string Shipper { get; set; } = "DHL Express";

    /// <summary>Gets how often the seller told each tracking number.</summary>
    internal Dictionary<string, int> Told { get; } = new(StringComparer.Ordinal);

    internal List<string> Invoices { get; } = [];

    internal List<BackMarketLineState> Lines { get; } =
        [.. order.Lines.Select((line, index) => new BackMarketLineState(firstLine + index, line.Sku, line.Quantity, line.UnitPrice, index == 0 ? order.Shipping : 0))];

    // Looked at for every order of every page: worked out anew only when a line has changed.
    internal int State
    {
        get
        {
            var version = 1;
            foreach (var line in Lines)
            {
                version += line.Version;
            }

            if (version != _version)
            {
                _version = version;
                _state = Lines.Any(static line => line.State is 0 or 8 or 9) ? 0
                    : Lines.Any(static line => line.State == 1) ? 1
                    : Lines.Any(static line => line.State == 2) ? 3
                    : Lines.All(static line => line.State == 7) ? 8 : 9;
            }

            return _state;
        }
    }

    internal JsonObject ToJson() => new()
    {
        ["order_id"] = Id,
        ["shipping_address"] = Address(),
        ["billing_address"] = Address(),
        ["delivery_note"] = $"https://example.com/delivery_note/{Id}.pdf",
        ["expected_dispatch_date"] = CreatedAt.AddDays(2).UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["tracking_number"] = TrackingNumber,
        ["tracking_url"] = TrackingUrl,
        ["shipper"] = Shipper,
        ["shipper_display"] = Shipper,
        ["is_backship"] = IsBackShip,
        ["delivery_mode"] = "HOME_DELIVERY",
        ["date_creation"] = Time(CreatedAt),
        ["date_modification"] = Time(UpdatedAt),
        ["date_shipping"] = ShippedAt is { } shipped ? Time(shipped) : null,
        ["date_payment"] = Time(CreatedAt),
        ["state"] = State,
        ["orderlines"] = new JsonArray([.. Lines.Select(line => (JsonNode)line.ToJson(CreatedAt))]),
        ["price"] = Money(Lines.Sum(static line => line.Price)),
        ["shipping_price"] = Money(Lines.Sum(static line => line.Shipping)),
        ["currency"] = "EUR",
        ["country_code"] = "fr-fr",
        ["paypal_reference"] = null,
        ["installment_payment"] = false,
        ["payment_method"] = "CARD",
        ["sales_taxes"] = "0.00",
    };

    internal static string Money(decimal amount) => amount.ToString("F2", CultureInfo.InvariantCulture);

    internal static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture);

    private JsonObject Address() => new()
    {
        ["company"] = "",
        ["first_name"] = Order.FirstName,
        ["last_name"] = Order.LastName,
        ["gender"] = 0,
        ["street"] = Order.Street,
        ["street2"] = "",
        ["postal_code"] = Order.PostalCode,
        ["city"] = Order.City,
        ["country"] = "FR",
        ["phone"] = "+33600000000",
        ["email"] = $"order-{Id}@relay.example.com",
        ["customer_id_number"] = null,
    };
}
