namespace Commerce.Agents.Domain.Payments;

/// <summary>Looks whether the gateway answers. Sent every minute.</summary>
public sealed record CheckGateway : IMessage;
