using System.Collections.Concurrent;
using Commerce.Agents.Storage;
using Commerce.Agents.Transport;

namespace Commerce.Agents.Runtime;

/// <summary>The messages of one key in one batch, handled one after the other over one state.</summary>
internal sealed class KeyRun
{
    private const int MaxParked = 128;

    private readonly List<Envelope> _messages = [];
    private bool _readsParked;
    private int _handled;
    private int _duplicates;
    private int _failures;

    internal KeyRun(AgentRuntime runtime, AgentDefinition agent, string key)
    {
        Runtime = runtime;
        Agent = agent;
        Key = key;
        Look = new KeyLook(agent.Name, key);
        Commit = new KeyCommit(Look);
    }

    internal AgentRuntime Runtime { get; }

    internal AgentDefinition Agent { get; }

    internal string Key { get; }

    internal short Shard => Shards.Of(Agent.Name, Key);

    internal KeyLook Look { get; }

    internal KeyCommit Commit { get; }

    internal object? State { get; private set; }

    internal IReadOnlyList<SagaStep> Steps { get; private set; } = [];

    /// <summary>Gets the entities that were read, and those that were looked for in vain.</summary>
    internal ConcurrentDictionary<(Type Type, Guid Id), EntityRow?> Rows { get => field ??= new(); private set; }

    internal List<(Guid Id, object Reply)>? Replies { get; private set; }

    /// <summary>Gets the transaction that a handler asked for.</summary>
    internal IAgentTransaction? Transaction { get; private set; }

    internal string TimerName(string name) => $"{Agent.Name}/{Key}/{name}";

    internal void Add(Delivery delivery)
    {
        if (delivery.Sequence != 0)
        {
            Commit.Done.Add(delivery.Sequence);
        }

        if (delivery.Envelope is null)
        {
            _readsParked = true;
        }
        else
        {
            _messages.Add(delivery.Envelope);
            Look.MessageIds.Add(delivery.Envelope.Id);
        }
    }

    internal async Task<IAgentTransaction> OpenTransactionAsync() => Transaction ??=
        await Runtime.Store.BeginAsync().ConfigureAwait(false)
        ?? throw new InvalidOperationException("The store in memory has no transactions to hand out: use a durable store.");

