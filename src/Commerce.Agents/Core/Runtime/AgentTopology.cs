using Commerce.Agents.Entities;
using Commerce.Agents.Storage;
using Commerce.Agents.Transport;

namespace Commerce.Agents.Runtime;

/// <summary>Who handles what. Fixed once the host has started.</summary>
internal sealed class AgentTopology
{
    private readonly Dictionary<Type, List<(AgentDefinition Agent, HandlerDefinition Handler)>> _listeners = [];
    private readonly Dictionary<Type, EntityDefinition> _entities;
    private readonly Dictionary<Type, TopicDefinition> _topics;

    internal AgentTopology(AgentsRegistrations registrations)
    {
        Agents = registrations.Agents.ToDictionary(agent => agent.Name, StringComparer.Ordinal);
        Recurring = registrations.Recurring;
        _entities = registrations.Entities;
        _topics = registrations.Topics;
        MessageNames = registrations.MessageNames();
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

    /// <summary>Gets the messages that somebody here handles, by the names that they travel under.</summary>
    internal IReadOnlyDictionary<string, Type> MessageNames { get; }

    internal IReadOnlyCollection<string> Topics => [.. _topics.Values.Select(static topic => topic.Name).Distinct(StringComparer.Ordinal)];

    internal IReadOnlyCollection<EntityDefinition> Entities => _entities.Values;

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

    /// <summary>Finds where a message goes: to the agents that handle it, and unless told otherwise to the topic of other systems.</summary>
    internal void Route(Envelope envelope, ICollection<Delivery> deliveries, bool toTopics = true)
    {
        var type = envelope.Message.GetType();
        if (_listeners.TryGetValue(type, out var listeners))
        {
            foreach (var (agent, handler) in listeners)
            {
                deliveries.Add(new Delivery(agent.Name, Key(handler.Key(envelope.Message), type, agent.Name), envelope));
            }
        }

        if (toTopics && _topics.TryGetValue(type, out var topic))
        {
            deliveries.Add(new Delivery("", Key(topic.Key(envelope.Message), type, topic.Name), envelope, Topic: topic.Name));
        }
    }

    private static string Key(string? key, Type type, string target) => string.IsNullOrEmpty(key)
        ? throw new InvalidOperationException($"{type.Name} has no key for {target}: give its key a value.")
        : key;
}
