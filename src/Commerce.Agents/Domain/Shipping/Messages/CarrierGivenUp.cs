using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>A carrier could not be bought from; the next one is tried.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Carrier">The carrier.</param>
/// <param name="Reason">Why.</param>
/// <param name="Part">Which part of the order, from 1.</param>
public sealed record CarrierGivenUp(OrderId OrderId, CarrierCode Carrier, string Reason, int Part = 1) : IMessage;
