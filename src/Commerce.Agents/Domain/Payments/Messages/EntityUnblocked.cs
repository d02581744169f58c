namespace Commerce.Agents.Domain.Payments;

/// <summary>A block was ended.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="ValueHash">The keyed hash of the value.</param>
public sealed record EntityUnblocked(BlockedKind Kind, string ValueHash) : IMessage;
