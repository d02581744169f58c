using System.Diagnostics.CodeAnalysis;
using Commerce.Agents.Entities;
using Commerce.Agents.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Commerce.Agents;

/// <summary>Records which agents there are. Everything is checked once, when the host starts, and all mistakes are told together.</summary>
public sealed class AgentsBuilder
{
    private readonly AgentsRegistrations _registrations;

    internal AgentsBuilder(IServiceCollection services, AgentsRegistrations registrations)
    {
        Services = services;
        _registrations = registrations;
    }

    /// <summary>Gets the services, for what agents need besides.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Registers an agent. It is created once and must keep nothing between messages.</summary>
    /// <typeparam name="TAgent">The agent.</typeparam>
    /// <typeparam name="TState">Its state of one key: an immutable record with a parameterless constructor.</typeparam>
    /// <param name="name">Its name, never changed once released.</param>
    /// <param name="configure">Says what it handles.</param>
    /// <returns>This builder.</returns>
    public AgentsBuilder AddAgent<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TAgent, TState>(
        string name, Action<AgentBuilder<TAgent, TState>> configure)
        where TAgent : class
        where TState : class, new()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(configure);
        var definition = new AgentDefinition(name, typeof(TAgent), typeof(TState));
        configure(new AgentBuilder<TAgent, TState>(definition, _registrations.Mistakes));
        _registrations.Agents.Add(definition);
        Services.TryAddSingleton<TAgent>();
        return this;
    }

    /// <summary>Registers a saga: an agent that some messages start, with steps and compensations; others are ignored for keys that it does not know.</summary>
    /// <typeparam name="TSaga">The saga.</typeparam>
    /// <typeparam name="TState">Its state of one key.</typeparam>
    /// <param name="name">Its name, never changed once released.</param>
    /// <param name="configure">Says what starts it and what it handles.</param>
    /// <returns>This builder.</returns>
    public AgentsBuilder AddSaga<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSaga, TState>(
        string name, Action<AgentBuilder<TSaga, TState>> configure)
        where TSaga : class
        where TState : class, new() => AddAgent<TSaga, TState>(name, agent =>
    {
        agent.WhenUnknown(UnknownKeyPolicy.Ignore);
        configure(agent);
    });

    /// <summary>Registers an entity, so that handlers can use its repository.</summary>
    /// <typeparam name="T">The entity.</typeparam>
    /// <param name="configure">Says how it is kept in stores with tables: the table's name, indexes.</param>
    /// <returns>This builder.</returns>
    public AgentsBuilder AddEntity<T>(Action<EntityBuilder<T>>? configure = null)
        where T : class, IEntity
    {
        if (!_registrations.Entities.TryGetValue(typeof(T), out var definition))
        {
            _registrations.Entities[typeof(T)] = definition = new EntityDefinition(typeof(T));
            Services.AddSingleton(definition);
        }

        configure?.Invoke(new EntityBuilder<T>(definition, _registrations.Mistakes));
        Services.TryAddSingleton<IRepository<T>, DirectRepository<T>>();
        return this;
    }

    /// <summary>Says that a message is a command: the start fails unless exactly one agent handles it.</summary>
    /// <typeparam name="TMessage">The command.</typeparam>
    /// <returns>This builder.</returns>
    public AgentsBuilder Commands<TMessage>()
        where TMessage : IMessage
    {
        _registrations.Commands.Add(typeof(TMessage));
        return this;
    }

    /// <summary>Tells other systems of a message, on a topic that they can read. Needs a transport that carries topics.</summary>
    /// <typeparam name="TMessage">The message.</typeparam>
    /// <param name="topic">The topic: 1 to 200 letters, digits, <c>.</c>, <c>_</c>, <c>-</c>.</param>
    /// <param name="key">Finds the key by which the topic keeps the order.</param>
    /// <returns>This builder.</returns>
    public AgentsBuilder Publishes<TMessage>(string topic, Func<TMessage, string> key)
        where TMessage : IMessage
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(topic);
        ArgumentNullException.ThrowIfNull(key);
        _registrations.Topics[typeof(TMessage)] = new TopicDefinition(topic, message => key((TMessage)message));
        return this;
    }

    /// <summary>Gives a message another name to travel under than its type's: for a type that was renamed, or two of the same name.</summary>
    /// <typeparam name="TMessage">The message.</typeparam>
    /// <param name="name">The name, never changed once released.</param>
    /// <returns>This builder.</returns>
    public AgentsBuilder MessageName<TMessage>(string name)
        where TMessage : IMessage
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _registrations.Names[typeof(TMessage)] = name;
        return this;
    }

    /// <summary>Adds a source-generated JSON context, which trimmed and AOT-compiled applications need for their messages, states and outcomes.</summary>
    /// <param name="resolver">The context.</param>
    /// <returns>This builder.</returns>
    public AgentsBuilder UseJson(System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver resolver)
    {
        ArgumentNullException.ThrowIfNull(resolver);
        _registrations.JsonResolvers.Add(resolver);
        return this;
    }

    /// <summary>Says that agents registered here send a command that others must handle: when nobody does, the start fails with the remedy.</summary>
    /// <typeparam name="TMessage">The command.</typeparam>
    /// <param name="remedy">What to do, such as <c>call AddPayments</c>.</param>
    /// <returns>This builder.</returns>
    public AgentsBuilder Sends<TMessage>(string remedy)
        where TMessage : IMessage
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(remedy);
        _registrations.Needs[typeof(TMessage)] = remedy;
        return this;
    }

    /// <summary>Sends a message again and again.</summary>
    /// <param name="name">The job's name, never changed once released.</param>
    /// <param name="cron">When: five fields (minute, hour, day, month, weekday), or six with seconds first.</param>
    /// <param name="timeZone">The IANA time zone, such as <c>Europe/Paris</c>, or <c>UTC</c>.</param>
    /// <param name="make">Makes the message.</param>
    /// <param name="missed">What happens to runs that fell into a time when nothing ran.</param>
    /// <returns>This builder.</returns>
    public AgentsBuilder AddRecurring(
        string name, string cron, string timeZone, Func<IMessage> make, MissedRuns missed = MissedRuns.Once)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(make);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone))
        {
            _registrations.Mistakes.Add($"The recurring job \"{name}\" is in the time zone \"{timeZone}\", which this machine does not know.");
            return this;
        }

        try
        {
            var format = cron.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 6
                ? Cronos.CronFormat.IncludeSeconds
                : Cronos.CronFormat.Standard;
            _registrations.Recurring.Add(new RecurringJob(name, Cronos.CronExpression.Parse(cron, format), zone, make, missed));
        }
        catch (Cronos.CronFormatException exception)
        {
            _registrations.Mistakes.Add($"The recurring job \"{name}\" has the schedule \"{cron}\": {exception.Message}");
        }

        return this;
    }

    /// <summary>Keeps everything in another store than memory.</summary>
    /// <param name="store">Makes the store, once for each process.</param>
    /// <param name="transport">Makes the transport that the store brings along, for when none is chosen by <see cref="UseTransport"/>.</param>
    /// <returns>This builder.</returns>
    public AgentsBuilder UseStore(Func<IServiceProvider, Storage.IAgentStore> store, Func<IServiceProvider, Transport.IAgentTransport>? transport = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        (_registrations.Store, _registrations.StoreTransport) = (store, transport);
        return this;
    }

    /// <summary>Carries messages over another transport than the store's own.</summary>
    /// <param name="transport">Makes the transport, once for each process.</param>
    /// <returns>This builder.</returns>
    public AgentsBuilder UseTransport(Func<IServiceProvider, Transport.IAgentTransport> transport)
    {
        ArgumentNullException.ThrowIfNull(transport);
        _registrations.Transport = transport;
        return this;
    }

    /// <summary>Lets the agents go by another clock than the rest of the host: a test's, or one that runs faster for a demo.</summary>
    /// <param name="clock">The clock.</param>
    /// <returns>This builder.</returns>
    public AgentsBuilder UseClock(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        _registrations.Clock = clock;
        return this;
    }
}
