using Commerce.Agents.Domain.Orders;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Orders;

public sealed class PartialShipmentsTests
{
    private static readonly Sku Lamp = new("LAMP-1");
    private static readonly Sku Vase = new("VASE-1");

    [Fact]
    public void Lines_and_parts_are_added_up_before_they_meet()
    {
        ShippableLine[] order = [new(Lamp, 4), new(Vase, 5, 1), new(Lamp, 2)];
        PartialShipment[] parts =
        [
            new(1, PartialShipmentStatus.Delivered, [new(Lamp, 1), new(Vase, 1), new(Lamp, 1)]),
            new(2, PartialShipmentStatus.InTransit, [new(Lamp, 1)]),
            new(3, PartialShipmentStatus.Failed, [new(Lamp, 1), new(Vase, 2)]),
            new(4, PartialShipmentStatus.Processing, [new(Vase, 1)]),
        ];

        Assert.Equal(
            [new ShipmentSummaryLine(Lamp, 6, 0, 3, 2, 1, 3), new ShipmentSummaryLine(Vase, 4, 1, 1, 1, 2, 2)],
            PartialShipments.Summarize(order, parts));
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void No_more_than_what_is_left_is_shipped(int quantity, bool isAllowed)
    {
        var refusals = PartialShipments.Check(
            OrderStatus.Processing, [new(Lamp, 5, 1)], [new(1, PartialShipmentStatus.Shipped, [new(Lamp, 2)])], [new(Lamp, quantity)]);

        Assert.Equal(isAllowed, refusals.Count == 0);
        Assert.All(refusals, refusal => Assert.Equal((RefusalCode.AmountExceeded, "Lines[LAMP-1]"), (refusal.Code, refusal.Field)));
    }

    [Fact]
    public void Two_new_lines_of_one_product_count_together() => Assert.Equal(
        RefusalCode.AmountExceeded,
        Assert.Single(PartialShipments.Check(OrderStatus.Processing, [new(Lamp, 3)], [], [new(Lamp, 2), new(Lamp, 2)])).Code);

    [Theory]
    [InlineData(OrderStatus.Cancelled)]
    [InlineData(OrderStatus.Refunded)]
    public void An_order_that_is_over_ships_nothing(OrderStatus status) => Assert.Equal(
        (RefusalCode.InvalidTransition, "Status"),
        Assert.Single(PartialShipments.Check(status, [new(Lamp, 3)], [], [new(Lamp, 1)]).Select(refusal => (refusal.Code, refusal.Field))));

    [Fact]
    public void Bad_lines_are_refused_by_name()
    {
        Assert.Equal("Lines", Assert.Single(PartialShipments.Check(OrderStatus.Processing, [new(Lamp, 3)], [], [])).Field);
        Assert.Equal(RefusalCode.Validation, Assert.Single(PartialShipments.Check(OrderStatus.Processing, [new(Lamp, 3)], [], [new(Lamp, 0)])).Code);
        Assert.Equal(RefusalCode.NotFound, Assert.Single(PartialShipments.Check(OrderStatus.Processing, [new(Lamp, 3)], [], [new(Vase, 1)])).Code);
    }

    [Fact]
    public void The_next_number_follows_the_highest()
    {
        Assert.Equal(1, PartialShipments.NextNumber([]));
        Assert.Equal(6, PartialShipments.NextNumber([new(5, PartialShipmentStatus.Failed, []), new(2, PartialShipmentStatus.Shipped, [])]));
    }

    [Fact]
    public void Whatever_is_asked_for_shipped_is_never_more_than_ordered_and_not_cancelled() =>
        Prop.ForAll(
            (from ordered in Gen.Choose(1, 20)
             from cancelled in Gen.Choose(0, 20)
             from asked in Gen.Choose(1, 9).ArrayOf(12)
             from fails in Gen.Choose(0, 3).ArrayOf(12)
             select (ordered, Math.Min(ordered, cancelled), asked, fails)).ToArbitrary(),
            given =>
            {
                var (ordered, cancelled, asked, fails) = given;
                ShippableLine[] order = [new(Lamp, ordered, cancelled)];
                var parts = new List<PartialShipment>();
                foreach (var (quantity, fail) in asked.Zip(fails))
                {
                    PartialShipmentLine[] added = [new(Lamp, quantity)];
                    var left = PartialShipments.Remaining(order, parts)[Lamp];
                    var isAllowed = PartialShipments.Check(OrderStatus.Processing, order, parts, added).Count == 0;
                    if (isAllowed != quantity <= left)
                    {
                        return false;
                    }

                    if (isAllowed)
                    {
                        parts.Add(new PartialShipment(
                            PartialShipments.NextNumber(parts), fail == 0 ? PartialShipmentStatus.Failed : PartialShipmentStatus.Shipped, added));
                    }
                }

                var shipped = parts.Where(part => part.Status != PartialShipmentStatus.Failed).Sum(part => part.Lines.Sum(line => line.Quantity));
                return shipped <= ordered - cancelled && parts.Select(part => part.Number).SequenceEqual(Enumerable.Range(1, parts.Count));
            }).QuickCheckThrowOnFailure();
}
