using Commerce.Payments.Accounting;
using Commerce.Payments.Commissions;
using Commerce.Payments.Payouts;
using Commerce.Payments.Reconciliation;
using Commerce.Payments.Tests.Payouts;
using Commerce.Testing;
using Commerce.Testing.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Xunit;

namespace Commerce.Payments.Tests;

/// <summary>
/// A month of a marketplace's money over real HTTP: payments, parts, refunds, disputes, payouts. Webhooks come late, twice and out of order; in the end
/// orders, gateway and ledger agree to the cent.
/// </summary>
public sealed class MoneyMonthTests : IAsyncLifetime
{
    private static readonly CommissionSchedule Schedule = new() { Default = new() { Rate = 0.12m }, TaxRate = 0.20m, ReturnsFees = true };

    private readonly FakeClock _clock = new(new DateTimeOffset(2026, 11, 3, 9, 0, 0, TimeSpan.Zero));
    private readonly InMemoryLedger _ledger = new();
    private readonly Dictionary<TenantId, PayoutMerchant> _merchants = [];
    private readonly List<Sale> _sales = [];
    private readonly SemaphoreSlim _told = new(0);
    private DateOnly _period;
    private SandboxHost _sandbox = null!;
    private ServiceProvider _client = null!;
    private WebApplication _shop = null!;
    private InMemoryPaymentStore _store = null!;
    private PaymentManager _manager = null!;
    private PayoutEngine _payouts = null!;

    private StripeSandbox Stripe => _sandbox.Get<StripeSandbox>();

