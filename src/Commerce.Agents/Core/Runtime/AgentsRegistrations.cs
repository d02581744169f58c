using System.Text.Json.Serialization.Metadata;
using Commerce.Agents.Entities;
using Commerce.Agents.Storage;
using Commerce.Agents.Transport;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Runtime;

/// <summary>Everything that builders recorded, and all that is wrong with it.</summary>
internal sealed class AgentsRegistrations
{
    internal List<AgentDefinition> Agents { get; } = [];

    internal List<RecurringJob> Recurring { get; } = [];

    internal Dictionary<Type, EntityDefinition> Entities { get; } = [];

    internal Dictionary<Type, TopicDefinition> Topics { get; } = [];

    internal Dictionary<Type, string> Names { get; } = [];

    internal List<IJsonTypeInfoResolver> JsonResolvers { get; } = [];

    internal HashSet<Type> Commands { get; } = [];

    /// <summary>Gets the commands that agents here send, with what to do when nobody handles them.</summary>
    internal Dictionary<Type, string> Needs { get; } = [];

    internal List<string> Mistakes { get; } = [];

    internal TimeProvider? Clock { get; set; }

    internal Func<IServiceProvider, IAgentStore>? Store { get; set; }

    internal Func<IServiceProvider, IAgentTransport>? StoreTransport { get; set; }

    internal Func<IServiceProvider, IAgentTransport>? Transport { get; set; }

    internal void Validate(bool carriesTopics)
    {
        var mistakes = new List<string>(Mistakes);
        foreach (var group in Agents.GroupBy(agent => agent.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            mistakes.Add($"Two agents are named \"{group.Key}\": give each a name of its own.");
        }

        foreach (var agent in Agents.Where(agent => agent.Handlers.Count == 0))
        {
            mistakes.Add($"The agent \"{agent.Name}\" handles nothing: add Handles<…>.");
        }

        foreach (var group in Needs.Where(need => !Agents.Exists(agent => agent.Handlers.ContainsKey(need.Key))).GroupBy(need => need.Value, need => need.Key.Name))
        {
            mistakes.Add($"No agent handles {string.Join(", ", group.Order(StringComparer.Ordinal))}: {group.Key}.");
        }

        foreach (var command in Commands)
        {
            var owners = Agents.Where(agent => agent.Handlers.ContainsKey(command)).Select(agent => agent.Name).ToList();
            if (owners.Count != 1)
            {
                mistakes.Add(
                    $"The command {command.Name} has {owners.Count} owners ({string.Join(", ", owners)}): register exactly one agent that handles it.");
            }
        }

        foreach (var group in Recurring.GroupBy(job => job.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            mistakes.Add($"Two recurring jobs are named \"{group.Key}\": give each a name of its own.");
        }

        foreach (var group in MessageTypes().GroupBy(NameOf, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            mistakes.Add($"Several messages travel as \"{group.Key}\" ({string.Join(", ", group.Select(type => type.FullName))}): give one another name by MessageName<…>.");
        }

        if (!carriesTopics)
        {
            mistakes.AddRange(Topics.Select(entry =>
                $"{entry.Key.Name} is published to the topic \"{entry.Value.Name}\" and nothing here carries topics: use Kafka."));
        }

        foreach (var group in Entities.Values.GroupBy(entity => entity.Table, StringComparer.Ordinal))
        {
            if (!EntityDefinition.IsName(group.Key))
            {
                mistakes.Add($"{group.First().Type.Name} would be kept in the table \"{group.Key}\", which is no good name: give it one with Table(…).");
            }
            else if (group.Count() > 1)
            {
                mistakes.Add(
                    $"{string.Join(" and ", group.Select(entity => entity.Type.Name))} are kept in one table, \"{group.Key}\": give each its own with Table(…).");
            }
        }

        if (mistakes.Count > 0)
        {
            throw new OptionsValidationException("Commerce.Agents", typeof(AgentsBuilder), mistakes);
        }
    }

    internal IReadOnlyDictionary<string, Type> MessageNames()
    {
        var names = new Dictionary<string, Type>(StringComparer.Ordinal);
        foreach (var type in MessageTypes())
        {
            // A name that is given twice is told at the start.
            names.TryAdd(NameOf(type), type);
        }

        return names;
    }

    private IEnumerable<Type> MessageTypes() =>
        Agents.SelectMany(agent => agent.Handlers.Keys).Concat(Topics.Keys).Concat(Names.Keys).Distinct();

    private string NameOf(Type type) => Names.GetValueOrDefault(type, type.Name);
}
