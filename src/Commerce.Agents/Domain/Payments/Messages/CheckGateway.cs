namespace Commerce.Agents.Domain.Payments;

/// <summary>Looks whether the gateway answers. Sent every five minutes, and once more 30 seconds after a look that says something new.</summary>
public sealed record CheckGateway : IMessage;
