using Commerce;
using Commerce.AspNetCore;
using Commerce.Marketplaces;
using Commerce.Payments;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the addresses that vendors call.</summary>
public static class WebhookEndpointRouteBuilderExtensions
{
    /// <summary>Maps the webhook of a payment gateway account.</summary>
    /// <param name="endpoints">The routes.</param>
    /// <param name="pattern">The path: <c>/webhooks/stripe</c>.</param>
    /// <param name="account">The name under which the account was registered.</param>
    /// <param name="handle">Handles events that are genuine and new.</param>
    /// <returns>The endpoint, to be named, or exempted from what guards other pages.</returns>
    /// <remarks>As <see cref="MapWebhook{TEvent}"/>.</remarks>
    public static IEndpointConventionBuilder MapPaymentWebhook(
        this IEndpointRouteBuilder endpoints, string pattern, string account, WebhookHandler<PaymentEvent> handle) =>
        endpoints.MapWebhook(pattern, account, static @event => @event.Id, handle);

    /// <summary>Maps the webhook of a marketplace account.</summary>
    /// <param name="endpoints">The routes.</param>
    /// <param name="pattern">The path: <c>/webhooks/ebay</c>.</param>
    /// <param name="account">The name under which the account was registered.</param>
    /// <param name="handle">Handles notifications that are genuine and new.</param>
    /// <returns>The endpoint, to be named, or exempted from what guards other pages.</returns>
    /// <remarks>As <see cref="MapWebhook{TEvent}"/>. Behind a proxy the address must be the one that the vendor knows: use forwarded headers.</remarks>
    public static IEndpointConventionBuilder MapMarketplaceWebhook(
        this IEndpointRouteBuilder endpoints, string pattern, string account, WebhookHandler<MarketplaceNotification> handle) =>
        endpoints.MapWebhook(pattern, account, static notification => notification.Id, handle);

    /// <summary>Maps the webhook of an account whose client verifies calls.</summary>
    /// <typeparam name="TEvent">The vendor-neutral event.</typeparam>
    /// <param name="endpoints">The routes.</param>
    /// <param name="pattern">The path.</param>
    /// <param name="account">The name under which the account was registered.</param>
    /// <param name="idOf">Finds the vendor's key of an event, by which a repeated one is known.</param>
    /// <param name="handle">Handles events that are genuine and new.</param>
    /// <returns>The endpoint, to be named, or exempted from what guards other pages.</returns>
    /// <remarks>
    /// Answers 200 to what was handled, now or before; 400 to what is not genuine, too old or unreadable; 413 above 1 MiB; 503 to what is being handled;
    /// 500 when the handler throws. What was handled is remembered in the process unless an <see cref="IWebhookReplayStore"/> is registered.
    /// </remarks>
    /// <exception cref="InvalidOperationException">No account of that name is registered, or it has no secret to verify with.</exception>
    public static IEndpointConventionBuilder MapWebhook<TEvent>(
        this IEndpointRouteBuilder endpoints, string pattern, string account, Func<TEvent, string> idOf, WebhookHandler<TEvent> handle)
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        ArgumentException.ThrowIfNullOrEmpty(account);
        ArgumentNullException.ThrowIfNull(idOf);
        ArgumentNullException.ThrowIfNull(handle);
        var services = endpoints.ServiceProvider;
        var verifier = services.GetKeyedService<IWebhookVerifier<TEvent>>(account)
            ?? throw new InvalidOperationException($"No account named {account} verifies webhooks: register it before {pattern} is mapped.");
        var clock = services.GetService<TimeProvider>() ?? TimeProvider.System;
        var endpoint = new WebhookEndpoint<TEvent>(
            account,
            new WebhookReceiver<TEvent>(verifier, services.GetService<IWebhookReplayStore>() ?? new InMemoryWebhookReplayStore(clock), $"{typeof(TEvent).Name}/{account}", idOf, clock),
            verifier as IWebhookChallenge,
            handle,
            services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(WebhookEndpoint<>).Namespace!));
        return endpoints.MapMethods(pattern, ["GET", "POST"], endpoint.InvokeAsync).WithDisplayName($"Webhook of {account}");
    }
}
