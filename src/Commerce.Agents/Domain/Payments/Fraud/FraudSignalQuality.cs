namespace Commerce.Agents.Domain.Payments;

/// <summary>What a signal is worth, by orders of which is known what they were.</summary>
/// <param name="Kind">The signal.</param>
/// <param name="Seen">In how many of them it was seen.</param>
/// <param name="SeenInFrauds">In how many frauds it was seen.</param>
/// <param name="Frauds">How many frauds there were.</param>
public sealed record FraudSignalQuality(FraudSignalKind Kind, int Seen, int SeenInFrauds, int Frauds)
{
    /// <summary>Gets which share of the orders with the signal was fraud: 0 to 1.</summary>
    public decimal Precision => Seen == 0 ? 0 : (decimal)SeenInFrauds / Seen;

    /// <summary>Gets which share of the frauds had the signal: 0 to 1; nothing without a fraud.</summary>
    public decimal? Recall => Frauds == 0 ? null : (decimal)SeenInFrauds / Frauds;
}
