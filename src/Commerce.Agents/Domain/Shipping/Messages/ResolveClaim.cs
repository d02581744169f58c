namespace Commerce.Agents.Domain.Shipping;

/// <summary>Writes down what a carrier said to a claim.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="ClaimId">The claim.</param>
/// <param name="IsAccepted">Whether it pays.</param>
/// <param name="Amount">What it pays: up to what was claimed, and all of it when not given.</param>
/// <param name="Part">Which part of the order, from 1.</param>
public sealed record ResolveClaim(OrderId OrderId, Guid ClaimId, bool IsAccepted, Money? Amount = null, int Part = 1) : IMessage;
