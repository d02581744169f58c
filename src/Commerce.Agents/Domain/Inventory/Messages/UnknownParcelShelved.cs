namespace Commerce.Agents.Domain.Inventory;

/// <summary>A parcel came back for a return that nobody has announced: it is on the exceptions shelf, and somebody must look.</summary>
/// <param name="RmaId">The return that it names.</param>
/// <param name="Warehouse">The warehouse's code.</param>
public sealed record UnknownParcelShelved(Guid RmaId, string Warehouse) : IMessage;
