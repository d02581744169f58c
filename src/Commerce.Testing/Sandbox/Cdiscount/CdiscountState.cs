using System.Globalization;
using System.Text.Json.Nodes;

namespace Commerce.Testing.Sandbox;

/// <summary>An order as Octopia keeps it.</summary>
internal sealed class CdiscountState(SandboxOrder order, string id, string reference, DateTimeOffset createdAt)
{
    private const decimal TaxRate = 0.20m;
    private const decimal CommissionRate = 0.12m;

    private readonly List<(string Line, string Number, string Carrier, string? Url)> _parcels = [];
    private readonly Dictionary<string, string> _lineStates = new(StringComparer.Ordinal);

    internal SandboxOrder Order { get; } = order;

    internal string Id { get; } = id;

    internal string Reference { get; } = reference;

    internal string State { get; private set; } = "WaitingAcceptance";

    internal DateTimeOffset CreatedAt { get; } = createdAt;

    internal DateTimeOffset UpdatedAt { get; set; } = createdAt;

    /// <summary>Gets or sets the order's place among those that changed at the same time.</summary>
    internal long Number { get; set; }

    internal int Decisions { get; set; }

    internal decimal Gestured { get; set; }

    /// <summary>Gets how often the seller told each parcel.</summary>
    internal Dictionary<string, int> Told { get; } = new(StringComparer.Ordinal);

    internal IEnumerable<string> LineIds => Enumerable.Range(1, Order.Lines.Count).Select(static number => number.ToString(CultureInfo.InvariantCulture));

    internal decimal Total => Order.Lines.Sum(static line => line.Quantity * line.UnitPrice) + Order.Shipping;

    internal string LineState(string line) => _lineStates.GetValueOrDefault(line) ?? State;

    internal string OfferId(int index) => string.Create(CultureInfo.InvariantCulture, $"{CdiscountSandbox.Seller}_CD-{Order.Lines[index].Sku}_New_CDISFR");

    internal void Move(string state) => State = state;

    internal void MoveLine(string line, string state)
    {
        _lineStates[line] = state;
        var states = LineIds.Select(LineState).ToList();

        // What is left decides: an order with a cancelled and a shipped line is shipped.
        if (states.TrueForAll(static one => one is "Cancelled"))
        {
            State = "Cancelled";
        }
        else if (states.TrueForAll(static one => one is "Cancelled" or "Shipped"))
        {
            State = "Shipped";
        }
    }

    internal void Tell(string line, string number, string carrier, string? url)
    {
        if (!_parcels.Exists(parcel => parcel.Line == line && parcel.Number == number))
        {
            _parcels.Add((line, number, carrier, url));
        }
    }

    internal JsonObject ToJson()
    {
        var lines = new JsonArray();
        for (var i = 0; i < Order.Lines.Count; i++)
        {
            lines.Add((JsonNode)LineJson(i));
        }

        var goods = Order.Lines.Sum(static line => line.Quantity * line.UnitPrice);
        var billing = AddressJson();
        return new JsonObject
        {
            ["orderId"] = Id,
            ["reference"] = Reference,
            ["businessOrder"] = false,
            ["salesChannel"] = new JsonObject { ["id"] = "CDISFR", ["name"] = "Cdiscount" },
            ["seller"] = new JsonObject { ["id"] = CdiscountSandbox.Seller },
            ["customer"] = new JsonObject { ["reference"] = "C" + Reference },
            ["purchasedAt"] = Time(CreatedAt),
            ["createdAt"] = Time(CreatedAt),
            ["updatedAt"] = Time(UpdatedAt),
            ["shippedAtMax"] = Time(CreatedAt.AddDays(2)),
            ["status"] = State,
            ["payment"] = new JsonObject { ["method"] = "Card" },
            ["currencyCode"] = "EUR",
            ["billingAddress"] = billing,
            ["totalPrice"] = new JsonObject { ["offerPrice"] = goods, ["sellingPrice"] = goods },
            ["cancellationDetails"] = null,
            ["serviceFees"] = new JsonArray(),
            ["lines"] = lines,
        };
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture);

    private static decimal Tax(decimal price) => Round(price - (price / (1 + TaxRate)));

    private static decimal Round(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero);

    private JsonObject LineJson(int index)
    {
        var (sku, quantity, unitPrice) = Order.Lines[index];
        var price = quantity * unitPrice;
        var shipping = index == 0 ? Order.Shipping : 0m;
        var id = (index + 1).ToString(CultureInfo.InvariantCulture);
        var address = AddressJson();
        address["phone"] = "+33612345678";
        address["email"] = $"alias-{Reference.ToLowerInvariant()}@customer.example.com";
        var taxes = new JsonArray(new JsonObject { ["code"] = "VAT", ["target"] = "Product", ["amount"] = Tax(price), ["rate"] = 20m });
        if (shipping > 0)
        {
            taxes.Add((JsonNode)new JsonObject { ["code"] = "VAT", ["target"] = "Shipping", ["amount"] = Tax(shipping), ["rate"] = 20m });
        }

        return new JsonObject
        {
            ["orderLineId"] = id,
            ["status"] = LineState(id),
            ["quantity"] = quantity,
            ["totalPrice"] = new JsonObject { ["offerPrice"] = price, ["sellingPrice"] = price },
            ["offerPrice"] = new JsonObject
            {
                ["unitSalesPrice"] = unitPrice,
                ["shippingCost"] = shipping,
                ["commission"] = new JsonObject
                {
                    ["amountWithTax"] = Round(price * CommissionRate * (1 + TaxRate)), ["amountWithoutTax"] = Round(price * CommissionRate), ["rate"] = 12m,
                },
                ["taxes"] = taxes,
            },
            ["sellingPrice"] = new JsonObject { ["unitSalesPrice"] = unitPrice, ["shippingCost"] = shipping, ["taxes"] = new JsonArray() },
            ["offer"] = new JsonObject
            {
                ["id"] = OfferId(index),
                ["sellerProductId"] = sku,
                ["supplyMode"] = "Seller",
                ["productId"] = "CD-" + sku,
                ["productTitle"] = "Item " + sku,
                ["condition"] = "New",
            },
            ["delivery"] = new JsonObject { ["mode"] = "TRK", ["shippedAtMax"] = Time(CreatedAt.AddDays(2)) },
            ["shippingAddress"] = address,
            ["parcels"] = new JsonArray([.. _parcels.Where(parcel => parcel.Line == id).Select(static parcel => (JsonNode)new JsonObject
            {
                ["parcelNumber"] = parcel.Number, ["carrierName"] = parcel.Carrier, ["trackingUrl"] = parcel.Url,
            })]),
            ["productAttributes"] = new JsonArray(),
            ["statusEvents"] = new JsonArray(),
        };
    }

    private JsonObject AddressJson() => new()
    {
        ["civility"] = "MRS",
        ["firstName"] = Order.FirstName,
        ["lastName"] = Order.LastName,
        ["companyName"] = null,
        ["addressLine1"] = Order.Street,
        ["postalCode"] = Order.PostalCode,
        ["city"] = Order.City,
        ["stateOrRegion"] = null,
        ["countryCode"] = "FR",
    };
}
