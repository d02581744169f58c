namespace Commerce.Http;

/// <summary>
/// Keeps one token: however many calls need it, one request fetches it. It is renewed a little before it expires; a
/// failure fails everybody who waits for that request, and is forgotten.
/// </summary>
public sealed class TokenCache
{
    private readonly Func<CancellationToken, Task<AccessToken>> _fetch;
    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();
    private Entry? _entry;
    private Task<Entry>? _pending;

    /// <summary>Creates a cache.</summary>
    /// <param name="fetch">Fetches a token from the vendor; not cancelled by one caller's wish.</param>
    /// <param name="clock">The clock by which tokens expire.</param>
    public TokenCache(Func<CancellationToken, Task<AccessToken>> fetch, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(fetch);
        ArgumentNullException.ThrowIfNull(clock);
        _fetch = fetch;
        _clock = clock;
    }

    /// <summary>Gives a token.</summary>
    /// <param name="refused">A token that the vendor has just refused: it is not given again.</param>
    /// <param name="cancellationToken">Stops waiting; the fetching goes on for the others.</param>
    /// <returns>The token.</returns>
    /// <exception cref="CommerceException">The vendor gave none.</exception>
    public ValueTask<string> GetAsync(string? refused, CancellationToken cancellationToken)
    {
        var entry = Volatile.Read(ref _entry);
        if (entry is not null && entry.Value != refused && _clock.GetUtcNow() < entry.RenewAt)
        {
            return ValueTask.FromResult(entry.Value);
        }

        return new ValueTask<string>(WaitAsync(refused, cancellationToken));
    }

    private async Task<string> WaitAsync(string? refused, CancellationToken cancellationToken)
    {
        Task<Entry> pending;
        lock (_gate)
        {
            if (_entry is { } entry && entry.Value != refused && _clock.GetUtcNow() < entry.RenewAt)
            {
                return entry.Value;
            }

            pending = _pending ??= FetchAsync();
        }

        return (await pending.WaitAsync(cancellationToken).ConfigureAwait(false)).Value;
    }

    private async Task<Entry> FetchAsync()
    {
        // The lock is left before the vendor is asked.
        await Task.Yield();
        try
        {
            var token = await _fetch(CancellationToken.None).ConfigureAwait(false);

            // Renew after nine tenths of the life, at most five minutes before its end.
            var early = TimeSpan.FromTicks(Math.Min(token.Lifetime.Ticks / 10, TimeSpan.TicksPerMinute * 5));
            var entry = new Entry(token.Value, _clock.GetUtcNow() + token.Lifetime - early);
            lock (_gate)
            {
                _entry = entry;
                _pending = null;
            }

            return entry;
        }
        catch
        {
            lock (_gate)
            {
                _pending = null;
            }

            throw;
        }
    }

    private sealed record Entry(string Value, DateTimeOffset RenewAt);
}
