using Commerce.Payments.Accounting;
using Commerce.Payments.Commissions;
using Commerce.Payments.Payouts;
using Commerce.Testing;
using Microsoft.Extensions.Options;

namespace Commerce.Payments.Tests.Payouts;

/// <summary>A payout engine over a fake gateway, in virtual time. It is Tuesday; runs are on Mondays at 02:00 UTC.</summary>
internal sealed class PayoutWorld
{
    private static readonly CommissionSchedule Schedule = new() { Default = new() { Rate = 0.10m }, TaxRate = 0.20m };

    private readonly InMemoryLedger _ledger = new();

    internal PayoutWorld(Action<PayoutOptions>? configure = null)
    {
        var options = new PayoutOptions { Account = "fake" };
        configure?.Invoke(options);
        Gateway = new FakePaymentGateway("fake", Clock);
        Store = new InMemoryPayoutStore(_ledger);
        Engine = NewEngine(Store, options);
    }

    internal FakeClock Clock { get; } = new(new DateTimeOffset(2026, 11, 3, 9, 0, 0, TimeSpan.Zero));

    internal FakePaymentGateway Gateway { get; }

    internal InMemoryPayoutStore Store { get; }

    internal PayoutEngine Engine { get; }

    internal ILedger Ledger => _ledger;

    internal Dictionary<TenantId, PayoutMerchant> Merchants { get; } = [];

    internal PayoutEngine NewEngine(IPayoutStore store, PayoutOptions options) => new([Gateway], store, _ledger, new KnownMerchants(Merchants), Options.Create(options), Clock);

    internal TenantId NewMerchant()
    {
        var merchant = TenantId.New(TimeProvider.System);
        Merchants[merchant] = new PayoutMerchant { Account = new($"acct_{Merchants.Count + 1}"), CanPayOut = true };
        return merchant;
    }

    /// <summary>A captured sale: 10 % commission and 20 % tax on it, so that the merchant gets 88 %.</summary>
    internal async Task<OrderId> SellAsync(TenantId merchant, decimal amount, bool isDelivered = true)
    {
        var order = OrderId.New(TimeProvider.System);
        (await Engine.AccrueSaleAsync(new SaleAccrual { Key = order.ToString(), Merchant = merchant, OrderId = order, Statement = Statement(amount) })).Value.ToString();
        if (isDelivered)
        {
            await Engine.DeliveredAsync(order, Clock.GetUtcNow());
        }

        return order;
    }

    internal async Task RefundAsync(TenantId merchant, OrderId order, decimal sold, decimal amount, decimal before = 0) => (await Engine.AccrueRefundAsync(new RefundAccrual
    {
        Key = $"{order}-{before}",
        Merchant = merchant,
        OrderId = order,
        Returns = [CommissionCalculator.Return(Schedule, Statement(sold).Lines[0], Money.Eur(before), Money.Eur(amount)).Value],
    })).Value.ToString();

    internal void GoTo(int day, int hour = 3) => Clock.Advance(new DateTimeOffset(2026, 11, 1, hour, 0, 0, TimeSpan.Zero).AddDays(day - 1) - Clock.GetUtcNow());

    /// <summary>What must hold after every step: the ledger is balanced, and owes each merchant what the free lines and unsent payouts say.</summary>
    internal async Task<decimal> OwedAsync(TenantId merchant) => -(await _ledger.GetBalanceAsync(LedgerAccount.Payable(merchant), Currency.Eur)).Amount;

    internal static CommissionStatement Statement(decimal amount) => CommissionCalculator.Compute(
        Schedule, [new SaleLine { Id = "1", Captured = Money.Eur(amount), Goods = Money.Eur(amount) }], new DateOnly(2026, 11, 3)).Value;
}
