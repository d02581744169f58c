namespace Commerce.Agents.Domain.Orders;

/// <summary>A part of an order that is shipped on its own.</summary>
/// <param name="Number">Its number within the order, from 1.</param>
/// <param name="Status">Where it is.</param>
/// <param name="Lines">What is in it.</param>
public sealed record PartialShipment(int Number, PartialShipmentStatus Status, IReadOnlyList<PartialShipmentLine> Lines);
