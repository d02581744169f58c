namespace Commerce.Agents.Domain.Shipping;

/// <summary>Claims the value of a parcel from its carrier.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Kind">What happened to it.</param>
/// <param name="Evidence">The names of documents and photographs: up to 20, each 1 to 200 characters; at least one for damage.</param>
/// <param name="Value">The value of what was lost or damaged; that of the parcels when not given.</param>
/// <param name="Part">Which part of the order, from 1.</param>
public sealed record FileClaim(OrderId OrderId, CarrierClaimKind Kind, IReadOnlyList<string> Evidence, Money? Value = null, int Part = 1) : IMessage;
