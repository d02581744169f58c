namespace Commerce.Agents.Domain.Payments;

/// <summary>The tax of an order, or why it cannot be calculated.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Calculation">The tax, if it was calculated.</param>
/// <param name="Refusals">Every objection with its field; empty when it was calculated.</param>
public sealed record TaxAnswer(OrderId OrderId, TaxCalculation? Calculation, IReadOnlyList<Refusal> Refusals);
