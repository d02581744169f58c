namespace Commerce.Agents.Domain.Catalog;

/// <summary>A person has agreed to a product or to a change of it, or has not.</summary>
/// <param name="ProductId">The product's id.</param>
/// <param name="Sku">The product.</param>
/// <param name="ApprovalId">The request.</param>
/// <param name="Kind">To what.</param>
/// <param name="IsApproved">Whether it was agreed to.</param>
public sealed record ProductApprovalDecided(Guid ProductId, Sku Sku, Guid ApprovalId, ProductApprovalKind Kind, bool IsApproved) : IMessage;
