using Commerce.Testing;
using Commerce.Testing.Sandbox;
using Commerce.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Payments.Tests.Stripe;

public sealed class StripeDamagedAnswersTests : IAsyncLifetime
{
    private readonly VendorEdge _edge = new();
    private readonly FakeClock _clock = new();
    private SandboxHost _sandbox = null!;
    private ServiceProvider _provider = null!;

    private IPaymentGateway Client => _provider.GetRequiredKeyedService<IPaymentGateway>("stripe");

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxHost.StartAsync();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddStripePayments(options =>
        {
            options.BaseAddress = _sandbox.AddressOf("stripe");
            options.SecretKey = _sandbox.Get<StripeSandbox>().SecretKey;
            (options.MaxRetries, options.BreakerFailures) = (0, 1000);
        }).AddHttpMessageHandler(() => _edge);
        _provider = services.BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await _provider.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public Task Payment() => CheckAsync(PayAsync);

    [Fact]
    public Task Declined_payment() => CheckAsync(() => Client.CreatePaymentAsync(new CreatePaymentRequest
    {
        Key = new OperationKey("order-2"), Amount = Money.Eur(10m), Method = new("pm_card_visa_chargeDeclined"), Confirm = true,
    }));

    [Fact]
    public async Task Finding()
    {
        var payment = (await PayAsync()).Value;
        await CheckAsync(() => Client.FindPaymentAsync(payment.Id));
    }

    [Fact]
    public async Task Refund()
    {
        var payment = (await PayAsync()).Value;
        await CheckAsync(() => Client.RefundPaymentAsync(new RefundPaymentRequest
        {
            Key = new OperationKey("order-1-refund"), PaymentId = payment.Id, Amount = Money.Eur(4m),
        }));
    }

    /// <summary>Lets a second pass before each call: a test key takes 25 calls a second, and there are some hundred damaged answers.</summary>
    private Task<int> CheckAsync(Func<Task> call) => DamagedAnswers.CheckAsync(_edge, () =>
    {
        _clock.Advance(TimeSpan.FromSeconds(1));
        return call();
    });

    private Task<Outcome<Payment>> PayAsync() => Client.CreatePaymentAsync(new CreatePaymentRequest
    {
        Key = new OperationKey("order-1"), Amount = Money.Eur(10m), Method = new("pm_card_visa"), Confirm = true,
    });
}
