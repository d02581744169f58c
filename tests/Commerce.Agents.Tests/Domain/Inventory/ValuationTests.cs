using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Entities;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Commerce.Agents.Tests.Domain.Inventory.PickingHall;

namespace Commerce.Agents.Tests.Domain.Inventory;

/// <summary>What stock is worth, and whether levels are the sums of their movements.</summary>
public sealed class ValuationTests
{
    private static readonly StockMovement[] Year = [In(10, 5, "L1"), In(20, 6.5m, "L2"), Out(12), In(10, 8, "L3"), Out(8, "L3")];

    [Theory]
    [InlineData(ValuationMethod.Fifo, "10 x 6.50, 10 x 8.00", 145.00)]
    [InlineData(ValuationMethod.Lifo, "10 x 5.00, 8 x 6.50, 2 x 8.00", 118.00)]
    [InlineData(ValuationMethod.WeightedAverage, "20 x 6.71", 134.29)]
    [InlineData(ValuationMethod.Specific, "18 x 6.50, 2 x 8.00", 133.00)]
    public void What_is_left_and_what_it_cost_depends_on_the_method(ValuationMethod method, string layers, double value)
    {
        var left = InventoryValuation.Layers(Year, method, Currency.Eur);

        Assert.Equal(layers, Show(left));
        Assert.Equal(Money.Eur((decimal)value), InventoryValuation.ValueOf(left, Currency.Eur));
    }

    [Fact]
    public void What_is_found_costs_the_average_and_what_came_without_a_cost_is_not_known()
    {
        StockMovement[] movements =
        [
            In(10, 4), In(10, 6), In(1, null) with { Kind = StockMovementKind.Adjustment }, In(5, null),
            In(3, 9) with { UnitCost = new Money(9, Currency.Parse("USD")) },
        ];

        var left = InventoryValuation.Layers(movements, ValuationMethod.Fifo, Currency.Eur);

        Assert.Equal("10 x 4.00, 10 x 6.00, 1 x 5.00, 5 x ?, 3 x ?", Show(left));
        Assert.Equal(Money.Eur(105), InventoryValuation.ValueOf(left, Currency.Eur));
    }

    [Fact]
    public void By_every_method_as_many_are_left_as_the_movements_add_up_to()
    {
        var steps =
            from method in Gen.Elements(Enum.GetValues<ValuationMethod>())
            from quantities in Gen.Choose(-50, 60).Where(quantity => quantity != 0).ListOf()
            select (method, quantities.ToList());
        Prop.ForAll(steps.ToArbitrary(), step =>
        {
            var onHand = 0;
            var movements = new List<StockMovement>();
            foreach (var quantity in step.Item2.Where(quantity => onHand + quantity >= 0 && (onHand += quantity) >= 0))
            {
                movements.Add(quantity > 0 ? In(quantity, quantity % 7 == 0 ? null : quantity, $"L{quantity % 5}") : Out(-quantity, $"L{-quantity % 5}"));
            }

            var left = InventoryValuation.Layers(movements, step.method, Currency.Eur);

            return left.Sum(layer => layer.Quantity) == onHand && left.All(layer => layer.Quantity > 0);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task A_value_is_asked_for_by_product_and_warehouse()
    {
        await using var hall = await OpenAsync();
        var chair = new Sku("CHAIR-1");
        await hall.DoAsync(new ReceiveStock(chair, 3, "PO-1", UnitCost: Money.Eur(3.335m)));
        await hall.DoAsync(new ReceiveStock(chair, 2, "PO-2", UnitCost: Money.Eur(5)));
        await hall.DoAsync(new ReceiveStock(chair, 9, "PO-3", "lyo", UnitCost: Money.Eur(5)));
        await hall.DoAsync(new AdjustStock(chair, -1, "sale at the counter"));

        var answer = await hall.Host.AskAsync<ValuationAnswer>(new GetValuation(chair, ValuationMethod.Fifo));
        var unknown = await hall.Host.AskAsync<ValuationAnswer>(new GetValuation(Lamp, ValuationMethod.Fifo));

        Assert.Equal((4, Money.Eur(16.67m), 0), (answer.Quantity, answer.Value, answer.Unvalued));
        Assert.Equal((10, Money.Eur(0), 10), (unknown.Quantity, unknown.Value, unknown.Unvalued));
    }

    [Fact]
    public async Task Every_night_a_level_that_is_not_the_sum_of_its_movements_is_told()
    {
        await using var hall = await OpenAsync();
        await hall.Host.AdvanceAsync(TimeSpan.FromDays(1));
        var before = hall.Host.Published.All<StockMismatchDetected>();
        var movements = hall.Host.Services.GetRequiredService<IRepository<StockMovement>>();
        await movements.DeleteAsync((await hall.AllAsync<StockMovement>()).Single(movement => movement.Sku == Vase).Id);

        await hall.Host.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Empty(before);
        Assert.Equal(new StockMismatchDetected(Vase, StockPlace.Main, 10, 0), hall.Host.Published.Only<StockMismatchDetected>());
        var reconciliation = await hall.Host.StateAsync<Reconciliation>(InventoryAgentsBuilderExtensions.ReconciliationAgentName, "stock");
        Assert.Equal((2, 2), (reconciliation.Places, reconciliation.At!.Value.Hour));
    }

    private static StockMovement In(int quantity, decimal? cost, string? batch = null) => new()
    {
        Id = Guid.NewGuid(),
        Sku = Lamp,
        Warehouse = StockPlace.Main,
        Kind = StockMovementKind.Receipt,
        At = DateTimeOffset.UnixEpoch,
        Quantity = quantity,
        Before = 0,
        After = 0,
        Reference = "test",
        UnitCost = cost is null ? null : Money.Eur(cost.Value),
        Batch = batch,
    };

    private static StockMovement Out(int quantity, string? batch = null) => In(-quantity, null, batch) with { Kind = StockMovementKind.Shipment };

    private static string Show(IEnumerable<ValuationLayer> layers) => string.Join(", ", layers.Select(layer => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{layer.Quantity} x {(layer.UnitCost is { } cost ? cost.Round().Amount.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) : "?")}")));
}
