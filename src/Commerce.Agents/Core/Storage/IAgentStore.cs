namespace Commerce.Agents.Storage;

/// <summary>Where agents keep everything. One implementation for each technology; the pipeline is the same for all.</summary>
public interface IAgentStore
{
    /// <summary>Reads states, known messages and parked keys for a batch, in one round trip.</summary>
    /// <param name="keys">The keys, to be filled in.</param>
    /// <returns>A task that ends when they are filled in.</returns>
    ValueTask LookAsync(IReadOnlyList<KeyLook> keys);

    /// <summary>Writes a batch in one transaction. A key whose version does not hold any more is left out with all that belongs to it.</summary>
    /// <param name="keys">What to write.</param>
    /// <param name="outbox">Receives the outbox rows that were written, in order.</param>
    /// <returns>The keys that were left out.</returns>
    ValueTask<IReadOnlyList<KeyCommit>> CommitAsync(IReadOnlyList<KeyCommit> keys, ICollection<OutboxRow> outbox);

    /// <summary>Writes messages from outside handlers to the outbox.</summary>
    /// <param name="envelopes">The messages.</param>
    /// <param name="outbox">Receives the rows.</param>
    /// <returns>A task that ends when they are written.</returns>
    ValueTask AppendAsync(IReadOnlyList<Envelope> envelopes, ICollection<OutboxRow> outbox);

    /// <summary>Reads the outbox from its head.</summary>
    /// <param name="limit">How many rows at most.</param>
    /// <returns>The rows, in order.</returns>
    ValueTask<IReadOnlyList<OutboxRow>> ReadOutboxAsync(int limit);

    /// <summary>Deletes outbox rows that the transport has.</summary>
    /// <param name="rows">The rows.</param>
    /// <returns>A task that ends when they are deleted.</returns>
    ValueTask DeleteOutboxAsync(IReadOnlyCollection<OutboxRow> rows);

    /// <summary>Reads the journal.</summary>
    /// <param name="id">The call.</param>
    /// <returns>What is known; <see langword="null"/> when it was never announced.</returns>
    ValueTask<EffectEntry?> FindEffectAsync(EffectId id);

    /// <summary>Announces a call, durably, before it is made.</summary>
    /// <param name="id">The call.</param>
    /// <returns>A task that ends when it is written.</returns>
    ValueTask PutIntentAsync(EffectId id);

    /// <summary>Takes an announcement back.</summary>
    /// <param name="id">The call.</param>
    /// <returns>A task that ends when it is written.</returns>
    ValueTask DropIntentAsync(EffectId id);

    /// <summary>Writes down what a call gave.</summary>
    /// <param name="id">The call.</param>
    /// <param name="outcome">What it gave.</param>
    /// <returns>A task that ends when it is written.</returns>
    ValueTask PutOutcomeAsync(EffectId id, object outcome);

    /// <summary>Finds when the next scheduled message or parked key is due.</summary>
    /// <returns>When; <see langword="null"/> when nothing is.</returns>
    ValueTask<DateTimeOffset?> NextDueAsync();

    /// <summary>Moves scheduled messages that are due to the outbox, with fresh ids.</summary>
    /// <param name="now">The time.</param>
    /// <param name="outbox">Receives the rows.</param>
    /// <returns>A task that ends when they are moved.</returns>
    ValueTask FireSchedulesAsync(DateTimeOffset now, ICollection<OutboxRow> outbox);

    /// <summary>Adds a named schedule unless it exists: a recurring job.</summary>
    /// <param name="change">The schedule.</param>
    /// <returns>A task that ends when it is written.</returns>
    ValueTask EnsureScheduleAsync(ScheduleChange change);

    /// <summary>Lists parked keys whose head is due.</summary>
    /// <param name="now">The time.</param>
    /// <returns>Agents and keys.</returns>
    ValueTask<IReadOnlyList<(string Agent, string Key)>> DueParkedAsync(DateTimeOffset now);

    /// <summary>Moves a parked key on, because it is about to be handled: a lease for whoever handles it.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="key">The key.</param>
    /// <param name="until">When it is due again unless it was handled.</param>
    /// <returns>A task that ends when it is written.</returns>
    ValueTask PostponeParkedAsync(string agent, string key, DateTimeOffset until);

    /// <summary>Reads the queue of a parked key.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="key">The key.</param>
    /// <returns>The messages, in order; empty when the key is not parked.</returns>
    ValueTask<IReadOnlyList<ParkedMessage>> ReadParkedAsync(string agent, string key);

    /// <summary>Lists parked keys.</summary>
    /// <returns>The keys.</returns>
    ValueTask<IReadOnlyList<ParkedKey>> ListParkedAsync();

    /// <summary>Lists dead letters, oldest first.</summary>
    /// <param name="limit">How many at most.</param>
    /// <returns>The dead letters.</returns>
    ValueTask<IReadOnlyList<DeadLetter>> ListDeadLettersAsync(int limit);

    /// <summary>Moves dead letters to the end of their keys' parked queues, due now.</summary>
    /// <param name="ids">The dead letters.</param>
    /// <param name="now">The time.</param>
    /// <returns>A task that ends when they are moved.</returns>
    ValueTask ReviveAsync(IReadOnlyCollection<long> ids, DateTimeOffset now);

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
    ValueTask<(IReadOnlyList<EntityRow> Rows, int Total)> QueryEntitiesAsync<T>(Entities.EntityQuery<T> query)
        where T : class, Entities.IEntity;

    /// <summary>Writes entities outside handlers, all or nothing.</summary>
    /// <param name="changes">The changes.</param>
    /// <returns>The rows as they are now.</returns>
    /// <exception cref="CommerceException"><see cref="CommerceErrorKind.Conflict"/> when a version does not hold any more.</exception>
    ValueTask<IReadOnlyList<EntityRow?>> WriteEntitiesAsync(IReadOnlyList<EntityChange> changes);
}
