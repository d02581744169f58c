using Commerce.Agents.Entities;
using Commerce.Agents.Storage;
using Commerce.Agents.Transport;

namespace Commerce.Agents.Runtime;

/// <summary>Who handles what. Fixed once the host has started.</summary>
internal sealed class AgentTopology
{
    private readonly Dictionary<Type, List<(AgentDefinition Agent, HandlerDefinition Handler)>> _listeners = [];
    private readonly Dictionary<Type, EntityDefinition> _entities;

    internal AgentTopology(AgentsRegistrations registrations)
    {
        Agents = registrations.Agents.ToDictionary(agent => agent.Name, StringComparer.Ordinal);
        Recurring = registrations.Recurring;
        _entities = registrations.Entities;
        foreach (var agent in registrations.Agents)
        {
            foreach (var handler in agent.Handlers.Values)
            {
                if (!_listeners.TryGetValue(handler.MessageType, out var listeners))
                {
                    _listeners[handler.MessageType] = listeners = [];
                }

                listeners.Add((agent, handler));
            }
        }
    }

    internal IReadOnlyDictionary<string, AgentDefinition> Agents { get; }

    internal IReadOnlyList<RecurringJob> Recurring { get; }

    internal void RequireOwner(IMessage message)
    {
        var count = _listeners.TryGetValue(message.GetType(), out var listeners) ? listeners.Count : 0;
        if (count != 1)
        {
            throw new InvalidOperationException(
                $"{message.GetType().Name} is sent as a command and has {count} owners: register exactly one agent that handles it.");
        }
    }

    internal void RequireKnown(IMessage message)
    {
        if (!_listeners.ContainsKey(message.GetType()))
        {
            throw new InvalidOperationException($"{message.GetType().Name} is scheduled and nobody handles it: register an agent that does.");
        }
    }

    internal void RequireEntity(Type type)
    {
        if (!_entities.ContainsKey(type))
        {
            throw new InvalidOperationException($"{type.Name} is no registered entity: add AddEntity<{type.Name}>() to the agents.");
        }
    }

    /// <summary>Finds where a message goes.</summary>
    internal void Route(Envelope envelope, int partitions, List<Delivery>[] targets)
    {
        if (!_listeners.TryGetValue(envelope.Message.GetType(), out var listeners))
        {
            return;
        }

        foreach (var (agent, handler) in listeners)
        {
            var key = handler.Key(envelope.Message);
            if (string.IsNullOrEmpty(key))
            {
                throw new InvalidOperationException($"{envelope.Message.GetType().Name} has no key for {agent.Name}: give its key a value.");
            }

            var partition = Partition(agent, key, partitions);
            (targets[partition] ??= []).Add(new Delivery(agent.Name, key, envelope));
        }
    }

    internal static int Partition(AgentDefinition agent, string key, int partitions) =>
        (int)((StableId.Hash(key) ^ agent.Hash) % (ulong)partitions);
}
