using Commerce.Agents.Entities;
using Commerce.Agents.Transport;

namespace Commerce.Agents.Storage;

/// <summary>Where agents keep everything. One implementation for each technology; the pipeline is the same for all.</summary>
public interface IAgentStore
{
    /// <summary>Gets how often due work is looked for that another process may have written; <see langword="null"/> when there is no other process.</summary>
    TimeSpan? LookInterval { get; }

    /// <summary>Opens the store for a process.</summary>
    /// <param name="setup">The agents, and what a store needs of the runtime.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>A task that ends when the store can be used.</returns>
    /// <exception cref="CommerceException">The store cannot be used; the message says why and what to do.</exception>
    ValueTask StartAsync(AgentsSetup setup, CancellationToken cancellationToken);

    /// <summary>Ends in good order: gives back what this process owns.</summary>
    /// <returns>A task that ends then.</returns>
    ValueTask StopAsync();

    /// <summary>Reads states, known messages and parked keys for a batch, in one round trip.</summary>
    /// <param name="keys">The keys, to be filled in.</param>
    /// <returns>A task that ends when they are filled in.</returns>
    ValueTask LookAsync(IReadOnlyList<KeyLook> keys);

    /// <summary>Opens a transaction in which one message is handled and committed.</summary>
    /// <returns>The transaction; <see langword="null"/> when this store has none to hand out.</returns>
    ValueTask<IAgentTransaction?> BeginAsync();

    /// <summary>Writes a batch in one transaction. A key whose version does not hold any more is left out with all that belongs to it.</summary>
    /// <param name="keys">What to write.</param>
    /// <param name="outbox">Receives the messages that were written to the outbox, in order.</param>
    /// <param name="transaction">The transaction to commit it in; one of the store's own when not given.</param>
    /// <returns>The keys that were left out.</returns>
    /// <exception cref="CommerceException"><see cref="CommerceErrorKind.Unavailable"/> when the store cannot be reached: the batch comes again.</exception>
    ValueTask<IReadOnlyList<KeyCommit>> CommitAsync(
        IReadOnlyList<KeyCommit> keys, ICollection<Delivery> outbox, IAgentTransaction? transaction = null);

    /// <summary>Writes messages from outside handlers to the outbox.</summary>
    /// <param name="deliveries">The messages.</param>
    /// <param name="outbox">Receives them with their places.</param>
    /// <param name="transaction">The caller's own transaction, of the store's technology; one of the store's own when not given.</param>
    /// <returns>A task that ends when they are written.</returns>
    ValueTask AppendAsync(IReadOnlyList<Delivery> deliveries, ICollection<Delivery> outbox, object? transaction = null);

    /// <summary>Reads the outbox of the shards that this process owns, from each shard's head.</summary>
    /// <param name="limit">How many messages at most.</param>
    /// <returns>The messages, in order for each shard.</returns>
    ValueTask<IReadOnlyList<Delivery>> ReadOutboxAsync(int limit);

    /// <summary>Deletes messages that the transport has from the outbox, as far as this process still owns their shards.</summary>
    /// <param name="deliveries">The messages.</param>
    /// <returns>A task that ends when they are deleted.</returns>
    ValueTask DeleteOutboxAsync(IReadOnlyCollection<Delivery> deliveries);

    /// <summary>Makes a dead letter of a message in the outbox that the transport will never take.</summary>
    /// <param name="delivery">The message.</param>
    /// <param name="error">Why.</param>
    /// <returns>A task that ends when it is written.</returns>
    ValueTask RefuseOutboxAsync(Delivery delivery, string error);

    /// <summary>Gets how long handled messages are remembered; <see langword="null"/> when that is not counted in time.</summary>
    TimeSpan? InboxRetention { get; }

    /// <summary>Takes the answers for a process that asked.</summary>
    /// <param name="node">The process.</param>
    /// <returns>The questions' ids, and the answers as JSON.</returns>
    ValueTask<IReadOnlyList<KeyValuePair<Guid, string>>> TakeRepliesAsync(Guid node);

    /// <summary>Announces a call, durably, before it is made, unless it was announced before.</summary>
    /// <param name="id">The call.</param>
    /// <param name="type">The outcome's type.</param>
    /// <returns>What is known of an earlier attempt; <see langword="null"/> when this is the first.</returns>
    ValueTask<EffectEntry?> AnnounceEffectAsync(EffectId id, Type type);

    /// <summary>Takes an announcement back.</summary>
    /// <param name="id">The call.</param>
    /// <returns>A task that ends when it is written.</returns>
    ValueTask DropIntentAsync(EffectId id);

    /// <summary>Writes down what a call gave.</summary>
    /// <param name="id">The call.</param>
    /// <param name="outcome">What it gave.</param>
    /// <param name="type">The type to read it back as.</param>
    /// <returns>A task that ends when it is written.</returns>
    ValueTask PutOutcomeAsync(EffectId id, object outcome, Type type);

