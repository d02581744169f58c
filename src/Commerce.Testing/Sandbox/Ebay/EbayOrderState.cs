using System.Globalization;
using System.Text.Json.Nodes;

namespace Commerce.Testing.Sandbox;

/// <summary>An order as eBay keeps it.</summary>
internal sealed class EbayOrderState(SandboxOrder order, string id, int number, DateTimeOffset createdAt, Action<EbayOrderState> changed)
{
    private const decimal FeeRate = 0.12m;

    internal SandboxOrder Order { get; } = order;

    internal string Id { get; } = id;

    internal int Number { get; } = number;

    // eBay keeps milliseconds.
    internal DateTimeOffset CreatedAt { get; } = Cut(createdAt);

    internal DateTimeOffset UpdatedAt
    {
        get;
        set
        {
            field = Cut(value);
            changed(this);
        }
    } = Cut(createdAt);

    internal string Payment { get; set; } = "PAID";

    internal string Cancel { get; set; } = "NONE_REQUESTED";

    internal List<(string Tracking, string Carrier, DateTimeOffset At, List<(string Line, int Quantity)> Lines)> Parcels { get; } = [];

    internal List<(string Id, string? Line, decimal Amount, bool IsPaid)> Refunds { get; } = [];

    internal List<EbayCancelState> Cancellations { get; } = [];

    internal string Buyer => string.Create(CultureInfo.InvariantCulture, $"buyer_{Number}");

    internal decimal Total => Order.Lines.Sum(static line => line.Quantity * line.UnitPrice) + Order.Shipping;

    internal string Fulfilment => Parcels.Count == 0 ? "NOT_STARTED"
        : Enumerable.Range(0, Order.Lines.Count).All(index => Left(index) == 0) ? "FULFILLED" : "IN_PROGRESS";

    internal string LineId(int index) => string.Create(CultureInfo.InvariantCulture, $"1{Number:D8}{index + 1:D2}");

    internal string ItemId(int index) => string.Create(CultureInfo.InvariantCulture, $"4{Number:D8}{index + 1:D2}");

    internal int IndexOf(string line) => Enumerable.Range(0, Order.Lines.Count).FirstOrDefault(index => LineId(index) == line, -1);

    internal int Left(int index) =>
        Order.Lines[index].Quantity - Parcels.SelectMany(static parcel => parcel.Lines).Where(line => line.Line == LineId(index)).Sum(static line => line.Quantity);

    internal decimal LineTotal(int index) => (Order.Lines[index].Quantity * Order.Lines[index].UnitPrice) + (index == 0 ? Order.Shipping : 0);

    internal JsonObject ToJson(string seller, bool withRequests)
    {
        var contact = new JsonObject
        {
            ["fullName"] = $"{Order.FirstName} {Order.LastName}",
            ["contactAddress"] = new JsonObject { ["addressLine1"] = Order.Street, ["city"] = Order.City, ["postalCode"] = Order.PostalCode, ["countryCode"] = "FR" },
            ["primaryPhone"] = new JsonObject { ["phoneNumber"] = "+33612345678" },
            ["email"] = $"{Buyer}@members.example.com",
        };
        return new JsonObject
        {
            ["orderId"] = Id,
            ["legacyOrderId"] = Id,
            ["creationDate"] = Time(CreatedAt),
            ["lastModifiedDate"] = Time(UpdatedAt),
            ["orderFulfillmentStatus"] = Fulfilment,
            ["orderPaymentStatus"] = Payment,
            ["sellerId"] = seller,
            ["buyer"] = new JsonObject { ["username"] = Buyer, ["buyerRegistrationAddress"] = contact.DeepClone() },
            ["pricingSummary"] = new JsonObject
            {
                ["priceSubtotal"] = Money(Total - Order.Shipping), ["deliveryCost"] = Money(Order.Shipping), ["total"] = Money(Total),
            },
            ["cancelStatus"] = new JsonObject
            {
                ["cancelState"] = Cancel,
                ["cancelRequests"] = withRequests ? new JsonArray([.. Cancellations.Select(wish => (JsonNode)wish.ToOrderJson())]) : [],
            },
            ["paymentSummary"] = new JsonObject
            {
                ["totalDueSeller"] = Money(Total - Fee()),
                ["refunds"] = new JsonArray([.. Refunds.Where(static refund => refund.Line is null || !refund.IsPaid).Select(static refund => (JsonNode)new JsonObject
                {
                    ["refundId"] = refund.Id, ["refundStatus"] = refund.IsPaid ? "REFUNDED" : "PENDING", ["amount"] = Money(refund.Amount),
                })]),
                ["payments"] = new JsonArray(new JsonObject { ["paymentMethod"] = "EBAY", ["paymentDate"] = Time(CreatedAt), ["amount"] = Money(Total - Fee()), ["paymentStatus"] = "PAID" }),
            },
            ["fulfillmentStartInstructions"] = new JsonArray(new JsonObject
            {
                ["fulfillmentInstructionsType"] = "SHIP_TO",
                ["shippingStep"] = new JsonObject { ["shipTo"] = contact, ["shippingCarrierCode"] = "DPD", ["shippingServiceCode"] = "FR_DPDClassic" },
            }),
            ["fulfillmentHrefs"] = new JsonArray([.. Parcels.Select(parcel => (JsonNode)$"https://api.ebay.com/sell/fulfillment/v1/order/{Id}/shipping_fulfillment/{parcel.Tracking}")]),
            ["lineItems"] = new JsonArray([.. Enumerable.Range(0, Order.Lines.Count).Select(index => (JsonNode)Line(index))]),
            ["totalMarketplaceFee"] = Money(Fee()),
        };
    }

    internal static JsonObject Money(decimal amount) => new()
    {
        // As many decimals as it takes, and at least one.
        ["value"] = amount.ToString("0.0#", CultureInfo.InvariantCulture), ["currency"] = "EUR",
    };

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    private static DateTimeOffset Cut(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);

    private decimal Fee() => decimal.Round(Total * FeeRate, 2, MidpointRounding.AwayFromZero);

    private JsonObject Line(int index)
    {
        var (sku, quantity, unitPrice) = Order.Lines[index];
        return new JsonObject
        {
            ["lineItemId"] = LineId(index),
            ["legacyItemId"] = ItemId(index),
            ["sku"] = sku,
            ["title"] = $"Item {sku}",
            ["lineItemCost"] = Money(quantity * unitPrice),
            ["quantity"] = quantity,
            ["soldFormat"] = "FIXED_PRICE",
            ["lineItemFulfillmentStatus"] = Left(index) == 0 ? "FULFILLED" : Left(index) == quantity ? "NOT_STARTED" : "IN_PROGRESS",
            ["total"] = Money(LineTotal(index)),
            ["deliveryCost"] = new JsonObject { ["shippingCost"] = Money(index == 0 ? Order.Shipping : 0) },
            ["appliedPromotions"] = new JsonArray(),
            ["taxes"] = new JsonArray(),
            ["refunds"] = new JsonArray([.. Refunds.Where(refund => refund.IsPaid && refund.Line == LineId(index)).Select(static refund => (JsonNode)new JsonObject
            {
                ["refundId"] = refund.Id, ["amount"] = Money(refund.Amount),
            })]),
            ["lineItemFulfillmentInstructions"] = new JsonObject { ["shipByDate"] = Time(CreatedAt.AddDays(2)), ["guaranteedDelivery"] = false },
        };
    }
}
