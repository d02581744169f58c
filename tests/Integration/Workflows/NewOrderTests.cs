using System.Text.RegularExpressions;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Entities;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Integration.Workflows;

/// <summary>W1: new orders of the own shop.</summary>
[Collection(WorkflowCollection.Name)]
public sealed partial class NewOrderTests
{
    private const string Declined = "pm_card_visa_chargeDeclinedInsufficientFunds";

    [Theory]
    [EachBackend]
    public async Task W1_1_Order_creation(Backend backend)
    {
        var platform = await PlatformHost.OnAsync(backend);
        var draft = PlatformHost.Draft(await platform.StockAsync(5));
        var id = new OrderId(Guid.NewGuid());

        var first = await platform.Agents.AskAsync<OrderReceipt>(new PlaceOrder(id, draft));
        var second = await platform.Agents.AskAsync<OrderReceipt>(new PlaceOrder(id, draft));

        Assert.Empty(first.Refusals);
        Assert.Equal(first.Number, second.Number);
        Assert.Matches(Number(), first.Number);
        var order = (await platform.FindAsync(id))!;
        Assert.Equal((OrderStatus.Pending, "placed"), (order.Timeline[0].Status, order.Timeline[0].What));
        var record = (await platform.Services.GetRequiredService<IRepository<OrderRecord>>().FindAsync(id.Value))!.Value;
        Assert.Equal((first.Number, first.Totals!.Total), (record.Number, record.Total));
        await platform.ReachedAsync(id, static known => known.Status >= OrderStatus.Confirmed, "what OrderPlaced begins");
    }

    [Theory]
    [EachBackend]
    public async Task W1_2_Order_validation(Backend backend)
    {
        var platform = await PlatformHost.OnAsync(backend);
        var sku = await platform.StockAsync(5);
        (OrderDraft Draft, string Field)[] wrong =
        [
            (PlatformHost.Draft(new Sku("NOTHING")), "Items[NOTHING]"),
            (PlatformHost.Draft(sku, 0), $"Items[{sku}]"),
            (PlatformHost.Draft(sku, country: "BR"), "ShipTo.Address.Country"),
            (PlatformHost.Draft(sku) with { PromoCodes = ["NONE"] }, "PromoCodes"),
        ];

        foreach (var (draft, field) in wrong)
        {
            var id = new OrderId(Guid.NewGuid());
            var receipt = await platform.Agents.AskAsync<OrderReceipt>(new PlaceOrder(id, draft));

            Assert.StartsWith(field, Assert.Single(receipt.Refusals).Field, StringComparison.Ordinal);
            Assert.Null(await platform.Services.GetRequiredService<IRepository<OrderRecord>>().FindAsync(id.Value));
        }
    }

    [Theory]
    [EachBackend]
    public async Task W1_3_Payment_processing(Backend backend)
    {
        var platform = await PlatformHost.OnAsync(backend);
        var sku = await platform.StockAsync(5);

        var paid = await platform.PlaceAsync(PlatformHost.Draft(sku, 2));
        var order = await platform.ReachedAsync(paid, static known => known.Status >= OrderStatus.Confirmed, "the paid order");
        var declined = await platform.PlaceAsync(PlatformHost.Draft(sku, 3, Declined));
        await platform.ReachedAsync(declined, static known => known.Status == OrderStatus.PaymentFailed, "the declined order");

        Assert.Equal(order.Totals!.Total, order.Authorized);
        await PlatformHost.WaitAsync(async () => (await platform.LevelAsync(sku)).Available == 3, "the stock of the declined order");
    }

    [Theory]
    [EachBackend]
    public async Task W1_4_Inventory_reservation(Backend backend)
    {
        var platform = await PlatformHost.OnAsync(backend);
        var sku = await platform.StockAsync(10);

        var ids = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => platform.PlaceAsync(PlatformHost.Draft(sku))));

        var confirmed = 0;
        foreach (var id in ids)
        {
            var order = await platform.ReachedAsync(id, static known => known.Status is OrderStatus.Cancelled or >= OrderStatus.Confirmed, "the end of all 50");
            confirmed += order.Status == OrderStatus.Cancelled ? 0 : 1;
        }

        var level = await platform.LevelAsync(sku);
        Assert.Equal(10, confirmed);
        Assert.Equal((10, 0), (10 - level.Available, level.Available));
    }

    [Theory]
    [EachBackend]
    public async Task W1_5_Order_confirmation(Backend backend)
    {
        var platform = await PlatformHost.OnAsync(backend);

        var id = await platform.PlaceAsync(PlatformHost.Draft(await platform.StockAsync(5)));
        var order = await platform.ReachedAsync(id, known => known.Status >= OrderStatus.Confirmed && platform.Mails(known.Number).Count > 0, "the confirmation");

        var path = order.Timeline.Select(static entry => entry.Status).Distinct().Take(2);
        Assert.Equal([OrderStatus.Pending, OrderStatus.Confirmed], path);
        Assert.Single(platform.Mails(order.Number), static mail => mail.Contains("Thank you for your order", StringComparison.Ordinal));
        Assert.NotNull(order.FraudScore);
    }

    [Theory]
    [EachBackend]
    public async Task W1_F_Declined_order_is_paid_again(Backend backend)
    {
        var platform = await PlatformHost.OnAsync(backend);
        var sku = await platform.StockAsync(5);
        var id = await platform.PlaceAsync(PlatformHost.Draft(sku, 1, Declined));
        await platform.ReachedAsync(id, static known => known.Status == OrderStatus.PaymentFailed, "the refusal");

        var answer = await platform.Agents.AskAsync<Agents.Domain.Answer>(new RetryPayment(id, new("pm_card_visa")));

        Assert.Empty(answer.Refusals);
        var order = await platform.ReachedAsync(id, static known => known.Status >= OrderStatus.Confirmed, "the second payment");
        Assert.Equal(order.Totals!.Total, order.Authorized);
        Assert.Equal(4, (await platform.LevelAsync(sku)).Available);
    }

    [GeneratedRegex("^ORD-[0-9]{8}-[0-9A-HJKMNP-TV-Z]{6}$", RegexOptions.None, 1_000)]
    private static partial Regex Number();
}
