namespace Commerce.Agents.PostgreSql;

/// <summary>Does what many callers ask for at the same time in one go: while one group is on its way, the next gathers.</summary>
internal sealed class GroupQueue<TAsk, TAnswer>(Func<IReadOnlyList<TAsk>, Task<IReadOnlyList<TAnswer>>> work)
{
    private const int MaxGroup = 500;

    private readonly Lock _gate = new();
    private readonly Queue<(TAsk Ask, TaskCompletionSource<TAnswer> Done)> _waiting = new();
    private bool _isWorking;

    internal Task<TAnswer> AskAsync(TAsk ask)
    {
        var done = new TaskCompletionSource<TAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _waiting.Enqueue((ask, done));
            if (_isWorking)
            {
                return done.Task;
            }

            _isWorking = true;
        }

        _ = WorkAsync();
        return done.Task;
    }

    private async Task WorkAsync()
    {
        // Who asks now mostly asks again, or has neighbours that do: they come along.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        while (true)
        {
            var group = new List<(TAsk Ask, TaskCompletionSource<TAnswer> Done)>();
            lock (_gate)
            {
                while (group.Count < MaxGroup && _waiting.TryDequeue(out var next))
                {
                    group.Add(next);
                }

                if (group.Count == 0)
                {
                    _isWorking = false;
                    return;
                }
            }

            await AnswerAsync(group).ConfigureAwait(false);
        }
    }

    private async Task AnswerAsync(List<(TAsk Ask, TaskCompletionSource<TAnswer> Done)> group)
    {
        try
        {
            var answers = await work(group.ConvertAll(static entry => entry.Ask)).ConfigureAwait(false);
            for (var i = 0; i < group.Count; i++)
            {
                group[i].Done.SetResult(answers[i]);
            }
        }
        catch (Exception exception) when (group.Count == 1 || exception is CommerceException { IsTransient: true } || PostgreSqlErrors.IsTransient(exception))
        {
            group.ForEach(entry => entry.Done.SetException(exception));
        }
        catch (Exception)
        {
            // What one caller asks is refused: the others must not fail with it.
            foreach (var entry in group)
            {
                await AnswerAsync([entry]).ConfigureAwait(false);
            }
        }
    }
}
