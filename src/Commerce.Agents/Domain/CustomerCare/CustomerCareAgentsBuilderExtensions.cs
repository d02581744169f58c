using Commerce.Agents.Domain.Catalog;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Monitoring;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Payments;
using Commerce.Agents.Domain.Shipping;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>Adds the customer care context.</summary>
public static class CustomerCareAgentsBuilderExtensions
{
    /// <summary>The name of the agent that writes to buyers; keys are order ids.</summary>
    public const string NotificationAgentName = "notifications";

    /// <summary>The name of the agent that brings notifications to their recipients; keys are notification ids.</summary>
    public const string DeliveryAgentName = "notification-deliveries";

    /// <summary>
    /// Adds the agents that send notifications: to buyers of the own shop what becomes of their orders, to the staff what it must look at, to anybody
    /// what is asked for by <see cref="SendNotification"/>. Marketplaces write to their buyers themselves. Notifications go by the registered
    /// <see cref="INotificationChannel"/>s; by default there is one, of e-mails that stay in memory. Of contexts that are not added, nothing is heard.
    /// </summary>
    /// <param name="agents">The agents.</param>
    /// <param name="configure">Sets texts, times and the staff's address.</param>
    /// <returns>The agents.</returns>
    public static AgentsBuilder AddNotifications(this AgentsBuilder agents, Action<NotificationsOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(agents);
        agents.Services.TryAddSingleton<MemoryNotificationChannel>();
        agents.Services.TryAddSingleton<INotificationChannel>(static services => services.GetRequiredService<MemoryNotificationChannel>());
        agents.Services.TryAddSingleton<INotificationContacts, NoNotificationContacts>();
        return agents
            .AddOptions<NotificationsOptions, NotificationsOptionsValidator>(configure)
            .AddDecisions()
            .AddEntity<OrderContact>()
            .AddEntity<NotificationPreferences>()
            .AddEntity<SavedTemplate>(static entity => entity.Index(static template => template.Name))
            .AddEntity<NotificationEntry>(static entity => entity.Index(static entry => entry.Recipient, static entry => entry.CreatedAt))
            .AddSending()
            .AddBuyers()
            .AddStaff();
    }

    private static AgentsBuilder AddSending(this AgentsBuilder agents) => agents
        .AddAgent<RecipientAgent, NotificationRecipient>("notification-recipients", static agent => agent
            .Handles<SendNotification>(static message => Recipient(message.Recipient))
            .Handles<ScheduleNotification>(static message => Recipient(message.Notification.Recipient))
            .Handles<NotificationCancelled>(static message => Recipient(message.Recipient))
            .Handles<SetPreferences>(static message => Recipient(message.Recipient))
            .Handles<GetHistory>(static message => Recipient(message.Recipient)))
        .AddAgent<DeliveryAgent, NotificationDelivery>(DeliveryAgentName, static agent => agent
            .Handles<DeliverNotification>(static message => message.NotificationId.ToString())
            .Handles<TryNotification>(static message => message.NotificationId.ToString())
            .Handles<CancelNotification>(static message => message.NotificationId.ToString())
            .Handles<MarkRead>(static message => message.NotificationId.ToString()))
        .AddAgent<TemplateAgent, TemplateVersions>("notification-templates", static agent => agent
            .Handles<SaveTemplate>(static message => Template(message.Template.Name, message.Template.Channel, message.Template.Language))
            .Handles<PreviewTemplate>(static message => Template(message.Template, message.Channel, message.Language)))
        .Commands<SendNotification>().Commands<ScheduleNotification>().Commands<CancelNotification>().Commands<DeliverNotification>()
        .Commands<MarkRead>().Commands<SetPreferences>().Commands<GetHistory>().Commands<SaveTemplate>().Commands<PreviewTemplate>();

    private static AgentsBuilder AddBuyers(this AgentsBuilder agents) => agents
        .AddAgent<NotificationAgent, OrderNotifications>(NotificationAgentName, static agent => agent
            .Handles<OrderPlaced>(static message => message.OrderId.ToString())
            .Handles<OrderConfirmed>(static message => message.OrderId.ToString())
            .Handles<OrderPaymentFailed>(static message => message.OrderId.ToString())
            .Handles<OrderModified>(static message => message.OrderId.ToString())
            .Handles<OrderCancelled>(static message => message.OrderId.ToString())
            .Handles<OrderCancellationReviewed>(static message => message.OrderId.ToString())
            .Handles<OrderPartiallyShipped>(static message => message.OrderId.ToString())
            .Handles<OrderShipped>(static message => message.OrderId.ToString())
            .Handles<OrderDelivered>(static message => message.OrderId.ToString())
            .Handles<ShipmentDelayed>(static message => message.OrderId.ToString())
            .Handles<ShipmentDelivered>(static message => message.OrderId.ToString())
            .Handles<PaymentCaptured>(static message => message.OrderId.ToString())
            .Handles<ShipmentStatusChanged>(static message => message.OrderId.ToString())
            .Handles<BackorderCreated>(static message => message.OrderId.ToString())
            .Handles<BackorderReady>(static message => message.OrderId.ToString())
            .Handles<PaymentExpired>(static message => message.OrderId.ToString())
            .Handles<PaymentAuthorized>(static message => message.OrderId.ToString())
            .Handles<OrderOnHold>(static message => message.OrderId.ToString())
            .Handles<OrderHoldReleased>(static message => message.OrderId.ToString())
            .Handles<CancellationReviewNeeded>(static message => message.OrderId.ToString())
            .Handles<RefundCompleted>(static message => message.OrderId.ToString())
            .Handles<ReturnLabelCreated>(static message => message.OrderId.ToString()));

    private static AgentsBuilder AddStaff(this AgentsBuilder agents) => agents
        .AddAgent<StaffNotificationAgent, StaffNotifications>("staff-notifications", static agent => agent
            .Handles<LowStockDetected>(static message => message.Sku.Value)
            .Handles<StockOutDetected>(static message => message.Sku.Value)
            .Handles<OverstockDetected>(static message => message.Sku.Value)
            .Handles<ExpiringSoonDetected>(static message => message.Sku.Value)
            .Handles<AlertRaised>(static message => message.AlertId.ToString())
            .Handles<PayoutPaid>(static message => message.Merchant.ToString())
            .Handles<PayoutFailed>(static message => message.Merchant.ToString())
            .Handles<RefundFailed>(static message => message.OrderId.ToString())
            .Handles<OrderOnHold>(static message => message.OrderId.ToString())
            .Handles<CancellationReviewNeeded>(static message => message.OrderId.ToString())
            .Handles<CancellationOverdue>(static message => message.OrderId.ToString())
            .Handles<RefundApprovalNeeded>(static message => message.OrderId.ToString())
            .Handles<TariffImported>(static message => message.UploadId.ToString())
            .Handles<TariffRejected>(static message => message.UploadId.ToString())
            .Handles<ProductApprovalRequested>(static message => message.Sku.Value));

    private static string Recipient(string recipient) => $"recipient/{recipient}";

    private static string Template(string name, string? channel, string language) => $"{name}|{channel}|{language}";
}
