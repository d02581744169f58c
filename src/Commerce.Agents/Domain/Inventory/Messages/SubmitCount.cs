namespace Commerce.Agents.Domain.Inventory;

/// <summary>Tells what was counted. Answers with an <see cref="Answer"/>.</summary>
/// <param name="CountId">The count.</param>
/// <param name="Counter">Who counted, by the warehouse's own code: 1 to 64 characters.</param>
/// <param name="Lines">What was counted: every product of the count once.</param>
public sealed record SubmitCount(Guid CountId, string Counter, IReadOnlyList<CountedLine> Lines) : IMessage;
