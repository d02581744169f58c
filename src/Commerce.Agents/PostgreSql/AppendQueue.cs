using Commerce.Agents.Transport;

namespace Commerce.Agents.PostgreSql;

/// <summary>Writes what many callers publish at the same time in one statement: while one write is on its way, the next gathers.</summary>
internal sealed class AppendQueue(Func<IReadOnlyList<Delivery>, Task> write)
{
    private const int MaxRows = 2_000;

    private readonly Lock _gate = new();
    private readonly Queue<(IReadOnlyList<Delivery> Rows, TaskCompletionSource Done)> _waiting = new();
    private bool _isWriting;

    internal Task AddAsync(IReadOnlyList<Delivery> rows)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _waiting.Enqueue((rows, done));
            if (_isWriting)
            {
                return done.Task;
            }

            _isWriting = true;
        }

        _ = WriteAllAsync();
        return done.Task;
    }

    private async Task WriteAllAsync()
    {
        while (true)
        {
            var group = new List<(IReadOnlyList<Delivery> Rows, TaskCompletionSource Done)>();
            lock (_gate)
            {
                for (var rows = 0; _waiting.TryPeek(out var next) && (rows == 0 || rows + next.Rows.Count <= MaxRows); rows += next.Rows.Count)
                {
                    group.Add(_waiting.Dequeue());
                }

                if (group.Count == 0)
                {
                    _isWriting = false;
                    return;
                }
            }

            await WriteAsync(group).ConfigureAwait(false);
        }
    }

    private async Task WriteAsync(List<(IReadOnlyList<Delivery> Rows, TaskCompletionSource Done)> group)
    {
        try
        {
            await write([.. group.SelectMany(static entry => entry.Rows)]).ConfigureAwait(false);
            group.ForEach(static entry => entry.Done.SetResult());
        }
        catch (Exception exception) when (group.Count == 1 || exception is CommerceException { IsTransient: true })
        {
            group.ForEach(entry => entry.Done.SetException(exception));
        }
        catch (Exception)
        {
            // One caller's message is refused: the others must not fail with it.
            foreach (var entry in group)
            {
                await WriteAsync([entry]).ConfigureAwait(false);
            }
        }
    }
}
