using System.Globalization;
using System.Text.Json.Nodes;

namespace Commerce.Testing.Sandbox;

/// <summary>An order as Amazon keeps it.</summary>
internal sealed class AmazonState(SandboxOrder order, string id, string store, DateTimeOffset createdAt)
{
    internal SandboxOrder Order { get; } = order;

    internal string Id { get; } = id;

    internal string Status { get; set; } = "UNSHIPPED";

    internal DateTimeOffset CreatedAt { get; } = createdAt;

    internal DateTimeOffset UpdatedAt { get; set; } = createdAt;

    internal bool IsByAmazon { get; init; }

    internal bool IsCancellationAsked { get; set; }

    internal bool IsReviewAsked { get; set; }

    internal Dictionary<string, AmazonParcel> Parcels { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, int> Told { get; } = new(StringComparer.Ordinal);

    internal HashSet<string> CancelledLines { get; } = new(StringComparer.Ordinal);

    internal IEnumerable<string> LineIds => Order.Lines.Select((_, index) => LineId(index));

    internal int Ordered(string line) => Order.Lines.Where((_, index) => LineId(index) == line).Sum(static part => part.Quantity);

    internal int Shipped(string line, string? exceptReference = null) =>
        Parcels.Where(parcel => parcel.Key != exceptReference).Sum(parcel => parcel.Value.Lines.GetValueOrDefault(line));

    internal void Judge(DateTimeOffset at)
    {
        var open = LineIds.Where(line => !CancelledLines.Contains(line)).ToList();
        Status = open.Count == 0 ? "CANCELLED"
            : open.TrueForAll(line => Shipped(line) >= Ordered(line)) ? "SHIPPED"
            : Parcels.Count > 0 ? "PARTIALLY_SHIPPED"
            : "UNSHIPPED";
        UpdatedAt = at;
    }

    internal JsonObject ToJson()
    {
        var total = Order.Shipping;
        var items = new JsonArray();
        for (var i = 0; i < Order.Lines.Count; i++)
        {
            var (sku, quantity, unitPrice) = Order.Lines[i];
            var line = LineId(i);
            var goods = quantity * unitPrice;
            var shipping = i == 0 ? Order.Shipping : 0m;
            total += goods;
            var parts = new JsonArray(new JsonObject { ["type"] = "ITEM", ["subtotal"] = Money(goods) });
            if (shipping > 0)
            {
                parts.Add((JsonNode)new JsonObject { ["type"] = "SHIPPING", ["subtotal"] = Money(shipping) });
            }

            var item = new JsonObject
            {
                ["orderItemId"] = line,
                ["quantityOrdered"] = quantity,
                ["product"] = new JsonObject
                {
                    ["asin"] = "B0" + sku.ToUpperInvariant().Replace("-", "", StringComparison.Ordinal).PadRight(8, '0')[..8],
                    ["title"] = $"Item {sku}",
                    ["sellerSku"] = sku,
                    ["price"] = new JsonObject { ["unitPrice"] = Money(unitPrice) },
                },
                ["proceeds"] = new JsonObject { ["proceedsTotal"] = Money(goods + shipping), ["breakdowns"] = parts },
                ["fulfillment"] = new JsonObject { ["quantityFulfilled"] = Shipped(line), ["quantityUnfulfilled"] = CancelledLines.Contains(line) ? 0 : quantity - Shipped(line) },
            };
            var cancellation = new JsonObject();
            if (IsCancellationAsked)
            {
                cancellation["cancellationRequest"] = new JsonObject { ["requester"] = "BUYER", ["cancelReason"] = "Ordered by mistake" };
            }

            if (CancelledLines.Contains(line))
            {
                cancellation["cancellationExecution"] = new JsonObject { ["cancelledBy"] = "MERCHANT", ["cancelReason"] = "NoInventory" };
            }

            if (cancellation.Count > 0)
            {
                item["cancellation"] = cancellation;
            }

            items.Add((JsonNode)item);
        }

        return new JsonObject
        {
            ["orderId"] = Id,
            ["createdTime"] = Time(CreatedAt),
            ["lastUpdatedTime"] = Time(UpdatedAt),
            ["salesChannel"] = new JsonObject { ["channelName"] = "AMAZON", ["marketplaceId"] = store, ["marketplaceName"] = "Amazon.fr" },
            ["buyer"] = new JsonObject { ["buyerName"] = $"{Order.FirstName} {Order.LastName}", ["buyerEmail"] = $"{Id}@marketplace.example.com" },
            ["recipient"] = new JsonObject
            {
                ["deliveryAddress"] = new JsonObject
                {
                    ["name"] = $"{Order.FirstName} {Order.LastName}",
                    ["addressLine1"] = Order.Street,
                    ["city"] = Order.City,
                    ["postalCode"] = Order.PostalCode,
                    ["countryCode"] = "FR",
                    ["phone"] = "+33612345678",
                    ["addressType"] = "RESIDENTIAL",
                },
            },
            ["proceeds"] = new JsonObject { ["grandTotal"] = Money(total) },
            ["fulfillment"] = new JsonObject
            {
                ["fulfillmentStatus"] = Status,
                ["fulfilledBy"] = IsByAmazon ? "AMAZON" : "MERCHANT",
                ["fulfillmentServiceLevel"] = "STANDARD",
                ["shipByWindow"] = new JsonObject { ["earliestDateTime"] = Time(CreatedAt), ["latestDateTime"] = Time(CreatedAt.AddDays(2)) },
            },
            ["orderItems"] = items,
            ["packages"] = new JsonArray([.. Parcels.Select(static parcel => (JsonNode)parcel.Value.ToJson(parcel.Key))]),
        };
    }

    internal static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static JsonObject Money(decimal amount) => new() { ["amount"] = amount.ToString("0.00", CultureInfo.InvariantCulture), ["currencyCode"] = "EUR" };

    private string LineId(int index) => string.Create(CultureInfo.InvariantCulture, $"{Id.Replace("-", "", StringComparison.Ordinal)}{index + 1:D2}");
}

/// <summary>A parcel as Amazon keeps it.</summary>
internal sealed record AmazonParcel(string Carrier, string TrackingNumber, DateTimeOffset ShippedAt, IReadOnlyDictionary<string, int> Lines)
{
    internal bool IsDelivered { get; set; }

    internal JsonObject ToJson(string reference) => new()
    {
        ["packageReferenceId"] = reference,
        ["packageStatus"] = new JsonObject { ["status"] = IsDelivered ? "DELIVERED" : "IN_TRANSIT" },
        ["carrier"] = Carrier,
        ["shipTime"] = AmazonState.Time(ShippedAt),
        ["trackingNumber"] = TrackingNumber,
        ["packageItems"] = new JsonArray([.. Lines.Select(static line => (JsonNode)new JsonObject { ["orderItemId"] = line.Key, ["quantity"] = line.Value })]),
    };
}
