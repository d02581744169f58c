using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>A carrier has answered a claim.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="ClaimId">The claim.</param>
/// <param name="Carrier">The carrier.</param>
/// <param name="IsAccepted">Whether it pays.</param>
/// <param name="Amount">What it pays; 0 when it refuses.</param>
/// <param name="Part">Which part of the order, from 1.</param>
public sealed record CarrierClaimResolved(OrderId OrderId, Guid ClaimId, CarrierCode Carrier, bool IsAccepted, Money Amount, int Part = 1) : IMessage;
