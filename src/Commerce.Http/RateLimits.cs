namespace Commerce.Http;

/// <summary>The limits of one account; a keyed service under the account's name.</summary>
public sealed class RateLimits
{
    private readonly Dictionary<string, RateLimitState> _states;

    internal RateLimits(IEnumerable<RateLimit> limits, TimeProvider clock) =>
        _states = limits.ToDictionary(limit => limit.Name, limit => new RateLimitState(limit, clock), StringComparer.Ordinal);

    /// <summary>Gets every limit as it stands now.</summary>
    public IReadOnlyCollection<RateLimitState> All => _states.Values;

    /// <summary>Finds a limit.</summary>
    /// <param name="name">The name, such as an operation's.</param>
    /// <returns>The limit, or <see langword="null"/> when the vendor has none of that name.</returns>
    public RateLimitState? Find(string name) => _states.GetValueOrDefault(name);
}