    private IPaymentGateway Gateway => _client.GetRequiredKeyedService<IPaymentGateway>("stripe");

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxHost.StartAsync(new SandboxOptions { Clock = _clock });
        Stripe.Limit(1_000_000, TimeSpan.FromSeconds(1));
        var services = new ServiceCollection();
        AddStripe(services, Stripe, _sandbox.AddressOf("stripe"));
        _client = services.BuildServiceProvider();
        _store = new InMemoryPaymentStore(_ledger);
        _manager = new PaymentManager([Gateway], _store, _ledger, Options.Create(new PaymentManagerOptions()), _clock);
        _payouts = new PayoutEngine([Gateway], new InMemoryPayoutStore(_ledger), _ledger, new KnownMerchants(_merchants), Options.Create(new PayoutOptions()), _clock);
        _shop = await OpenShopAsync();
        Stripe.DeliverTo(new Uri(new Uri(_shop.Urls.Single()), "/webhooks/stripe"));
        Stripe.Delivery = new StripeWebhookDelivery { Copies = 2, ShuffleSeed = 20261128, Delay = TimeSpan.FromMinutes(2) };
    }

    public async Task DisposeAsync()
    {
        await _shop.DisposeAsync();
        await _client.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task In_the_end_orders_gateway_and_ledger_agree_to_the_cent()
    {
        var (good, failing) = (NewMerchant("acct_good", "FR1420041010050500013M02606"), NewMerchant("acct_failing", "DE89370400440532013002"));
        for (var number = 0; number < 12; number++)
        {
            await SellAsync(number % 2 == 0 ? good : failing, 100 + number, number % 3 == 0 ? CaptureMode.Manual : CaptureMode.Automatic);
        }

        var disputed = await SellAsync(good, 80, CaptureMode.Automatic, "pm_card_createDispute");
        var flaky = await SellAsync(failing, 60, CaptureMode.Automatic, "pm_card_refundFail");

        // Two equal parts of one, all of another, one by hand in the dashboard, one that fails after it succeeded.
        await RefundAsync(_sales[0], 25);
        await RefundAsync(_sales[0], 25);
        await RefundAsync(_sales[1], 101);
        await Gateway.RefundPaymentAsync(new RefundPaymentRequest { Key = new("dashboard"), PaymentId = (await RecordAsync(_sales[2])).GatewayId!.Value, Amount = Money.Eur(30) });
        await _manager.RefundAsync(new NewRefund { PaymentId = flaky.Payment, Key = "flaky", Amount = Money.Eur(60) });
        Pass(TimeSpan.FromDays(1));
        await WhenAsync("the dispute, the hand-made refund and the failed one are known", async () => (await RecordAsync(disputed)).IsDisputed
            && (await RecordAsync(_sales[2])).Refunded == Money.Eur(30) && (await RecordAsync(flaky)).Refunds[0].State == RefundState.Failed);
        await BearAsync(_sales[2], 30);
        await _payouts.HoldAsync(disputed.Order);
        await ((IDisputeClient)Gateway).SubmitEvidenceAsync(new DisputeEvidence
        {
            Key = new("evidence"), DisputeId = (await RecordAsync(disputed)).Disputes[0].Id, Text = "winning_evidence", Submit = true,
        });

        // One bank takes its payout, the other one gives it back days after it arrived.
        Pass(TimeSpan.FromDays(20));
        await WhenAsync("the dispute is won", async () => (await RecordAsync(disputed)).Disputes[0].State == DisputeState.Won);
        Assert.Equal([good, failing], (await RunAsync()).Sent.Select(static payout => payout.Merchant));
        Pass(TimeSpan.FromDays(2));
        await WhenAsync("one payout has arrived and one has failed", async () =>
            (await StateOfAsync(good), await StateOfAsync(failing)) == (MerchantPayoutState.Paid, MerchantPayoutState.Failed));
        Stripe.SetBankAccount("000123456789", "acct_failing");
        await _payouts.ReleaseAsync(disputed.Order);
        Pass(TimeSpan.FromDays(7));
        Assert.Equal([good, failing], (await RunAsync()).Sent.Select(static payout => payout.Merchant));
        Pass(TimeSpan.FromDays(1));

        await _manager.RecordFeesAsync("stripe", _clock.GetUtcNow().AddDays(-60), _clock.GetUtcNow().AddDays(1));
        var report = Reconciler.Compare(new ReconciliationRequest
        {
            Account = "stripe",
            Orders = [.. _sales.Select(sale => new OrderClaim(sale.Order, sale.Captured, sale.Refunded, _clock.GetUtcNow()))],
            Movements = await ((IBalanceReader)Gateway).ListMovements(new MovementQuery()).ToListAsync(),
            Entries = await _ledger.ListEntriesAsync(new LedgerQuery()).ToListAsync(),
            AsOf = _clock.GetUtcNow(),
        });

        Assert.True(report.IsClean, string.Join('\n', report.Differences) + string.Join('\n', report.Totals));
        Assert.True(report.Matched > 30, $"Only {report.Matched} matched.");
        Assert.Empty(Stripe.Audit());
        Assert.Equal(0m, (await _ledger.ListBalancesAsync()).Sum(static line => line.Amount.Amount));
        foreach (var merchant in _merchants)
        {
            var earned = _sales.Where(sale => sale.Merchant == merchant.Key).Select(static sale => sale.Earned).Aggregate(static (left, right) => left + right);
            var atBank = Stripe.Payouts.Where(payout => payout.Account == merchant.Value.Account.Value && payout.Status == "paid").Sum(static payout => payout.Amount);
            Assert.Equal(earned, Money.FromMinorUnits(atBank, Currency.Eur));
            Assert.Equal(Money.Eur(0), await _ledger.GetBalanceAsync(LedgerAccount.Payable(merchant.Key), Currency.Eur));
        }
    }

    private static void AddStripe(IServiceCollection services, StripeSandbox stripe, Uri address) => services.AddStripePayments(options =>
    {
        (options.BaseAddress, options.SecretKey) = (address, stripe.SecretKey);
        options.WebhookSecrets.Add(stripe.WebhookSecret);
    });

    private async Task<WebApplication> OpenShopAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(_clock);
        AddStripe(builder.Services, Stripe, _sandbox.AddressOf("stripe"));
        var shop = builder.Build();
        shop.MapPaymentWebhook("/webhooks/stripe", "stripe", async (_, @event, cancellationToken) =>
        {
            await _manager.HandleAsync("stripe", @event, cancellationToken);
            if (@event is PayoutChanged changed)
            {
                await _payouts.ObserveAsync(changed.Payout, cancellationToken);
            }

            _told.Release();
        });
        await shop.StartAsync();
        return shop;
    }

    private TenantId NewMerchant(string account, string bank)
    {
        var merchant = TenantId.New(TimeProvider.System);
        _merchants[merchant] = new PayoutMerchant { Account = new(Stripe.OpenAccount(account)), CanPayOut = true };
        Stripe.SetBankAccount(bank, account);
        return merchant;
    }

    /// <summary>An order that is paid, shipped and delivered; held money is captured but for 10 euros.</summary>
    private async Task<Sale> SellAsync(TenantId merchant, decimal amount, CaptureMode capture, string method = "pm_card_visa")
    {
        var payment = new NewPayment
        {
            Id = PaymentId.New(TimeProvider.System), OrderId = OrderId.New(TimeProvider.System), Account = "stripe",
            Request = new CreatePaymentRequest { Key = new($"pay-{_sales.Count}"), Amount = Money.Eur(amount), Method = new(method), Confirm = true, Capture = capture },
        };
        var record = (await _manager.CreateAsync(payment)).Value;
        if (record.State == PaymentState.Authorized)
        {
            record = (await _manager.CaptureAsync(payment.Id, new($"capture-{_sales.Count}"), Money.Eur(amount - 10))).Value;
        }

        var statement = CommissionCalculator.Compute(
            Schedule, [new SaleLine { Id = "1", Captured = record.Captured, Goods = record.Captured }], DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime)).Value;
        await _payouts.AccrueSaleAsync(new SaleAccrual
        {
            Key = $"{payment.OrderId}", Merchant = merchant, OrderId = payment.OrderId.Value, Statement = statement, DeliveredAt = _clock.GetUtcNow(),
        });
        _sales.Add(new Sale(payment.Id, payment.OrderId.Value, merchant, statement));
        return _sales[^1];
    }

    private async Task RefundAsync(Sale sale, decimal amount)
    {
        var refund = (await _manager.RefundAsync(new NewRefund { PaymentId = sale.Payment, Key = $"return-{sale.Refunded}", Amount = Money.Eur(amount) })).Value;
        Assert.Equal(RefundState.Completed, refund.State);
        await BearAsync(sale, amount);
    }

    private async Task BearAsync(Sale sale, decimal amount)
    {
        var back = CommissionCalculator.Return(Schedule, sale.Statement.Lines[0], sale.Refunded, Money.Eur(amount)).Value;
        await _payouts.AccrueRefundAsync(new RefundAccrual { Key = $"{sale.Order}-{sale.Refunded}", Merchant = sale.Merchant, OrderId = sale.Order, Returns = [back] });
        sale.Refunded += back.Refund;
        sale.Earned -= back.Net;
    }

    private async Task<PaymentRecord> RecordAsync(Sale sale) => (await _store.FindAsync(sale.Payment))!;

    private async Task<PayoutRun> RunAsync()
    {
        var run = await _payouts.RunAsync();
        Assert.Empty(run.Failures);
        _period = run.Period;
        return run with { Sent = [.. run.Sent.OrderByDescending(payout => payout.Account.Value, StringComparer.Ordinal)] };
    }

    private async Task<MerchantPayoutState?> StateOfAsync(TenantId merchant) => (await _payouts.FindStatementAsync(merchant, _period, Currency.Eur))?.Payout.State;

    /// <summary>Lets time pass, and webhooks that are late arrive.</summary>
    private void Pass(TimeSpan time)
    {
        _clock.Advance(time);
        Stripe.FinishEverything();
        _clock.Advance(TimeSpan.FromMinutes(5));
    }

    /// <summary>Waits until webhooks have brought it about.</summary>
    private async Task WhenAsync(string what, Func<Task<bool>> isSo)
    {
        while (!await isSo())
        {
            Assert.True(await _told.WaitAsync(TimeSpan.FromSeconds(20)), $"It did not come about that {what}.");
        }
    }

    private sealed class Sale(PaymentId payment, OrderId order, TenantId merchant, CommissionStatement statement)
    {
        internal PaymentId Payment => payment;

        internal OrderId Order => order;

        internal TenantId Merchant => merchant;

        internal CommissionStatement Statement => statement;

        internal Money Captured => statement.Gross;

        internal Money Refunded { get; set; } = Money.Eur(0);

        internal Money Earned { get; set; } = statement.Net;
    }
}
