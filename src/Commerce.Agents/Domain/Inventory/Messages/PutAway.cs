namespace Commerce.Agents.Domain.Inventory;

/// <summary>Says that units are in a location now. The level does not change. Answers with an <see cref="Answer"/>.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="Location">The location's code: zone, aisle, rack and bin, such as <c>A-01-02-3</c>.</param>
/// <param name="Quantity">How many: 1 to 1 000 000, and no more than is left of the task.</param>
/// <param name="TaskId">The task; nothing for units that were there before there were locations.</param>
/// <param name="Batch">The batch; that of the task when there is one.</param>
/// <param name="ExpiresOn">The last day on which they can be sold; that of the task when there is one.</param>
public sealed record PutAway(
    Sku Sku, string Warehouse, string Location, int Quantity, Guid? TaskId = null, string? Batch = null, DateOnly? ExpiresOn = null) : IMessage;
