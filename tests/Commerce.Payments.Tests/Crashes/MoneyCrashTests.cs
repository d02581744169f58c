using Commerce.Payments.Accounting;
using Commerce.Payments.Commissions;
using Commerce.Payments.Payouts;
using Commerce.Payments.Tests.Payouts;
using Commerce.Testing;
using Commerce.Testing.Sandbox;
using Commerce.Tests.Support.Crashes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Commerce.Payments.Tests.Crashes;

/// <summary>
/// Refunds and payouts over real HTTP by processes that die between every two steps: before and after each writing, before a call is sent and with its
/// answer. The gateway's double counts what happened.
/// </summary>
public sealed class MoneyCrashTests : IAsyncLifetime
{
    private const int Rounds = 1_000;

    private readonly FakeClock _clock = new(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly Random _random = new(20261128);
    private readonly InMemoryLedger _ledger = new();
    private SandboxHost _sandbox = null!;

    private StripeSandbox Stripe => _sandbox.Get<StripeSandbox>();

    public async Task InitializeAsync()
    {
        Killer.Deaths.Clear();
        _sandbox = await SandboxHost.StartAsync(new SandboxOptions { Clock = _clock });
        Stripe.Limit(1_000_000, TimeSpan.FromSeconds(1));
    }

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task Whatever_dies_two_equal_refunds_happen_once_each()
    {
        var store = new InMemoryPaymentStore(_ledger);
        var payments = new List<PaymentId>();
        for (var round = 0; round < Rounds; round++)
        {
            var payment = new NewPayment
            {
                Id = PaymentId.New(TimeProvider.System), OrderId = OrderId.New(TimeProvider.System), Account = "stripe",
                Request = new CreatePaymentRequest { Key = new($"pay-{round}"), Amount = Money.Eur(100), Method = new("pm_card_visa"), Confirm = true },
            };
            payments.Add(payment.Id);
            await LiveAsync(new Killer(int.MaxValue), store, manager => manager.CreateAsync(payment));

            // A process that begins the refunds and dies after so many steps; then others, until one comes to its end.
            for (var (life, isDone) = (0, false); !isDone; life++)
            {
                Assert.True(life < 100, "The lives do not come to an end.");
                var killer = new Killer(life == 0 ? (round % 14) + 1 : _random.Next(1, 15));
                isDone = await LiveAsync(killer, store, async manager =>
                {
                    if (life % 2 == 1)
                    {
                        await manager.ResumeRefundsAsync();
                    }

                    foreach (var key in (string[])["first", "second"])
                    {
                        (await manager.RefundAsync(new NewRefund { PaymentId = payment.Id, Key = key, Amount = Money.Eur(20) })).Value.ToString();
                    }
                });
            }
        }

        var refunds = Stripe.Refunds.ToLookup(static refund => refund.Payment);
        Assert.Equal(2 * Rounds, Stripe.Refunds.Count);
        foreach (var id in payments)
        {
            var record = (await store.FindAsync(id))!;
            Assert.Equal(
                [$"{id} 2000 succeeded", $"{id} 2000 succeeded"],
                refunds[record.GatewayId!.Value.Value].Select(static refund => $"{refund.Metadata["payment_id"]} {refund.Amount} {refund.Status}"));
            Assert.Equal(["first", "second"], record.Refunds.Select(static refund => refund.Key));
            Assert.Equal((PaymentState.PartiallyRefunded, Money.Eur(60)), (record.State, record.Refundable));
            Assert.Equal(new PaymentTotals(Money.Eur(100), Money.Eur(100), Money.Eur(40)), await _ledger.FindTotalsAsync(id));
        }

        AssertDeaths("refund begun", "an order of ours", "refund kept");
        await AssertBalancedAsync();
    }

    [Fact]
    public async Task Whatever_dies_each_merchant_is_paid_out_once()
    {
        var store = new InMemoryPayoutStore(_ledger);
        var merchants = Enumerable.Range(0, Rounds).ToDictionary(
            static _ => TenantId.New(TimeProvider.System), number => new PayoutMerchant { Account = new(Stripe.OpenAccount($"acct_m{number}")), CanPayOut = true });
        await FundThePlatformAsync();
        await LiveAsync(new Killer(int.MaxValue), store, merchants, async engine =>
        {
            foreach (var merchant in merchants.Keys)
            {
                var order = OrderId.New(TimeProvider.System);
                await engine.AccrueSaleAsync(new SaleAccrual { Key = $"{order}", Merchant = merchant, OrderId = order, Statement = Statement(), DeliveredAt = _clock.GetUtcNow() });
            }
        });
        _clock.Advance(TimeSpan.FromDays(21));

        for (var (life, isDone) = (0, false); !isDone; life++)
        {
            Assert.True(life < 10_000, "The lives do not come to an end.");
            isDone = await LiveAsync(new Killer(_random.Next(1, 14)), store, merchants, async engine =>
            {
                var run = await engine.RunAsync();
                Assert.Empty(run.Failures);
            });
        }

        foreach (var (merchant, known) in merchants)
        {
            var payout = Assert.Single(Stripe.Payouts, payout => payout.Account == known.Account.Value);
            Assert.Equal((8_800, 8_800), (payout.Amount, Assert.Single(Stripe.Transfers, transfer => transfer.Destination == known.Account.Value).Amount));
            var kept = (await store.FindAsync(new PayoutId(payout.Id)))!;
            Assert.Equal((merchant, MerchantPayoutState.Sent, kept.Name), (kept.Merchant, kept.State, payout.Metadata["payout_key"]));
            Assert.Equal(Money.Eur(0), await _ledger.GetBalanceAsync(LedgerAccount.Payable(merchant), Currency.Eur));
        }

        Assert.Equal((Rounds, Rounds), (Stripe.Payouts.Count, Stripe.Transfers.Count));
        Assert.True(Killer.Deaths.Values.Sum() >= Rounds, $"Only {Killer.Deaths.Values.Sum()} processes died.");
        AssertDeaths("Planned", "an order of ours", "Funded", "Sent");
        await AssertBalancedAsync();
    }

    private static CommissionStatement Statement() => CommissionCalculator.Compute(
        new CommissionSchedule { Default = new() { Rate = 0.12m } }, [new SaleLine { Id = "1", Captured = Money.Eur(100), Goods = Money.Eur(100) }], new DateOnly(2026, 11, 2)).Value;

    private static void AssertDeaths(params string[] steps)
    {
        foreach (var step in steps)
        {
            Assert.True(Killer.Deaths.ContainsKey($"before {step}"), $"No process died before {step}.");
            Assert.True(Killer.Deaths.ContainsKey($"after {step}"), $"No process died after {step}.");
        }
    }

    private async Task AssertBalancedAsync() => Assert.Equal(0m, (await _ledger.ListBalancesAsync()).Sum(static line => line.Amount.Amount));

    private async Task FundThePlatformAsync()
    {
        await using var process = Connect(new Killer(int.MaxValue));
        var funded = await process.GetRequiredKeyedService<IPaymentGateway>("stripe").CreatePaymentAsync(new CreatePaymentRequest
        {
            Key = new("fund"), Amount = Money.Eur(200_000), Method = new("pm_card_bypassPending"), Confirm = true,
        });
        Assert.Equal(PaymentStatus.Succeeded, funded.Value.Status);
    }

    private ServiceProvider Connect(Killer killer)
    {
        var services = new ServiceCollection();
        services.AddStripePayments(options =>
        {
            (options.BaseAddress, options.SecretKey) = (_sandbox.AddressOf("stripe"), Stripe.SecretKey);
            (options.MaxRetries, options.BreakerFailures) = (0, 1_000);
        }).AddHttpMessageHandler(() => new MortalEdge(killer));
        return services.BuildServiceProvider();
    }

    private async Task<bool> LiveAsync(Killer killer, IPaymentStore store, Func<PaymentManager, Task> live)
    {
        await using var process = Connect(killer);
        var manager = new PaymentManager(
            process.GetKeyedServices<IPaymentGateway>(KeyedService.AnyKey), new MortalPaymentStore(store, killer), _ledger, Options.Create(new PaymentManagerOptions()), _clock);
        return await LiveAsync(killer, () => live(manager));
    }

    private async Task<bool> LiveAsync(Killer killer, IPayoutStore store, IReadOnlyDictionary<TenantId, PayoutMerchant> merchants, Func<PayoutEngine, Task> live)
    {
        await using var process = Connect(killer);
        var engine = new PayoutEngine(
            process.GetKeyedServices<IPaymentGateway>(KeyedService.AnyKey), new MortalPayoutStore(store, killer), _ledger, new KnownMerchants(merchants), Options.Create(new PayoutOptions()), _clock);
        return await LiveAsync(killer, () => live(engine));
    }

    /// <summary>One life; true when it came to its end.</summary>
    private static async Task<bool> LiveAsync(Killer killer, Func<Task> live)
    {
        try
        {
            await live();
            return !killer.IsDead;
        }
        catch (Exception) when (killer.IsDead)
        {
            return false;
        }
    }
}
