namespace Commerce.Agents.Domain.Inventory;

/// <summary>Says that units are not where they should be. Answers with an <see cref="Answer"/>.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Part">Which part of the order, from 1.</param>
/// <param name="Line">The line's number, from 1.</param>
/// <param name="Location">The location's code; empty for a line without locations.</param>
/// <param name="Missing">How many are missing: 1 to what is left to take there.</param>
public sealed record ReportShort(OrderId OrderId, int Part, int Line, string Location, int Missing) : IMessage;
