using Commerce.Agents.Domain.Orders;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>Adds the customer care context.</summary>
public static class CustomerCareAgentsBuilderExtensions
{
    /// <summary>The name of the notification agent; keys are order ids.</summary>
    public const string NotificationAgentName = "notifications";

    /// <summary>
    /// Adds the agent that writes to buyers of the own shop: order confirmed, payment failed, cancelled, shipped, delivered. Marketplaces write to
    /// their buyers themselves. Notifications go by the registered <see cref="INotificationChannel"/>, in memory by default.
    /// </summary>
    /// <param name="agents">The agents.</param>
    /// <param name="configure">Sets the texts.</param>
    /// <returns>The agents.</returns>
    public static AgentsBuilder AddNotifications(this AgentsBuilder agents, Action<NotificationsOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(agents);
        agents.Services.AddOptions<NotificationsOptions>().Configure(configure ?? (static _ => { })).ValidateOnStart();
        agents.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<NotificationsOptions>, NotificationsOptionsValidator>());
        agents.Services.TryAddSingleton<MemoryNotificationChannel>();
        agents.Services.TryAddSingleton<INotificationChannel>(static services => services.GetRequiredService<MemoryNotificationChannel>());
        return agents
            .AddAgent<NotificationAgent, OrderNotifications>(NotificationAgentName, agent => agent
                .Handles<OrderPlaced>(message => message.OrderId.ToString())
                .Handles<OrderConfirmed>(message => message.OrderId.ToString())
                .Handles<OrderPaymentFailed>(message => message.OrderId.ToString())
                .Handles<OrderCancelled>(message => message.OrderId.ToString())
                .Handles<OrderShipped>(message => message.OrderId.ToString())
                .Handles<OrderDelivered>(message => message.OrderId.ToString())
                .Handles<SendNotification>(message => message.OrderId.ToString()))
            .Commands<SendNotification>();
    }
}
