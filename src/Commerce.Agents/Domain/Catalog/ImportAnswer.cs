namespace Commerce.Agents.Domain.Catalog;

/// <summary>What became of an import.</summary>
/// <param name="Import">The import; nothing when there is none.</param>
/// <param name="Refusals">Why it cannot be told.</param>
public sealed record ImportAnswer(ProductImport? Import, IReadOnlyList<Refusal> Refusals);
