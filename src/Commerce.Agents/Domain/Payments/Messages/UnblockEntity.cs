namespace Commerce.Agents.Domain.Payments;

/// <summary>Ends a block. Answered by <see cref="Answer"/>.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The value. Personal data.</param>
public sealed record UnblockEntity(BlockedKind Kind, string Value) : IMessage
{
    /// <summary>Names the kind alone: the value is personal.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{nameof(UnblockEntity)} {Kind}";
}
