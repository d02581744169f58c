using Commerce.Agents;
using Commerce.Agents.Domain.Marketplaces;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Shipping;

namespace Commerce.Samples.Platform.Demo;

/// <summary>What the narrator keeps: nothing.</summary>
internal sealed record Narration;

/// <summary>An agent of the sample's own: it listens and tells what happens.</summary>
internal sealed class Narrator :
    IHandle<OrderPlaced, Narration>, IHandle<OrderImported, Narration>, IHandle<OrderPaymentFailed, Narration>, IHandle<OrderCancelled, Narration>,
    IHandle<CarrierGivenUp, Narration>, IHandle<ShipmentCreated, Narration>, IHandle<OrderShipped, Narration>, IHandle<OrderDelivered, Narration>,
    IHandle<MarketplaceStockSynced, Narration>
{
    public Task HandleAsync(OrderPlaced message, AgentContext<Narration> context, CancellationToken cancellationToken) =>
        Tell(context, $"{message.Number} placed, {message.Totals.Total}");

    public Task HandleAsync(OrderImported message, AgentContext<Narration> context, CancellationToken cancellationToken) =>
        Tell(context, $"{message.Number} imported from {message.Account} ({message.ExternalId})");

    public Task HandleAsync(OrderPaymentFailed message, AgentContext<Narration> context, CancellationToken cancellationToken) =>
        Tell(context, $"{message.Number} payment failed: {message.DeclineCode}; the stock goes back");

    public Task HandleAsync(OrderCancelled message, AgentContext<Narration> context, CancellationToken cancellationToken) =>
        Tell(context, $"{message.Number} cancelled: {message.Reason}; no money moved");

    public Task HandleAsync(CarrierGivenUp message, AgentContext<Narration> context, CancellationToken cancellationToken) =>
        Tell(context, $"{message.Carrier} given up, the next best buys: {message.Reason}");

    public Task HandleAsync(ShipmentCreated message, AgentContext<Narration> context, CancellationToken cancellationToken) =>
        Tell(context, $"label {message.TrackingNumber} bought from {message.Carrier} for {message.Price}");

    public Task HandleAsync(OrderShipped message, AgentContext<Narration> context, CancellationToken cancellationToken) =>
        Tell(context, $"{message.Number} is with {message.Carrier}");

    public Task HandleAsync(OrderDelivered message, AgentContext<Narration> context, CancellationToken cancellationToken) =>
        Tell(context, $"{message.Number} delivered");

    public Task HandleAsync(MarketplaceStockSynced message, AgentContext<Narration> context, CancellationToken cancellationToken) =>
        Tell(context, $"stock of {message.Succeeded} products pushed to {message.Account}");

    internal static void Register(AgentsBuilder agents) => agents.AddAgent<Narrator, Narration>("narrator", agent => agent
        .Handles<OrderPlaced>(message => message.OrderId.ToString())
        .Handles<OrderImported>(message => message.OrderId.ToString())
        .Handles<OrderPaymentFailed>(message => message.OrderId.ToString())
        .Handles<OrderCancelled>(message => message.OrderId.ToString())
        .Handles<CarrierGivenUp>(message => message.OrderId.ToString())
        .Handles<ShipmentCreated>(message => message.OrderId.ToString())
        .Handles<OrderShipped>(message => message.OrderId.ToString())
        .Handles<OrderDelivered>(message => message.OrderId.ToString())
        .Handles<MarketplaceStockSynced>(message => message.Account));

    private static Task Tell(AgentContext<Narration> context, string what)
    {
        Console.WriteLine($"  {context.Clock.GetUtcNow():ddd HH:mm}  {what}");
        return Task.CompletedTask;
    }
}
