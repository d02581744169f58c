namespace Commerce.Agents.Domain.Catalog;

/// <summary>A person must agree to a product or to a change of it.</summary>
/// <param name="ProductId">The product's id.</param>
/// <param name="Sku">The product.</param>
/// <param name="ApprovalId">The request.</param>
/// <param name="Kind">To what.</param>
public sealed record ProductApprovalRequested(Guid ProductId, Sku Sku, Guid ApprovalId, ProductApprovalKind Kind) : IMessage;
