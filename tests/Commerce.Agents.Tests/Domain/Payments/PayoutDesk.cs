using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Payments;
using Commerce.Payments;
using Commerce.Payments.Commissions;
using Commerce.Payments.Payouts;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Payments;

/// <summary>Payout agents over a fake gateway; the books are the agents' own, which outlive a process. It is Tuesday; runs are on Mondays at 02:00 UTC.</summary>
internal sealed class PayoutDesk : IAsyncDisposable
{
    internal static readonly TenantId Ada = new(new Guid("0198a000-0000-7000-8000-000000000001"));
    internal static readonly TenantId Ben = new(new Guid("0198a000-0000-7000-8000-000000000002"));

    private PayoutDesk(AgentTestHost host, FakePaymentGateway gateway, Dictionary<TenantId, PayoutMerchant> merchants)
    {
        Host = host;
        Gateway = gateway;
        Merchants = merchants;
    }

    internal AgentTestHost Host { get; }

    internal FakePaymentGateway Gateway { get; }

    internal Dictionary<TenantId, PayoutMerchant> Merchants { get; }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    internal static async Task<PayoutDesk> OpenAsync(Action<MerchantSettlementOptions>? settle = null, Action<PayoutOptions>? schedule = null)
    {
        var clock = new FakeClock(new DateTimeOffset(2026, 11, 3, 9, 0, 0, TimeSpan.Zero));
        var gateway = new FakePaymentGateway("stripe", clock);
        var merchants = new Dictionary<TenantId, PayoutMerchant>
        {
            [Ada] = new() { Account = new("acct_ada"), CanPayOut = true },
            [Ben] = new() { Account = new("acct_ben"), CanPayOut = true },
        };
        var host = await AgentTestHost.StartAsync(
            agents => agents.AddPayouts<KnownMerchants>(settle: settle),
            services => services
                .AddKeyedSingleton<IPaymentGateway>("stripe", gateway)
                .AddSingleton(new KnownMerchants(merchants))
                .AddSingleton<IPayoutMerchants>(new KnownMerchants(merchants))
                .Configure<PayoutOptions>(schedule ?? (static _ => { })),
            clock);
        return new PayoutDesk(host, gateway, merchants);
    }

    internal static SaleLine Line(decimal captured, string? category = null, string id = "1", decimal? goods = null, decimal? shipping = null) => new()
    {
        Id = id,
        Captured = Money.Eur(captured),
        Goods = Money.Eur(goods ?? captured),
        Shipping = shipping is { } given ? Money.Eur(given) : null,
        Category = category,
    };

    /// <summary>A sale that was delivered so long ago that the terms are over, unless told otherwise.</summary>
    internal async Task<OrderId> SellAsync(decimal amount, string? category = null, string key = "sale-1", TenantId? merchant = null, int deliveredDaysAgo = 15)
    {
        var order = new OrderId(MerchantSale.IdOf(merchant ?? Ada, $"order of {key}"));
        var answer = await Host.AskAsync<Answer>(new AccrueSale(
            merchant ?? Ada, order, key, [Line(amount, category)], DeliveredAt: Host.Clock.GetUtcNow() - TimeSpan.FromDays(deliveredDaysAgo)));
        Assert.Empty(answer.Refusals);
        await Host.SettleAsync();
        return order;
    }

    internal async Task<MerchantBalance> BalanceAsync(TenantId? merchant = null) =>
        Assert.Single((await Host.AskAsync<MerchantStatement>(new GetStatement(merchant ?? Ada))).Balances);

    /// <summary>Goes to a time in November, with everything that is due until then.</summary>
    internal Task GoToAsync(int day, int hour = 3) => Host.AdvanceAsync(new DateTimeOffset(2026, 11, day, hour, 0, 0, TimeSpan.Zero) - Host.Clock.GetUtcNow());

    internal sealed class KnownMerchants(Dictionary<TenantId, PayoutMerchant> merchants) : IPayoutMerchants
    {
        public ValueTask<PayoutMerchant?> FindAsync(TenantId merchant, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(merchants.GetValueOrDefault(merchant));
    }
}
