using Commerce.Payments.Accounting;
using Commerce.Payments.Commissions;
using Commerce.Payments.Payouts;
using Commerce.Payments.Reconciliation;
using Commerce.Testing;
using Commerce.Testing.Sandbox;
using Commerce.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Commerce.Payments.Tests;

/// <summary>The guide "Authorise, capture, split, refund, pay out", run against the sandbox: what stands there stands here, word for word.</summary>
public sealed class PaymentsGuideTests
{
    private static readonly TenantId Lamps = TenantId.New(TimeProvider.System);

    [Fact]
    public async Task The_guide_works()
    {
        var clock = new FakeClock(new DateTimeOffset(2026, 11, 3, 9, 0, 0, TimeSpan.Zero));
        await using var sandbox = await SandboxHost.StartAsync(new SandboxOptions { Clock = clock });
        var stripeDouble = sandbox.Get<StripeSandbox>();
        stripeDouble.OpenAccount("acct_lamps");
        var (address, secretKey, webhookSecret) = (sandbox.AddressOf("stripe"), stripeDouble.SecretKey, stripeDouble.WebhookSecret);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock);
        var method = new PaymentMethodToken("pm_card_visa");

        builder.Services.AddStripePayments(stripe =>
        {
            stripe.BaseAddress = address;
            stripe.SecretKey = secretKey;
            stripe.WebhookSecrets.Add(webhookSecret);
        });
        builder.Services.AddPaymentManager(payments => payments.ApprovalAbove = 500m);
        builder.Services.AddPayoutEngine<Merchants>(payouts => payouts.ReserveRate = 0.10m);

        var app = builder.Build();
        app.MapPaymentWebhook("/webhooks/stripe", "stripe", async (services, payment, cancellationToken) =>
        {
            await services.GetRequiredService<PaymentManager>().HandleAsync("stripe", payment, cancellationToken);
            if (payment is PayoutChanged { Payout: var payout })
            {
                await services.GetRequiredService<PayoutEngine>().ObserveAsync(payout, cancellationToken);
            }
        });

        await using var running = app;
        await app.StartAsync();
        stripeDouble.DeliverTo(new Uri(app.Urls.Single() + "/webhooks/stripe"));

        var manager = app.Services.GetRequiredService<PaymentManager>();
        var paymentId = PaymentId.New(clock);
        var orderId = OrderId.New(clock);
        var outcome = await manager.CreateAsync(new NewPayment
        {
            Id = paymentId,
            OrderId = orderId,
            Account = "stripe",
            Request = new CreatePaymentRequest
            {
                Key = new OperationKey($"{orderId}-pay"),
                Amount = Money.Eur(120m),
                Method = method,
                Capture = CaptureMode.Manual,
                Confirm = true,
            },
        });
        if (outcome.Refusal is Decline decline)
        {
            Console.WriteLine($"{decline.Advice}: {decline.BuyerMessage}");
        }

        Assert.Equal(PaymentState.Authorized, outcome.Value.State);

        var captured = await manager.CaptureAsync(paymentId, new OperationKey($"{orderId}-capture"), Money.Eur(100m));
        Console.WriteLine($"{captured.Value.Captured} of {captured.Value.Authorized} taken, the rest let go");

        Assert.Equal((Money.Eur(100m), Money.Eur(120m)), (captured.Value.Captured, captured.Value.Authorized));

        var schedule = CommissionSchedule.Sample with { TaxRate = 0.20m };
        SaleLine[] lines = [new() { Id = "1", Category = "Accessories", Captured = Money.Eur(100m), Goods = Money.Eur(83.33m) }];
        var statement = CommissionCalculator.Compute(schedule, lines, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)).Value;

        var payouts = app.Services.GetRequiredService<PayoutEngine>();
        await payouts.AccrueSaleAsync(new SaleAccrual { Key = $"{orderId}", Merchant = Lamps, OrderId = orderId, Statement = statement });
        await payouts.DeliveredAsync(orderId, clock.GetUtcNow());

        Assert.Equal((Money.Eur(16.67m), Money.Eur(2.50m), Money.Eur(3.83m), Money.Eur(77.00m)), (statement.Commission, statement.Fees, statement.Tax, statement.Net));

        var refund = await manager.RefundAsync(new NewRefund { PaymentId = paymentId, Key = "return-1", Amount = Money.Eur(25m) });
        if (refund.TryGet(out var paidBack, out var refusal))
        {
            var shared = CommissionCalculator.Return(schedule, statement.Lines[0], before: Money.Eur(0m), refund: paidBack.Amount).Value;
            await payouts.AccrueRefundAsync(new RefundAccrual { Key = $"{orderId}-return-1", Merchant = Lamps, OrderId = orderId, Returns = [shared] });
        }

        Assert.Null(refusal);
        clock.Advance(TimeSpan.FromDays(21));

        await manager.ResumeRefundsAsync();
        var run = await payouts.RunAsync();
        Console.WriteLine($"{run.Sent.Count} paid out, {run.Carried.Count} carried, {run.Failures.Count} failed");

        var sent = Assert.Single(run.Sent);
        Assert.Equal(Money.Eur(49.30m), sent.Amount);
        Assert.Equal(4_930, Assert.Single(stripeDouble.Payouts).Amount);

        var gateway = app.Services.GetRequiredKeyedService<IPaymentGateway>("stripe");
        var ledger = app.Services.GetRequiredService<ILedger>();
        var now = clock.GetUtcNow();
        await manager.RecordFeesAsync("stripe", now.AddDays(-30), now);
        var report = Reconciler.Compare(new ReconciliationRequest
        {
            Account = "stripe",
            Orders = [new OrderClaim(orderId, Captured: Money.Eur(100m), Refunded: Money.Eur(25m), now)],
            Movements = await ((IBalanceReader)gateway).ListMovements(new MovementQuery { CreatedFrom = now.AddDays(-30) }).ToListAsync(),
            Entries = await ledger.ListEntriesAsync(new LedgerQuery { From = now.AddDays(-30) }).ToListAsync(),
            AsOf = now,
        });
        foreach (var difference in report.Differences)
        {
            Console.WriteLine($"{difference.Kind} {difference.About} {difference.SourceId}: {difference.Theirs} there, {difference.Ours} here");
        }

        Assert.True(report.IsClean, string.Join('\n', report.Differences));
    }

    [Fact]
    public void Every_line_of_the_guides_code_is_in_the_test() => Guide.IsRunBy("payments.md", "tests/Commerce.Payments.Tests/PaymentsGuideTests.cs");

    internal sealed class Merchants : IPayoutMerchants
    {
        public ValueTask<PayoutMerchant?> FindAsync(TenantId merchant, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(merchant == Lamps ? new PayoutMerchant { Account = new ConnectedAccountId("acct_lamps"), CanPayOut = true } : null);
    }
}
