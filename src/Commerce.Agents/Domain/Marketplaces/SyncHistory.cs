namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>The readings of an account.</summary>
/// <param name="Runs">The readings, the newest first.</param>
/// <param name="Refusals">Every objection; empty when it was carried out.</param>
public sealed record SyncHistory(IReadOnlyList<SyncRun> Runs, IReadOnlyList<Refusal> Refusals);
