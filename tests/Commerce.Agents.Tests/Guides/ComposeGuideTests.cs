using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Catalog;
using Commerce.Agents.Domain.CustomerCare;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Marketplaces;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Payments;
using Commerce.Agents.Domain.Pricing;
using Commerce.Agents.Domain.Shipping;
using Commerce.Agents.Entities;
using Commerce.Agents.Storage;
using Commerce.Agents.Transport;
using Commerce.Carriers;
using Commerce.Payments;
using Commerce.Payments.Payouts;
using Commerce.Testing;
using Commerce.Testing.Sandbox;
using Commerce.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;

namespace Commerce.Agents.Tests.Guides;

/// <summary>The guide "Compose your platform", run against the sandbox: what stands there stands here, word for word.</summary>
public sealed class ComposeGuideTests
{
    private static readonly Party Warehouse = Someone("Lampes du Nord", "59000", "Lille");
    private static readonly Party SouthernWarehouse = Someone("Lampes du Sud", "13001", "Marseille");
    private static readonly TenantId Tenant = new(new Guid("0198a000-0000-7000-8000-00000000000a"));

    private static readonly ProductInfo[] Products =
    [
        new ProductInfo(new Sku("LAMP-1"), "Desk lamp", Money.Eur(29.90m), Weight.FromKilograms(1.2m), new Dimensions(30, 20, 15)),
        new ProductInfo(new Sku("VASE-1"), "Stone vase", Money.Eur(49.99m), Weight.FromKilograms(2.5m), new Dimensions(25, 25, 35)),
    ];

    [Fact]
    public void Guide_is_this_code() => Guide.IsRunBy("compose-your-platform.md", "tests/Commerce.Agents.Tests/Guides/ComposeGuideTests.cs");

    [Fact]
    public async Task Orders_are_placed_held_changed_released_paid_again_and_cancelled()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        await using var host = await StartAsync(sandbox);
        var agents = host.Services.GetRequiredService<IMessagePublisher>();
        var options = new PublishOptions { Tenant = Tenant };

        await agents.SendAsync(new ReceiveStock(new Sku("LAMP-1"), 40, "opening stock"));
        await agents.SendAsync(new ReceiveStock(new Sku("VASE-1"), 10, "opening stock"));
        await agents.SendAsync(new SyncMarketplace("bricomarkt"));
        await agents.SendAsync(new FetchMessages("bricomarkt"));
        await host.SettleAsync();

        var draft = new OrderDraft
        {
            Customer = "zoe",
            Items = new Dictionary<Sku, int> { [new Sku("LAMP-1")] = 2 },
            ShipTo = Someone("Zoé Martin", "69002", "Lyon"),
            PaymentMethod = new PaymentMethodToken("pm_card_visa"),
        };
        var orderId = OrderKeys.From("shop", "basket-1");
        var receipt = await agents.AskAsync<OrderReceipt>(new PlaceOrder(orderId, draft), options);
        foreach (var refusal in receipt.Refusals)
        {
            Console.WriteLine($"{refusal.Field}: {refusal.Message}");
        }

        Assert.Empty(receipt.Refusals);
        await host.SettleAsync();
        Assert.Equal(OrderStatus.Processing, await StatusAsync(host, orderId));
        var orders = host.Services.GetRequiredService<IRepository<OrderRecord>>();
        Assert.Equal(1, (await orders.ListAsync(new EntityQuery<OrderRecord> { Tenant = Tenant })).Total);
        Assert.Equal(0, (await orders.ListAsync(new EntityQuery<OrderRecord> { Tenant = new TenantId(new Guid("0198a000-0000-7000-8000-00000000000b")) })).Total);

        await PickAsync(host, agents, orderId, options);
        await host.SettleAsync();
        var list = Assert.Single((await host.Services.GetRequiredService<IRepository<PickList>>().ListAsync(new EntityQuery<PickList>())).Items);
        Assert.Equal(PickListStatus.Completed, list.Status);
        Assert.NotNull((await OrderAsync(host, orderId)).TrackingNumber);
        Assert.Equal(receipt.Totals!.Total, (await OrderAsync(host, orderId)).Captured);

        var secondId = OrderKeys.From("shop", "basket-2");
        await agents.AskAsync<OrderReceipt>(new PlaceOrder(secondId, draft), options);
        await host.SettleAsync();
        Assert.Equal(OrderStatus.OnHold, await StatusAsync(host, secondId));

        var change = new OrderChange { Items = new Dictionary<Sku, int> { [new Sku("VASE-1")] = 1 } };
        var modified = await agents.AskAsync<Answer>(new ModifyOrder(secondId, change, "ann"), options);
        var released = await agents.AskAsync<Answer>(new ReleaseHold(secondId, "ann"), options);
        await host.SettleAsync();
        Assert.Empty(modified.Refusals.Concat(released.Refusals));
        Assert.Equal(OrderStatus.Processing, await StatusAsync(host, secondId));

        await agents.SendAsync(new HoldOrder(secondId, "the address is checked"), options);
        await host.SettleAsync();
        Assert.Equal(OrderStatus.OnHold, await StatusAsync(host, secondId));

