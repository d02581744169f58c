using System.Collections.Concurrent;
using Commerce.Agents.Storage;
using Commerce.Agents.Transport;

namespace Commerce.Agents.Runtime;

/// <content>Messages on their way: stored, handed over, answered.</content>
internal sealed partial class AgentRuntime
{
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource<object>> _asking = new();
    private long _commits;
    private long _lookedForRepliesAt;

    /// <summary>Stores a message from outside a handler.</summary>
    internal async ValueTask StoreAsync(Envelope envelope, object? transaction, bool toTopics = true)
    {
        // Routing checks the keys, so that a message that could never be delivered is refused here.
        var deliveries = new List<Delivery>(1);
        Topology.Route(envelope, deliveries, toTopics);
        var rows = new List<Delivery>(deliveries.Count);
        if (deliveries.Count > 0)
        {
            await Store.AppendAsync(deliveries, rows, transaction).ConfigureAwait(false);
        }

        _probe?.Sent(envelope.Message);
        if (State is AgentRuntimeState.Running or AgentRuntimeState.Stopping && transaction is null)
        {
            await SendAsync(rows).ConfigureAwait(false);
        }
    }

    /// <summary>Tells the transport what was committed.</summary>
    internal async ValueTask SendAsync(IReadOnlyList<Delivery> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        Transport.Send(rows);
        if (!Transport.ReadsOutbox)
        {
            Probe(CrashPoint.AfterSend);
            await Store.DeleteOutboxAsync(rows).ConfigureAwait(false);
        }

        AgentsTelemetry.Sent(rows.Count);
    }

    /// <summary>Counts a commit and shows its messages to whoever watches.</summary>
    internal void Committed(IReadOnlyList<KeyCommit> commits)
    {
        Interlocked.Increment(ref _commits);
        if (_probe is null)
        {
            return;
        }

        foreach (var commit in commits)
        {
            foreach (var message in commit.Told)
            {
                _probe.Sent(message);
            }
        }
    }

    internal Task<object> ExpectReply(Guid messageId) =>
        _asking.GetOrAdd(messageId, static _ => new TaskCompletionSource<object>(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    internal void ForgetReply(Guid messageId) => _asking.TryRemove(messageId, out _);

    internal void Reply(Guid messageId, object reply)
    {
        if (_asking.TryRemove(messageId, out var waiting))
        {
            waiting.TrySetResult(reply);
        }
    }

    /// <summary>Looks for answers that other processes wrote, until there is one for this question.</summary>
    internal async Task<object> WaitForReplyAsync(Task<object> reply, CancellationToken cancellationToken)
    {
        var wait = TimeSpan.FromMilliseconds(10);
        while (Store.LookInterval is not null && !reply.IsCompleted)
        {
            await Task.WhenAny(reply, Task.Delay(wait, TimeProvider.System, cancellationToken)).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            if (!reply.IsCompleted && TakesTurn(wait))
            {
                foreach (var (id, json) in await Store.TakeRepliesAsync(Node).ConfigureAwait(false))
                {
                    Reply(id, json);
                }
            }

            wait = wait < TimeSpan.FromMilliseconds(100) ? wait * 1.5 : wait;
        }

        return await reply.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lets one of all who wait for answers look: it finds those of the others as well.</summary>
    private bool TakesTurn(TimeSpan wait)
    {
        var (last, now) = (Interlocked.Read(ref _lookedForRepliesAt), TimeProvider.System.GetTimestamp());
        return TimeProvider.System.GetElapsedTime(last, now) >= wait && Interlocked.CompareExchange(ref _lookedForRepliesAt, now, last) == last;
    }

    private async Task SendLeftoversAsync()
    {
        while (!Transport.ReadsOutbox && await Store.ReadOutboxAsync(500).ConfigureAwait(false) is { Count: > 0 } rows)
        {
            await SendAsync(rows).ConfigureAwait(false);
        }
    }
}
