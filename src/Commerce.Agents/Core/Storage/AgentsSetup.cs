using Commerce.Agents.Entities;

namespace Commerce.Agents.Storage;

/// <summary>What a store and a transport know of the runtime that they work for.</summary>
public sealed class AgentsSetup
{
    private readonly Runtime.AgentRuntime _runtime;

    internal AgentsSetup(Runtime.AgentRuntime runtime, AgentJson json, IReadOnlyCollection<EntityDefinition> entities)
    {
        _runtime = runtime;
        Json = json;
        Entities = entities;
    }

    /// <summary>Gets the id of this process.</summary>
    public Guid Node => _runtime.Node;

    /// <summary>Gets the names of the agents that this process runs.</summary>
    public IReadOnlyCollection<string> Agents => _runtime.AgentNames;

    /// <summary>Gets the topics on which other systems hear of messages.</summary>
    public IReadOnlyCollection<string> Topics => _runtime.Topology.Topics;

    /// <summary>Gets the type of an agent's state.</summary>
    /// <param name="agent">The agent.</param>
    /// <returns>The type.</returns>
    public Type StateTypeOf(string agent) => _runtime.Topology.Agents[agent].StateType;

    /// <summary>Gets the entities.</summary>
    public IReadOnlyCollection<EntityDefinition> Entities { get; }

    /// <summary>Gets how messages, states and outcomes are written and read.</summary>
    public AgentJson Json { get; }

    /// <summary>Gets the clock.</summary>
    public TimeProvider Clock => _runtime.Clock;

    /// <summary>Runs something again and again until the runtime stops: an error is logged and backs off, and a loop that hangs makes the process unhealthy.</summary>
    /// <param name="name">The loop's name, for operators.</param>
    /// <param name="pass">One pass; it waits for its own work.</param>
    public void StartLoop(string name, Func<CancellationToken, Task> pass) => _runtime.StartLoop(name, pass);

    /// <summary>Passes a point at which a test may let the process die.</summary>
    /// <param name="point">The point.</param>
    public void Pass(CrashPoint point) => _runtime.Probe(point);

    /// <summary>Says that something may have come due earlier than known: shards were taken over.</summary>
    public void WakeScheduler() => _runtime.WakeScheduler();

    /// <summary>Says which agents are paused, by an operator at any process.</summary>
    /// <param name="agents">The agents.</param>
    public void SetPaused(IReadOnlyCollection<string> agents) => _runtime.SetPaused(agents);

    /// <summary>Takes a message of another system over: it is stored for every agent that handles it, and goes to no topic, from which it may have come.</summary>
    /// <param name="envelope">The message.</param>
    /// <returns>A task that ends when it is stored.</returns>
    public ValueTask TakeOverAsync(Envelope envelope) => _runtime.StoreAsync(envelope, null, toTopics: false);
}
