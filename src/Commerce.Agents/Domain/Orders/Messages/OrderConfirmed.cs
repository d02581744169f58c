namespace Commerce.Agents.Domain.Orders;

/// <summary>An order was confirmed.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Number">The short reference.</param>
/// <param name="Lines">The lines.</param>
/// <param name="ShipTo">Where to ship.</param>
/// <param name="RequiredBy">The day by which it must arrive.</param>
public sealed record OrderConfirmed(
    OrderId OrderId, string Number, IReadOnlyList<OrderLine> Lines, Party ShipTo, DateOnly? RequiredBy) : IMessage;
