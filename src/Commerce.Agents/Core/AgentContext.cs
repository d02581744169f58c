using Commerce.Agents.Entities;
using Commerce.Agents.Runtime;
using Commerce.Agents.Storage;

namespace Commerce.Agents;

/// <summary>Where a handler describes effects: messages, timers, journaled calls, entity changes.</summary>
public abstract class AgentContext
{
    private readonly KeyRun _run;
    private int _idCount;

    private protected AgentContext(KeyRun run, Envelope envelope, int attempt)
    {
        _run = run;
        Envelope = envelope;
        Message = new MessageInfo(
            envelope.Id, run.Key, attempt, envelope.CorrelationId, envelope.CausationId, envelope.OccurredAt, envelope.Tenant);
    }

    /// <summary>Gets the message's id, key, attempt and origin.</summary>
    public MessageInfo Message { get; }

    /// <summary>Gets the key that this agent orders by.</summary>
    public string Key => _run.Key;

    /// <summary>Gets the clock. The only source of time for a handler.</summary>
    public TimeProvider Clock => _run.Runtime.Clock;

    internal Envelope Envelope { get; }

    internal StagedEffects Effects { get; } = new();

    /// <summary>Tells an event to everyone who listens, after this message is committed.</summary>
    /// <param name="message">The event; nobody has to listen.</param>
    public void Publish(IMessage message) => Stage(message, isCommand: false, Envelope.Tenant);

    /// <summary>Sends a command to its one owner, after this message is committed.</summary>
    /// <param name="message">The command.</param>
    /// <exception cref="InvalidOperationException">No agent, or more than one, handles this kind of message.</exception>
    public void Send(IMessage message) => Stage(message, isCommand: true, Envelope.Tenant);

    /// <summary>Answers whoever asked (<see cref="IMessagePublisher.AskAsync{TReply}"/>), after this message is committed.</summary>
    /// <param name="reply">The answer; nobody has to wait for it.</param>
    public void Reply(object reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        Effects.Reply = reply;
    }

    /// <summary>Sends a message later.</summary>
    /// <param name="message">The message, told like an event when it is due.</param>
    /// <param name="after">How much later; zero or more.</param>
    /// <param name="name">A name to cancel or replace it by, unique for this agent and key.</param>
    public void Schedule(IMessage message, TimeSpan after, string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(after, TimeSpan.Zero);
        ScheduleAt(message, Clock.GetUtcNow() + after, name);
    }

    /// <summary>Sends a message at a time.</summary>
    /// <param name="message">The message, told like an event when it is due.</param>
    /// <param name="at">When; at once when it is past.</param>
    /// <param name="name">A name to cancel or replace it by, unique for this agent and key.</param>
    public void ScheduleAt(IMessage message, DateTimeOffset at, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        _run.Runtime.Topology.RequireKnown(message);
        Effects.Schedules.Add(new ScheduleChange(
            name is null ? null : _run.TimerName(name), at, NewEnvelope(message, Envelope.Tenant), _run.Shard));
    }

    /// <summary>Takes a scheduled message back, if it has not been sent.</summary>
    /// <param name="name">The name it was scheduled by.</param>
    public void Cancel(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Effects.Schedules.Add(new ScheduleChange(_run.TimerName(name), default, null, _run.Shard));
    }

    /// <summary>Makes an id that is the same whenever this message is handled again.</summary>
    /// <returns>A UUID version 7 by shape.</returns>
    public Guid NewId()
    {
        var id = StableId.Derive(Message.Id, _run.Agent.Hash, ++_idCount);
        Effects.NewIds.Add(id);
        return id;
    }

    /// <summary>Opens the entities of a type; writes are committed with this message.</summary>
    /// <typeparam name="T">The entity.</typeparam>
    /// <returns>The repository, with this handler's own writes on top, and those of messages that are handled before it for its key.</returns>
    public IRepository<T> Repository<T>()
        where T : class, IEntity => new StagedRepository<T>(_run, Effects, Envelope.Tenant);

