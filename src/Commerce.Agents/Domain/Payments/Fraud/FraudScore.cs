using System.Globalization;

namespace Commerce.Agents.Domain.Payments;

/// <summary>Scores the risk of an order by fixed rules. A pure function; nothing here is learned.</summary>
public static class FraudScore
{
    private const int MaxScore = 100;

    /// <summary>Scores an order by the default rules.</summary>
    /// <param name="facts">What is known.</param>
    /// <returns>The score with its parts and the decision.</returns>
    public static FraudAssessment Assess(FraudFacts facts) => Assess(facts, new FraudOptions());

    /// <summary>Scores an order.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="options">Points and limits.</param>
    /// <returns>The score with its parts and the decision. Where something could not be found out, at least a review.</returns>
    public static FraudAssessment Assess(FraudFacts facts, FraudOptions options)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(options);
        var signals = Signals(facts, options).Where(static signal => signal.Points != 0).ToList();

        // A trusted buyer may have lost the account to somebody else: trust takes nothing off a block.
        var score = facts.Blocked.Count > 0 ? MaxScore : Math.Clamp(signals.Sum(static signal => signal.Points), 0, MaxScore);
        var level = score >= options.CriticalFrom ? FraudLevel.Critical
            : score >= options.HighFrom || facts.Gaps.Count > 0 ? FraudLevel.High
            : score >= options.MediumFrom ? FraudLevel.Medium
            : FraudLevel.Low;
        var decision = level switch
        {
            FraudLevel.Critical => FraudDecision.Blocked,
            FraudLevel.High => FraudDecision.Review,
            FraudLevel.Medium => FraudDecision.Flagged,
            _ => FraudDecision.Approved,
        };
        return new FraudAssessment(score, decision, signals) { Level = level, Reason = Reason(score, decision, signals, facts.Gaps) };
    }

    private static IEnumerable<FraudSignal> Signals(FraudFacts facts, FraudOptions options)
    {
        yield return Signal(
            FraudSignalKind.Amount,
            $"amount above {Number(options.AmountLimit)}",
            facts.Amount > options.AmountLimit ? (int)Math.Min(options.AmountMaxPoints, (facts.Amount - options.AmountLimit) / options.AmountPerPoint) : 0,
            "Compare the amount with earlier orders of the buyer.");
        yield return Signal(
            FraudSignalKind.ManyOrders,
            $"more than {options.OrdersLimit} orders in 24 hours",
            facts.OrdersInDay > options.OrdersLimit ? (int)Math.Min(options.OrdersMaxPoints, (long)facts.OrdersInDay * options.PointsPerOrder) : 0,
            "Look at the orders of the last 24 hours together.");
        yield return Signal(
            FraudSignalKind.BadNetworkAddress,
            "network address on the bad list",
            facts.IsBadNetworkAddress ? options.BadNetworkPoints : 0,
            "Ask the buyer to confirm the order by another way.");
        yield return Signal(
            FraudSignalKind.OtherBillingAddress,
            "billing and shipping differ",
            facts.HasOtherBillingAddress ? options.OtherBillingAddressPoints : 0,
            "Check that both addresses belong to the buyer, or that it is a gift.");
        yield return Signal(
            FraudSignalKind.NewAccount,
            $"account younger than {Number((decimal)options.NewAccountAge.TotalHours)} hours",
            facts.IsNewAccount ? options.NewAccountPoints : 0,
            "Check that e-mail and phone were confirmed.");
        yield return Signal(
            FraudSignalKind.PaymentMethodChanges,
            $"payment method changed more than {options.PaymentMethodChangesLimit} times in {Number((decimal)options.PaymentMethodWindow.TotalDays)} days",
            facts.PaymentMethodChanges > options.PaymentMethodChangesLimit ? options.PaymentMethodPoints : 0,
            "Ask for authentication by the bank.");
        foreach (var kind in facts.Blocked.Distinct().Order())
        {
            yield return Blocked(kind);
        }

        var isTrusted = facts.DeliveredOrders >= options.TrustedOrders && facts.Chargebacks == 0;
        yield return Signal(
            FraudSignalKind.TrustedBuyer,
            $"at least {options.TrustedOrders} delivered orders and no charge-back",
            isTrusted ? -options.TrustedPoints : 0,
            "Nothing to do.");
    }

    private static FraudSignal Blocked(BlockedKind kind)
    {
        var (signal, what) = kind switch
        {
            BlockedKind.Email => (FraudSignalKind.BlockedEmail, "e-mail address"),
            BlockedKind.NetworkAddress => (FraudSignalKind.BlockedNetworkAddress, "network address"),
            BlockedKind.Device => (FraudSignalKind.BlockedDevice, "device"),
            BlockedKind.Card => (FraudSignalKind.BlockedCard, "card"),
            _ => (FraudSignalKind.BlockedPhone, "phone number"),
        };
        return Signal(signal, $"blocked {what}", MaxScore, "Refuse the order, or end the block first.");
    }

    private static FraudSignal Signal(FraudSignalKind kind, string name, int points, string recommendation) =>
        new(name, points) { Kind = kind, Recommendation = recommendation };

    private static string Reason(int score, FraudDecision decision, List<FraudSignal> signals, IReadOnlyList<string> gaps)
    {
        var parts = signals.Count == 0 ? "no signal" : string.Join(", ", signals.Select(static signal => $"{signal.Name} {signal.Points:+0;-0}"));
        var gap = gaps.Count == 0 ? "" : $" Not everything could be checked: {string.Join(" ", gaps)}";
        return $"{decision} with {score} of {MaxScore} points: {parts}.{gap}";
    }

    private static string Number(decimal value) => value.ToString("#,0.##", CultureInfo.InvariantCulture).Replace(',', ' ');
}
