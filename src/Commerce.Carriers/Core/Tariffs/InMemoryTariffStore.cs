namespace Commerce.Carriers.Tariffs;

/// <summary>Price lists in the memory of this process, with their history.</summary>
public sealed class InMemoryTariffStore : ITariffStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<TariffVersion>> _versions = new(StringComparer.Ordinal);
    private volatile IReadOnlyList<TariffVersion> _active = [];

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TariffVersion>> GetActiveAsync(CancellationToken cancellationToken = default) => new(_active);

    /// <inheritdoc/>
    public Task<IReadOnlyList<TariffVersion>> GetHistoryAsync(string account, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<TariffVersion>>(
                _versions.TryGetValue(account, out var versions) ? [.. versions.AsEnumerable().Reverse()] : []);
        }
    }

    /// <inheritdoc/>
    public Task<bool> TryActivateAsync(TariffVersion version, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(version);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (!_versions.TryGetValue(version.Tariff.Contract.Account, out var versions))
            {
                _versions[version.Tariff.Contract.Account] = versions = [];
            }

            if (version.Number != versions.Count + 1)
            {
                return Task.FromResult(false);
            }

            versions.Add(version);
            _active = [.. _versions.Values.Where(static history => history.Count > 0).Select(static history => history[^1])];
            return Task.FromResult(true);
        }
    }
}
