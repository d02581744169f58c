using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Orders;
using Commerce.Payments;
using Npgsql;

namespace Commerce.Benchmarks.Orders;

/// <summary>What must hold when a load of orders has come to rest.</summary>
internal static class OrderChecks
{
    /// <summary>How long recurring jobs may take that fire while the database is looked at.</summary>
    private static readonly TimeSpan RecurringWork = TimeSpan.FromSeconds(30);

    /// <summary>Compares the orders with the stock, with the vendors and with what the agents left behind.</summary>
    /// <returns>What is wrong; nothing when all is right.</returns>
    internal static async Task<IReadOnlyList<string>> CheckAsync(BenchShop shop, IReadOnlyCollection<PlacedOrder> placed, OtherWork other)
    {
        var wrong = new List<string>();
        var reserved = new Dictionary<Sku, int>(other.Reserved);
        foreach (var order in placed)
        {
            var state = await shop.States.FindAsync<Order>(OrdersAgentsBuilderExtensions.OrderAgentName, order.Id.ToString());
            Require(wrong, state is { Status: OrderStatus.Processing, TrackingNumber: not null }, $"order {order.Number} is {state?.Status}");
            Require(wrong, state?.Captured == order.Receipt.Totals!.Total, $"of order {order.Number} {state?.Captured} was taken and not {order.Receipt.Totals.Total}");
            foreach (var (sku, quantity) in BenchShop.Lines(order.Number))
            {
                reserved[sku] = reserved.GetValueOrDefault(sku) + quantity;
            }
        }

        foreach (var sku in BenchShop.Skus)
        {
            var level = await shop.States.FindAsync<StockLevel>(InventoryAgentsBuilderExtensions.StockAgentName, new StockPlace(sku).Key);
            var (onHand, kept) = (BenchShop.Units + other.Received.GetValueOrDefault(sku), reserved.GetValueOrDefault(sku));
            Require(
                wrong,
                level?.OnHand == onHand && level.Reserved == kept,
                $"{level?.Reserved} of {level?.OnHand} of {sku} are reserved and {kept} of {onHand} should be");
        }

        CheckVendors(shop.Vendors, placed, placed.Count + other.Labels, wrong);
        await CheckRestAsync(shop, wrong);
        return wrong;
    }

    /// <summary>Nothing may be parked or dead.</summary>
    internal static async Task CheckRestAsync(BenchShop shop, List<string> wrong)
    {
        wrong.AddRange((await shop.Operations.ParkedAsync()).Select(static parked => $"{parked.Agent} {parked.Key} is parked"));
        wrong.AddRange((await shop.Operations.DeadLettersAsync()).Select(static dead => $"a message of {dead.Agent} is dead: {dead.Error}"));
    }

    /// <summary>Nothing may wait in the database either.</summary>
    internal static async Task CheckDatabaseAsync(string database, List<string> wrong)
    {
        await using var source = NpgsqlDataSource.Create(database);
        const string left = "select (select count(*) from agents.agent_outbox) + (select count(*) from agents.agent_parked) + (select count(*) from agents.agent_dead_letter)";
        Require(wrong, await DatabaseWait.UntilAsync(source, left, 0, RecurringWork, CancellationToken.None), "messages are left in the database");
    }

    internal static void Require(List<string> wrong, bool holds, string what)
    {
        if (!holds)
        {
            wrong.Add(what);
        }
    }

    private static void CheckVendors(Vendors vendors, IReadOnlyCollection<PlacedOrder> placed, int parcels, List<string> wrong)
    {
        var labels = vendors.Labels;
        Require(
            wrong,
            labels.Count == parcels && labels.Select(static label => label.Key).Distinct().Count() == parcels,
            $"{labels.Count} labels were bought for {parcels} orders");
        var payments = vendors.Gateway.Payments;
        var totals = placed.Sum(static order => order.Receipt.Totals!.Total.Amount);
        Require(
            wrong,
            payments.Count == placed.Count && payments.All(static payment => payment.Status == PaymentStatus.Succeeded)
                && payments.Sum(static payment => payment.Captured.Amount) == totals,
            $"{payments.Count} payments took {payments.Sum(static payment => payment.Captured.Amount)} for {placed.Count} orders of {totals}");
    }
}

/// <summary>What else changed stock and bought labels.</summary>
internal sealed record OtherWork(IReadOnlyDictionary<Sku, int> Received, IReadOnlyDictionary<Sku, int> Reserved, int Labels)
{
    internal static OtherWork None { get; } = new(new Dictionary<Sku, int>(), new Dictionary<Sku, int>(), 0);
}
