using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Marketplaces;
using Commerce.Agents.Domain.Shipping;
using Commerce.Carriers;
using Commerce.Integration.Servers;
using Commerce.Marketplaces;

namespace Commerce.Benchmarks.Orders;

/// <summary>Everything at once on PostgreSQL: orders, stock changes, choices of warehouses, quotes of carriers, and a marketplace that sends orders and is told the stock.</summary>
internal sealed class MixedRun(BenchShop shop)
{
    private const int OrderCallers = 4;
    private const int StockCallers = 2;

    private static readonly TimeSpan MarketplaceOrderInterval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan SyncInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly OrderLoad _load = new(shop);
    private readonly ConcurrentDictionary<Sku, int> _received = new();
    private readonly ConcurrentDictionary<Sku, int> _sold = new();
    private int _updates;
    private int _choices;
    private int _quotes;
    private int _marketplaceOrders;

    internal static async Task<int> RunAsync(TimeSpan time)
    {
        await using var server = await PostgreSqlServer.StartAsync();
        var database = await server.CreateDatabaseAsync();
        await using var shop = await BenchShop.OpenAsync(database);
        return await new MixedRun(shop).RunAsync(database, time);
    }

    private async Task<int> RunAsync(string database, TimeSpan time)
    {
        await shop.Publisher.AskAsync<Answer>(new SetWarehouse(
            StockPlace.Main, BenchShop.Party("Lampes du Nord", "59000", "Lille").Address, new GeoPoint(50.6m, 3.1m), [CountryCode.France], []));
        var started = Stopwatch.GetTimestamp();
        var orders = _load.PlaceForAsync(OrderCallers, time);
        await Task.WhenAll(Enumerable.Range(0, StockCallers).Select(_ => UntilAsync(time, UpdateStockAsync))
            .Concat([orders, UntilAsync(time, ChooseAsync), UntilAsync(time, QuoteAsync), UntilAsync(time, SellAsync), UntilAsync(time, SyncAsync)]));
        var settled = await SettleAsync();
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var wrong = (await OrderChecks.CheckAsync(shop, _load.Placed, new OtherWork(_received, _sold, _marketplaceOrders))).ToList();
        OrderChecks.Require(wrong, settled, "the marketplace was not told the last stock, or has orders without a parcel");
        await OrderChecks.CheckDatabaseAsync(database, wrong);
        wrong.ForEach(Console.Error.WriteLine);
        var receipts = _load.Placed.Select(static order => order.ReceiptMilliseconds).Order().ToArray();
        return Figures.Print(
            "mixed",
            wrong.Count == 0 ? 0 : 1,
            new
            {
                seconds = Math.Round(seconds, 1),
                orders = _load.Placed.Count,
                ordersPerSecond = Math.Round(await orders, 1),
                receiptMilliseconds = new { p50 = Math.Round(receipts[receipts.Length / 2], 1), p95 = Math.Round(receipts[(int)(receipts.Length * 0.95)], 1) },
                stockChanges = _updates,
                warehousesChosen = _choices,
                carriersQuoted = _quotes,
                marketplaceOrders = _marketplaceOrders,
            },
            1,
            wrong.Count == 0);
    }

