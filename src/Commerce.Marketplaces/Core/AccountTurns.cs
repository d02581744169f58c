namespace Commerce.Marketplaces;

/// <summary>Lets one run of an account end before the next one begins.</summary>
internal sealed class AccountTurns(MarketplaceManager marketplaces)
{
    private readonly Dictionary<string, SemaphoreSlim> _turns =
        marketplaces.Accounts.ToDictionary(static client => client.Account, static _ => new SemaphoreSlim(1), StringComparer.Ordinal);

    internal async Task<T> RunAsync<T>(string account, Func<IMarketplaceClient, Task<T>> run, CancellationToken cancellationToken)
    {
        var client = marketplaces.Get(account);
        await _turns[account].WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await run(client).ConfigureAwait(false);
        }
        finally
        {
            _turns[account].Release();
        }
    }
}
