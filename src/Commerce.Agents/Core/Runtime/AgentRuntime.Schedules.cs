using Commerce.Agents.Storage;
using Commerce.Agents.Transport;

namespace Commerce.Agents.Runtime;

/// <content>What is due: scheduled messages, recurring jobs, parked keys.</content>
internal sealed partial class AgentRuntime
{
    private const string RecurringPrefix = "recurring/";

    /// <summary>How long a parked key that is being tried stays with this process: the next one waits so long when this one ends over it.</summary>
    internal static readonly TimeSpan ParkedLease = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan MissedAfter = TimeSpan.FromMinutes(1);

    private readonly WorkSignal _wake = new();
    private long _dueWork;
    private long _passes;

    /// <summary>Gets how often the scheduler has looked for due work: nothing came due between two equal values.</summary>
    internal long SchedulerPasses => Interlocked.Read(ref _passes);

    internal void WakeScheduler() => _wake.Set();

    private async Task SchedulePassAsync(CancellationToken cancellationToken)
    {
        var wake = _wake.Arm();
        var due = await Store.NextDueAsync().ConfigureAwait(false);
        if (due > Clock.GetUtcNow() || due is null)
        {
            Interlocked.Exchange(ref _dueWork, 0);
            await WaitForDueAsync(due, wake, cancellationToken).ConfigureAwait(false);
            return;
        }

        try
        {
            await FireDueAsync().ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Exchange(ref _dueWork, 0);
        }
    }

    private async Task WaitForDueAsync(DateTimeOffset? due, Task wake, CancellationToken cancellationToken)
    {
        var delay = due - Clock.GetUtcNow();

        // Another process may schedule something in a shard of ours.
        using var look = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var waits = new List<Task> { wake };
        if (Store.LookInterval is { } interval)
        {
            waits.Add(Task.Delay(interval, TimeProvider.System, look.Token));
        }

        // The timer itself counts as work from the moment it fires, so that nobody sees an idle runtime with due work.
        var fired = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var timer = delay is null ? null : Clock.CreateTimer(
            _ =>
            {
                if (fired.TrySetResult())
                {
                    Interlocked.Increment(ref _dueWork);
                }
            },
            null,
            delay < TimeSpan.Zero ? TimeSpan.Zero : delay < TimeSpan.FromDays(1) ? delay.Value : TimeSpan.FromDays(1),
            Timeout.InfiniteTimeSpan);
        try
        {
            // Time may have moved on between looking at the clock and setting the timer.
            if (due is null || Clock.GetUtcNow() < due)
            {
                waits.Add(fired.Task);
                await Task.WhenAny(waits).WaitAsync(cancellationToken).ConfigureAwait(false);
            }

            fired.TrySetCanceled(cancellationToken);
        }
        finally
        {
            await look.CancelAsync().ConfigureAwait(false);
            if (timer is not null)
            {
                await timer.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task FireDueAsync()
    {
        // Between the schedule and the transport a message is in neither: this pass counts as work until it is handed over.
        Interlocked.Exchange(ref _dueWork, 1);
        Interlocked.Increment(ref _passes);
        var now = Clock.GetUtcNow();
        bool isMore;
        do
        {
            var rows = new List<Delivery>();
            var told = new List<IMessage>();
            isMore = await Store.FireSchedulesAsync(now, due => Fire(due, now, told), rows).ConfigureAwait(false);
            told.ForEach(message => _probe?.Sent(message));
            if (rows.Count > 0)
            {
                Probe(CrashPoint.AfterSchedule);
                await SendAsync(rows).ConfigureAwait(false);
            }
        }
        while (isMore);

        foreach (var (agent, key) in await Store.TakeDueParkedAsync(now, now + ParkedLease).ConfigureAwait(false))
        {
            Transport.LookAtParked(agent, key);
        }
    }

    private FiredSchedule Fire(DueSchedule due, DateTimeOffset now, List<IMessage> told)
    {
        var envelope = due.Envelope?.WithId(Guid.CreateVersion7(now), now);
        DateTimeOffset? next = null;
        if (envelope is null && Topology.Recurring.FirstOrDefault(known => RecurringPrefix + known.Name == due.Name) is { } job)
        {
            next = job.Next(now);
            envelope = job.Missed == MissedRuns.Once || now - due.DueAt < MissedAfter ? NewEnvelope(job.Make(), now) : null;
        }

        var deliveries = new List<Delivery>();
        if (envelope is not null)
        {
            Topology.Route(envelope, deliveries);
            told.Add(envelope.Message);
        }

        return new FiredSchedule(deliveries, next);
    }

    private async Task EnsureRecurringAsync()
    {
        foreach (var job in Topology.Recurring)
        {
            if (job.Next(Clock.GetUtcNow()) is { } next)
            {
                await Store.EnsureScheduleAsync(RecurringPrefix + job.Name, next).ConfigureAwait(false);
            }
        }
    }

    private static Envelope NewEnvelope(IMessage message, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        return new Envelope { Id = id, Message = message, CorrelationId = id, OccurredAt = now };
    }
}
