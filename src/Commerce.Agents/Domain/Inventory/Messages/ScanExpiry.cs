namespace Commerce.Agents.Domain.Inventory;

/// <summary>Looks for units that expire soon. Sent every day.</summary>
public sealed record ScanExpiry : IMessage;
