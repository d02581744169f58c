namespace Commerce.Agents.Domain.Payments;

/// <summary>How risky an order is.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Assessment">The score, its parts and the decision.</param>
public sealed record FraudAssessed(OrderId OrderId, FraudAssessment Assessment) : IMessage
{
    /// <summary>Gets who buys: the shop's key of the customer.</summary>
    public string Customer { get; init; } = "";
}
