using System.Net;
using Commerce.Agents.Domain.Payments;
using Commerce.Agents.Entities;
using Commerce.Payments;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Agents.Tests.Domain.Payments;

/// <summary>The payment context alone, with look-ups that a test scripts.</summary>
internal sealed class RiskDesk : IAsyncDisposable, INetworkReputation, IVatNumberValidator
{
    internal const string Key = "a key of 32 characters for a test";

    private RiskDesk()
    {
    }

    internal AgentTestHost Host { get; private set; } = null!;

    internal Func<bool> IsBad { get; set; } = static () => false;

    internal Func<VatNumberCheck> Vat { get; set; } = static () => new VatNumberCheck(IsValid: true, Reference: "REF-1");

    internal int Lookups { get; private set; }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    public Task<bool> IsBadAsync(IPAddress address, CancellationToken cancellationToken = default)
    {
        Lookups++;
        return Task.FromResult(IsBad());
    }

    public Task<VatNumberCheck> CheckAsync(VatNumber number, CancellationToken cancellationToken = default)
    {
        Lookups++;
        return Task.FromResult(Vat());
    }

    internal static async Task<RiskDesk> OpenAsync(Action<PaymentAgentOptions>? configure = null, bool withLookups = true)
    {
        var desk = new RiskDesk();
        desk.Host = await AgentTestHost.StartAsync(
            agents => agents.AddPayments(options =>
            {
                options.Fraud.BlockingKey = new Secret(Key);
                configure?.Invoke(options);
            }),
            services =>
            {
                services.AddKeyedSingleton<IPaymentGateway>("stripe", new FakePaymentGateway("stripe", desk.Host?.Clock ?? new FakeClock()));
                if (withLookups)
                {
                    // The later registration is the one that counts.
                    services.AddSingleton<INetworkReputation>(desk).AddSingleton<IVatNumberValidator>(desk);
                }
            });
        return desk;
    }

    internal static OrderId Order(int number) => new(new Guid(number, 7, 7, new byte[8]));

    internal static AssessOrder Assess(int order, decimal amount = 10, string customer = "zoe", bool other = false) =>
        new(Order(order), customer, Money.Eur(amount), other);

    internal async Task<FraudAssessment> AssessAsync(AssessOrder message)
    {
        var assessed = await Host.AskAsync<FraudAssessed>(message);
        await Host.SettleAsync();
        return assessed.Assessment;
    }

    internal async Task<T> AskAsync<T>(IMessage message)
        where T : class
    {
        var answer = await Host.AskAsync<T>(message);
        await Host.SettleAsync();
        return answer;
    }

    internal async Task SendAsync(IMessage message)
    {
        await Host.SendAsync(message);
        await Host.SettleAsync();
    }

    internal async Task<IReadOnlyList<T>> ListAsync<T>()
        where T : class, IEntity => (await Host.Services.GetRequiredService<IRepository<T>>().ListAsync(new EntityQuery<T> { Limit = 500 })).Items;
}
