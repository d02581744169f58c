namespace Commerce.Agents.Domain.Catalog;

/// <summary>Whether a person must agree, and why.</summary>
/// <param name="Kind">To what; nothing when nobody must.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="Parts">What was looked at.</param>
public sealed record ApprovalNeed(ProductApprovalKind? Kind, string Reason, IReadOnlyList<DecisionPart> Parts);
