namespace Commerce.Agents.Domain.Inventory;

/// <summary>Asks for units to be put into locations: a <see cref="PutAwayTask"/>.</summary>
/// <param name="TaskId">The new task.</param>
/// <param name="Sku">The product.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="Quantity">How many: 1 or more.</param>
/// <param name="Reference">Where they come from: a delivery, a pick list that was cancelled.</param>
/// <param name="Batch">The batch; nothing when they have none.</param>
/// <param name="ExpiresOn">The last day on which they can be sold; nothing when they keep.</param>
public sealed record RequestPutAway(
    Guid TaskId, Sku Sku, string Warehouse, int Quantity, string Reference, string? Batch = null, DateOnly? ExpiresOn = null) : IMessage;