    /// <summary>Finds when the next schedule or parked key of the shards that this process owns is due.</summary>
    /// <returns>When; <see langword="null"/> when nothing is.</returns>
    ValueTask<DateTimeOffset?> NextDueAsync();

    /// <summary>Ends schedules that are due and writes their messages to the outbox, in one transaction.</summary>
    /// <param name="now">The time.</param>
    /// <param name="fire">Says what becomes of a schedule.</param>
    /// <param name="outbox">Receives the messages.</param>
    /// <returns>Whether there may be more that is due.</returns>
    ValueTask<bool> FireSchedulesAsync(DateTimeOffset now, Func<DueSchedule, FiredSchedule> fire, ICollection<Delivery> outbox);

    /// <summary>Adds a recurring job's schedule unless it exists.</summary>
    /// <param name="name">The schedule's name.</param>
    /// <param name="dueAt">When it is due first.</param>
    /// <returns>A task that ends when it is written.</returns>
    ValueTask EnsureScheduleAsync(string name, DateTimeOffset dueAt);

    /// <summary>Takes parked keys whose head is due, of the shards that this process owns: they are due again at <paramref name="until"/> unless they were handled.</summary>
    /// <param name="now">The time.</param>
    /// <param name="until">When they are due again if this process dies.</param>
    /// <returns>Agents and keys.</returns>
    ValueTask<IReadOnlyList<(string Agent, string Key)>> TakeDueParkedAsync(DateTimeOffset now, DateTimeOffset until);

    /// <summary>Makes the head of a parked key due.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="key">The key.</param>
    /// <param name="at">When.</param>
    /// <returns>Whether the key is parked.</returns>
    ValueTask<bool> RetryParkedAsync(string agent, string key, DateTimeOffset at);

    /// <summary>Reads the queue of a parked key.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="key">The key.</param>
    /// <param name="limit">How many at most.</param>
    /// <returns>The messages, in order; empty when the key is not parked.</returns>
    ValueTask<IReadOnlyList<ParkedMessage>> ReadParkedAsync(string agent, string key, int limit);

    /// <summary>Lists parked keys.</summary>
    /// <param name="limit">How many at most.</param>
    /// <returns>The keys.</returns>
    ValueTask<IReadOnlyList<ParkedKey>> ListParkedAsync(int limit);

    /// <summary>Lists dead letters, oldest first.</summary>
    /// <param name="query">Which ones.</param>
    /// <returns>The dead letters.</returns>
    ValueTask<IReadOnlyList<DeadLetter>> ListDeadLettersAsync(DeadLetterQuery query);

    /// <summary>Moves dead letters to the end of their keys' parked queues, due now, oldest first.</summary>
    /// <param name="query">Which ones.</param>
    /// <param name="now">The time.</param>
    /// <returns>How many were moved.</returns>
    ValueTask<int> ReviveAsync(DeadLetterQuery query, DateTimeOffset now);

    /// <summary>Reads one state.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="key">The key.</param>
    /// <returns>The state, or <see langword="null"/>.</returns>
    ValueTask<object?> FindStateAsync(string agent, string key);

    /// <summary>Lists states in order of keys.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="skip">How many to leave out.</param>
    /// <param name="limit">How many at most.</param>
    /// <returns>Keys and states.</returns>
    ValueTask<IReadOnlyList<KeyValuePair<string, object>>> ListStatesAsync(string agent, int skip, int limit);

    /// <summary>Reads one entity.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="id">The entity.</param>
    /// <returns>The row, or <see langword="null"/>.</returns>
    ValueTask<EntityRow?> FindEntityAsync(Type type, Guid id);

    /// <summary>Queries entities.</summary>
    /// <typeparam name="T">Their type.</typeparam>
    /// <param name="query">Which ones.</param>
    /// <returns>The rows that match, in order, and the number of all that match.</returns>
    ValueTask<(IReadOnlyList<EntityRow> Rows, int Total)> QueryEntitiesAsync<T>(EntityQuery<T> query)
        where T : class, IEntity;

    /// <summary>Writes entities outside handlers, all or nothing.</summary>
    /// <param name="changes">The changes.</param>
    /// <returns>The rows as they are now.</returns>
    /// <exception cref="CommerceException"><see cref="CommerceErrorKind.Conflict"/> when a version does not hold any more.</exception>
    ValueTask<IReadOnlyList<EntityRow?>> WriteEntitiesAsync(IReadOnlyList<EntityChange> changes);

    /// <summary>Measures how much waits.</summary>
    /// <returns>The figures.</returns>
    ValueTask<StoreStatus> MeasureAsync();

    /// <summary>Lists the processes that share this store.</summary>
    /// <returns>The processes.</returns>
    ValueTask<IReadOnlyList<AgentNode>> ListNodesAsync();

    /// <summary>Pauses an agent in every process, or lets it go on.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="isPaused">Whether it is paused.</param>
    /// <returns>A task that ends when it is written; the other processes follow within seconds.</returns>
    ValueTask SetPausedAsync(string agent, bool isPaused);
}
