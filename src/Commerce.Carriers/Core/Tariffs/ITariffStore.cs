namespace Commerce.Carriers.Tariffs;

/// <summary>Where price lists are kept. Implement it over your own database; <see cref="InMemoryTariffStore"/> is the default.</summary>
public interface ITariffStore
{
    /// <summary>Reads the active price list of every account. Asked before every price, so it answers from memory while nothing changed.</summary>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The active versions; the very same list as long as nothing changed.</returns>
    ValueTask<IReadOnlyList<TariffVersion>> GetActiveAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads every version of an account, newest first.</summary>
    /// <param name="account">The account.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The versions; none when the account is not known.</returns>
    Task<IReadOnlyList<TariffVersion>> GetHistoryAsync(string account, CancellationToken cancellationToken = default);

    /// <summary>Makes a version the active one, whole or not at all.</summary>
    /// <param name="version">The version; its number is the last one plus 1.</param>
    /// <param name="cancellationToken">Stops before anything changed.</param>
    /// <returns><see langword="false"/> when another version was activated meanwhile; then nothing changed.</returns>
    Task<bool> TryActivateAsync(TariffVersion version, CancellationToken cancellationToken = default);
}
