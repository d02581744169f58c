using Commerce.Agents.Runtime;

namespace Commerce.Agents;

/// <summary>Says what an agent handles.</summary>
/// <typeparam name="TAgent">The agent.</typeparam>
/// <typeparam name="TState">Its state of one key.</typeparam>
public sealed class AgentBuilder<TAgent, TState>
    where TAgent : class
    where TState : class, new()
{
    private readonly AgentDefinition _definition;
    private readonly List<string> _mistakes;

    internal AgentBuilder(AgentDefinition definition, List<string> mistakes)
    {
        _definition = definition;
        _mistakes = mistakes;
    }

    /// <summary>Handles a message.</summary>
    /// <typeparam name="TMessage">The message.</typeparam>
    /// <param name="key">Finds the key: messages of one key are handled one at a time, in order.</param>
    /// <param name="transaction">In which transaction its effects are committed.</param>
    /// <returns>This builder.</returns>
    public AgentBuilder<TAgent, TState> Handles<TMessage>(Func<TMessage, string> key, TransactionMode transaction = TransactionMode.Shared)
        where TMessage : IMessage => Add(key, starts: false, transaction);

    /// <summary>Handles a message that starts the life of a key, for a saga.</summary>
    /// <typeparam name="TMessage">The message.</typeparam>
    /// <param name="key">Finds the key.</param>
    /// <returns>This builder.</returns>
    public AgentBuilder<TAgent, TState> StartedBy<TMessage>(Func<TMessage, string> key)
        where TMessage : IMessage => Add(key, starts: true, TransactionMode.Shared);

    /// <summary>Says how failing messages are tried again.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>This builder.</returns>
    public AgentBuilder<TAgent, TState> Retry(RetryPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        _definition.Retry = policy;
        return this;
    }

    /// <summary>Says what happens to a message for a key without state, unless it starts one.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>This builder.</returns>
    public AgentBuilder<TAgent, TState> WhenUnknown(UnknownKeyPolicy policy)
    {
        _definition.UnknownKey = policy;
        return this;
    }

    private AgentBuilder<TAgent, TState> Add<TMessage>(Func<TMessage, string> key, bool starts, TransactionMode transaction)
        where TMessage : IMessage
    {
        ArgumentNullException.ThrowIfNull(key);
        if (!typeof(IHandle<TMessage, TState>).IsAssignableFrom(typeof(TAgent)))
        {
            _mistakes.Add($"{typeof(TAgent).Name} is registered for {typeof(TMessage).Name} and does not implement IHandle<{typeof(TMessage).Name}, {typeof(TState).Name}>.");
        }

        var handler = new HandlerDefinition(
            typeof(TMessage),
            message => key((TMessage)message),
            static (run, envelope, attempt) => new AgentContext<TState>(run, envelope, attempt),
            static (agent, message, context, cancellationToken) => ((IHandle<TMessage, TState>)agent)
                .HandleAsync((TMessage)message, (AgentContext<TState>)context, cancellationToken),
            starts,
            transaction);
        if (!_definition.Handlers.TryAdd(typeof(TMessage), handler))
        {
            _mistakes.Add($"The agent \"{_definition.Name}\" handles {typeof(TMessage).Name} twice: register it once.");
        }

        return this;
    }
}
