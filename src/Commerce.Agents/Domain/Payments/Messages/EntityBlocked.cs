namespace Commerce.Agents.Domain.Payments;

/// <summary>Something was blocked.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="ValueHash">The keyed hash of the value.</param>
/// <param name="Until">Until when; for ever when not given.</param>
public sealed record EntityBlocked(BlockedKind Kind, string ValueHash, DateTimeOffset? Until) : IMessage;
