using Commerce.Agents.Domain.Inventory;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Inventory;

public sealed class SupplierReviewTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Without_data_nothing_is_known()
    {
        var performance = SupplierReview.Measure("ACME", [], Start);

        Assert.Equal(new SupplierPerformance { Supplier = "ACME", Orders = 0, Parts = performance.Parts }, performance);
        Assert.Empty(performance.Parts);
    }

    [Fact]
    public void Figures_come_from_the_orders_alone()
    {
        var first = Order(0, 5, 5, 8m, new PurchaseReceiptLine(Lamp, 100));
        var second = Order(10, 5, 9, 10m, new PurchaseReceiptLine(Lamp, 90, 10));

        var performance = SupplierReview.Measure("ACME", [second, first], Start.AddDays(60));

        Assert.Equal((2, 0.5m, 7m, 2.8284m), (performance.Orders, performance.OnTimeRate, performance.LeadDays, performance.LeadDeviation));
        Assert.Equal((0.95m, 0.0526m, 0.8889m), (performance.QuantityAccuracy, performance.DefectRate, performance.PriceStability));

        // 0.4 × 50 + 0.3 × 94.7368 + 0.2 × 95 + 0.1 × 88.8889
        Assert.Equal(76.31m, performance.Score);
    }

    [Fact]
    public void An_order_that_has_not_come_is_late_once_its_day_is_over()
    {
        var open = Order(0, 5, null, 8m);

        Assert.Null(SupplierReview.Measure("ACME", [open], Start.AddDays(5)).OnTimeRate);
        Assert.Equal(0, SupplierReview.Measure("ACME", [open], Start.AddDays(6)).OnTimeRate);
    }

    [Fact]
    public void Parts_without_data_do_not_count()
    {
        var performance = SupplierReview.Measure("ACME", [Order(0, 5, 5, 8m, new PurchaseReceiptLine(Lamp, 100))], Start.AddDays(60));

        Assert.Null(performance.PriceStability);
        Assert.Null(performance.LeadDeviation);
        Assert.Equal(["on time", "quality", "accuracy"], performance.Parts.Select(part => part.Name));
        Assert.Equal(100, performance.Score);
    }

    [Fact]
    public void Drafts_and_cancelled_orders_do_not_count()
    {
        var cancelled = Order(0, 5, null, 8m) with { Status = PurchaseOrderStatus.Cancelled };
        var draft = Order(0, 5, null, 8m) with { Status = PurchaseOrderStatus.Draft, SentAt = null };

        Assert.Equal(0, SupplierReview.Measure("ACME", [cancelled, draft], Start.AddDays(60)).Orders);
    }

    private static readonly Sku Lamp = new("LAMP-1");

    private static PurchaseOrder Order(int sentOn, int expectedAfter, int? receivedAfter, decimal cost, params PurchaseReceiptLine[] came) => new()
    {
        Id = Guid.CreateVersion7(Start),
        Number = "PO-1",
        Supplier = "ACME",
        Warehouse = "PAR",
        CreatedAt = Start,
        Status = receivedAfter is null ? PurchaseOrderStatus.Sent : PurchaseOrderStatus.Received,
        Lines = [new PurchaseOrderLine { Sku = Lamp, Requested = 100, Ordered = 100, UnitCost = Money.Eur(cost), LeadDays = 5 }],
        SentAt = Start.AddDays(sentOn),
        ExpectedOn = DateOnly.FromDateTime(Start.AddDays(sentOn + expectedAfter).Date),
        ReceivedAt = receivedAfter is { } days ? Start.AddDays(sentOn + days) : null,
        Receipts = came.Length == 0 ? [] : [new PurchaseReceipt("BL-1", Start.AddDays(sentOn + receivedAfter!.Value), came)],
    };
}
