using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>A claim was filed with a carrier.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="ClaimId">The claim.</param>
/// <param name="Carrier">The carrier.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Amount">What is claimed.</param>
/// <param name="Part">Which part of the order, from 1.</param>
public sealed record CarrierClaimFiled(
    OrderId OrderId, Guid ClaimId, CarrierCode Carrier, CarrierClaimKind Kind, Money Amount, int Part = 1) : IMessage;
