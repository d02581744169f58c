using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Commerce.Marketplaces.Publishing;

/// <summary>
/// Brings quantities and prices to every account. Of several values for an offer the last one counts; what an account refused or did not get is
/// pushed again until it has it. Safe for many threads.
/// </summary>
/// <remarks>It knows what each account has, so a value that is there already is not sent. Only absolute values are sent: sending one twice does no harm.</remarks>
public sealed class OfferPublisher
{
    private readonly MarketplaceManager _marketplaces;
    private readonly IOfferStore _store;
    private readonly OfferPublisherOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<OfferPublisher> _logger;
    private readonly AccountTurns _turns;

    /// <summary>Creates a publisher; hosts call <c>AddOfferPublisher</c> instead.</summary>
    /// <param name="marketplaces">The accounts.</param>
    /// <param name="store">What offers shall be.</param>
    /// <param name="options">Buffers and limits.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="logger">Takes what is unexpected.</param>
    public OfferPublisher(
        MarketplaceManager marketplaces, IOfferStore store, IOptions<OfferPublisherOptions> options, TimeProvider clock, ILogger<OfferPublisher> logger)
    {
        ArgumentNullException.ThrowIfNull(marketplaces);
        ArgumentNullException.ThrowIfNull(options);
        (_marketplaces, _store, _options, _clock, _logger) = (marketplaces, store, options.Value, clock, logger);
        _turns = new AccountTurns(marketplaces);
    }

    /// <summary>Gets the accounts.</summary>
    internal IReadOnlyCollection<IMarketplaceClient> Accounts => _marketplaces.Accounts;

    /// <summary>Says how many pieces there are. Each account offers them less its buffer.</summary>
    /// <param name="levels">The levels.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task that ends when they are kept.</returns>
    /// <exception cref="KeyNotFoundException">No account has that name.</exception>
    public async Task SetStockAsync(IReadOnlyList<StockLevel> levels, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(levels);
        foreach (var account in AccountsOf(levels.Select(static level => level.Account)))
        {
            var wanted = Last(
                levels.Where(level => level.Account is null || level.Account == account),
                static level => new OfferKey(level.Sku, level.Channel, level.Warehouse),
                level => Math.Clamp(level.Available - _options.BufferOf(account), 0, 1_000_000));
            await _store.UpdateAsync(
                account,
                OfferBatchKind.Stock,
                wanted.Keys,
                state => state.Quantity == wanted[state.Key] ? state : Renewed(state) with { Quantity = wanted[state.Key] },
                cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Says what offers shall cost. A price below its floor is refused, and the price before stays.</summary>
    /// <param name="targets">The prices.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The outcome of each target, in order.</returns>
    /// <exception cref="KeyNotFoundException">No account has that name.</exception>
    public async Task<IReadOnlyList<ItemOutcome<OfferKey>>> SetPricesAsync(IReadOnlyList<PriceTarget> targets, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(targets);
        var outcomes = targets.Select(target => new ItemOutcome<OfferKey>(new OfferKey(target.Sku, target.Channel), PriceGuard.Objection(target, _options))).ToList();
        var good = targets.Where((_, index) => outcomes[index].IsSuccess).ToList();
        foreach (var account in AccountsOf(good.Select(static target => target.Account)))
        {
            var wanted = Last(
                good.Where(target => target.Account is null || target.Account == account),
                static target => new OfferKey(target.Sku, target.Channel),
                static target => target.Price);
            await _store.UpdateAsync(
                account,
                OfferBatchKind.Price,
                wanted.Keys,
                state => state.Price == wanted[state.Key] ? state : Renewed(state) with { Price = wanted[state.Key] },
                cancellationToken).ConfigureAwait(false);
        }

        return outcomes;
    }

    /// <summary>Pushes everything to an account again, whatever it is believed to have: a reconciliation.</summary>
    /// <param name="account">The account.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task that ends when it is planned.</returns>
    /// <exception cref="KeyNotFoundException">No account has that name.</exception>
    public async Task RepeatAsync(string account, CancellationToken cancellationToken = default)
    {
        _ = _marketplaces.Get(account);
        foreach (var kind in PushRun.Kinds)
        {
            var keys = new List<OfferKey>();
            await foreach (var state in _store.ListAsync(account, kind, cancellationToken).ConfigureAwait(false))
            {
                keys.Add(state.Key);
            }

            await _store.UpdateAsync(account, kind, keys, static state => state.IsPending ? state : state with { Revision = state.Revision + 1 }, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Lets through what is held at an account: the values that are pending now, not later ones.</summary>
    /// <param name="account">The account.</param>
    /// <param name="kind">Stock or prices.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>How many offers were let through.</returns>
    /// <exception cref="KeyNotFoundException">No account has that name.</exception>
    public async Task<int> ReleaseAsync(string account, OfferBatchKind kind, CancellationToken cancellationToken = default)
    {
        _ = _marketplaces.Get(account);
        var keys = new List<OfferKey>();
        await foreach (var state in _store.ListAsync(account, kind, cancellationToken).ConfigureAwait(false))
        {
            if (state.IsPending)
            {
                keys.Add(state.Key);
            }
        }

        await _store.UpdateAsync(
            account, kind, keys, static state => state with { ReleasedRevision = state.Revision, IsHeld = false, Refusal = null }, cancellationToken).ConfigureAwait(false);
        await _store.SaveHoldAsync(account, kind, null, cancellationToken).ConfigureAwait(false);
        return keys.Count;
    }

    /// <summary>Lists what an account shall have and has.</summary>
    /// <param name="account">The account.</param>
    /// <param name="kind">Stock or prices.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The offers, by SKU.</returns>
    public IAsyncEnumerable<OfferState> ListAsync(string account, OfferBatchKind kind, CancellationToken cancellationToken = default) =>
        _store.ListAsync(account, kind, cancellationToken);

    /// <summary>Runs every account once, all at the same time. An account that fails never stops the others.</summary>
    /// <param name="cancellationToken">Stops all of them.</param>
    /// <returns>A report for each account.</returns>
    public async Task<IReadOnlyList<PushReport>> RunAllAsync(CancellationToken cancellationToken = default) =>
        await Task.WhenAll(_marketplaces.Accounts.Select(client => RunAsync(client.Account, cancellationToken))).ConfigureAwait(false);

    /// <summary>Asks how far the open batches of an account are, and pushes what is pending.</summary>
    /// <param name="account">The account.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What was done, and what went wrong.</returns>
    /// <exception cref="KeyNotFoundException">No account has that name.</exception>
    public Task<PushReport> RunAsync(string account, CancellationToken cancellationToken = default) =>
        _turns.RunAsync(account, client => new PushRun(client, _store, _options, _clock, _logger).RunAsync(cancellationToken), cancellationToken);

    private static OfferState Renewed(OfferState state) =>
        state with { Revision = state.Revision + 1, Attempts = 0, NotBefore = default, Refusal = null, IsHeld = false };

    private static Dictionary<OfferKey, TValue> Last<T, TValue>(IEnumerable<T> items, Func<T, OfferKey> key, Func<T, TValue> value)
    {
        var last = new Dictionary<OfferKey, TValue>();
        foreach (var item in items)
        {
            last[key(item)] = value(item);
        }

        return last;
    }

    private HashSet<string> AccountsOf(IEnumerable<string?> named)
    {
        var accounts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in named)
        {
            if (name is null)
            {
                accounts.UnionWith(_marketplaces.Accounts.Select(static client => client.Account));
            }
            else
            {
                accounts.Add(_marketplaces.Get(name).Account);
            }
        }

        return accounts;
    }
}
