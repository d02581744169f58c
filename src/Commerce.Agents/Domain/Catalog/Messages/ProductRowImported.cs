namespace Commerce.Agents.Domain.Catalog;

/// <summary>A row of an import is dealt with.</summary>
/// <param name="ImportId">The import.</param>
/// <param name="Row">What became of it.</param>
public sealed record ProductRowImported(Guid ImportId, ImportedRow Row) : IMessage;
