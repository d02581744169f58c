namespace Commerce;

/// <summary>Remembers calls in the process, for one instance of a host; several instances need a common store.</summary>
/// <param name="clock">Tells the time.</param>
public sealed class InMemoryWebhookReplayStore(TimeProvider clock) : IWebhookReplayStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Source, string Id), (DateTimeOffset Until, bool IsDone)> _calls = [];
    private readonly PriorityQueue<(string Source, string Id), DateTimeOffset> _ends = new();

    /// <inheritdoc/>
    public ValueTask<WebhookClaim> ClaimAsync(string source, string id, DateTimeOffset until, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            Forget();
            if (_calls.TryGetValue((source, id), out var call))
            {
                return ValueTask.FromResult(call.IsDone ? WebhookClaim.Done : WebhookClaim.InProgress);
            }

            Keep((source, id), until, isDone: false);
            return ValueTask.FromResult(WebhookClaim.Granted);
        }
    }

    /// <inheritdoc/>
    public ValueTask CompleteAsync(string source, string id, DateTimeOffset until, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            Keep((source, id), until, isDone: true);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask ReleaseAsync(string source, string id, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            _calls.Remove((source, id));
        }

        return ValueTask.CompletedTask;
    }

    private void Keep((string Source, string Id) key, DateTimeOffset until, bool isDone)
    {
        _calls[key] = (until, isDone);
        _ends.Enqueue(key, until);
    }

    private void Forget()
    {
        var now = clock.GetUtcNow();
        while (_ends.TryPeek(out var key, out var end) && end <= now)
        {
            _ends.Dequeue();
            if (_calls.TryGetValue(key, out var call) && call.Until <= now)
            {
                _calls.Remove(key);
            }
        }
    }
}
