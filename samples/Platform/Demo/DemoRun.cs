using System.Diagnostics;
using Commerce.Agents;
using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Catalog;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Marketplaces;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Shipping;
using Commerce.Carriers;
using Commerce.Payments;
using Commerce.Samples.Platform.Api;
using Commerce.Testing.Sandbox;

namespace Commerce.Samples.Platform.Demo;

/// <summary>Plays a day of orders over the vendors' real wire formats at thirteen vendors, with failures on the way, and checks the result.</summary>
internal sealed class DemoRun(IServiceProvider services, SandboxHost sandbox, DemoShopper shopper)
{
    private const double Speed = 3_600;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(75);

    private readonly List<DemoOrder> _orders = [];

    private IEnumerable<MarketplaceSandbox> Marketplaces => sandbox.Vendors.OfType<MarketplaceSandbox>();

    internal static async Task<int> RunAsync(string labelFolder, string[] args)
    {
        if (Directory.Exists(labelFolder))
        {
            Directory.Delete(labelFolder, recursive: true);
        }

        var started = Stopwatch.GetTimestamp();
        var clock = new FastClock(Speed);
        await using var sandbox = await SandboxHost.StartAsync(new SandboxOptions { Clock = clock });
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(DemoAccounts.Of(sandbox));
        builder.AddApi();
        builder.Services.AddPlatform(builder.Configuration, labelFolder, clock, agents =>
        {
            Narrator.Register(agents);
            agents.UseServers(builder.Configuration);
        });
        builder.Services.AddSingleton<TimeProvider>(new VendorsClock(clock));
        await using var host = builder.Build();
        host.MapApi();
        await PriceLists.ActivateAsync(host.Services);
        await host.StartAsync();
        Console.WriteLine($"\nThe sandbox plays {string.Join(", ", sandbox.Vendors.Select(vendor => vendor.Name))}. An hour takes a second. The API listens at {host.Urls.First()}\n");

        using var shopper = new DemoShopper(new Uri(host.Urls.First()));
        var run = new DemoRun(host.Services, sandbox, shopper);
        await run.OpenShopAsync();
        await run.BreakCarriersAsync();
        await run.TakeOrdersAsync();
        await run.SellEverywhereAsync();
        var inTime = await WaitAsync(run.AllLabelledAsync);
        await run.LoseCarriersAsync();
        inTime &= await WaitAsync(run.AllEndedAsync);
        inTime &= await WaitAsync(run.AreMarketplacesToldAsync);
        inTime &= await WaitAsync(() => Task.FromResult(
            Directory.GetFiles(Path.Combine(labelFolder, MailFolder.Folder)).Length == run._orders.Sum(order => order.Mails)));
        var good = await new DemoReport(host.Services, sandbox, run._orders, labelFolder).ShowAsync();
        await host.StopAsync();
        Console.WriteLine($"\n{(good && inTime ? "Everything adds up" : "SOMETHING DOES NOT ADD UP")}, after {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s. Labels and mails: {labelFolder}");
        return good && inTime ? 0 : 1;
    }

    private async Task OpenShopAsync()
    {
        var publisher = services.GetRequiredService<IMessagePublisher>();
        foreach (var product in Catalogue.Products)
        {
            foreach (var marketplace in Marketplaces)
            {
                marketplace.Offer(product.Sku.Value, 0, product.Price.Amount);
            }

            await publisher.PublishAsync(new ReceiveStock(product.Sku, DemoReport.Received, "opening stock"));
        }
    }

    /// <summary>Two stories in which a carrier fails come first and alone, so that no other order meets the fault.</summary>
    private async Task BreakCarriersAsync()
    {
        sandbox.Faults.Add("chronopost", "ship", SandboxFault.Unavailable, times: 3);
        var down = await PlaceAsync("the best carrier is down", "pm_card_visa", OrderStatus.Delivered, (Catalogue.Lamp.Sku, 1));
        await WaitAsync(async () => (await OrderAsync(down))?.Carrier is not null);
        sandbox.Faults.Add("chronopost", "ship", SandboxFault.LoseAnswer);
        var lost = await PlaceAsync("the label's answer is lost", "pm_card_visa", OrderStatus.Delivered, (Catalogue.Lamp.Sku, 1));
        await WaitAsync(async () => (await OrderAsync(lost))?.Carrier is not null);
    }

    private async Task TakeOrdersAsync()
    {
        await PlaceAsync("paid by card", "pm_card_visa", OrderStatus.Delivered, (Catalogue.Lamp.Sku, 2), (Catalogue.Vase.Sku, 1));
        await PlaceAsync("paid by card", "pm_card_mastercard", OrderStatus.Delivered, (Catalogue.Clock.Sku, 2));
        var declined = await PlaceAsync("declined, paid by another", "pm_card_visa_chargeDeclinedInsufficientFunds", OrderStatus.Delivered, (Catalogue.Clock.Sku, 1));
        await WaitAsync(async () => (await OrderAsync(declined))?.Status == OrderStatus.PaymentFailed);
        await services.GetRequiredService<IMessagePublisher>().AskAsync<Answer>(new RetryPayment(declined, new PaymentMethodToken("pm_card_visa")));
        _orders.Add(new DemoOrder("sent twice over the API", await shopper.OrderAsync(Catalogue.Clock.Sku.Value, 1), OrderStatus.Delivered));
        await PlaceAsync("more than there is", "pm_card_visa", OrderStatus.Cancelled, (Catalogue.Vase.Sku, DemoReport.Received + 1));
    }

