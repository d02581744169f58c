namespace Commerce.Agents.Domain.Inventory;

/// <summary>Decides on the differences that are too large to be corrected without anybody's word. Answers with an <see cref="Answer"/>.</summary>
/// <param name="CountId">The count.</param>
/// <param name="Approver">Who decides: 1 to 64 characters.</param>
/// <param name="IsApproved">Whether the levels become what was counted; else they stay.</param>
public sealed record ApproveVariance(Guid CountId, string Approver, bool IsApproved) : IMessage;