    private static async Task UntilAsync(TimeSpan time, Func<int, Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; Stopwatch.GetElapsedTime(started) < time; i++)
        {
            await work(i);
        }
    }

    private async Task UpdateStockAsync(int number)
    {
        var (sku, delta) = (BenchShop.Skus[number % BenchShop.Skus.Length], number % 3 == 0 ? -1 : 2);
        await shop.Publisher.AskAsync<Answer>(delta > 0 ? new ReceiveStock(sku, delta, "delivery") : new AdjustStock(sku, delta, "counted"));
        _received.AddOrUpdate(sku, delta, (_, known) => known + delta);
        Interlocked.Increment(ref _updates);
    }

    private async Task ChooseAsync(int number)
    {
        var (sku, id) = (BenchShop.Skus[number % BenchShop.Skus.Length], new OrderId(Guid.CreateVersion7()));
        var order = new WarehouseOrder(
            [new WarehouseOrderLine(sku, 1, new Dictionary<string, int> { [StockPlace.Main] = 10 })],
            new WarehouseDestination(CountryCode.France, "69002", "Lyon", new GeoPoint(45.7m, 4.8m)),
            ServiceLevel.Standard,
            Weight.FromKilograms(1.2m),
            0.01m);
        var answer = await shop.Publisher.AskAsync<WarehouseSelectionAnswer>(new SelectWarehouse(id, order));
        _choices += answer.Ranking?.Ranked.Count == 1 ? 1 : throw new InvalidOperationException("No warehouse was chosen.");
    }

    private async Task QuoteAsync(int number)
    {
        var parcel = new Parcel { Weight = Weight.FromKilograms(1 + (number % 5)) };
        var answer = await shop.Publisher.AskAsync<CarrierRatesRetrieved>(
            new GetQuotes(Guid.CreateVersion7(), BenchShop.Party("Zoé Martin", "69002", "Lyon"), [parcel]));
        _quotes += answer.Quotes.Count > 0 ? 1 : throw new InvalidOperationException("No carrier has quoted.");
    }

    private async Task SellAsync(int number)
    {
        var (sku, now) = (BenchShop.Skus[number % BenchShop.Skus.Length], TimeProvider.System.GetUtcNow());
        var id = string.Create(CultureInfo.InvariantCulture, $"MKP-{number}");
        shop.Vendors.Marketplace.Put(new MarketplaceOrder
        {
            Id = new MarketplaceOrderId(id),
            Marketplace = MarketplaceCode.Mirakl,
            State = MarketplaceOrderState.AwaitingAcceptance,
            VendorState = "WAITING_ACCEPTANCE",
            CreatedAt = now,
            UpdatedAt = now,
            PricesIncludeTax = true,
            ShipTo = BenchShop.Party("Zoé Martin", "69002", "Lyon"),
            Lines =
            [
                new MarketplaceOrderLine
                {
                    Id = new MarketplaceOrderLineId(id + "-1"), Sku = sku, Title = "Lamp", Quantity = 2, UnitPrice = Money.Eur(29.90m), GoodsPrice = Money.Eur(59.80m),
                    Shipping = Money.Eur(4.90m), Tax = Money.Eur(10.78m),
                },
            ],
            Amounts = new OrderAmounts { Goods = Money.Eur(59.80m), Shipping = Money.Eur(4.90m), Tax = Money.Eur(10.78m), Total = Money.Eur(64.70m), Commission = Money.Eur(8.97m) },
        });
        _sold.AddOrUpdate(sku, 2, static (_, known) => known + 2);
        _marketplaceOrders++;
        await Task.Delay(MarketplaceOrderInterval);
    }

    private async Task SyncAsync(int number)
    {
        await shop.Publisher.SendAsync(new SyncMarketplace(BenchShop.Account));
        await Task.Delay(SyncInterval);
    }

    /// <summary>Waits until every order has its parcel and the marketplace was told what is left.</summary>
    private async Task<bool> SettleAsync()
    {
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < Patience)
        {
            await shop.Publisher.SendAsync(new SyncMarketplace(BenchShop.Account));
            await shop.Operations.DrainAsync();
            if (shop.Vendors.Labels.Count == _load.Placed.Count + _marketplaceOrders && await IsToldAsync())
            {
                return true;
            }

            await Task.Delay(TimeSpan.FromSeconds(2));
        }

        return false;
    }

    private async Task<bool> IsToldAsync()
    {
        var told = shop.Vendors.Marketplace.Stock;
        foreach (var sku in BenchShop.Skus)
        {
            var level = await shop.States.FindAsync<StockLevel>(InventoryAgentsBuilderExtensions.StockAgentName, new StockPlace(sku).Key);
            if (level is null || !told.TryGetValue(sku, out var quantity) || quantity != level.Available - 1)
            {
                return false;
            }
        }

        return true;
    }
}
