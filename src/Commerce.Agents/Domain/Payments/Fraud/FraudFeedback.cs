namespace Commerce.Agents.Domain.Payments;

/// <summary>Measures what signals are worth. A pure function.</summary>
public static class FraudFeedback
{
    /// <summary>Measures each signal by orders of which is known what they were.</summary>
    /// <param name="checks">Assessed orders; those whose outcome is not known are left out.</param>
    /// <returns>One entry for each signal that was seen, in the order of kinds.</returns>
    public static IReadOnlyList<FraudSignalQuality> Measure(IEnumerable<FraudCheck> checks)
    {
        ArgumentNullException.ThrowIfNull(checks);
        var known = checks.Where(static check => check.Outcome != FraudOutcome.Unknown).ToList();
        var frauds = known.Count(static check => check.Outcome == FraudOutcome.Fraud);
        return [.. known
            .SelectMany(static check => check.Assessment.Signals.Select(static signal => signal.Kind).Distinct().Select(kind => (Kind: kind, check.Outcome)))
            .GroupBy(static seen => seen.Kind)
            .OrderBy(static group => group.Key)
            .Select(group => new FraudSignalQuality(group.Key, group.Count(), group.Count(static seen => seen.Outcome == FraudOutcome.Fraud), frauds))];
    }
}
