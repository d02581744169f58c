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

    private static readonly Gen<(int Kind, int Order, int Quantity)> AnyStep =
        from kind in Gen.Choose(0, 5)
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
            var id = new OrderId(new Guid(order, 0, 0, new byte[8]));
            switch (kind)
            {
                case 0:
                    await host.SendAsync(new ReceiveStock(Sku, quantity, "delivery"));
                    break;
                case 1:
                    await host.SendAsync(new ReserveStock(Sku, id, quantity));
                    break;
                case 2:
                    await host.SendAsync(new ReleaseStock(Sku, id));
                    break;
                case 3:
                    await host.SendAsync(new ExtendReservation(Sku, id));
                    break;
                case 4:
                    await host.SendAsync(new FulfilStock(Sku, id));
                    break;
                default:
                    await host.AdvanceAsync(TimeSpan.FromHours(quantity));
                    break;
            }

            await host.SettleAsync();
            var level = await host.Services.GetRequiredService<IAgentStates>().FindAsync<StockLevel>(InventoryAgentsBuilderExtensions.StockAgentName, Sku.Value);
            var movements = (await host.Services.GetRequiredService<IRepository<StockMovement>>().ListAsync(
                new EntityQuery<StockMovement> { Limit = 100 })).Items.ToList();
            if (level is null)
            {
                continue;
            }

            if (level.OnHand < 0 || level.Reserved < 0 || level.Available < 0
                || level.OnHand != movements.Sum(movement => movement.Quantity)
                || movements.Exists(movement => movement.After - movement.Before != movement.Quantity))
            {
                return false;
            }
        }

        return true;
    }
}