    private async Task SellEverywhereAsync()
    {
        var mirakl = sandbox.Get<MiraklSandbox>();
        foreach (var marketplace in Marketplaces)
        {
            Sell("from the marketplace", marketplace, Catalogue.Lamp, 1);
        }

        Sell("comes twice, counts once", mirakl, Catalogue.Vase, 2);
        foreach (var marketplace in Marketplaces)
        {
            await services.GetRequiredService<IMessagePublisher>().PublishAsync(new SyncMarketplace(DemoAccounts.AccountOf(marketplace)));
        }

        await WaitAsync(async () => await OrderAsync(_orders[^1].Id) is not null);
        mirakl.Touch(_orders[^1].ExternalId);
    }

    private void Sell(string story, MarketplaceSandbox marketplace, ProductInfo product, int quantity)
    {
        var key = marketplace.Place(new SandboxOrder { Lines = [(product.Sku.Value, quantity, product.Price.Amount)] });
        _orders.Add(new DemoOrder(story, OrderKeys.From(DemoAccounts.AccountOf(marketplace), key), OrderStatus.Delivered, marketplace, key));
    }

    /// <summary>What the two best carriers do not bring: too heavy, too long, too far, and the next best go down on the way. Everybody else has a label by then.</summary>
    private async Task LoseCarriersAsync()
    {
        var heavy = await LabelledAsync("too heavy for most", Catalogue.Bench);
        Lose(heavy ?? CarrierCode.Ups);
        await LabelledAsync($"too heavy, {heavy} is down", Catalogue.Bench);
        Lose(CarrierCode.Ups, CarrierCode.FedEx, CarrierCode.Chronopost);
        await LabelledAsync("too long, others are down", Catalogue.Rail);
        await LabelledAsync("abroad, others are down", Catalogue.Planter, Catalogue.Someone("Anouk Peeters", "5 rue du Test", "1000", "Bruxelles", "BE"));
        await WaitAsync(CloseDayAsync);

        void Lose(params CarrierCode[] carriers)
        {
            foreach (var carrier in carriers)
            {
                sandbox.Faults.Add(carrier.Value, "ship", SandboxFault.Unavailable, times: 1_000);
            }
        }
    }

    private async Task<CarrierCode?> LabelledAsync(string story, ProductInfo product, Party? shipTo = null)
    {
        var id = await PlaceAsync(story, "pm_card_visa", OrderStatus.Delivered, shipTo, (product.Sku, 1));
        await WaitAsync(async () => (await OrderAsync(id))?.Carrier is not null);
        return (await OrderAsync(id))?.Carrier;
    }

    /// <summary>Tells Colis Privé that the day's parcels are ready: it fetches no others. Asked again when midnight has come in between.</summary>
    private async Task<bool> CloseDayAsync()
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(now, "Europe/Paris").DateTime);
        return (await services.GetRequiredService<IMessagePublisher>().AskAsync<Answer>(new CloseManifest(CarrierCode.ColisPrive.Value, today, []))).Refusals.Count == 0;
    }

    private Task<OrderId> PlaceAsync(string story, string method, OrderStatus expected, params (Sku Sku, int Quantity)[] items) => PlaceAsync(story, method, expected, null, items);

    private async Task<OrderId> PlaceAsync(string story, string method, OrderStatus expected, Party? shipTo, params (Sku Sku, int Quantity)[] items)
    {
        var id = OrderKeys.From("shop", $"basket-{_orders.Count}");
        var draft = new OrderDraft
        {
            Customer = $"buyer-{_orders.Count}",
            Items = items.ToDictionary(item => item.Sku, item => item.Quantity),
            ShipTo = shipTo ?? Catalogue.Someone("Zoé Martin", "5 avenue du Test", "69002", "Lyon"),
            Language = "fr",
            PaymentMethod = new PaymentMethodToken(method),
        };
        var receipt = await services.GetRequiredService<IMessagePublisher>().AskAsync<OrderReceipt>(new PlaceOrder(id, draft));
        if (receipt.Refusals.Count > 0)
        {
            throw new InvalidOperationException($"The order was refused: {receipt.Refusals[0].Message}");
        }

        _orders.Add(new DemoOrder(story, id, expected));
        return id;
    }

    private Task<Order?> OrderAsync(OrderId id) =>
        services.GetRequiredService<IAgentStates>().FindAsync<Order>(OrdersAgentsBuilderExtensions.OrderAgentName, id.ToString());

    private async Task<bool> AllEndedAsync()
    {
        foreach (var order in _orders)
        {
            if ((await OrderAsync(order.Id))?.Status != order.Expected)
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> AllLabelledAsync()
    {
        foreach (var order in _orders.Where(static order => order.Expected == OrderStatus.Delivered))
        {
            if ((await OrderAsync(order.Id))?.TrackingNumber is null)
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> AreMarketplacesToldAsync()
    {
        foreach (var marketplace in Marketplaces)
        {
            marketplace.FinishEverything();
        }

        foreach (var product in Catalogue.Products)
        {
            var stock = await services.GetRequiredService<IAgentStates>().FindAsync<StockLevel>(InventoryAgentsBuilderExtensions.StockAgentName, new StockPlace(product.Sku).Key);
            if (Marketplaces.Any(marketplace => marketplace.Stock.GetValueOrDefault(product.Sku.Value) != stock!.OnHand - 1))
            {
                return false;
            }
        }

        foreach (var order in _orders.Where(static order => order.Marketplace is not null))
        {
            if (order.Told((await OrderAsync(order.Id))!) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static async Task<bool> WaitAsync(Func<Task<bool>> isDone)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await isDone())
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
            {
                return false;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }

        return true;
    }
}
