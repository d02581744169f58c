namespace Commerce.Agents.Domain.Orders;

/// <summary>How an order is wrapped as a gift.</summary>
/// <param name="Message">The message to enclose; 500 characters at most.</param>
/// <param name="IsWrapped">Whether it is wrapped.</param>
/// <param name="HidesPrices">Whether prices are left off the papers.</param>
public sealed record GiftOptions(string? Message, bool IsWrapped, bool HidesPrices = true);
