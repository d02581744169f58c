namespace Commerce.Agents.Domain.Inventory;

/// <summary>Whether a difference may be corrected without anybody's word.</summary>
/// <param name="NeedsApproval">Whether somebody must decide.</param>
/// <param name="Parts">The difference as a share of what should be there, and its value.</param>
/// <param name="Reason">Why, in one sentence.</param>
public sealed record VarianceJudgement(bool NeedsApproval, IReadOnlyList<DecisionPart> Parts, string Reason);
