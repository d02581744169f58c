using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Entities;
using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Integration.Workflows;

/// <summary>W3: stock.</summary>
[Collection(WorkflowCollection.Name)]
public sealed class InventoryTests
{
    [Theory]
    [EachBackend]
    public async Task W3_1_and_W3_2_Movements_and_levels_agree(Backend backend)
    {
        var platform = await PlatformHost.OnAsync(backend);
        var sku = await platform.StockAsync(40);

        var taken = await platform.Agents.AskAsync<Agents.Domain.Answer>(new AdjustStock(sku, -15, "damaged"));
        var tooMuch = await platform.Agents.AskAsync<Agents.Domain.Answer>(new AdjustStock(sku, -26, "damaged"));

        Assert.Empty(taken.Refusals);
        Assert.NotEmpty(tooMuch.Refusals);
        var level = await platform.LevelAsync(sku);
        Assert.Equal((25, 0, 25), (level.OnHand, level.Reserved, level.Available));
        var movements = (await platform.Services.GetRequiredService<IRepository<StockMovement>>()
            .ListAsync(new EntityQuery<StockMovement> { Where = movement => movement.Sku == sku })).Items;
        Assert.Equal(25, movements.Sum(static movement => movement.Quantity));
        Assert.All(movements, static movement => Assert.Equal(movement.After, movement.Before + movement.Quantity));
    }

    [Theory]
    [EachBackend]
    public async Task W3_3_Marketplace_sync_after_two_failures(Backend backend)
    {
        var platform = await PlatformHost.OnAsync(backend);
        var mirakl = platform.Sandbox.Get<MiraklSandbox>();
        var sku = await platform.StockAsync(30);
        await PlatformHost.WaitAsync(() => Task.FromResult(mirakl.Stock.GetValueOrDefault(sku.Value) == 29), "the opening stock there");

        platform.Sandbox.Faults.Add("mirakl", "import-stock", SandboxFault.Unavailable, times: 2);
        await platform.Agents.AskAsync<Agents.Domain.Answer>(new AdjustStock(sku, -10, "damaged"));

        await PlatformHost.WaitAsync(() => Task.FromResult(mirakl.Stock.GetValueOrDefault(sku.Value) == 19), "the quantity less the buffer there");
    }

    [Theory]
    [EachBackend]
    public async Task W3_4_Low_stock_is_told_once(Backend backend)
    {
        var platform = await PlatformHost.OnAsync(backend);
        var sku = await platform.StockAsync(12);

        foreach (var quantity in new[] { -3, -1, -1, -7 })
        {
            await platform.Agents.AskAsync<Agents.Domain.Answer>(new AdjustStock(sku, quantity, "damaged"));
        }

        var alerts = (await platform.Services.GetRequiredService<IRepository<StockAlert>>().ListAsync(new EntityQuery<StockAlert> { Where = alert => alert.Sku == sku })).Items;
        var open = Assert.Single(alerts, static alert => alert.ResolvedAt is null);
        Assert.Equal(StockAlertSeverity.Critical, open.Severity);
    }

    [Theory]
    [EachBackend]
    public async Task W3_F_A_hundred_at_once_end_at_the_exact_total(Backend backend)
    {
        var platform = await PlatformHost.OnAsync(backend);
        var sku = await platform.StockAsync(150);

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => platform.Agents.AskAsync<Agents.Domain.Answer>(new AdjustStock(sku, -1, "sold elsewhere"))));

        Assert.All(answers, static answer => Assert.Empty(answer.Refusals));
        Assert.Equal(50, (await platform.LevelAsync(sku)).OnHand);
    }
}
