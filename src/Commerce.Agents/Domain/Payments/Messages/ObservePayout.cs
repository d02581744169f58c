using Commerce.Payments;

namespace Commerce.Agents.Domain.Payments;

/// <summary>Tells what the gateway says of a payout. Old and repeated news are harmless. Answered by an <see cref="Answer"/>.</summary>
/// <param name="Payout">The payout as it was.</param>
public sealed record ObservePayout(Payout Payout) : IMessage;
