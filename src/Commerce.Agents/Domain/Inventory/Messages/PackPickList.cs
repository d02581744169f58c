using Commerce.Carriers;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>Packs what was picked. Answers with an <see cref="Answer"/>.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Part">Which part of the order, from 1.</param>
/// <param name="Packages">The packages as they were weighed and measured; worked out by <see cref="Packing"/> when not given.</param>
public sealed record PackPickList(OrderId OrderId, int Part, IReadOnlyList<Parcel>? Packages = null) : IMessage;
