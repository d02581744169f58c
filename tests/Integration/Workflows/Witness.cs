using System.Collections.Concurrent;
using Commerce.Agents;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Marketplaces;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Shipping;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Integration.Workflows;

/// <summary>One of several messages to one key.</summary>
public sealed record Numbered(string Key, int Number) : IMessage;

/// <summary>What a key has received, in the order in which it came.</summary>
public sealed record WitnessState
{
    public IReadOnlyList<int> Numbers { get; init; } = [];
}

/// <summary>What the witnesses of a platform have seen.</summary>
internal sealed class WitnessLog
{
    private readonly ConcurrentQueue<IMessage> _seen = new();

    internal void Add(IMessage message) => _seen.Enqueue(message);

    internal IReadOnlyList<T> Of<T>() => [.. _seen.OfType<T>()];
}

/// <summary>An agent beside the others that hears what they tell.</summary>
/// <param name="log">Where it writes down what it heard.</param>
internal sealed class Witness(WitnessLog log) :
    IHandle<OrderPlaced, WitnessState>, IHandle<OrderImported, WitnessState>, IHandle<StockReserved, WitnessState>, IHandle<StockLevelChanged, WitnessState>,
    IHandle<OrderReadyToShip, WitnessState>, IHandle<CarrierSelected, WitnessState>, IHandle<MarketplaceOrderReceived, WitnessState>,
    IHandle<MarketplaceInventorySynced, WitnessState>, IHandle<ReturnLabelCreated, WitnessState>, IHandle<InspectionCompleted, WitnessState>,
    IHandle<ReturnWasApproved, WitnessState>, IHandle<Numbered, WitnessState>
{
    internal const string Name = "witness";

    public Task HandleAsync(OrderPlaced message, AgentContext<WitnessState> context, CancellationToken cancellationToken) => Hear(message);

    public Task HandleAsync(OrderImported message, AgentContext<WitnessState> context, CancellationToken cancellationToken) => Hear(message);

    public Task HandleAsync(StockReserved message, AgentContext<WitnessState> context, CancellationToken cancellationToken) => Hear(message);

    public Task HandleAsync(StockLevelChanged message, AgentContext<WitnessState> context, CancellationToken cancellationToken) => Hear(message);

    public Task HandleAsync(OrderReadyToShip message, AgentContext<WitnessState> context, CancellationToken cancellationToken) => Hear(message);

    public Task HandleAsync(CarrierSelected message, AgentContext<WitnessState> context, CancellationToken cancellationToken) => Hear(message);

    public Task HandleAsync(MarketplaceOrderReceived message, AgentContext<WitnessState> context, CancellationToken cancellationToken) => Hear(message);

    public Task HandleAsync(MarketplaceInventorySynced message, AgentContext<WitnessState> context, CancellationToken cancellationToken) => Hear(message);

    public Task HandleAsync(ReturnLabelCreated message, AgentContext<WitnessState> context, CancellationToken cancellationToken) => Hear(message);

    public Task HandleAsync(InspectionCompleted message, AgentContext<WitnessState> context, CancellationToken cancellationToken) => Hear(message);

    public Task HandleAsync(ReturnWasApproved message, AgentContext<WitnessState> context, CancellationToken cancellationToken) => Hear(message);

    public Task HandleAsync(Numbered message, AgentContext<WitnessState> context, CancellationToken cancellationToken)
    {
        context.State = new WitnessState { Numbers = [.. context.State.Numbers, message.Number] };
        return Hear(message);
    }

    internal static void Register(AgentsBuilder agents)
    {
        agents.Services.AddSingleton<WitnessLog>();
        agents.AddAgent<Witness, WitnessState>(Name, agent => agent
            .Handles<OrderPlaced>(message => message.OrderId.ToString())
            .Handles<OrderImported>(message => message.OrderId.ToString())
            .Handles<StockReserved>(message => message.ReservationId.ToString())
            .Handles<StockLevelChanged>(message => message.Sku.Value)
            .Handles<OrderReadyToShip>(message => message.OrderId.ToString())
            .Handles<CarrierSelected>(message => message.OrderId.ToString())
            .Handles<MarketplaceOrderReceived>(message => message.OrderId.ToString())
            .Handles<MarketplaceInventorySynced>(message => message.Sku.Value)
            .Handles<ReturnLabelCreated>(message => message.RmaId.ToString())
            .Handles<InspectionCompleted>(message => message.InspectionId.ToString())
            .Handles<ReturnWasApproved>(message => message.RmaId.ToString())
            .Handles<Numbered>(message => message.Key));
    }

    private Task Hear(IMessage message)
    {
        log.Add(message);
        return Task.CompletedTask;
    }
}