    /// <summary>Opens the transaction in which this message is committed, for tables of the handler's own. The runtime commits it or rolls it back.</summary>
    /// <returns>The transaction; each durable store has a method that makes its technology's own object of it.</returns>
    /// <exception cref="InvalidOperationException">The message is not handled with <see cref="TransactionMode.Own"/>, or the store has no transactions.</exception>
    public Task<IAgentTransaction> OpenTransactionAsync() =>
        _run.Agent.Handlers[Envelope.Message.GetType()].Transaction == TransactionMode.Own
            ? _run.OpenTransactionAsync()
            : throw new InvalidOperationException(
                $"{_run.Agent.Name} handles {Envelope.Message.GetType().Name} in a shared transaction: register it with {nameof(TransactionMode)}.{nameof(TransactionMode.Own)}.");

    /// <summary>
    /// Calls something outside once: the outcome is written down at once, and a redelivery gets it back instead of
    /// calling again.
    /// </summary>
    /// <typeparam name="T">The outcome.</typeparam>
    /// <param name="step">The name of the call within this handler: 1 to 31 letters, digits, <c>-</c>, <c>_</c>, <c>.</c>; never changed once released.</param>
    /// <param name="call">The call; it gets the same key at every attempt.</param>
    /// <param name="recovery">What may be done when an earlier attempt got no answer.</param>
    /// <param name="recover">Looks the outcome of an earlier attempt up by its key; <see langword="null"/> when it never happened. Needed for <see cref="LostAnswerRecovery.LookUpByReference"/>.</param>
    /// <returns>The outcome, of this attempt or of an earlier one.</returns>
    /// <exception cref="UncertainEffectException">An earlier attempt may have worked and nothing can tell: a person must look.</exception>
    public async Task<T> OnceAsync<T>(
        string step,
        Func<OperationKey, Task<T>> call,
        LostAnswerRecovery recovery = LostAnswerRecovery.RepeatIsSafe,
        Func<OperationKey, Task<T?>>? recover = null)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(call);
        if (recovery == LostAnswerRecovery.LookUpByReference)
        {
            ArgumentNullException.ThrowIfNull(recover);
        }

        var key = KeyOf(step);
        var id = new EffectId(_run.Agent.Name, Message.Id, step);
        var store = _run.Runtime.Store;
        var entry = await store.AnnounceEffectAsync(id, typeof(T)).ConfigureAwait(false);
        if (entry?.Outcome is { } known)
        {
            return (T)known;
        }

        if (entry is not null && recovery == LostAnswerRecovery.None)
        {
            throw new UncertainEffectException(id.Agent, id.MessageId, step);
        }

        T? outcome = null;
        if (entry is not null && recover is not null)
        {
            outcome = await recover(key).ConfigureAwait(false);
        }

        if (outcome is null)
        {
            _run.Runtime.Probe(CrashPoint.AfterIntent);
            try
            {
                outcome = await call(key).ConfigureAwait(false);
            }
            catch (CommerceException exception) when (!exception.IsOutcomeUnknown)
            {
                // The vendor said no, or never heard of it: nothing happened, so nothing has to be looked up.
                await store.DropIntentAsync(id).ConfigureAwait(false);
                throw;
            }

            _run.Runtime.Probe(CrashPoint.AfterCall);
        }

        await store.PutOutcomeAsync(id, outcome, typeof(T)).ConfigureAwait(false);
        _run.Runtime.Probe(CrashPoint.AfterOutcome);
        return outcome;
    }

    /// <summary>Gets the key that <see cref="OnceAsync"/> gives to a call, for looking up what became of it.</summary>
    /// <param name="step">The name of the call within this handler: 1 to 31 letters, digits, <c>-</c>, <c>_</c>, <c>.</c>.</param>
    /// <returns>The key; the same at every attempt.</returns>
    public OperationKey KeyOf(string step)
    {
        ArgumentException.ThrowIfNullOrEmpty(step);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(step.Length, 31, nameof(step));
        return new OperationKey($"{Message.Id:N}-{step}");
    }

    private protected void Stage(IMessage message, bool isCommand, TenantId? tenant)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (isCommand)
        {
            _run.Runtime.Topology.RequireOwner(message);
        }

        Effects.Messages.Add(NewEnvelope(message, tenant));
    }

    private Envelope NewEnvelope(IMessage message, TenantId? tenant) => new()
    {
        Id = StableId.Derive(Message.Id, _run.Agent.Hash, ++_idCount),
        Message = message,
        CorrelationId = Envelope.CorrelationId,
        CausationId = Message.Id,
        OccurredAt = Clock.GetUtcNow(),
        Tenant = tenant,
        TraceParent = Envelope.TraceParent,
    };
}
