namespace Commerce.Agents.Domain.Inventory;

/// <summary>Units were inspected. Answers with an <see cref="Answer"/> when a receipt or a return waits for it.</summary>
/// <param name="InspectionId">The inspection.</param>
/// <param name="Kind">What for: <see cref="Receipt.Inspection"/> for units that arrived, <see cref="ReturnReceipt.Inspection"/> for units that came back.</param>
/// <param name="Subject">What it belongs to: a receipt's id, a return's id.</param>
/// <param name="Accepted">How many are good; with the rejected ones as many as were to be inspected.</param>
/// <param name="Rejected">How many are not.</param>
public sealed record InspectionCompleted(Guid InspectionId, string Kind, string Subject, int Accepted, int Rejected) : IMessage;
