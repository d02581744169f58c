using System.Collections.Concurrent;
using Commerce.Agents;
using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Catalog;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Shipping;
using Commerce.Agents.Entities;
using Commerce.Carriers;
using Commerce.Integration.PostgreSql;
using Commerce.Integration.Servers;
using Commerce.Payments;
using Commerce.Samples.Platform;
using Commerce.Samples.Platform.Demo;
using Commerce.Testing.Sandbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Commerce.Integration.Workflows;

/// <summary>
/// The sample platform with its vendors' clients over the HTTP sandbox, on one of the backends. Tests share one for each; an hour takes a second, and
/// each test has products and buyers of its own.
/// </summary>
internal sealed class PlatformHost : IAsyncDisposable
{
    private const double Speed = 3_600;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private static readonly ConcurrentDictionary<Backend, Lazy<Task<PlatformHost>>> Shared = new();
    private static int _products;

    private readonly IHost _host;
    private readonly string _folder;

    private PlatformHost(IHost host, SandboxHost sandbox, string folder) => (_host, Sandbox, _folder) = (host, sandbox, folder);

    internal SandboxHost Sandbox { get; }

    internal IServiceProvider Services => _host.Services;

    internal IMessagePublisher Agents => Services.GetRequiredService<IMessagePublisher>();

    /// <summary>Gets the product that is inspected when it arrives.</summary>
    internal static Sku Inspected { get; } = new("INSPECTED-1");

    private static ProductInfo[] Products { get; } =
    [
        .. Enumerable.Range(1, 200).Select(static number =>
            new ProductInfo(new Sku($"THING-{number}"), $"Thing {number}", Money.Eur(20m), Weight.FromKilograms(1), new Dimensions(20, 15, 10))),
    ];

    internal static Task<PlatformHost> OnAsync(Backend backend) => Shared.GetOrAdd(backend, static key => new Lazy<Task<PlatformHost>>(() => StartAsync(key, clientsSeeFastTime: false, "ups", "chronopost", "stripe", "mirakl"))).Value;

    /// <summary>Starts a platform of the caller's own that has an account with every vendor of the sandbox.</summary>
    /// <param name="backend">Where it keeps what it knows.</param>
    /// <param name="clientsSeeFastTime">
    /// Whether the vendors' clients see the fast time, as those must that ask for what happened up to now. They forget at once who was down then.
    /// </param>
    internal static Task<PlatformHost> WithAllVendorsAsync(Backend backend, bool clientsSeeFastTime) => StartAsync(backend, clientsSeeFastTime);

    /// <summary>Starts a platform of the caller's own that has an account with one carrier only.</summary>
    internal static Task<PlatformHost> WithCarrierAsync(Backend backend, CarrierCode carrier) => StartAsync(backend, clientsSeeFastTime: true, carrier.Value, "stripe", "mirakl");

    internal static Task WaitAsync(Func<Task<bool>> condition, string what) => Processes.WaitForAsync(condition, what, Patience);

    /// <summary>Takes a product that no other test has, and puts it on the shelf.</summary>
    internal async Task<Sku> StockAsync(int quantity)
    {
        var product = Products[Interlocked.Increment(ref _products) - 1];
        Sandbox.Get<MiraklSandbox>().Offer(product.Sku.Value, 0, product.Price.Amount);
        await Agents.PublishAsync(new ReceiveStock(product.Sku, quantity, "opening stock"));
        await WaitAsync(async () => (await LevelAsync(product.Sku)).OnHand == quantity, "the opening stock");
        return product.Sku;
    }

    internal async Task<StockLevel> LevelAsync(Sku sku) =>
        await Services.GetRequiredService<IAgentStates>().FindAsync<StockLevel>(InventoryAgentsBuilderExtensions.StockAgentName, new StockPlace(sku).Key) ?? new StockLevel();

    internal static OrderDraft Draft(Sku sku, int quantity = 1, string method = "pm_card_visa", string country = "FR") => new()
    {
        Customer = $"buyer-{Guid.NewGuid():N}",
        Items = new Dictionary<Sku, int> { [sku] = quantity },
        ShipTo = Catalogue.Someone("Zoé Martin", "5 avenue du Test", "69002", "Lyon") with
        {
            Address = new Address { Line1 = "5 avenue du Test", PostalCode = "69002", City = "Lyon", Country = CountryCode.Parse(country) },
        },
        PaymentMethod = new PaymentMethodToken(method),
    };

