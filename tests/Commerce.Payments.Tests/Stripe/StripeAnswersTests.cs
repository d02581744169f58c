using System.Net;
using System.Text;
using Commerce.Payments.Stripe;
using Commerce.Payments.Tests.Secrets;
using Commerce.Testing.Sandbox;
using Commerce.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Commerce.Payments.Tests.Stripe;

/// <summary>What every answer of Stripe brings besides its object.</summary>
public sealed class StripeAnswersTests
{
    [Fact]
    public async Task Every_result_carries_the_id_that_Stripes_support_asks_for()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        var stripe = sandbox.Get<StripeSandbox>();
        var seller = new ConnectedAccountId(stripe.OpenAccount());
        await using var provider = Provider(null, options => (options.BaseAddress, options.SecretKey) = (sandbox.AddressOf("stripe"), stripe.SecretKey));
        var client = provider.GetRequiredKeyedService<IPaymentGateway>("stripe");
        var payment = (await client.CreatePaymentAsync(new CreatePaymentRequest
        {
            Key = new("p"), Amount = Money.Eur(100), Method = new("pm_card_bypassPending"), Confirm = true,
        })).Value;
        var transfer = (await ((ITransferClient)client).CreateTransferAsync(new CreateTransferRequest { Key = new("t"), Amount = Money.Eur(50), Destination = seller })).Value;
        var link = await ((IConnectedAccountClient)client).CreateOnboardingLinkAsync(new OnboardingLinkRequest
        {
            AccountId = seller, ReturnUrl = new("https://shop.example.com/back"), RefreshUrl = new("https://shop.example.com/again"),
        });
        object[] results =
        [
            payment, transfer, link,
            (await client.RefundPaymentAsync(new RefundPaymentRequest { Key = new("r"), PaymentId = payment.Id, Amount = Money.Eur(10) })).Value,
            (await ((IPayoutGateway)client).CreatePayoutAsync(new CreatePayoutRequest { Key = new("o"), Amount = Money.Eur(40), Seller = seller })).Value,
            (await ((IConnectedAccountClient)client).FindAccountAsync(seller))!,
            (await ((ITransferClient)client).ReverseTransferAsync(new ReverseTransferRequest { Key = new("v"), TransferId = transfer.Id, Amount = Money.Eur(5) })).Value,
            (await ((IMethodSetupClient)client).CreateMethodSetupAsync(new CreateMethodSetupRequest { Key = new("s") })).Value,
            await ((IStripeConnectClient)client).GetBalanceSettingsAsync(),
            (await ((IBalanceReader)client).ListMovements(new MovementQuery()).ToListAsync())[0],
            (await ((ITransferClient)client).ListTransfers(new TransferQuery()).ToListAsync())[0],
            (await ((IPayoutGateway)client).ListPayouts(new PayoutQuery { Seller = seller }).ToListAsync())[0],
        ];

        Assert.All(results, static result => Assert.StartsWith(
            "req_", (string?)result.GetType().GetProperty(nameof(Payment.RequestId))!.GetValue(result) ?? $"{result.GetType().Name} has none", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stripes_advice_is_logged_once_without_secrets()
    {
        var log = new LogLines();
        await using var provider = Provider(new Advising(), static _ => { }, log);
        var client = provider.GetRequiredKeyedService<IPaymentGateway>("stripe");

        await client.FindPaymentAsync(new("pi_1"));
        await client.FindPaymentAsync(new("pi_1"));

        var advice = Assert.Single(log.Lines, static line => line.StartsWith("2006 ", StringComparison.Ordinal));
        Assert.Contains("find-payment (stripe) advises: The version ends soon for ***.", advice, StringComparison.Ordinal);
    }

    private static ServiceProvider Provider(DelegatingHandler? edge, Action<StripePaymentOptions> configure, LogLines? log = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(log is null ? Emitted.Logs : logging => logging.AddProvider(log));
        var http = services.AddStripePayments(options =>
        {
            (options.BaseAddress, options.SecretKey) = (new Uri("http://stripe.example/"), "sk_test_advised");
            configure(options);
        });
        if (edge is not null)
        {
            http.AddHttpMessageHandler(() => edge);
        }

        return services.BuildServiceProvider();
    }

    private sealed class Advising : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(
            new HttpResponseMessage(HttpStatusCode.NotFound)
            {
                RequestMessage = request,
                Headers = { { "Stripe-Notice", "The version ends soon for sk_test_advised." } },
                Content = new StringContent("""{"error":{"type":"invalid_request_error","code":"resource_missing","message":"No such payment"}}""", Encoding.UTF8, "application/json"),
            });
    }
}
