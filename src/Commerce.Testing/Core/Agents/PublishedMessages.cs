using System.Collections.Concurrent;
using Commerce.Agents;

namespace Commerce.Testing;

/// <summary>The messages that agents sent, in order.</summary>
public sealed class PublishedMessages
{
    private readonly ConcurrentQueue<IMessage> _messages = new();

    internal PublishedMessages()
    {
    }

    /// <summary>Gives all messages of a kind.</summary>
    /// <typeparam name="TMessage">The kind.</typeparam>
    /// <returns>The messages, in order.</returns>
    public IReadOnlyList<TMessage> All<TMessage>()
        where TMessage : IMessage => [.. _messages.OfType<TMessage>()];

    /// <summary>Gives the one message of a kind.</summary>
    /// <typeparam name="TMessage">The kind.</typeparam>
    /// <returns>The message.</returns>
    /// <exception cref="InvalidOperationException">There is none, or more than one.</exception>
    public TMessage Only<TMessage>()
        where TMessage : IMessage => All<TMessage>() is [var only]
        ? only
        : throw new InvalidOperationException($"{All<TMessage>().Count} messages {typeof(TMessage).Name} were sent, not one.");

    internal void Add(IMessage message) => _messages.Enqueue(message);
}
