namespace Commerce.Agents;

/// <summary>An agent's handler of one kind of message.</summary>
/// <typeparam name="TMessage">The message.</typeparam>
/// <typeparam name="TState">The agent's state of one key.</typeparam>
public interface IHandle<in TMessage, TState>
    where TMessage : IMessage
    where TState : class, new()
{
    /// <summary>Describes what follows from a message. Effects happen after it returns, all together or not at all.</summary>
    /// <param name="message">The message.</param>
    /// <param name="context">Where effects are described. It may run again for the same message; its effects count once.</param>
    /// <param name="cancellationToken">Ends when the runtime stops.</param>
    /// <returns>A task that ends when everything is described.</returns>
    Task HandleAsync(TMessage message, AgentContext<TState> context, CancellationToken cancellationToken);
}
