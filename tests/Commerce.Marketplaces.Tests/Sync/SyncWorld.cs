using Commerce.Marketplaces.Sync;
using Commerce.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Commerce.Marketplaces.Tests.Sync;

/// <summary>An order sync over fakes, with a clock that stands still unless it is moved.</summary>
internal sealed class SyncWorld
{
    internal SyncWorld(params IMarketplaceClient[] accounts)
    {
        Fake = new FakeMarketplace(MarketplaceCode.Mirakl, "first", Clock);
        Accounts = accounts.Length == 0 ? [Fake] : accounts;
    }

    internal FakeClock Clock { get; } = new();

    internal FakeMarketplace Fake { get; }

    internal IReadOnlyList<IMarketplaceClient> Accounts { get; set; }

    internal OrderSyncOptions Options { get; } = new();

    internal IOrderSyncStore Store { get; set; } = new InMemoryOrderSyncStore();

    internal RecordingHandler Handler { get; } = new();

    internal OrderSync Sync() => Sync(Handler);

    internal OrderSync Sync(IOrderSyncHandler handler) => new(
        new MarketplaceManager(Accounts, Microsoft.Extensions.Options.Options.Create(new MarketplaceManagerOptions()), Clock, NullLogger<MarketplaceManager>.Instance),
        Store,
        handler,
        Microsoft.Extensions.Options.Options.Create(Options),
        Clock,
        NullLogger<OrderSync>.Instance);

    internal Task<SyncReport> RunAsync() => Sync().RunAsync(Accounts[0].Account);

    internal MarketplaceOrder Order(int number, MarketplaceOrderState? state = null, decimal price = 10m)
    {
        var money = Money.Eur(price);
        return new MarketplaceOrder
        {
            Id = new($"O-{number:D4}"),
            Marketplace = MarketplaceCode.Mirakl,
            State = state ?? MarketplaceOrderState.AwaitingAcceptance,
            VendorState = (state ?? MarketplaceOrderState.AwaitingAcceptance).Value,
            CreatedAt = Clock.GetUtcNow(),
            UpdatedAt = Clock.GetUtcNow(),
            Lines = [new MarketplaceOrderLine { Id = new($"O-{number:D4}-1"), Sku = new Sku("LAMP-1"), Title = "Lamp", Quantity = 1, UnitPrice = money, GoodsPrice = money }],
            Amounts = new OrderAmounts { Goods = money, Total = money },
        };
    }

    internal void Put(int count, int from = 1)
    {
        for (var i = from; i < from + count; i++)
        {
            Fake.Put(Order(i));
        }
    }
}
