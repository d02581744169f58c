using Commerce.Payments.Stripe;
using Commerce.Payments.Tests.Stripe.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Payments.Tests.Stripe;

/// <summary>
/// The client and Stripe's double against each other: every operation once with success and once refused. The double's time stands still until a
/// test moves it; the client goes by the machine's clock.
/// </summary>
public sealed partial class StripeSandboxJourneyTests : StripeWire, IDisposable
{
    private static readonly PaymentMethodToken Card = new("pm_card_visa");
    private static readonly Uri Back = new("https://shop.example.com/back");

    private ServiceProvider? _provider;
    private int _keys;

    public void Dispose() => _provider?.Dispose();

    private static Money Usd(decimal amount) => new(amount, Currency.Usd);

    private static (string? Code, string? Field) Seen<T>(Outcome<T> outcome)
        where T : class => (outcome.Refusal?.Code.Value, outcome.Refusal?.Field);

    private static IEnumerable<string> Codes(params string?[] codes) => codes.Select(static code => code ?? "none");

    private static T Done<T>(Outcome<T> outcome)
        where T : class
    {
        Assert.True(outcome.IsSuccess, outcome.Refusal?.ToString());
        return outcome.Value;
    }

    private static async Task<List<T>> AllAsync<T>(Paged<T> list)
    {
        var all = new List<T>();
        await foreach (var item in list)
        {
            all.Add(item);
        }

        return all;
    }

    private static async Task<List<int>> PagesAsync<T>(Paged<T> list)
    {
        var pages = new List<int>();
        await foreach (var page in list.PagesAsync())
        {
            pages.Add(page.Items.Count);
        }

        return pages;
    }

    /// <summary>Gives the client as one of the interfaces that it implements.</summary>
    private T Client<T>()
        where T : class
    {
        if (_provider is null)
        {
            var services = new ServiceCollection();
            services.AddStripePayments(options =>
            {
                (options.BaseAddress, options.SecretKey) = (Host.AddressOf("stripe"), Stripe.SecretKey);
                options.RetryDelay = TimeSpan.FromMilliseconds(1);
                (options.RequestMulticapture, options.RequestIncrementalAuthorization) = (true, true);
                options.WebhookSecrets.Add(Stripe.WebhookSecret);
            });
            _provider = services.BuildServiceProvider();
        }

        return (T)_provider.GetRequiredKeyedService<IPaymentGateway>("stripe");
    }

    private OperationKey Key() => new($"journey-{++_keys}");

    private ConnectedAccountId Seller(string country = "FR") => new(Stripe.OpenAccount(country: country));

    private CreatePaymentRequest Order(decimal amount = 100m, string method = "pm_card_visa") => new()
    {
        Key = Key(), Amount = Usd(amount), Method = new(method), Confirm = true,
    };

    private async Task<Payment> PaidAsync(CreatePaymentRequest request) => Done(await Client<IPaymentGateway>().CreatePaymentAsync(request));

    private Task<Payment> PaidAsync(decimal amount = 100m, string method = "pm_card_visa") => PaidAsync(Order(amount, method));

    private Task<Payment> HeldAsync(decimal amount = 100m) => PaidAsync(Order(amount) with { Capture = CaptureMode.Manual });

    private async Task<Payment> SeenAsync(Payment payment) =>
        (await Client<IPaymentGateway>().FindPaymentAsync(payment.Id, payment.Seller)) ?? throw new InvalidOperationException($"{payment.Id} is gone.");
}
