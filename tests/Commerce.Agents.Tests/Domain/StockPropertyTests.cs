using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Entities;
using Commerce.Testing;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Agents.Tests.Domain;

/// <summary>Whatever happens to a stock level, in whatever order.</summary>
public sealed class StockPropertyTests
{
    private static readonly Sku Sku = new("LAMP-1");
    private static readonly Sku Other = new("VASE-1");

    private static readonly Gen<(int Kind, int Order, int Quantity)> AnyStep =
        from kind in Gen.Choose(0, 8)
        from order in Gen.Choose(1, 6)
        from quantity in Gen.Choose(1, 12)
        select (kind, order, quantity);

    [Fact]
    public void Stock_is_never_negative_never_oversold_and_equals_its_movements() =>
        Prop.ForAll(AnyStep.ListOf(30).ToArbitrary(), steps => HoldsAsync([.. steps]).GetAwaiter().GetResult())
            .QuickCheckThrowOnFailure();

    private static async Task<bool> HoldsAsync(IReadOnlyList<(int Kind, int Order, int Quantity)> steps)
    {
        await using var host = await AgentTestHost.StartAsync(agents => agents.AddInventory());
        foreach (var (kind, order, quantity) in steps)
        {
            var id = Id(order);
            switch (kind)
            {
                case 0:
                    await host.SendAsync(new ReceiveStock(order % 2 == 0 ? Sku : Other, quantity, "delivery"));
                    break;
                case 1:
                    await host.SendAsync(new ReserveStock(id, [new StockLine(Sku, quantity), new StockLine(Other, 1)]));
                    break;
                case 2:
                    await host.SendAsync(new ReleaseStock(id, "cancelled"));
                    break;
                case 3:
                    await host.SendAsync(new ExtendReservation(id));
                    break;
                case 4:
                    await host.SendAsync(new FulfilStock(id));
                    break;
                case 7 or 8:
                    await host.SendAsync(new ReserveStock(id, [new StockLine(Sku, quantity), new StockLine(Other, 2)]) { Turn = new StockTurn(order % 3, host.Clock.GetUtcNow()) });
                    break;
                case 5:
                    await host.SendAsync(new AdjustStock(Sku, order % 2 == 0 ? quantity : -quantity, "count"));
                    break;
                default:
                    await host.AdvanceAsync(TimeSpan.FromHours(quantity));
                    break;
            }

            await host.SettleAsync();
            if (!await IsRightAsync(host, Sku) || !await IsRightAsync(host, Other))
            {
                return false;
            }
        }

        return true;
    }

    private static Guid Id(int order) => new(order, 0, 0, new byte[8]);

    /// <summary>
    /// The units that are kept are those of the active reservations and of those that wait, as long as anybody waits nothing is left for others, and the units that are there are the sum of the movements.
    /// </summary>
    private static async Task<bool> IsRightAsync(AgentTestHost host, Sku sku)
    {
        var states = host.Services.GetRequiredService<IAgentStates>();
        var level = await states.FindAsync<StockLevel>(InventoryAgentsBuilderExtensions.StockAgentName, new StockPlace(sku).Key) ?? new StockLevel();
        var movements = (await host.Services.GetRequiredService<IRepository<StockMovement>>().ListAsync(
            new EntityQuery<StockMovement> { Where = movement => movement.Sku == sku, Limit = 100 })).Items.ToList();
        var kept = 0;
        for (var order = 1; order <= 6; order++)
        {
            var reservation = await states.FindAsync<StockReservation>(InventoryAgentsBuilderExtensions.ReservationAgentName, Id(order).ToString());
            var lines = reservation switch
            {
                { Status: ReservationStatus.Active } => reservation.Lines,
                { Status: ReservationStatus.Waiting } => reservation.Kept,
                _ => [],
            };
            kept += lines.Where(line => line.Sku == sku).Sum(line => line.Quantity);
            var isClaimed = reservation is { Status: ReservationStatus.Waiting } && !lines.Any(line => line.Sku == sku);
            if (isClaimed != level.Waiting.Any(claim => claim.ReservationId == Id(order) && claim.Attempt == reservation!.Attempt))
            {
                return false;
            }
        }

        return level.Available >= 0
            && (level.Waiting.Count == 0 || level.Available == 0)
            && level.Waiting.All(claim => claim.Kept >= 0 && claim.Kept < claim.Quantity)
            && level.Reserved == kept + level.Waiting.Sum(claim => claim.Kept)
            && level.OnHand == movements.Sum(movement => movement.Quantity)
            && movements.TrueForAll(movement => movement.After - movement.Before == movement.Quantity);
    }
}
