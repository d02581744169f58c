using Commerce.Payments.Accounting;
using Commerce.Payments.Payouts;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Commerce.Payments.Tests.Payouts;

/// <summary>Whatever happens to a merchant's money, the ledger, the settlement lines and the gateway tell the same story.</summary>
public sealed class SettlementPropertyTests
{
    [Fact]
    public void Any_sequence_of_sales_refunds_reversals_holds_and_payouts_keeps_the_books_right() => Prop.ForAll(
        Gen.ListOf(Gen.Choose(0, 99_999), 40).ToArbitrary(), steps => RunAsync([.. steps]).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static async Task RunAsync(IReadOnlyList<int> steps)
    {
        var world = new PayoutWorld(static options => options.ReserveRate = 0.10m);
        var merchant = world.NewMerchant();
        var sales = new List<(OrderId Order, decimal Sold, decimal Refunded)>();
        foreach (var step in steps)
        {
            await StepAsync(world, merchant, sales, step);
            await CheckAsync(world, merchant);
        }
    }

    private static async Task StepAsync(PayoutWorld world, TenantId merchant, List<(OrderId Order, decimal Sold, decimal Refunded)> sales, int step)
    {
        var (what, which) = (step % 10, sales.Count == 0 ? 0 : step / 10 % sales.Count);
        switch (what)
        {
            case 0 or 1 or 2:
                var amount = 1 + (step % 977) + (step % 100 / 100m);
                sales.Add((await world.SellAsync(merchant, amount, isDelivered: what > 0), amount, 0));
                break;
            case 3 or 4 when sales.Count > 0 && sales[which].Refunded < sales[which].Sold:
                var sale = sales[which];
                var part = Math.Min(sale.Sold - sale.Refunded, what == 3 ? sale.Sold : Math.Round(sale.Sold / 3, 2) + 0.01m);
                await world.RefundAsync(merchant, sale.Order, sale.Sold, part, sale.Refunded);
                sales[which] = sale with { Refunded = sale.Refunded + part };
                break;
            case 5 when sales.Count > 0:
                await (step % 20 < 10 ? world.Engine.HoldAsync(sales[which].Order) : world.Engine.ReleaseAsync(sales[which].Order));
                break;
            case 6 when sales.Count > 0:
                await world.Engine.DeliveredAsync(sales[which].Order, world.Clock.GetUtcNow());
                break;
            case 7:
                world.Clock.Advance(TimeSpan.FromDays(step % 17));
                break;
            case 8:
                if (step % 3 == 0)
                {
                    world.Gateway.Faults.LoseAnswer(step % 2 == 0 ? "CreateTransfer" : "CreatePayout");
                }

                await world.Engine.RunAsync();
                break;
            case 9 when world.Gateway.Payouts.Count > 0:
                var payout = world.Gateway.Payouts[step % world.Gateway.Payouts.Count];
                if (payout.Status != PayoutStatus.Failed)
                {
                    await world.Engine.ObserveAsync(world.Gateway.Finish(payout.Id, step % 4 == 0 ? PayoutStatus.Failed : PayoutStatus.Paid));
                }

                break;
            default:
                break;
        }
    }

    private static async Task CheckAsync(PayoutWorld world, TenantId merchant)
    {
        Assert.Equal(0m, (await world.Ledger.ListBalancesAsync()).Sum(static line => line.Amount.Amount));
        var free = (await world.Store.ListLinesAsync(merchant)).Sum(static line => line.Amount.Amount);
        var open = (await world.Store.ListOpenAsync(merchant)).ToList();
        Assert.True(open.Count <= 1, $"{open.Count} payouts are open at a time.");

        // What the ledger owes is what the free lines say, and the payouts that have no answer yet.
        Assert.Equal(free + open.Sum(static payout => payout.Amount.Amount), await world.OwedAsync(merchant));
        foreach (var (period, payouts) in world.Gateway.Payouts.GroupBy(static payout => payout.Metadata["payout_key"]).Select(static group => (group.Key, group.Count())))
        {
            Assert.True(payouts == 1, $"{payouts} payouts were made for {period}.");
        }

        // Money at the merchant's account: what was moved there less what went to the bank, known answers only.
        var atGateway = await world.Ledger.GetBalanceAsync(LedgerAccount.AtGateway(merchant), Currency.Eur);
        if (open.Count == 0)
        {
            var moved = world.Gateway.Transfers.Sum(static transfer => transfer.Amount.Amount);
            var paid = world.Gateway.Payouts.Where(static payout => payout.Status != PayoutStatus.Failed).Sum(static payout => payout.Amount.Amount);
            Assert.Equal(moved - paid, atGateway.Amount);
        }
    }
}
