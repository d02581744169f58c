namespace Commerce.Agents.Domain.Inventory;

/// <summary>Says that units were taken; the item's code is scanned. Answers with an <see cref="Answer"/>.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Part">Which part of the order, from 1.</param>
/// <param name="Line">The line's number, from 1.</param>
/// <param name="Location">The location's code; empty for a line without locations.</param>
/// <param name="Code">The code that was scanned on the item: its SKU.</param>
/// <param name="Quantity">How many: 1 to what is left to take there.</param>
public sealed record ConfirmPick(OrderId OrderId, int Part, int Line, string Location, string Code, int Quantity) : IMessage;
