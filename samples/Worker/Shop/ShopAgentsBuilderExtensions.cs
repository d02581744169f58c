using Commerce.Agents;

namespace Commerce.Samples.Worker.Shop;

/// <summary>Registers the shop's agents.</summary>
public static class ShopAgentsBuilderExtensions
{
    public const string SalesAgentName = "sales";

    public static AgentsBuilder AddShop(this AgentsBuilder agents)
    {
        ArgumentNullException.ThrowIfNull(agents);
        return agents
            .AddAgent<OrderAgent, OrderState>("order", agent => agent
                .Handles<PlaceOrder>(message => message.OrderId)
                .Handles<StockReserved>(message => message.OrderId)
                .Handles<StockRefused>(message => message.OrderId)
                .Handles<ReservationExpired>(message => message.OrderId))
            .AddAgent<StockAgent, StockState>("stock", agent => agent
                .Handles<ReserveStock>(message => message.Sku.Value)
                .Handles<TakeStock>(message => message.Sku.Value)
                .Handles<ReleaseStock>(message => message.Sku.Value)
                .Handles<ReceiveStock>(message => message.Sku.Value))
            .AddAgent<SalesAgent, Sales>(SalesAgentName, agent => agent
                .Handles<OrderConfirmed>(message => message.Sku.Value)
                .Handles<OrderRejected>(message => message.Sku.Value))
            .Commands<PlaceOrder>().Commands<ReserveStock>().Commands<TakeStock>().Commands<ReleaseStock>().Commands<ReceiveStock>();
    }
}
