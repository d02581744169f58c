using System.Diagnostics;
using Commerce.Agents.Storage;

namespace Commerce.Agents.Runtime;

/// <summary>What the world outside sees of the runtime: sending, reading, operating.</summary>
internal sealed class AgentDesk(AgentRuntime runtime) : IMessagePublisher, IAgentStates, IAgentOperations
{
    private const long MaxPending = 1_000_000;

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

    public async Task<TReply> AskAsync<TReply>(
        IMessage message, PublishOptions? options = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
        where TReply : class
    {
        ArgumentNullException.ThrowIfNull(message);
        runtime.Topology.RequireOwner(message);
        var envelope = Envelope(message, options);
        var reply = runtime.ExpectReply(envelope.Id);
        try
        {
            await StoreAsync(envelope, cancellationToken).ConfigureAwait(false);
            return (TReply)await reply.WaitAsync(timeout ?? TimeSpan.FromSeconds(30), cancellationToken).ConfigureAwait(false);
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
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 500);
        var rows = await runtime.Store.ListStatesAsync(agent, skip, limit).ConfigureAwait(false);
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

    public async Task<IReadOnlyList<ParkedKey>> ParkedAsync() => await runtime.Store.ListParkedAsync().ConfigureAwait(false);

    public async Task<IReadOnlyList<DeadLetter>> DeadLettersAsync(int limit = 100) =>
        await runtime.Store.ListDeadLettersAsync(limit).ConfigureAwait(false);

    public async Task<int> ReplayAsync(Func<DeadLetter, bool>? filter = null)
    {
        var letters = (await runtime.Store.ListDeadLettersAsync(int.MaxValue).ConfigureAwait(false))
            .Where(letter => filter is null || filter(letter)).ToList();
        await runtime.Store.ReviveAsync([.. letters.Select(letter => letter.Id)], runtime.Clock.GetUtcNow()).ConfigureAwait(false);
        foreach (var (agent, key) in letters.Select(letter => (letter.Agent, letter.Key)).Distinct())
        {
            await runtime.LookAtParkedAsync(agent, key).ConfigureAwait(false);
        }

        return letters.Count;
    }

    public async Task<bool> RetryAsync(string agent, string key)
    {
        if ((await runtime.Store.ReadParkedAsync(agent, key).ConfigureAwait(false)).Count == 0)
        {
            return false;
        }

        await runtime.LookAtParkedAsync(agent, key).ConfigureAwait(false);
        return true;
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
            await runtime.Store.PutOutcomeAsync(id, outcome).ConfigureAwait(false);
        }
    }

    public void Pause(string agent) => Find(agent).IsPaused = true;

    public void Resume(string agent)
    {
        Find(agent).IsPaused = false;
        runtime.Resume();
    }

    public Task DrainAsync(CancellationToken cancellationToken = default) => runtime.DrainAsync(cancellationToken);

    private AgentDefinition Find(string agent) => runtime.Topology.Agents.TryGetValue(agent, out var found)
        ? found
        : throw new ArgumentException($"There is no agent \"{agent}\".", nameof(agent));

    private Envelope Envelope(IMessage message, PublishOptions? options)
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
        };
    }

    private async Task StoreAsync(Envelope envelope, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (runtime.Transport.Pending >= MaxPending)
        {
            throw new CommerceException(
                CommerceErrorKind.Throttled, $"{runtime.Transport.Pending} messages wait already: nothing was stored, try again later.") { WasNeverSent = true };
        }

        // Routing checks the keys, so that a message that could never be delivered is refused here.
        runtime.Topology.Route(envelope, 1, new List<Transport.Delivery>[1]);
        var rows = new List<OutboxRow>(1);
        await runtime.Store.AppendAsync([envelope], rows).ConfigureAwait(false);
        if (runtime.State is AgentRuntimeState.Running or AgentRuntimeState.Stopping)
        {
            await runtime.RelayAsync(rows).ConfigureAwait(false);
        }
    }
}
