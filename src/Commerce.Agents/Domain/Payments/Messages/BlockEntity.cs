namespace Commerce.Agents.Domain.Payments;

/// <summary>Blocks an e-mail address, network address, device, card or phone number. Answered by <see cref="Answer"/>. Blocking again replaces reason and end.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The value, up to 512 characters. Personal data: kept as a keyed hash only.</param>
/// <param name="Reason">Why: 1 to 500 characters, no personal data.</param>
/// <param name="Until">Until when; for ever when not given.</param>
public sealed record BlockEntity(BlockedKind Kind, string Value, string Reason, DateTimeOffset? Until = null) : IMessage
{
    /// <summary>Names the kind alone: the value is personal.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{nameof(BlockEntity)} {Kind}";
}
