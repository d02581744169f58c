using Commerce.Agents.Storage;

namespace Commerce.Agents.Runtime;

/// <summary>The messages of one key in one batch, handled one after the other over one state.</summary>
internal sealed class KeyRun
{
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

    internal KeyLook Look { get; }

    internal KeyCommit Commit { get; }

    internal List<Envelope> Messages { get; } = [];

    internal bool ReadsParked { get; set; }

    internal object? State { get; private set; }

    internal IReadOnlyList<SagaStep> Steps { get; private set; } = [];

    internal List<(Guid Id, object Reply)>? Replies { get; private set; }

    internal int Handled { get; private set; }

    internal int Duplicates { get; private set; }

    internal int Failures { get; private set; }

    internal string TimerName(string name) => $"{Agent.Name}/{Key}/{name}";

    /// <summary>Handles everything that waits for this key; never throws but for a crash or the end of the runtime.</summary>
    internal async Task RunAsync(object agent, CancellationToken cancellationToken)
    {
        State = Look.State;
        Steps = Look.Steps;
        var blocked = Look.IsParked;
        if (ReadsParked && Look.IsParked)
        {
            blocked = await RunParkedAsync(agent, cancellationToken).ConfigureAwait(false);
        }

        for (var i = 0; i < Messages.Count; i++)
        {
            var envelope = Messages[i];
            if (Look.Known.Contains(i) || IsHandledInThisBatch(envelope.Id))
            {
                Duplicates++;
            }
            else if (blocked)
            {
                Commit.Parked.Add(new ParkedMessage(envelope, 0, null, null));
            }
            else
            {
                blocked = !await TryAsync(agent, envelope, 1, parkedHead: false, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private bool IsHandledInThisBatch(Guid id) => Messages.Count > 1
        && (Commit.Handled.Contains(id) || Commit.Parked.Any(parked => parked.Envelope.Id == id));

    /// <summary>Handles the parked queue from its head.</summary>
    /// <returns>Whether the key stays parked.</returns>
    private async Task<bool> RunParkedAsync(object agent, CancellationToken cancellationToken)
    {
        var queue = await Runtime.Store.ReadParkedAsync(Agent.Name, Key).ConfigureAwait(false);
        for (var i = 0; i < queue.Count; i++)
        {
            var parked = queue[i];
            if (!await TryAsync(agent, parked.Envelope, parked.Attempts + 1, parkedHead: true, cancellationToken).ConfigureAwait(false))
            {
                return true;
            }

            Commit.Unparked++;
        }

        return false;
    }

    /// <summary>Handles one message and keeps its effects, or decides what its failure means.</summary>
    /// <returns>Whether the key can go on.</returns>
    private async Task<bool> TryAsync(object agent, Envelope envelope, int attempt, bool parkedHead, CancellationToken cancellationToken)
    {
        var handler = Agent.Handlers[envelope.Message.GetType()];
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
            await handler.Invoke(agent, envelope.Message, context, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!IsEnd(exception, cancellationToken))
        {
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
        Handled++;
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
            Commit.Outbox.Add(message);
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
            (Replies ??= []).Add((envelope.Id, effects.Reply));
        }
    }

    private void Merge(EntityChange change)
    {
        // A later message of the batch read the store, not this batch's writes: its version is the same one.
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
        Failures++;
        var type = envelope.Message.GetType().Name;
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
                0, Agent.Name, Key, envelope.Id, envelope.Message, exception.GetType().Name, exception.Message, attempt, Runtime.Clock.GetUtcNow()));
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
