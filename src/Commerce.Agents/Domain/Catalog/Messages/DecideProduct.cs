namespace Commerce.Agents.Domain.Catalog;

/// <summary>Agrees to a product or to a change of it, or does not. Answers with an <see cref="Answer"/>.</summary>
/// <param name="Sku">The product.</param>
/// <param name="IsApproved">Whether it is agreed to.</param>
/// <param name="Reviewer">Who decides: 1 to 100 characters, a key and no name.</param>
/// <param name="Note">Why: at most 500 characters.</param>
/// <param name="ApprovalId">Which request; the oldest that waits when not given.</param>
public sealed record DecideProduct(Sku Sku, bool IsApproved, string Reviewer, string Note = "", Guid? ApprovalId = null) : IMessage;
