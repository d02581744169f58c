using Commerce.Agents;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Orders;
using Commerce.Carriers;
using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Samples.Platform.Demo;

/// <summary>Shows what became of the orders, and whether our books and the vendors' agree.</summary>
internal sealed class DemoReport(IServiceProvider services, SandboxHost sandbox, IReadOnlyList<DemoOrder> stories, string labelFolder)
{
    internal const int Received = 20;

    private bool _isGood = true;

    internal async Task<bool> ShowAsync()
    {
        var orders = new List<(DemoOrder Story, Order Order)>();
        foreach (var story in stories)
        {
            orders.Add((story, await services.GetRequiredService<IAgentStates>().FindAsync<Order>(OrdersAgentsBuilderExtensions.OrderAgentName, story.Id.ToString())
                ?? throw new InvalidOperationException($"Nothing is known of the order \"{story.Story}\".")));
        }

        NewOrders([.. orders.Where(entry => entry.Story.Marketplace is null)]);
        MarketplaceOrders([.. orders.Where(entry => entry.Story.Marketplace is not null)]);
        Shipping([.. orders.Where(entry => entry.Order.Carrier is not null)]);
        Console.WriteLine("\nTotals");
        Money(orders);
        Labels(orders);
        Check("mails to buyers", stories.Sum(story => story.Mails), Directory.GetFiles(Path.Combine(labelFolder, MailFolder.Folder)).Length);
        await StockAsync(orders);
        foreach (var (story, order) in orders.Where(entry => entry.Order.Status != entry.Story.Expected))
        {
            Check($"\"{story.Story}\" ends as {story.Expected}", story.Expected, order.Status);
        }

        Check("nothing was given up by the agents", 0, (await services.GetRequiredService<IAgentOperations>().DeadLettersAsync()).Count);
        return _isGood;
    }

    private static void NewOrders(IReadOnlyList<(DemoOrder Story, Order Order)> orders)
    {
        Console.WriteLine($"\nNew orders (W1)\n{"order",-21}{"story",-29}{"state",-15}{"total",11}{"captured",11}{"risk",6}  time");
        foreach (var (story, order) in orders)
        {
            Console.WriteLine($"{order.Number,-21}{story.Story,-29}{order.Status,-15}{order.Totals!.Total,11}{order.Captured?.ToString() ?? "-",11}{order.FraudScore,6}  {Took(order)}");
        }
    }

    private static void Shipping(IReadOnlyList<(DemoOrder Story, Order Order)> orders)
    {
        Console.WriteLine($"\nShipping (W4)\n{"order",-21}{"carrier",-12}{"tracking",-20}{"price",11}  reason");
        foreach (var (_, order) in orders)
        {
            Console.WriteLine($"{order.Number,-21}{order.Carrier,-12}{order.TrackingNumber,-20}{order.ShippingCost,11}  {order.CarrierReason}");
        }
    }

    private static string Took(Order order) => $"{(order.Timeline[^1].At - order.Timeline[0].At).TotalHours:F1} h";

    private void MarketplaceOrders(IReadOnlyList<(DemoOrder Story, Order Order)> orders)
    {
        Console.WriteLine($"\nMarketplace orders (W2)\n{"order",-21}{"marketplace",-13}{"marketplace order",-21}{"story",-26}{"state",-12}{"there",-14}{"total",11}{"commission",12}  time");
        foreach (var (story, order) in orders)
        {
            Console.WriteLine($"{order.Number,-21}{story.Marketplace!.Name,-13}{story.ExternalId,-21}{story.Story,-26}{order.Status,-12}{story.Marketplace.OrderStates[story.ExternalId],-14}{order.Totals!.Total,11}{order.Commission,12}  {Took(order)}");
        }

        foreach (var (story, order) in orders)
        {
            var decisions = story.Marketplace!.Decisions;
            Check($"{story.ExternalId} was accepted once, where that is asked for", decisions.Count == 0 ? 0 : 1, decisions.GetValueOrDefault(story.ExternalId));
            Check($"{story.ExternalId} was told our tracking number once", 1, story.Told(order));
        }
    }

    private void Money(IReadOnlyList<(DemoOrder Story, Order Order)> orders)
    {
        var own = orders.Where(entry => entry.Story.Marketplace is null).Select(entry => entry.Order).ToList();
        var delivered = own.Where(order => order.Status == OrderStatus.Delivered).Sum(order => order.Totals!.Total.Amount);
        Check("captured = totals of delivered orders", delivered, own.Sum(order => order.Captured?.Amount ?? 0));
        Check("captured = balance at Stripe", delivered, sandbox.Get<StripeSandbox>().Balance.GetValueOrDefault("eur") / 100m);
    }

    private void Labels(IReadOnlyList<(DemoOrder Story, Order Order)> orders)
    {
        var sent = orders.Count(entry => entry.Order.TrackingNumber is not null);
        Check("label files = orders sent", sent, Directory.GetFiles(labelFolder, "ORD-*").Length);
        Check("lists for drivers", 1, Directory.GetFiles(labelFolder, "manifest-*").Length);
        Check(
            "shipments at the carriers = orders sent",
            sent,
            sandbox.Get<ChronopostSandbox>().LiveParcels.Count + sandbox.Get<ColissimoSandbox>().LiveParcels.Count + sandbox.Get<ColisPriveSandbox>().LiveParcels.Count
                + sandbox.Get<DpdSandbox>().LiveShipments.Count + sandbox.Get<FedExSandbox>().LiveShipments.Count + sandbox.Get<UpsSandbox>().LiveShipments.Count);
        Check("carriers that brought a parcel", 6, orders.Select(entry => entry.Order.Carrier).OfType<CarrierCode>().Distinct().Count());
    }

    private async Task StockAsync(IReadOnlyList<(DemoOrder Story, Order Order)> orders)
    {
        var states = services.GetRequiredService<IAgentStates>();
        foreach (var product in Catalogue.Products)
        {
            var stock = (await states.FindAsync<StockLevel>(InventoryAgentsBuilderExtensions.StockAgentName, new StockPlace(product.Sku).Key))!;
            var gone = orders.Where(entry => entry.Order.Status == OrderStatus.Delivered)
                .SelectMany(entry => entry.Order.Lines).Where(line => line.Sku == product.Sku).Sum(line => line.Quantity);
            Check($"{product.Sku}: received - delivered = on hand", Received - gone, stock.OnHand);
            Check($"{product.Sku}: nothing stays reserved", 0, stock.Reserved);
            foreach (var marketplace in sandbox.Vendors.OfType<MarketplaceSandbox>())
            {
                Check($"{product.Sku}: on hand less the buffer = on sale at {marketplace.Name}", stock.OnHand - 1, marketplace.Stock.GetValueOrDefault(product.Sku.Value));
            }
        }
    }

    private void Check<T>(string what, T expected, T actual)
    {
        var isGood = EqualityComparer<T>.Default.Equals(expected, actual);
        _isGood &= isGood;
        Console.WriteLine(isGood ? $"  ok      {what}: {actual}" : $"  WRONG   {what}: {expected} expected, {actual} found");
    }
}