    internal async Task<OrderId> PlaceAsync(OrderDraft draft)
    {
        var id = new OrderId(Guid.NewGuid());
        var receipt = await Agents.AskAsync<OrderReceipt>(new PlaceOrder(id, draft));
        Assert.Empty(receipt.Refusals);
        return id;
    }

    internal Task<Order?> FindAsync(OrderId id) => Services.GetRequiredService<IAgentStates>().FindAsync<Order>(OrdersAgentsBuilderExtensions.OrderAgentName, id.ToString());

    internal async Task<Order> ReachedAsync(OrderId id, Func<Order, bool> condition, string what)
    {
        Order? order = null;
        await WaitAsync(async () => (order = await FindAsync(id)) is not null && condition(order), what);
        return order!;
    }

    /// <summary>Waits until no order of another test is about to call a carrier: a fault of the sandbox hits whoever comes next.</summary>
    internal Task QuietAsync() => WaitAsync(
        async () =>
        {
            foreach (var status in new[] { OrderStatus.Pending, OrderStatus.Confirmed, OrderStatus.Processing })
            {
                var orders = await Services.GetRequiredService<IRepository<OrderRecord>>().ListAsync(new EntityQuery<OrderRecord> { Where = record => record.Status == status });
                foreach (var order in orders.Items)
                {
                    if (status != OrderStatus.Processing || (await FindAsync(new OrderId(order.Id)))!.TrackingNumber is null)
                    {
                        return false;
                    }
                }
            }

            return true;
        },
        "the labels of the other orders");

    /// <summary>Closes the day with a carrier that fetches what it is told of then: everything that waits. Asked again when midnight has come in between.</summary>
    internal Task CloseDayAsync(CarrierCode carrier) => WaitAsync(
        async () =>
        {
            var now = Services.GetRequiredService<TimeProvider>().GetUtcNow();
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(now, "Europe/Paris").DateTime);
            return (await Agents.AskAsync<Answer>(new CloseManifest(carrier.Value, today, []))).Refusals.Count == 0;
        },
        $"the end of the day at {carrier}");

    /// <summary>Reads the mails about an order.</summary>
    internal List<string> Mails(string number)
    {
        var folder = Path.Combine(_folder, MailFolder.Folder);
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder).Select(File.ReadAllText).Where(mail => mail.Contains(number, StringComparison.Ordinal))] : [];
    }

    internal string LabelFile(string name) => Path.Combine(_folder, name);

    internal IReadOnlyList<string> Labels(string number) => Directory.GetFiles(_folder, $"{number}-*");

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        await Sandbox.DisposeAsync();
    }

    private static async Task<PlatformHost> StartAsync(Backend backend, bool clientsSeeFastTime, params string[] vendors)
    {
        var clock = new FastClock(Speed);
        var sandbox = await SandboxHost.StartAsync(new SandboxOptions { Clock = clock });
        var folder = Directory.CreateTempSubdirectory("commerce-workflows-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(DemoAccounts.Of(sandbox, vendors));
        var database = backend == Backend.Memory ? null : await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync();
        builder.Services.AddPlatform(builder.Configuration, folder, clock, agents =>
        {
            Witness.Register(agents);
            AfterSalesStandIn.Register(agents);
            QualityStandIn.Register(agents);
            if (database is not null)
            {
                agents.UsePostgreSql(options => options.ConnectionString = database);
            }

            if (backend == Backend.PostgreSqlAndKafka)
            {
                agents.UseKafka(options => KafkaMock.Configure(options, KafkaMock.Start().BootstrapServers));
            }
        });
        builder.Services.Configure<ReceivingOptions>(static options => options.InspectedSkus.Add(Inspected));
        builder.Services.AddSingleton<IProductCatalog>(new ProductList(Products));
        if (clientsSeeFastTime)
        {
            builder.Services.AddSingleton<TimeProvider>(new VendorsClock(clock));
        }

        var host = builder.Build();
        await PriceLists.ActivateAsync(host.Services);
        await host.StartAsync();
        return new PlatformHost(host, sandbox, folder);
    }
}
