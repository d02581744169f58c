namespace Commerce.AspNetCore;

/// <summary>Handles an event that is genuine and new. When it throws, the vendor is asked to call again.</summary>
/// <typeparam name="TEvent">The vendor-neutral event.</typeparam>
/// <param name="services">The services of the request.</param>
/// <param name="event">The event.</param>
/// <param name="cancellationToken">Ends with the request.</param>
/// <returns>A task that ends when it is handled. Vendors wait some seconds only: put longer work into a queue.</returns>
public delegate ValueTask WebhookHandler<in TEvent>(IServiceProvider services, TEvent @event, CancellationToken cancellationToken);
