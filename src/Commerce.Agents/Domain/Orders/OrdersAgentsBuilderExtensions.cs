using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Marketplaces;
using Commerce.Agents.Domain.Payments;
using Commerce.Agents.Domain.Shipping;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Orders;

/// <summary>Adds the order context.</summary>
public static class OrdersAgentsBuilderExtensions
{
    /// <summary>The name of the order agent; keys are order ids.</summary>
    public const string OrderAgentName = "orders";

    /// <summary>The name of the saga that secures orders; keys are order ids.</summary>
    public const string CreateOrderName = "create-order";

    /// <summary>Adds the order agent and the saga that secures orders. Needs a catalogue (<see cref="Catalog.IProductCatalog"/>).</summary>
    /// <param name="agents">The agents.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The agents.</returns>
    public static AgentsBuilder AddOrders(this AgentsBuilder agents, Action<OrderOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(agents);
        agents.Services.AddOptions<OrderOptions>().Configure(configure ?? (static _ => { })).ValidateOnStart();
        agents.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<OrderOptions>, OrderOptionsValidator>());
        return agents
            .AddAgent<OrderAgent, Order>(OrderAgentName, agent => agent
                .Handles<PlaceOrder>(message => message.OrderId.ToString())
                .Handles<ImportOrder>(message => message.OrderId.ToString())
                .Handles<ConfirmOrder>(message => message.OrderId.ToString())
                .Handles<HoldOrder>(message => message.OrderId.ToString())
                .Handles<FailOrderPayment>(message => message.OrderId.ToString())
                .Handles<CancelOrder>(message => message.OrderId.ToString())
                .Handles<FraudAssessed>(message => message.OrderId.ToString())
                .Handles<PaymentAuthorized>(message => message.OrderId.ToString())
                .Handles<PaymentCaptured>(message => message.OrderId.ToString())
                .Handles<PickListCreated>(message => message.OrderId.ToString())
                .Handles<ShipmentCreated>(message => message.OrderId.ToString())
                .Handles<ShipmentStatusChanged>(message => message.OrderId.ToString())
                .Handles<NoCarrierAvailable>(message => message.OrderId.ToString()))
            .AddSaga<CreateOrderSaga, OrderCreation>(CreateOrderName, saga => saga
                .StartedBy<OrderPlaced>(message => message.OrderId.ToString())
                .StartedBy<OrderImported>(message => message.OrderId.ToString())
                .Handles<FraudAssessed>(message => message.OrderId.ToString())
                .Handles<StockReserved>(message => message.OrderId.ToString())
                .Handles<StockRefused>(message => message.OrderId.ToString())
                .Handles<PaymentAuthorized>(message => message.OrderId.ToString())
                .Handles<PaymentDeclined>(message => message.OrderId.ToString())
                .Handles<MarketplaceOrderReleased>(message => message.OrderId.ToString()))
            .Commands<PlaceOrder>().Commands<ImportOrder>().Commands<ConfirmOrder>().Commands<HoldOrder>()
            .Commands<FailOrderPayment>().Commands<CancelOrder>();
    }
}
