namespace Commerce.Agents.Domain.Catalog;

/// <summary>Takes many products over, each row on its own. Answers with an <see cref="Answer"/> at once; <see cref="GetImport"/> tells what became of the rows.</summary>
/// <param name="ImportId">An id of the caller's: the same is taken once.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Author">Who: 1 to 100 characters, a key and no name.</param>
public sealed record ImportProducts(Guid ImportId, IReadOnlyList<ImportRow> Rows, string Author) : IMessage;
