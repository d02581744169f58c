using System.Globalization;
using System.Text.Json.Nodes;

namespace Commerce.Testing.Sandbox;

/// <summary>An order: one item for each piece. Its state follows its items.</summary>
internal sealed class RefurbedState
{
    private readonly SandboxOrder _order;

    internal RefurbedState(SandboxOrder order, long id, DateTimeOffset at)
    {
        (_order, Id, ReleasedAt) = (order, id, at);
        foreach (var (sku, quantity, price) in order.Lines)
        {
            for (var piece = 0; piece < quantity; piece++)
            {
                Items.Add(new RefurbedItem((id * 1000) + Items.Count, sku, price, Items.Count == 0 ? order.Shipping : 0m));
            }
        }
    }

    internal long Id { get; }

    internal DateTimeOffset ReleasedAt { get; }

    internal List<RefurbedItem> Items { get; } = [];

    internal int Decisions { get; set; }

    internal Dictionary<string, int> Told { get; } = new(StringComparer.Ordinal);

    internal byte[]? Invoice { get; set; }

    internal string? CommercialInvoice { get; set; }

    internal string State
    {
        get
        {
            bool All(params ReadOnlySpan<string> states)
            {
                foreach (var item in Items)
                {
                    if (!states.Contains(item.State))
                    {
                        return false;
                    }
                }

                return true;
            }

            return Items.Exists(static item => item.State == "NEW") ? "NEW"
                : Items.Exists(static item => item.State == "ACCEPTED") ? "ACCEPTED"
                : All("REJECTED") ? "REJECTED"
                : All("CANCELLED") ? "CANCELLED"
                : All("SHIPPED") ? "SHIPPED"
                : All("RETURNED") ? "RETURNED"
                : All("SHIPPED", "RETURNED") ? "FULFILLED"
                : All("REJECTED", "CANCELLED") ? "UNFULFILLED"
                : "PARTIALLY_FULFILLED";
        }
    }

    internal decimal Paid => Items.Sum(static item => item.Paid);

    internal JsonObject ToJson(Func<RefurbedItem, string> eligibility) => new()
    {
        ["id"] = Number(Id),
        ["released_at"] = Time(ReleasedAt),
        ["state"] = State,
        ["labels"] = new JsonArray(),
        ["customer_email"] = $"buyer-{Number(Id)}@example.com",
        ["shipping_address"] = Address(),
        ["invoice_address"] = Address(),
        ["currency_code"] = "EUR",
        ["settlement_currency_code"] = "EUR",
        ["settlement_exchange_rate"] = "1",
        ["total_charged"] = Amount(Items.Sum(static item => item.Charged)),
        ["total_discount"] = "0",
        ["total_paid"] = Amount(Paid),
        ["total_refunded"] = Amount(Items.Sum(static item => item.Charged - item.Paid)),
        ["total_vat_charged"] = "0",
        ["is_refundable"] = Items.Exists(item => eligibility(item) == "ELIGIBLE"),
        ["refund_eligibility"] = Items.Select(eligibility).FirstOrDefault(static word => word == "ELIGIBLE") ?? eligibility(Items[0]),
        ["is_invoiceable"] = true,
        ["has_invoice"] = Invoice is not null,
        ["payment_method"] = "STRIPE_CARDS",
        ["items"] = new JsonArray([.. Items.Select(item => (JsonNode)ItemJson(item, eligibility(item)))]),
    };

    internal JsonObject ItemJson(RefurbedItem item, string eligibility)
    {
        var json = new JsonObject
        {
            ["id"] = Number(item.Id),
            ["order_id"] = Number(Id),
            ["name"] = $"Article {item.Sku}",
            ["state"] = item.State,
            ["sku"] = item.Sku,
            ["currency_code"] = "EUR",
            ["settlement_currency_code"] = "EUR",
            ["total_charged"] = Amount(item.Charged),
            ["total_paid"] = Amount(item.Paid),
            ["total_refunded"] = Amount(item.Charged - item.Paid),
            ["settlement_total_commission"] = Amount(decimal.Round(item.Charged * 0.11m, 2)),
            ["taxation"] = "MARGINAL",
            ["is_refundable"] = eligibility == "ELIGIBLE",
            ["refund_eligibility"] = eligibility,
            ["offer_data"] = new JsonObject
            {
                ["offer_id"] = "55501", ["offer_version"] = "1", ["offer_order_exchange_rate"] = "1", ["offer_warranty"] = "M12", ["offer_grading"] = "A",
                ["shipping_profile_id"] = "901", ["shipping_costs"] = Amount(item.Shipping),
            },
            ["item_identifiers"] = new JsonArray([.. item.Identifiers.Select(static identifier => identifier.DeepClone())]),
            ["return_initiated"] = item.Return is not null,
            ["vat_rate"] = "0",
            ["vat_country"] = "FR",
            ["vat_charged"] = "0",
        };
        if (item.TrackingUrl is not null)
        {
            json["parcel_tracking_url"] = item.TrackingUrl;
        }

        if (item.ShipmentStatus is not null)
        {
            json["shipment_status"] = item.ShipmentStatus;
        }

        return json;
    }

    internal static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    internal static string Amount(decimal amount) => amount.ToString("0.##", CultureInfo.InvariantCulture);

    internal static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture);

    private JsonObject Address() => new()
    {
        ["first_name"] = _order.FirstName,
        ["family_name"] = _order.LastName,
        ["entity"] = "FEMALE",
        ["country_code"] = "FR",
        ["post_code"] = _order.PostalCode,
        ["town"] = _order.City,
        ["street_name"] = _order.Street,
        ["house_no"] = "",
        ["phone_number"] = "+33100000000",
    };
}

internal sealed class RefurbedItem(long id, string sku, decimal price, decimal shipping)
{
    internal long Id => id;

    internal string Sku => sku;

    internal decimal Shipping => shipping;

    internal decimal Charged => price + shipping;

    internal decimal Paid { get; set; } = price + shipping;

    internal string State { get; set; } = "NEW";

    internal string? TrackingUrl { get; set; }

    internal string? ShipmentStatus { get; set; }

    internal List<JsonNode> Identifiers { get; } = [];

    internal RefurbedReturnState? Return { get; set; }
}

internal sealed record RefurbedReturnState(long Id, DateTimeOffset At, string Ticket)
{
    internal string State { get; set; } = "INITIATED";
}
