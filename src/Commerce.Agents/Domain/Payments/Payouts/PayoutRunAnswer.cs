using Commerce.Payments.Payouts;

namespace Commerce.Agents.Domain.Payments;

/// <summary>What a run did.</summary>
/// <param name="Run">What was sent, carried and refused.</param>
/// <param name="Refusals">Every objection; empty when it was carried out.</param>
public sealed record PayoutRunAnswer(PayoutRun? Run, IReadOnlyList<Refusal> Refusals);
