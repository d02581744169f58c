namespace Commerce.Agents.Domain.Orders;

/// <summary>Looks whether an order that waits for units can leave from other warehouses. Only the agent that allocates backorders sends this.</summary>
/// <param name="OrderId">The order.</param>
public sealed record ReplanBackorder(OrderId OrderId) : IMessage;
