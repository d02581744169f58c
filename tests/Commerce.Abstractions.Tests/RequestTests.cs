using Commerce.Carriers;
using Commerce.Marketplaces;
using Commerce.Payments;
using Xunit;

namespace Commerce.Tests;

public sealed class RequestTests
{
    private static readonly Address Lyon =
        new() { Line1 = "5 avenue du Test", City = "Lyon", PostalCode = "69002", Country = CountryCode.France };

    private static readonly Party Recipient = new() { Contact = new Contact { Name = "Zoé Martin" }, Address = Lyon };

    public static TheoryData<string, Action> ImpossibleValues() => new()
    {
        { "Line1", () => _ = Lyon with { Line1 = " " } },
        { "Line2", () => _ = Lyon with { Line2 = new string('x', 101) } },
        { "City", () => _ = Lyon with { City = "a\0b" } },
        { "Country", () => _ = Lyon with { Country = default } },
        { "Contact", () => _ = Recipient with { Contact = new Contact() } },
        { "Address", () => _ = Recipient with { Address = null! } },
        { "Weight", () => _ = new Parcel { Weight = default } },
        { "Weight", () => _ = new Parcel { Weight = Weight.FromKilograms(1001) } },
        { "DeclaredValue", () => _ = new Parcel { Weight = Weight.FromGrams(1), DeclaredValue = Money.Eur(-1) } },
        { "Parcels", () => _ = Shipment() with { Parcels = [] } },
        { "Parcels", () => _ = Shipment() with { Parcels = [null!] } },
        { "Key", () => _ = Shipment() with { Key = default } },
        { "Service", () => _ = Shipment() with { Service = default } },
        { "Reference", () => _ = Shipment() with { Reference = new string('x', 36) } },
        { "InsuredValue", () => _ = new ShipmentOptions { InsuredValue = Money.Eur(0) } },
        { "MinimumAge", () => _ = new ShipmentOptions { MinimumAge = 200 } },
        { "Parcel", () => _ = Item() with { Parcel = -1 } },
        { "Id", () => _ = new PickupPointReference { Id = "" } },
        { "Packaging", () => _ = new Parcel { Weight = Weight.FromGrams(1), Packaging = new string('x', 41) } },
        { "MissingParcels", () => _ = new PartialShipment(RefusalCode.Validation, "too heavy") { Bought = Bought(), MissingParcels = [] } },
        { "HsCode", () => _ = Item() with { HsCode = "85.17" } },
        { "Quantity", () => _ = Item() with { Quantity = 0 } },
        { "Items", () => _ = new CustomsDeclaration { Items = [Item(), Item() with { UnitValue = new Money(1, Currency.Usd) }] } },
        { "Quantity", () => _ = new StockChange { Sku = new Sku("A"), Quantity = -1 } },
        { "Price", () => _ = new PriceChange { Sku = new Sku("A"), Price = Money.Eur(0) } },
        { "Price", () => _ = new PriceChange { Sku = new Sku("A"), Price = Money.Eur(1.001m) } },
        { "PageSize", () => _ = new OrderQuery { PageSize = 0 } },
        { "Body", () => _ = new SendMessageRequest { Body = "" } },
        { "Attachments", () => _ = new SendMessageRequest { Body = "a", Attachments = [null!] } },
        { "FileName", () => _ = new MessageAttachment("", "image/png", default) },
        { "Sku", () => _ = new OfferKey(default) },
        { "Channel", () => _ = new OfferKey(new Sku("A"), new string('x', 51)) },
        { "Taxes", () => _ = new PriceChange { Sku = new Sku("A"), Price = Money.Eur(1), Taxes = [PriceTax.OfPercent("VAT", 20), PriceTax.OfPercent("VAT", 5)] } },
        { "percent", () => _ = PriceTax.OfPercent("VAT", 101) },
        { "amount", () => _ = PriceTax.OfAmount("Ecotax", Money.Eur(-1)) },
        { "MinimumPrice", () => _ = new PriceChange { Sku = new Sku("A"), Price = Money.Eur(1), MinimumPrice = Money.Eur(0) } },
        { "Parcels", () => _ = new ShipOrderRequest { OrderId = new("1"), Parcels = [new(), new()] } },
        { "Parcels", () => _ = new ShipOrderRequest { OrderId = new("1"), Parcels = [new() { TrackingNumber = "1Z" }, new() { TrackingNumber = "1Z" }] } },
        { "TrackingNumber", () => _ = new MarketplaceParcel { TrackingNumber = "" } },
        { "Value", () => _ = new ItemIdentifier(ItemIdentifierKind.Imei, "") },
        { "Amount", () => _ = Refund() with { Amount = Money.Eur(0) } },
        { "Lines", () => _ = Refund() with { Lines = [null!] } },
        { "Verdict", () => _ = new ReturnDecision { ReturnId = new("1"), Verdict = default } },
        { "Content", () => _ = new OrderDocument { OrderId = new("1"), Kind = OrderDocumentKind.Invoice, FileName = "a.pdf", Content = default } },
        { "Amount", () => _ = Payment() with { Amount = Money.Eur(0) } },
        { "Amount", () => _ = Payment() with { Amount = new Money(1.5m, Currency.Jpy) } },
        { "Metadata", () => _ = Payment() with { Metadata = new Dictionary<string, string> { ["a[b]"] = "c" } } },
        { "Metadata", () => _ = Payment() with { Metadata = new Dictionary<string, string> { ["a"] = new string('x', 501) } } },
        { "Group", () => _ = Payment() with { Group = new string('x', 101) } },
        { "Metadata", () => _ = new PaymentQuery { Metadata = new Dictionary<string, string> { ["a[b]"] = "c" } } },
        { "Types", () => _ = new PaymentEventQuery { Types = [.. Enumerable.Repeat("a", 21)] } },
        { "MonthDays", () => _ = new PayoutSchedule { Interval = PayoutInterval.Monthly, MonthDays = [32] } },
        { "DelayDays", () => _ = new PayoutSchedule { Interval = PayoutInterval.Daily, DelayDays = -1 } },
        { "Interval", () => _ = new PayoutSchedule { Interval = default } },
        { "Content", () => _ = new EvidenceUpload { Key = new OperationKey("e-1"), FileName = "a.pdf", ContentType = "application/pdf", Content = default } },
        { "Amount", () => _ = new IncreaseAuthorizationRequest { Key = new OperationKey("i-1"), PaymentId = new("pi_1"), Amount = Money.Eur(0) } },
        { "SetupId", () => _ = new ConfirmMethodSetupRequest { Key = new OperationKey("s-1"), SetupId = default } },
        { "CommissionId", () => _ = new RefundCommissionRequest { Key = new OperationKey("c-1"), CommissionId = default } },
        { "Status", () => _ = new WebhookAnswer { Body = default, Status = 100 } },
        { "address", () => _ = new WebhookRequest(default, [], "GET", new Uri("/hook", UriKind.Relative)) },
    };

