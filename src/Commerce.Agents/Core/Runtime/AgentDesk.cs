using System.Diagnostics;
using Commerce.Agents.Storage;

namespace Commerce.Agents.Runtime;

/// <summary>What the world outside sees of the runtime: sending, reading, operating.</summary>
internal sealed class AgentDesk(AgentRuntime runtime) : IMessagePublisher, IAgentStates, IAgentOperations
{
    private const long MaxPending = 1_000_000;
    private const long MaxStored = 10_000_000;

    public AgentRuntimeState State => runtime.State;

    public Task PublishAsync(IMessage message, PublishOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        return StoreAsync(Envelope(message, options), cancellationToken);
    }

    public Task SendAsync(IMessage message, PublishOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        runtime.Topology.RequireOwner(message);
        return StoreAsync(Envelope(message, options), cancellationToken);
    }

    public Task PublishAsync(object transaction, IMessage message, PublishOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(message);
        return StoreAsync(Envelope(message, options), cancellationToken, transaction);
    }

    public async Task<TReply> AskAsync<TReply>(
        IMessage message, PublishOptions? options = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
        where TReply : class
    {
        ArgumentNullException.ThrowIfNull(message);
        runtime.Topology.RequireOwner(message);
        var envelope = Envelope(message, options, runtime.Store.LookInterval is null ? null : runtime.Node);
        var reply = runtime.ExpectReply(envelope.Id);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(timeout ?? TimeSpan.FromSeconds(30));
        try
        {
            await StoreAsync(envelope, cancellationToken).ConfigureAwait(false);
            var answer = await runtime.WaitForReplyAsync(reply, patience.Token).ConfigureAwait(false);
            return answer as TReply ?? (TReply)runtime.Json.ReadValue((string)answer, typeof(TReply));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"Nobody answered {message.GetType().Name} {envelope.Id} in time; it may still be handled.");
        }
        finally
        {
            runtime.ForgetReply(envelope.Id);
        }
    }

    public async Task<TState?> FindAsync<TState>(string agent, string key)
        where TState : class, new() => (TState?)await runtime.Store.FindStateAsync(agent, key).ConfigureAwait(false);

    public async Task<IReadOnlyList<KeyValuePair<string, TState>>> ListAsync<TState>(string agent, int skip = 0, int limit = 100)
        where TState : class, new()
    {
        var rows = await runtime.Store.ListStatesAsync(agent, skip, PageLimit.Check(limit, nameof(limit))).ConfigureAwait(false);
        return [.. rows.Select(row => KeyValuePair.Create(row.Key, (TState)row.Value))];
    }

    public IReadOnlyList<AgentStatus> Agents() =>
    [
        .. runtime.Topology.Agents.Values.Select(agent => new AgentStatus(
            agent.Name,
            agent.IsPaused,
            Interlocked.Read(ref agent.Handled),
            Interlocked.Read(ref agent.Duplicates),
            Interlocked.Read(ref agent.Failed),
            Interlocked.Read(ref agent.DeadLettered))),
    ];

    public async Task<IReadOnlyList<ParkedKey>> ParkedAsync(int limit = 100) =>
        await runtime.Store.ListParkedAsync(PageLimit.Check(limit, nameof(limit))).ConfigureAwait(false);

    public async Task<IReadOnlyList<DeadLetter>> DeadLettersAsync(DeadLetterQuery? query = null) =>
        await runtime.Store.ListDeadLettersAsync(query ?? new DeadLetterQuery()).ConfigureAwait(false);

    public async Task<int> ReplayAsync(DeadLetterQuery? query = null)
    {
        var count = await runtime.Store.ReviveAsync(query ?? new DeadLetterQuery(), runtime.Clock.GetUtcNow()).ConfigureAwait(false);
        runtime.WakeScheduler();
        return count;
    }

    public async Task<bool> RetryAsync(string agent, string key)
    {
        var isParked = await runtime.Store.RetryParkedAsync(agent, key, runtime.Clock.GetUtcNow()).ConfigureAwait(false);
        runtime.WakeScheduler();
        return isParked;
    }

    public async Task SettleEffectAsync(string agent, Guid messageId, string step, object? outcome)
    {
        var id = new EffectId(agent, messageId, step);
        if (outcome is null)
        {
            await runtime.Store.DropIntentAsync(id).ConfigureAwait(false);
        }
        else
        {
            await runtime.Store.PutOutcomeAsync(id, outcome, outcome.GetType()).ConfigureAwait(false);
        }
    }

    public Task PauseAsync(string agent) => SetPausedAsync(agent, true);

    public Task ResumeAsync(string agent) => SetPausedAsync(agent, false);

    public async Task<IReadOnlyList<AgentNode>> NodesAsync() => await runtime.Store.ListNodesAsync().ConfigureAwait(false);

    public async Task<AgentsLag> LagAsync() => new(
        await runtime.Store.MeasureAsync().ConfigureAwait(false),
        runtime.Transport.Pending,
        await runtime.Transport.CountWaitingAsync().ConfigureAwait(false));

    public async Task DrainAsync(CancellationToken cancellationToken = default)
    {
        var wait = TimeSpan.FromMilliseconds(1);
        while (!runtime.HasCrashed && !await runtime.IsDrainedAsync().ConfigureAwait(false))
        {
            await Task.Delay(wait, TimeProvider.System, cancellationToken).ConfigureAwait(false);
            wait = runtime.Transport.ReadsOutbox && wait < TimeSpan.FromMilliseconds(50) ? wait * 2 : wait;
        }
    }

    private async Task SetPausedAsync(string agent, bool isPaused)
    {
        if (!runtime.Topology.Agents.TryGetValue(agent, out var found))
        {
            throw new ArgumentException($"There is no agent \"{agent}\".", nameof(agent));
        }

        await runtime.Store.SetPausedAsync(agent, isPaused).ConfigureAwait(false);
        var paused = runtime.Topology.Agents.Values.Where(other => other != found && other.IsPaused).Select(other => other.Name).ToList();
        if (isPaused)
        {
            paused.Add(agent);
        }

        runtime.SetPaused(paused);
    }

    private Envelope Envelope(IMessage message, PublishOptions? options, Guid? replyTo = null)
    {
        var now = runtime.Clock.GetUtcNow();
        var id = options?.MessageId ?? Guid.CreateVersion7(now);
        return new Envelope
        {
            Id = id,
            Message = message,
            CorrelationId = options?.CorrelationId ?? id,
            OccurredAt = now,
            Tenant = options?.Tenant,
            TraceParent = Activity.Current?.Id,
            ReplyTo = replyTo,
        };
    }

    private async Task StoreAsync(Envelope envelope, CancellationToken cancellationToken, object? transaction = null)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (waiting, most) = runtime.Measured is { } measured ? (measured.OutboxDepth, MaxStored) : (runtime.Transport.Pending, MaxPending);
        if (waiting >= most)
        {
            throw new CommerceException(
                CommerceErrorKind.Throttled, $"{waiting} messages wait already: nothing was stored, try again later.") { WasNeverSent = true };
        }

        await runtime.StoreAsync(envelope, transaction).ConfigureAwait(false);
    }
}
