namespace Commerce.Agents;

/// <summary>The way into the agents from outside a handler.</summary>
public interface IMessagePublisher
{
    /// <summary>Tells an event to everyone who listens. It is stored when this returns.</summary>
    /// <param name="message">The event.</param>
    /// <param name="options">Id, tenant and correlation, where the caller knows them.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>A task that ends when the message is stored.</returns>
    /// <exception cref="CommerceException"><see cref="CommerceErrorKind.Throttled"/> when too many messages wait already: nothing was stored.</exception>
    Task PublishAsync(IMessage message, PublishOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Sends a command to its one owner. It is stored when this returns.</summary>
    /// <param name="message">The command.</param>
    /// <param name="options">Id, tenant and correlation, where the caller knows them.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>A task that ends when the message is stored.</returns>
    /// <exception cref="InvalidOperationException">No agent, or more than one, handles this kind of message.</exception>
    /// <exception cref="CommerceException"><see cref="CommerceErrorKind.Throttled"/> when too many messages wait already: nothing was stored.</exception>
    Task SendAsync(IMessage message, PublishOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Stores a message in a transaction of the caller's: it is sent when, and only when, that is committed.</summary>
    /// <param name="transaction">The transaction, of the store's technology; each durable store has a typed form of this method.</param>
    /// <param name="message">The message, told like an event.</param>
    /// <param name="options">Id, tenant and correlation, where the caller knows them.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>A task that ends when the message is in the transaction.</returns>
    /// <exception cref="NotSupportedException">The store takes part in no such transaction.</exception>
    Task PublishAsync(object transaction, IMessage message, PublishOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Sends a command and waits for what its owner replies.</summary>
    /// <typeparam name="TReply">The reply.</typeparam>
    /// <param name="message">The command.</param>
    /// <param name="options">Id, tenant and correlation, where the caller knows them.</param>
    /// <param name="timeout">How long to wait; 30 seconds when not given.</param>
    /// <param name="cancellationToken">Stops waiting; the command is handled all the same.</param>
    /// <returns>The reply.</returns>
    /// <exception cref="TimeoutException">No reply came in time; the command may still be handled.</exception>
    /// <exception cref="CommerceException"><see cref="CommerceErrorKind.Throttled"/> when too many messages wait already: nothing was stored.</exception>
    Task<TReply> AskAsync<TReply>(
        IMessage message, PublishOptions? options = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
        where TReply : class;
}
