namespace Commerce.Agents.Domain.Catalog;

/// <summary>An import is through.</summary>
/// <param name="ImportId">The import.</param>
/// <param name="Merchant">Whose; nothing for the shop itself.</param>
/// <param name="Total">How many rows it had.</param>
/// <param name="Approved">How many are on sale.</param>
/// <param name="Pending">How many wait for somebody.</param>
/// <param name="Rejected">How many were refused.</param>
public sealed record ProductsImported(Guid ImportId, TenantId? Merchant, int Total, int Approved, int Pending, int Rejected) : IMessage;
