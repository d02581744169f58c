using Commerce.Agents.Storage;

namespace Commerce.Agents.Runtime;

/// <summary>One agent as it was registered.</summary>
internal sealed class AgentDefinition
{
    internal AgentDefinition(string name, Type agentType, Type stateType)
    {
        Name = name;
        AgentType = agentType;
        StateType = stateType;
        Hash = StableId.Hash(name);
    }

    internal string Name { get; }

    internal Type AgentType { get; }

    internal Type StateType { get; }

    internal ulong Hash { get; }

    internal RetryPolicy Retry { get; set; } = new();

    internal UnknownKeyPolicy UnknownKey { get; set; } = UnknownKeyPolicy.Create;

    internal Dictionary<Type, HandlerDefinition> Handlers { get; } = [];

    /// <summary>Gets a value indicating whether a handler commits in a transaction of its own.</summary>
    internal bool OwnsTransactions => Handlers.Values.Any(static handler => handler.Transaction == TransactionMode.Own);

    internal bool IsPaused { get; set; }

    internal long Handled;

    internal long Duplicates;

    internal long Failed;

    internal long DeadLettered;
}
