namespace Commerce.Agents.Domain.Catalog;

/// <summary>What is known of a product.</summary>
/// <param name="Product">The product as it is; nothing when there is none.</param>
/// <param name="Pending">The requests that wait for a person, the oldest first.</param>
/// <param name="Refusals">Every objection with its field; empty when the command was carried out.</param>
public sealed record ProductAnswer(Product? Product, IReadOnlyList<ProductApproval> Pending, IReadOnlyList<Refusal> Refusals);
