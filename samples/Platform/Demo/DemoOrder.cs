using Commerce.Agents.Domain.Orders;

namespace Commerce.Samples.Platform.Demo;

/// <summary>An order of the demo and what must become of it.</summary>
internal sealed record DemoOrder(string Story, OrderId Id, OrderStatus Expected, string? ExternalId = null);
