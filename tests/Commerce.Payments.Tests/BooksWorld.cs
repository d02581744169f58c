using Commerce.Payments.Accounting;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Payments.Tests;

/// <summary>A payment manager over a fake gateway, in virtual time.</summary>
internal sealed class BooksWorld : IAsyncDisposable
{
    private readonly ServiceProvider _provider;

    internal BooksWorld(Action<PaymentManagerOptions>? configure = null)
    {
        Gateway = new FakePaymentGateway("fake", Clock);
        _provider = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddKeyedSingleton<IPaymentGateway>("fake", Gateway)
            .AddPaymentManager(configure)
            .BuildServiceProvider();
    }

    internal FakeClock Clock { get; } = new(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));

    internal FakePaymentGateway Gateway { get; }

    internal PaymentManager Manager => _provider.GetRequiredService<PaymentManager>();

    internal ILedger Ledger => _provider.GetRequiredService<ILedger>();

    internal IPaymentStore Store => _provider.GetRequiredService<IPaymentStore>();

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    internal static NewPayment New(decimal amount, CaptureMode capture = CaptureMode.Automatic, string method = "pm_good") => new()
    {
        Id = PaymentId.New(TimeProvider.System),
        OrderId = OrderId.New(TimeProvider.System),
        Account = "fake",
        Request = new CreatePaymentRequest
        {
            Key = new($"pay-{Guid.NewGuid():N}"), Amount = Money.Eur(amount), Method = new(method), Confirm = true, Capture = capture,
        },
    };

    internal async Task<PaymentRecord> PaidAsync(decimal amount) => (await Manager.CreateAsync(New(amount))).Value;

    internal Task<Outcome<RefundRecord>> RefundAsync(PaymentRecord payment, string key, decimal? amount = null, string? by = null) => Manager.RefundAsync(new NewRefund
    {
        PaymentId = payment.Id, Key = key, Amount = amount is { } given ? Money.Eur(given) : null, RequestedBy = by,
    });

    internal async Task<Money> BalanceAsync(LedgerAccountKind kind, string owner = "") => await Ledger.GetBalanceAsync(new LedgerAccount(kind, owner), Currency.Eur);
}