    internal async ValueTask CloseTransactionAsync()
    {
        if (Transaction is { } transaction)
        {
            Transaction = null;
            await transaction.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Counts what was committed.</summary>
    internal void Count()
    {
        Interlocked.Add(ref Agent.Handled, _handled);
        Interlocked.Add(ref Agent.Duplicates, _duplicates);
        Interlocked.Add(ref Agent.Failed, _failures);
        Interlocked.Add(ref Agent.DeadLettered, Commit.DeadLetters.Count);
        AgentsTelemetry.Handled(Agent.Name, _handled, _duplicates, Commit.DeadLetters.Count);
    }

    /// <summary>Handles everything that waits for this key; never throws but for a crash or the end of the runtime.</summary>
    internal Task RunAsync(object agent, CancellationToken cancellationToken) => WorkOffAsync(
        Agent.OwnsTransactions ? 1 : MaxParked,
        (envelope, attempt, parkedHead) => TryAsync(agent, envelope, attempt, parkedHead, cancellationToken));

    /// <summary>Parks or gives up what the store will not take.</summary>
    internal Task RefuseAsync(Exception exception) => WorkOffAsync(
        1, (envelope, attempt, parkedHead) => Task.FromResult(Fail(envelope, attempt, parkedHead, exception)));

    /// <summary>Does something with each message, in order; what comes after one that cannot be done with queues behind it.</summary>
    private async Task WorkOffAsync(int maxParked, Func<Envelope, int, bool, Task<bool>> work)
    {
        State = Look.State;
        Steps = Look.Steps;
        var blocked = Look.IsParked;
        if (_readsParked && Look.IsParked)
        {
            blocked = await WorkOffParkedAsync(maxParked, work).ConfigureAwait(false);
        }

        for (var i = 0; i < _messages.Count; i++)
        {
            var envelope = _messages[i];
            if (Look.Known.Contains(i) || IsHandledInThisBatch(envelope.Id))
            {
                _duplicates++;
            }
            else if (blocked)
            {
                Commit.Parked.Add(new ParkedMessage(envelope, 0, null, null));
            }
            else
            {
                blocked = !await work(envelope, 1, false).ConfigureAwait(false);
            }
        }

        Commit.IsParked = blocked;
    }

    private bool IsHandledInThisBatch(Guid id) => _messages.Count > 1
        && (Commit.Handled.Contains(id) || Commit.Parked.Any(parked => parked.Envelope.Id == id));

    /// <summary>Takes the parked queue from its head.</summary>
    /// <returns>Whether the key stays parked.</returns>
    private async Task<bool> WorkOffParkedAsync(int limit, Func<Envelope, int, bool, Task<bool>> work)
    {
        var queue = await Runtime.Store.ReadParkedAsync(Agent.Name, Key, limit + 1).ConfigureAwait(false);
        for (var i = 0; i < Math.Min(queue.Count, limit); i++)
        {
            var parked = queue[i];
            if (parked.DueAt > Runtime.Clock.GetUtcNow() + AgentRuntime.ParkedLease)
            {
                // It was tried meanwhile: a handler took longer than the lease, so the key was looked at twice.
                return true;
            }

            if (!await work(parked.Envelope, parked.Attempts + 1, true).ConfigureAwait(false))
            {
                return true;
            }

            Commit.Unparked++;
        }

        // Only what is really left keeps the key parked: an empty queue has no head that could come due.
        if (queue.Count <= limit)
        {
            return false;
        }

        Commit.NextParkedDueAt = Runtime.Clock.GetUtcNow();
        return true;
    }

    /// <summary>Handles one message and keeps its effects, or decides what its failure means.</summary>
    /// <returns>Whether the key can go on.</returns>
    private async Task<bool> TryAsync(object agent, Envelope envelope, int attempt, bool parkedHead, CancellationToken cancellationToken)
    {
        if (envelope.Message is UnreadableMessage unreadable)
        {
            return Fail(envelope, attempt, parkedHead, new CommerceException(CommerceErrorKind.Protocol, unreadable.Reason));
        }

        if (!Agent.Handlers.TryGetValue(envelope.Message.GetType(), out var handler))
        {
            return Fail(envelope, attempt, parkedHead, new CommerceException(
                CommerceErrorKind.Protocol, $"{Agent.Name} does not handle {Runtime.Json.NameOf(envelope.Message)} any more."));
        }

        if (State is null && !handler.Starts && Agent.UnknownKey != UnknownKeyPolicy.Create)
        {
            if (Agent.UnknownKey == UnknownKeyPolicy.Ignore)
            {
                Commit.Handled.Add(envelope.Id);
                return true;
            }

            return Fail(envelope, attempt, parkedHead, new InvalidOperationException($"{Agent.Name} does not know this key yet."));
        }

        var context = handler.MakeContext(this, envelope, attempt);
        try
        {
            using var activity = AgentsTelemetry.StartProcess(Agent.Name, envelope);
            var started = TimeProvider.System.GetTimestamp();
            await handler.Invoke(agent, envelope.Message, context, cancellationToken).ConfigureAwait(false);
            AgentsTelemetry.Processed(Agent.Name, TimeProvider.System.GetElapsedTime(started));
        }
        catch (Exception exception) when (!IsEnd(exception, cancellationToken))
        {
            // What the handler wrote itself goes with everything else it described.
            await CloseTransactionAsync().ConfigureAwait(false);
            return Fail(envelope, attempt, parkedHead, exception);
        }

        Runtime.Probe(CrashPoint.AfterRun);
        Keep(envelope, context.Effects);
        return true;
    }

    private static bool IsEnd(Exception exception, CancellationToken cancellationToken) =>
        exception is RuntimeCrashedException || (exception is OperationCanceledException && cancellationToken.IsCancellationRequested);

    private void Keep(Envelope envelope, StagedEffects effects)
    {
        _handled++;
        Commit.Handled.Add(envelope.Id);
        if (effects.State is not null)
        {
            State = effects.State;
            Commit.State = effects.State;
        }

        if (effects.Steps is not null)
        {
            Steps = effects.Steps;
            Commit.Steps = effects.Steps;
        }

        Commit.IsCompleted |= effects.IsCompleted;
        foreach (var message in effects.Messages)
        {
            Commit.Told.Add(message.Message);
            Runtime.Topology.Route(message, Commit.Outbox);
        }

        if (effects.HasSchedules)
        {
            foreach (var schedule in effects.Schedules)
            {
                Commit.Schedules.Add(schedule);
            }
        }

        if (effects.HasEntities)
        {
            foreach (var change in effects.Entities)
            {
                Merge(change);
            }
        }

        if (effects.Reply is not null)
        {
            if (envelope.ReplyTo is { } node && node != Runtime.Node)
            {
                Commit.Replies.Add(new StoredReply(node, envelope.Id, effects.Reply));
            }
            else
            {
                (Replies ??= []).Add((envelope.Id, effects.Reply));
            }
        }
    }

    private void Merge(EntityChange change)
    {
        // Several messages' writes of one entity are one change from the version that the store has.
        for (var i = 0; i < Commit.Entities.Count; i++)
        {
            if (Commit.Entities[i].Type == change.Type && Commit.Entities[i].Id == change.Id)
            {
                Commit.Entities[i] = change with { ExpectedVersion = Commit.Entities[i].ExpectedVersion };
                return;
            }
        }

        Commit.Entities.Add(change);
    }

    private bool Fail(Envelope envelope, int attempt, bool parkedHead, Exception exception)
    {
        _failures++;
        var type = Runtime.Json.NameOf(envelope.Message);
        var delay = exception switch
        {
            UncertainEffectException => null,
            CommerceException { IsTransient: false } => null,
            _ => Agent.Retry.DelayAfter(attempt, envelope.Id),
        };
        var waitsForPerson = exception is UncertainEffectException || (delay is null && Agent.Retry.HoldWhenExhausted);
        if (delay is null && !waitsForPerson)
        {
            Runtime.Log.DeadLettered(Agent.Name, type, envelope.Id, attempt, exception);
            Commit.DeadLetters.Add(new DeadLetter(
                0, Agent.Name, Key, envelope, type, exception.GetType().Name, exception.Message, attempt, Runtime.Clock.GetUtcNow()));
            return true;
        }

        DateTimeOffset? due = waitsForPerson ? null : Runtime.Clock.GetUtcNow() + delay!.Value;
        var parked = new ParkedMessage(envelope, attempt, due, $"{exception.GetType().Name}: {exception.Message}");
        if (waitsForPerson)
        {
            Runtime.Log.Held(Agent.Name, type, envelope.Id, attempt, exception);
        }
        else
        {
            Runtime.Log.Parked(Agent.Name, type, envelope.Id, attempt, delay!.Value.TotalMilliseconds, exception);
        }

        if (parkedHead)
        {
            Commit.ParkedHead = parked;
        }
        else
        {
            Commit.Parked.Add(parked);
        }

        return false;
    }
}
