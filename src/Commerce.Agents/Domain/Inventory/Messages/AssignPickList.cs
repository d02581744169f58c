namespace Commerce.Agents.Domain.Inventory;

/// <summary>Gives a pick list to somebody. Answers with an <see cref="Answer"/>.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Part">Which part of the order, from 1.</param>
/// <param name="Picker">Who picks, by the warehouse's own code: 1 to 64 characters.</param>
public sealed record AssignPickList(OrderId OrderId, int Part, string Picker) : IMessage;
