using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Entities;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Agents.Tests.Domain.Inventory;

/// <summary>A shop that buys lamps from two suppliers. It is Monday, 2 March 2026, 9:00.</summary>
internal sealed class Purchasing : IAsyncDisposable
{
    internal static readonly Sku Lamp = new("LAMP-1");
    internal static readonly Sku Vase = new("VASE-1");

    private Purchasing(AgentTestHost host) => Host = host;

    internal AgentTestHost Host { get; }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    internal static async Task<Purchasing> OpenAsync(Action<SupplierOptions>? configure = null)
    {
        var purchasing = new Purchasing(await AgentTestHost.StartAsync(agents => agents.AddInventory().Services.Configure(configure ?? (_ => { }))));
        await purchasing.DoAsync(new RegisterSupplier("A", "Lampes du Nord", Currency.Eur, 8));
        await purchasing.DoAsync(new RegisterSupplier("B", "Lampes du Sud", Currency.Eur, 9));
        await purchasing.DoAsync(new SetSupplierProduct("A", Lamp, Money.Eur(8), 10));
        await purchasing.DoAsync(new SetSupplierProduct("B", Lamp, Money.Eur(9), 5, Pack: 10));
        await purchasing.DoAsync(new SetSupplierProduct("B", Vase, Money.Eur(20), 7));
        return purchasing;
    }

    internal Task<Answer> DoAsync(IMessage command) => Host.AskAsync<Answer>(command);

    /// <summary>Buys and gives the id of the purchase order.</summary>
    internal async Task<PurchaseOrderId> BuyAsync(int lamps, string supplier = "B", string warehouse = "PAR")
    {
        var answer = await DoAsync(new CreatePurchaseOrder(supplier, warehouse, [new PurchaseOrderItem(Lamp, lamps)]));
        await Host.SettleAsync();
        return new PurchaseOrderId(Guid.Parse(answer.Id));
    }

    /// <summary>Buys, sends and has the supplier confirm Saturday, 7 March.</summary>
    internal async Task<PurchaseOrderId> BuyConfirmedAsync(int lamps)
    {
        var id = await BuyAsync(lamps);
        await DoAsync(new SendPurchaseOrder(id));
        await DoAsync(new ConfirmPurchaseOrder(id, new DateOnly(2026, 3, 7)));
        await Host.SettleAsync();
        return id;
    }

    internal async Task<PurchaseOrder> FindAsync(PurchaseOrderId id) =>
        (await Host.Services.GetRequiredService<IRepository<PurchaseOrder>>().FindAsync(id.Value))!.Value;

    internal async Task<IReadOnlyList<PurchaseOrder>> AllAsync() =>
        (await Host.Services.GetRequiredService<IRepository<PurchaseOrder>>().ListAsync(new())).Items;
}
