using Commerce.Testing.Conformance;
using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Payments.Tests.Stripe;

/// <summary>The conformance kit against the sandbox's Stripe, over real HTTP.</summary>
public sealed class StripeSandboxTests : PaymentGatewayContract, IAsyncLifetime
{
    private readonly List<ServiceProvider> _providers = [];
    private SandboxHost _sandbox = null!;

    protected override PaymentMethodToken GoodMethod => new("pm_card_visa");

    protected override PaymentMethodToken DeclinedMethod => new("pm_card_visa_chargeDeclinedInsufficientFunds");

    public async Task InitializeAsync() => _sandbox = await SandboxHost.StartAsync();

    public async Task DisposeAsync()
    {
        foreach (var provider in _providers)
        {
            await provider.DisposeAsync();
        }

        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task A_lost_answer_is_repeated_with_the_same_key_and_charges_once()
    {
        var client = Provider().GetRequiredKeyedService<IPaymentGateway>("stripe");
        _sandbox.Faults.Add("stripe", "create-payment", SandboxFault.LoseAnswer);

        var outcome = await client.CreatePaymentAsync(new CreatePaymentRequest
        {
            Key = new OperationKey("order-7-pay"), Amount = Money.Eur(62.15m), Method = GoodMethod, Confirm = true,
        });

        Assert.True(outcome.IsSuccess, outcome.Refusal?.Message);
        Assert.Equal(6215, _sandbox.Get<StripeSandbox>().Balance["eur"]);
        Assert.Equal(2, _sandbox.Faults.Calls.Count(call => call.Operation == "create-payment"));
    }

    [Fact]
    public async Task Its_webhooks_are_verified_and_read_and_altered_ones_are_refused()
    {
        var provider = Provider();
        var client = provider.GetRequiredKeyedService<IPaymentGateway>("stripe");
        var verifier = provider.GetRequiredKeyedService<IWebhookVerifier<PaymentEvent>>("stripe");
        await client.CreatePaymentAsync(new CreatePaymentRequest
        {
            Key = new OperationKey("order-8-pay"), Amount = Money.Eur(10m), Method = GoodMethod, Confirm = true,
        });

        var webhooks = _sandbox.Get<StripeSandbox>().TakeWebhooks();
        var events = new List<Outcome<PaymentEvent>>();
        foreach (var webhook in webhooks)
        {
            events.Add(await verifier.VerifyAsync(new WebhookRequest(webhook.Value, [new("stripe-signature", webhook.Key)])));
        }

        var altered = webhooks[1].Value.ToArray();
        altered[^2] ^= 1;
        var refused = await verifier.VerifyAsync(new WebhookRequest(altered, [new("Stripe-Signature", webhooks[1].Key)]));

        Assert.Equal(["payment_intent.created", "payment_intent.succeeded", "charge.succeeded"], events.Select(item => item.Value.Type));
        var payment = Assert.IsType<PaymentChanged>(events[1].Value).Payment;
        Assert.Equal(PaymentStatus.Succeeded, payment.Status);
        Assert.Equal(Money.Eur(10m), payment.Captured);
        Assert.Equal(RefusalCode.Forbidden, refused.Refusal?.Code);
    }

    [Fact]
    public async Task A_payment_that_needs_the_buyer_says_so()
    {
        var client = Provider().GetRequiredKeyedService<IPaymentGateway>("stripe");

        var outcome = await client.CreatePaymentAsync(new CreatePaymentRequest
        {
            Key = new OperationKey("order-9-pay"), Amount = Money.Eur(10m), Method = new("pm_card_authenticationRequired"), Confirm = true,
        });

        Assert.Equal(PaymentStatus.RequiresAction, outcome.Value.Status);
        Assert.NotNull(outcome.Value.NextAction);
        Assert.DoesNotContain("secret_sandbox", outcome.Value.ToString(), StringComparison.Ordinal);
    }

    protected override Task<IPaymentGateway> CreateClientAsync() =>
        Task.FromResult(Provider().GetRequiredKeyedService<IPaymentGateway>("stripe"));

    protected override Task<IPaymentGateway?> CreateClientWithWrongCredentialsAsync() =>
        Task.FromResult<IPaymentGateway?>(Provider("sk_test_wrong").GetRequiredKeyedService<IPaymentGateway>("stripe"));

    private ServiceProvider Provider(string? key = null)
    {
        var stripe = _sandbox.Get<StripeSandbox>();
        var services = new ServiceCollection();
        services.AddStripePayments(options =>
        {
            options.BaseAddress = _sandbox.AddressOf("stripe");
            options.SecretKey = key ?? stripe.SecretKey;
            options.RetryDelay = TimeSpan.FromMilliseconds(1);
            options.WebhookSecrets.Add(stripe.WebhookSecret);
        });
        var provider = services.BuildServiceProvider();
        _providers.Add(provider);
        return provider;
    }
}
