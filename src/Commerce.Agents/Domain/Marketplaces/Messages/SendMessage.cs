using Commerce.Marketplaces;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Writes to a buyer through a marketplace. Answered by an <see cref="Answer"/>.</summary>
/// <param name="Account">The marketplace account.</param>
/// <param name="Text">What to write: 1 to 50 000 characters.</param>
/// <param name="ThreadId">The conversation to go on with; the order is needed when not given.</param>
/// <param name="OrderRef">The marketplace's key of the order.</param>
/// <param name="Subject">The subject: 200 characters at most.</param>
public sealed record SendMessage(string Account, string Text, ThreadId? ThreadId = null, string? OrderRef = null, string? Subject = null) : IMessage;
