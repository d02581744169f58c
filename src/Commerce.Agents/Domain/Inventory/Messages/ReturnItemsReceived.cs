namespace Commerce.Agents.Domain.Inventory;

/// <summary>Units of a return came back; they are inspected now.</summary>
/// <param name="RmaId">The return.</param>
/// <param name="Lines">What came now.</param>
/// <param name="ReceivedAt">When.</param>
/// <param name="Warehouse">The warehouse's code.</param>
public sealed record ReturnItemsReceived(Guid RmaId, IReadOnlyList<ReturnedUnits> Lines, DateTimeOffset ReceivedAt, string Warehouse) : IMessage;
