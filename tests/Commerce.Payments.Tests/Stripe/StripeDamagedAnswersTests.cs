using Commerce.Testing.Sandbox;
using Commerce.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Payments.Tests.Stripe;

public sealed class StripeDamagedAnswersTests : IAsyncLifetime
{
    private readonly VendorEdge _edge = new();
    private SandboxHost _sandbox = null!;
    private ServiceProvider _provider = null!;

    private IPaymentGateway Client => _provider.GetRequiredKeyedService<IPaymentGateway>("stripe");

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxHost.StartAsync();
        var services = new ServiceCollection();
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
    public Task Payment() => DamagedAnswers.CheckAsync(_edge, PayAsync);

    [Fact]
    public Task Declined_payment() => DamagedAnswers.CheckAsync(_edge, () => Client.CreatePaymentAsync(new CreatePaymentRequest
    {
        Key = new OperationKey("order-2"), Amount = Money.Eur(10m), Method = new("pm_card_visa_chargeDeclined"), Confirm = true,
    }));

    [Fact]
    public async Task Finding()
    {
        var payment = (await PayAsync()).Value;
        await DamagedAnswers.CheckAsync(_edge, () => Client.FindPaymentAsync(payment.Id));
    }

    [Fact]
    public async Task Refund()
    {
        var payment = (await PayAsync()).Value;
        await DamagedAnswers.CheckAsync(_edge, () => Client.RefundPaymentAsync(new RefundPaymentRequest
        {
            Key = new OperationKey("order-1-refund"), PaymentId = payment.Id, Amount = Money.Eur(4m),
        }));
    }

    private Task<Outcome<Payment>> PayAsync() => Client.CreatePaymentAsync(new CreatePaymentRequest
    {
        Key = new OperationKey("order-1"), Amount = Money.Eur(10m), Method = new("pm_card_visa"), Confirm = true,
    });
}
