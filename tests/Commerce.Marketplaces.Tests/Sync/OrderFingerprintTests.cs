using Commerce.Marketplaces.Sync;
using Xunit;

namespace Commerce.Marketplaces.Tests.Sync;

public sealed class OrderFingerprintTests
{
    private static readonly MarketplaceOrder Order = new SyncWorld().Order(1) with
    {
        ShipTo = new Party
        {
            Contact = new Contact { Name = "Zoé Martin" },
            Address = new Address { Line1 = "5 avenue du Test", PostalCode = "69002", City = "Lyon", Country = CountryCode.Parse("FR") },
        },
    };

    public static TheoryData<string, MarketplaceOrder> Changes => new()
    {
        { "state", Order with { State = MarketplaceOrderState.Shipped } },
        { "vendor's word", Order with { VendorState = "another" } },
        { "request to cancel", Order with { IsCancellationRequested = true } },
        { "incident", Order with { HasIncident = true } },
        { "time to accept", Order with { AcceptBy = Order.CreatedAt } },
        { "total", Order with { Amounts = Order.Amounts! with { Total = Money.Eur(10.01m) } } },
        { "commission", Order with { Amounts = Order.Amounts! with { Commission = Money.Eur(1m) } } },
        { "currency", Order with { Amounts = Order.Amounts! with { Total = new Money(10m, Currency.Usd) } } },
        { "line", Order with { Lines = [Order.Lines[0] with { Quantity = 2 }] } },
        { "refund", Order with { Lines = [Order.Lines[0] with { Refunded = Money.Eur(1m) }] } },
        { "second line", Order with { Lines = [Order.Lines[0], Order.Lines[0]] } },
        { "street", Order with { ShipTo = Order.ShipTo! with { Address = Order.ShipTo!.Address with { Line1 = "6 avenue du Test" } } } },
        { "no address", Order with { ShipTo = null } },
        { "other address", Order with { ShipTo = null, BillTo = Order.ShipTo } },
        { "parcel", Order with { Parcels = [new MarketplaceParcel { TrackingNumber = "T1" }] } },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Whatever_matters_changes_it(string change, MarketplaceOrder changed)
    {
        Assert.True(OrderFingerprint.Of(Order) != OrderFingerprint.Of(changed), change);
    }

    [Fact]
    public void The_time_of_change_the_raw_payload_and_trailing_zeros_do_not()
    {
        var same = Order with
        {
            UpdatedAt = Order.UpdatedAt!.Value.AddHours(1),
            Raw = "{}",
            Amounts = Order.Amounts! with { Total = new Money(10.00m, Currency.Eur) },
        };

        Assert.Equal(OrderFingerprint.Of(Order), OrderFingerprint.Of(same));
    }

    [Fact]
    public void It_is_written_and_read_back()
    {
        var fingerprint = OrderFingerprint.Of(Order);

        Assert.Equal(fingerprint, OrderFingerprint.Parse(fingerprint.ToString()));
        Assert.Equal(32, fingerprint.ToString().Length);
        Assert.False(OrderFingerprint.TryParse("12", null, out _));
        Assert.Throws<FormatException>(() => OrderFingerprint.Parse("not a number"));
    }
}
