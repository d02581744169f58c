using Commerce.Marketplaces;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Somebody has written through a marketplace: once for each message.</summary>
/// <param name="Account">The marketplace account.</param>
/// <param name="ExternalMessageId">The marketplace's key of the message.</param>
/// <param name="ThreadId">The conversation.</param>
/// <param name="OrderRef">The marketplace's key of the order, if it is about one.</param>
/// <param name="Text">What was written.</param>
/// <param name="Locale">The language, where the marketplace tells.</param>
public sealed record MarketplaceMessageReceived(
    string Account, string ExternalMessageId, ThreadId ThreadId, string? OrderRef, string Text, string? Locale = null) : IMessage;
