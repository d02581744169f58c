namespace Commerce.Agents.Domain.Catalog;

/// <summary>What became of a row of an import.</summary>
/// <param name="Row">Which row, from 1.</param>
/// <param name="Sku">The SKU, as it was written.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">Why, or for what it waits.</param>
public sealed record ImportedRow(int Row, string Sku, ImportOutcome Outcome, string Reason)
{
    /// <summary>Gets every objection with its field.</summary>
    public IReadOnlyList<Refusal> Refusals { get; init; } = [];
}
