namespace Commerce.Agents.Domain.Catalog;

/// <summary>Reads what became of an import. Answers with an <see cref="ImportAnswer"/>.</summary>
/// <param name="ImportId">The import.</param>
public sealed record GetImport(Guid ImportId) : IMessage;