    [Fact]
    public void A_challenge_is_read_from_the_address()
    {
        var request = new WebhookRequest(default, [], "get", new Uri("https://shop.example.com/hook?x&challenge_code=a%2Bb+c"));

        Assert.Equal(("GET", "a+b c", "", null), (request.Method, request.Query("challenge_code"), request.Query("x"), request.Query("y")));
    }

    [Theory]
    [MemberData(nameof(ImpossibleValues))]
    public void An_impossible_value_is_refused_by_the_name_of_its_field(string field, Action make) =>
        Assert.Equal(field, Assert.ThrowsAny<ArgumentException>(make).ParamName);

    [Fact]
    public void Personal_data_does_not_show_in_text()
    {
        var party = Recipient with
        {
            Contact = new Contact { Name = "Zoé Martin", Email = EmailAddress.Parse("zoe@example.com"), Phone = PhoneNumber.Parse("+33612345678") },
        };
        var text = string.Join('\n', party, Shipment() with { Recipient = party }, new MarketplaceBuyer { Name = "Zoé Martin" }, new Secret("s3cret"));

        Assert.DoesNotContain("Zoé", text, StringComparison.Ordinal);
        Assert.DoesNotContain("example.com", text, StringComparison.Ordinal);
        Assert.DoesNotContain("12345678", text, StringComparison.Ordinal);
        Assert.DoesNotContain("avenue", text, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_and_papers_of_buyers_do_not_show_in_text()
    {
        var at = DateTimeOffset.UnixEpoch;
        var text = string.Join(
            '\n',
            new SendMessageRequest { Body = "Zoé", Subject = "Zoé" },
            new MessageAttachment("Zoé.png", "image/png", default),
            new OrderDocument { OrderId = new("1"), Kind = OrderDocumentKind.Invoice, FileName = "Zoé.pdf", Content = new byte[1] },
            new MarketplaceNotification { Id = "1", Type = "deletion", At = at, BuyerId = "Zoé", Raw = "Zoé" },
            new MessageThread { Id = new("1"), Subject = "Zoé", CreatedAt = at, UpdatedAt = at, Raw = "Zoé" },
            new MarketplaceReturn { Id = new("1"), OrderId = new("1"), State = new("open"), VendorState = "", CreatedAt = at, Lines = [], Raw = "Zoé" },
            new OrderRefunded(new("1"), []) { Raw = "Zoé" });

        Assert.DoesNotContain("Zoé", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refund_says_what_to_pay_back_and_says_it_once()
    {
        var line = new LineAmount { LineId = new("1"), Goods = Money.Eur(1) };

        Assert.Equal("Lines", Refund().Check()?.Field);
        Assert.Equal("Amount", (Refund() with { Lines = [line], Amount = Money.Eur(1) }).Check()?.Field);
        Assert.Equal("Lines", (Refund() with { Lines = [line with { Goods = null }] }).Check()?.Field);
        Assert.Null((Refund() with { Lines = [line] }).Check());
        Assert.Null((Refund() with { Amount = Money.Eur(1) }).Check());
        Assert.Null((Refund() with { ReturnId = new("1") }).Check());
    }

    [Fact]
    public void A_person_lives_at_home_and_a_company_does_not()
    {
        Assert.True(Recipient.IsResidential);
        Assert.False((Recipient with { Contact = new Contact { Company = "Lampes du Nord" } }).IsResidential);
        Assert.True((Recipient with { Contact = new Contact { Company = "Lampes du Nord" }, IsResidential = true }).IsResidential);
    }

    [Fact]
    public void Failure_after_a_part_was_bought_carries_it_and_what_is_known_of_the_rest()
    {
        var cause = new CommerceException(CommerceErrorKind.Unavailable, "no answer") { Vendor = "acme", RequestId = "r1" };

        var failure = new PartialShipmentException(Bought(), [1, 2], cause);

        Assert.Equal((CommerceErrorKind.Unavailable, true, "acme", "r1"), (failure.Kind, failure.IsOutcomeUnknown, failure.Vendor, failure.RequestId));
        Assert.Equal(("T1", 2), (failure.Bought.TrackingNumber.Value, failure.MissingParcels.Count));
    }

    [Fact]
    public void Void_is_complete_when_no_parcel_was_missed()
    {
        var all = new VoidConfirmation(new CarrierShipmentId("S1"));
        var some = all with { Parcels = [new ItemOutcome<TrackingNumber>(new("T1")), new(new("T2"), new Refusal(RefusalCode.WindowExpired, "too late"))] };

        Assert.True(all.IsComplete);
        Assert.False(some.IsComplete);
    }

    private static Shipment Bought() => new()
    {
        Id = new CarrierShipmentId("S1"), Parcels = [new ShippedParcel { TrackingNumber = new TrackingNumber("T1") }], Documents = [],
    };

    private static ShipmentRequest Shipment() => new()
    {
        Key = new OperationKey("order-1"),
        Service = new CarrierService("std"),
        Sender = Recipient,
        Recipient = Recipient,
        Parcels = [new Parcel { Weight = Weight.FromKilograms(1) }],
    };

    private static CustomsItem Item() => new()
    {
        Description = "Lamp", Quantity = 1, UnitValue = Money.Eur(10), UnitWeight = Weight.FromGrams(500), Origin = CountryCode.France,
    };

    private static RefundOrderRequest Refund() => new() { Key = new OperationKey("refund-1"), OrderId = new("1"), Reason = RefundReason.Goodwill };

    private static CreatePaymentRequest Payment() => new() { Key = new OperationKey("pay-1"), Amount = Money.Eur(10) };
}
