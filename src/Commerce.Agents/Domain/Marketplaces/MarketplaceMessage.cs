using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Entities;
using Commerce.Marketplaces;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>A message that came through a marketplace.</summary>
public sealed record MarketplaceMessage : IEntity
{
    /// <summary>Gets the key: the same for the same account, conversation and message.</summary>
    public required Guid Id { get; init; }

    /// <summary>Gets the marketplace account.</summary>
    public required string Account { get; init; }

    /// <summary>Gets the marketplace's key of the message.</summary>
    public required string ExternalMessageId { get; init; }

    /// <summary>Gets the conversation.</summary>
    public required ThreadId ThreadId { get; init; }

    /// <summary>Gets the marketplace's key of the order that it is about.</summary>
    public string? OrderRef { get; init; }

    /// <summary>Gets who wrote it.</summary>
    public required MessageParty From { get; init; }

    /// <summary>Gets what was written.</summary>
    public required string Text { get; init; }

    /// <summary>Gets when it was written.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Finds the key of a message.</summary>
    /// <param name="account">The marketplace account.</param>
    /// <param name="thread">The conversation.</param>
    /// <param name="message">The marketplace's key of the message.</param>
    /// <returns>The key.</returns>
    public static Guid IdOf(string account, ThreadId thread, string message) => OrderKeys.From($"message/{account}", $"{thread}/{message}").Value;
}
