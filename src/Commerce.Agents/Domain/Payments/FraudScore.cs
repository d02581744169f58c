namespace Commerce.Agents.Domain.Payments;

/// <summary>Scores the risk of an order by fixed rules. A pure function; nothing here is learned.</summary>
public static class FraudScore
{
    /// <summary>Scores an order.</summary>
    /// <param name="facts">What is known.</param>
    /// <returns>The score with its parts and the decision.</returns>
    public static FraudAssessment Assess(FraudFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var signals = new List<FraudSignal>();
        Add("amount above 1 000", facts.Amount > 1_000 ? (int)Math.Min(30, (facts.Amount - 1_000) / 100) : 0);
        Add("more than 5 orders in 24 hours", facts.OrdersInDay > 5 ? Math.Min(25, facts.OrdersInDay * 3) : 0);
        Add("network address on the bad list", facts.IsBadNetworkAddress ? 40 : 0);
        Add("billing and shipping differ", facts.HasOtherBillingAddress ? 20 : 0);
        Add("account younger than a day", facts.IsNewAccount ? 15 : 0);
        Add("payment method changed more than twice in 7 days", facts.PaymentMethodChanges > 2 ? 15 : 0);
        var score = Math.Min(100, signals.Sum(signal => signal.Points));
        return new FraudAssessment(score, score switch
        {
            >= 75 => FraudDecision.Blocked,
            >= 50 => FraudDecision.Review,
            >= 25 => FraudDecision.Flagged,
            _ => FraudDecision.Approved,
        }, signals);

        void Add(string name, int points)
        {
            if (points > 0)
            {
                signals.Add(new FraudSignal(name, points));
            }
        }
    }
}
