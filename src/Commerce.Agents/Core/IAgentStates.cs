namespace Commerce.Agents;

/// <summary>Reads what agents know, from outside a handler.</summary>
public interface IAgentStates
{
    /// <summary>Reads the state of a key.</summary>
    /// <typeparam name="TState">The agent's state type.</typeparam>
    /// <param name="agent">The agent's name.</param>
    /// <param name="key">The key.</param>
    /// <returns>The state, or <see langword="null"/> when the key has none.</returns>
    Task<TState?> FindAsync<TState>(string agent, string key)
        where TState : class, new();

    /// <summary>Reads the states of all keys of an agent.</summary>
    /// <typeparam name="TState">The agent's state type.</typeparam>
    /// <param name="agent">The agent's name.</param>
    /// <param name="skip">How many to leave out, in order of keys.</param>
    /// <param name="limit">How many at most: 1 to 500.</param>
    /// <returns>Keys and states.</returns>
    Task<IReadOnlyList<KeyValuePair<string, TState>>> ListAsync<TState>(string agent, int skip = 0, int limit = 100)
        where TState : class, new();
}
