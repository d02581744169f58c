namespace Commerce.Testing.Sandbox;

/// <summary>
/// The idempotency keys that Stripe has seen, for each account: the first answer of each is repeated for 24 hours, whatever it was, unless the
/// request failed its validation. Called under the sandbox's gate.
/// </summary>
internal sealed class StripeKeys
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private readonly Dictionary<(string Account, string Key), Entry> _entries = [];
    private readonly Queue<((string Account, string Key) Id, Entry Entry)> _ages = new();

    /// <summary>Takes a key for a request that starts now; gives what is known of the key when there is something.</summary>
    internal Entry? Take(string account, string key, string fingerprint, string requestId, DateTimeOffset now)
    {
        while (_ages.TryPeek(out var oldest) && now - oldest.Entry.At >= Kept)
        {
            _ages.Dequeue();
            if (_entries.GetValueOrDefault(oldest.Id) == oldest.Entry && oldest.Entry.Body is not null)
            {
                _entries.Remove(oldest.Id);
            }
        }

        if (_entries.TryGetValue((account, key), out var known))
        {
            return known;
        }

        _entries[(account, key)] = new Entry(fingerprint, requestId, now);
        return null;
    }

    internal void Keep(string account, string key, int status, byte[] body)
    {
        var entry = _entries[(account, key)];
        (entry.Status, entry.Body) = (status, body);
        _ages.Enqueue(((account, key), entry));
    }

    internal void Forget(string account, string key) => _entries.Remove((account, key));

    /// <summary>What is known of one key.</summary>
    internal sealed class Entry(string fingerprint, string requestId, DateTimeOffset at)
    {
        internal string Fingerprint => fingerprint;

        internal string RequestId => requestId;

        internal DateTimeOffset At => at;

        internal int Status { get; set; }

        /// <summary>Gets or sets the answer; <see langword="null"/> while the first request runs.</summary>
        internal byte[]? Body { get; set; }
    }
}