        var thirdId = OrderKeys.From("shop", "basket-3");
        await agents.AskAsync<OrderReceipt>(
            new PlaceOrder(thirdId, draft with { Customer = "ben", PaymentMethod = new PaymentMethodToken("pm_card_visa_chargeDeclined") }), options);
        await host.SettleAsync();
        Assert.Equal(OrderStatus.PaymentFailed, await StatusAsync(host, thirdId));

        var paid = await agents.AskAsync<Answer>(new RetryPayment(thirdId, new PaymentMethodToken("pm_card_visa")), options);
        await host.SettleAsync();
        Assert.Empty(paid.Refusals);
        Assert.Equal(OrderStatus.Processing, await StatusAsync(host, thirdId));

        var asked = await agents.AskAsync<Answer>(new RequestCancellation(thirdId, CancellationReasons.CustomerRequest, "ben"), options);
        await host.SettleAsync();
        Assert.Equal(OrderStatus.Processing, await StatusAsync(host, thirdId));
        await agents.AskAsync<Answer>(new ReviewCancellation(thirdId, IsApproved: true, "ann"), options);
        await host.AdvanceAsync(TimeSpan.FromMinutes(5));
        Assert.Empty(asked.Refusals);
        Assert.Equal(OrderStatus.Cancelled, await StatusAsync(host, thirdId));
    }

    [Fact]
    public async Task Several_warehouses_are_kept_compared_and_filled()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        await using var host = await StartAsync(sandbox);
        var agents = host.Services.GetRequiredService<IMessagePublisher>();

        await agents.AskAsync<Answer>(new SetWarehouse("main", Warehouse.Address, null, [CountryCode.France], []));
        await agents.AskAsync<Answer>(new SetWarehouse("south", SouthernWarehouse.Address, null, [CountryCode.France], []));
        await agents.AskAsync<Answer>(new ReceiveStock(new Sku("LAMP-1"), 40, "opening stock", "south"));
        await host.SettleAsync();

        var south = await host.StateAsync<StockLevel>(InventoryAgentsBuilderExtensions.StockAgentName, new StockPlace(new Sku("LAMP-1"), "south").Key);
        Assert.Equal(40, south.OnHand);
        Assert.Equal(2, (await host.Services.GetRequiredService<IRepository<Warehouse>>().ListAsync(new EntityQuery<Warehouse>())).Total);
    }

    [Fact]
    public async Task Readme_of_the_contexts_lists_every_agent()
    {
        await using var services = new ServiceCollection().AddCommerceAgents(AddContexts).BuildServiceProvider();

        var readme = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "src", "Commerce.Agents", "Domain", "README.md"));

        Assert.All(services.GetRequiredService<IAgentOperations>().Agents(), agent => Assert.Contains($"`{agent.Name}`", readme, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_tells_what_is_missing()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddSingleton<IProductCatalog>(new ProductList(Products));
        builder.Services.AddCommerceAgents(agents => agents.AddShipping(_ => { }).AddMarketplaces(_ => { }));
        using var host = builder.Build();

        var told = Told(await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync()));

        Assert.Contains("Sender is empty: say where parcels leave from.", told, StringComparison.Ordinal);
        Assert.Contains("Accounts is empty: name the registered accounts to serve.", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_tells_that_there_is_no_catalogue()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddCommerceAgents(agents => agents.AddOrders().AddInventory().AddPayments());
        using var host = builder.Build();

        var told = Told(await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync()));

        Assert.Contains("IProductCatalog", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_gateway_is_told_by_the_first_payment_and_by_health()
    {
        await using var host = await AgentTestHost.StartAsync(agents => agents.AddPayments());

        await host.SendAsync(new AuthorizePayment(OrderKeys.From("shop", "basket-1"), Money.Eur(10), new PaymentMethodToken("pm_card_visa")));
        await host.SettleAsync();

        Assert.Contains("IPaymentGateway", Assert.Single(await host.Operations.ParkedAsync()).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_contexts_are_told_at_the_start_together()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddSingleton<IProductCatalog>(new ProductList(Products)).AddCommerceAgents(agents => agents.AddOrders());
        using var host = builder.Build();

        var told = Told(await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync()));

        Assert.Contains("No agent handles AssessOrder, AuthorizePayment, CalculateTax, ReversePayment: orders need them, call AddPayments.", told, StringComparison.Ordinal);
        Assert.Contains("orders need them, call AddInventory.", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Servers_are_chosen_in_two_lines()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Shop"] = "Host=127.0.0.1;Username=shop;Database=shop", ["Kafka"] = "127.0.0.1:9092",
        }).Build();
        await using var services = new ServiceCollection().AddCommerceAgents(agents => UseServers(agents, configuration)).BuildServiceProvider();

        Assert.Equal("PostgreSqlStore", services.GetRequiredService<IAgentStore>().GetType().Name);
        Assert.Equal("KafkaTransport", services.GetRequiredService<IAgentTransport>().GetType().Name);
    }

    private static void AddVendors(IServiceCollection services, IConfiguration configuration)
    {
        services.AddUpsCarrier(ups => configuration.GetSection("Ups").Bind(ups));
        services.AddChronopostCarrier(chronopost => configuration.GetSection("Chronopost").Bind(chronopost));
        services.AddStripePayments(stripe => configuration.GetSection("Stripe").Bind(stripe));
        services.AddMiraklMarketplace(mirakl => configuration.GetSection("Mirakl").Bind(mirakl), "bricomarkt");
        services.AddSingleton<IProductCatalog>(new ProductList(Products));
    }

    private static void AddContexts(AgentsBuilder agents)
    {
        agents
            .AddOrders(orders => orders.ShippingPrice = 4.90m)
            .AddInventory()
            .AddPayments(payments => payments.Gateway = "stripe")
            .AddShipping(shipping =>
            {
                shipping.Sender = Warehouse;
                shipping.Senders["south"] = SouthernWarehouse;
            })
            .AddMarketplaces(marketplaces =>
            {
                marketplaces.Accounts.Add("bricomarkt");
                marketplaces.CarrierCodes.Set("bricomarkt", CarrierCode.Ups, "UPS").Set("bricomarkt", CarrierCode.Chronopost, "CHRONO");
            })
            .AddNotifications()
            .AddPromotions()
            .AddPayouts<Merchants>(payouts => payouts.ReserveRate = 0.10m);
        agents.Services.Configure<PickingOptions>(picking => picking.IsAutomatic = false);
    }

    private static void UseServers(AgentsBuilder agents, IConfiguration configuration)
    {
        agents.UsePostgreSql(postgres => postgres.ConnectionString = configuration.GetConnectionString("Shop")!);
        agents.UseKafka(kafka => kafka.BootstrapServers = configuration["Kafka"]!);
    }

    private static async Task PickAsync(AgentTestHost host, IMessagePublisher agents, OrderId orderId, PublishOptions options)
    {
        await agents.AskAsync<Answer>(new AssignPickList(orderId, 1, "picker-7"), options);
        await agents.AskAsync<Answer>(new StartPicking(orderId, 1), options);
        await agents.AskAsync<Answer>(new ConfirmPick(orderId, 1, Line: 1, Location: "", Code: "LAMP-1", Quantity: 2), options);
        await agents.AskAsync<Answer>(new CompletePicking(orderId, 1), options);
        await host.SettleAsync();
        await agents.AskAsync<Answer>(new PackPickList(orderId, 1), options);
    }

    private static Task<AgentTestHost> StartAsync(SandboxHost sandbox) => AgentTestHost.StartAsync(
        AddContexts, services => AddVendors(services, Accounts(sandbox)), new FakeClock(DateTimeOffset.UtcNow));

    private static IConfiguration Accounts(SandboxHost sandbox)
    {
        var (ups, chronopost) = (sandbox.Get<UpsSandbox>(), sandbox.Get<ChronopostSandbox>());
        return new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Ups:BaseAddress"] = sandbox.AddressOf("ups").ToString(),
            ["Ups:ClientId"] = ups.ClientId,
            ["Ups:ClientSecret"] = ups.ClientSecret,
            ["Ups:AccountNumber"] = ups.AccountNumber,
            ["Chronopost:BaseAddress"] = sandbox.AddressOf("chronopost").ToString(),
            ["Chronopost:AccountNumber"] = chronopost.AccountNumber,
            ["Chronopost:Password"] = chronopost.Password,
            ["Stripe:BaseAddress"] = sandbox.AddressOf("stripe").ToString(),
            ["Stripe:SecretKey"] = sandbox.Get<StripeSandbox>().SecretKey,
            ["Mirakl:BaseAddress"] = sandbox.AddressOf("mirakl") + "api/",
            ["Mirakl:ApiKey"] = sandbox.Get<MiraklSandbox>().ApiKey,
            ["Mirakl:KeepCallFrequencies"] = "false",
        }).Build();
    }

    private static Party Someone(string name, string postalCode, string city) => new()
    {
        Contact = new Contact { Name = name, Phone = PhoneNumber.Parse("+33320000000"), Email = EmailAddress.Parse("test@example.com") },
        Address = new Address { Line1 = "12 rue des Essais", PostalCode = postalCode, City = city, Country = CountryCode.France },
    };

    private static Task<Order> OrderAsync(AgentTestHost host, OrderId id) => host.StateAsync<Order>(OrdersAgentsBuilderExtensions.OrderAgentName, id.ToString());

    private static async Task<OrderStatus> StatusAsync(AgentTestHost host, OrderId id) => (await OrderAsync(host, id)).Status;

    private static string Told(Exception exception) => exception switch
    {
        AggregateException many => string.Join('\n', many.InnerExceptions.Select(Told)),
        OptionsValidationException options => string.Join('\n', options.Failures),
        _ => exception.Message,
    };

    private sealed class Merchants : IPayoutMerchants
    {
        public ValueTask<PayoutMerchant?> FindAsync(TenantId merchant, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult<PayoutMerchant?>(new PayoutMerchant { Account = new ConnectedAccountId("acct_lamps"), CanPayOut = true });
    }
}
