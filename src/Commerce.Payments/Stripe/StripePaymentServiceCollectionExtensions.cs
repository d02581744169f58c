using Commerce;
using Commerce.Http;
using Commerce.Payments;
using Commerce.Payments.Stripe;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Stripe accounts.</summary>
public static class StripePaymentServiceCollectionExtensions
{
    /// <summary>
    /// Adds a Stripe account as a keyed <see cref="IPaymentGateway"/>, <see cref="IStripePaymentGateway"/>, <see cref="IStripeConnectClient"/> and
    /// <see cref="IWebhookVerifier{TEvent}"/> of <see cref="PaymentEvent"/>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options; they are checked when the host starts.</param>
    /// <param name="name">The account's name, the key of the client.</param>
    /// <returns>The builder of the named <see cref="HttpClient"/>.</returns>
    public static IHttpClientBuilder AddStripePayments(
        this IServiceCollection services, Action<StripePaymentOptions> configure, string name = "stripe")
    {
        var http = services.AddVendorClient<IPaymentGateway, StripePaymentOptions, StripePaymentOptionsValidator>(
            "stripe",
            name,
            configure,
            static options => new VendorProfile
            {
                Vendor = "stripe",
                BaseAddress = options.BaseAddress ?? StripePaymentOptions.ProductionAddress,
                Options = options,
                Authenticator = _ => new HeaderAuthenticator("Authorization", "Bearer " + options.SecretKey),
                Errors = StripeErrors.Read,
                ShouldRetry = StripeErrors.ShouldRetry,
                NoticeHeader = "Stripe-Notice",

                // Stripe allows 25 requests a second on test keys and 100 on live ones.
                Limits = [options.SecretKey.Contains("_test_", StringComparison.Ordinal)
                    ? new RateLimit("*", 25, TimeSpan.FromSeconds(1))
                    : new RateLimit("*", 100, TimeSpan.FromSeconds(1)),
                    new RateLimit(StripePaymentGateway.SearchLimit, 20, TimeSpan.FromSeconds(1)),
                    new RateLimit(StripePaymentGateway.PayoutLimit, 15, TimeSpan.FromSeconds(1)),
                    new RateLimit(StripePaymentGateway.UploadLimit, 20, TimeSpan.FromSeconds(1))],
                Secrets = [options.SecretKey, .. options.WebhookSecrets],
                Headers = Headers(options),
            },
            static (channel, options, _) => new StripePaymentGateway(channel, options));
        services.TryAddKeyedSingleton(name, static (provider, key) => (IStripePaymentGateway)provider.GetRequiredKeyedService<IPaymentGateway>(key));
        services.TryAddKeyedSingleton(name, static (provider, key) => (IStripeConnectClient)provider.GetRequiredKeyedService<IPaymentGateway>(key));
        services.TryAddKeyedSingleton<IWebhookVerifier<PaymentEvent>>(name, static (provider, key) => new StripeWebhookVerifier(
            provider.GetRequiredService<IOptionsMonitor<StripePaymentOptions>>().Get((string)key!),
            provider.GetService<TimeProvider>() ?? TimeProvider.System));
        return http;
    }

    private static Dictionary<string, string> Headers(StripePaymentOptions options)
    {
        var headers = new Dictionary<string, string>
        {
            ["Stripe-Version"] = options.ApiVersion,
            ["User-Agent"] = $"Commerce.Payments.Stripe/{typeof(StripePaymentOptions).Assembly.GetName().Version?.ToString(3)}",
        };
        if (options.ConnectedAccount is not null)
        {
            headers["Stripe-Account"] = options.ConnectedAccount;
        }

        return headers;
    }
}
