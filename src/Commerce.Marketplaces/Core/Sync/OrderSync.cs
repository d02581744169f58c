using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Commerce.Marketplaces.Sync;

/// <summary>
/// Takes the orders of every account over, each version once, and tells the marketplaces what was decided about them.
/// Whatever crashes, the next run goes on where the last one was. Safe for many threads.
/// </summary>
/// <remarks>
/// A run first finishes what waits, then reads page by page, hands each page to the handler before it reads the next one, and sends
/// what is planned. An action is kept as sent before it is sent; one that is found so after a crash is looked up at the marketplace first.
/// </remarks>
public sealed class OrderSync
{
    private readonly MarketplaceManager _marketplaces;
    private readonly IOrderSyncStore _store;
    private readonly IOrderSyncHandler _handler;
    private readonly OrderSyncOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<OrderSync> _logger;
    private readonly AccountTurns _turns;

    /// <summary>Creates the order sync; hosts call <c>AddOrderSync</c> instead.</summary>
    /// <param name="marketplaces">The accounts.</param>
    /// <param name="store">What must not be forgotten.</param>
    /// <param name="handler">The seller's side.</param>
    /// <param name="options">Windows and limits.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="logger">Takes what is unexpected.</param>
    public OrderSync(
        MarketplaceManager marketplaces,
        IOrderSyncStore store,
        IOrderSyncHandler handler,
        IOptions<OrderSyncOptions> options,
        TimeProvider clock,
        ILogger<OrderSync> logger)
    {
        ArgumentNullException.ThrowIfNull(marketplaces);
        ArgumentNullException.ThrowIfNull(options);
        (_marketplaces, _store, _handler, _options, _clock, _logger) = (marketplaces, store, handler, options.Value, clock, logger);
        _turns = new AccountTurns(marketplaces);
    }

    /// <summary>Gets the accounts that are read.</summary>
    public IEnumerable<IMarketplaceClient> Accounts =>
        _marketplaces.Accounts.Where(client => _options.Accounts.Count == 0 || _options.Accounts.Contains(client.Account));

    /// <summary>Runs every account once, several at a time. An account that fails never stops the others.</summary>
    /// <param name="cancellationToken">Stops all of them between two steps.</param>
    /// <returns>A report for each account.</returns>
    public async Task<IReadOnlyList<SyncReport>> RunAllAsync(CancellationToken cancellationToken = default)
    {
        var accounts = Accounts.ToList();
        var reports = new SyncReport[accounts.Count];
        await Parallel.ForAsync(
            0,
            accounts.Count,
            new ParallelOptions { MaxDegreeOfParallelism = _options.MaxParallelAccounts, CancellationToken = cancellationToken },
            async (index, token) => reports[index] = await RunAsync(accounts[index].Account, token).ConfigureAwait(false)).ConfigureAwait(false);
        return reports;
    }

    /// <summary>Runs one account once. A second call waits for the first to end.</summary>
    /// <param name="account">The account.</param>
    /// <param name="cancellationToken">Stops it between two steps.</param>
    /// <returns>What was done, and what went wrong.</returns>
    /// <exception cref="KeyNotFoundException">No account has that name.</exception>
    public Task<SyncReport> RunAsync(string account, CancellationToken cancellationToken = default) =>
        _turns.RunAsync(account, client => new SyncRun(client, _store, _handler, _options, _clock, _logger).RunAsync(cancellationToken), cancellationToken);

    /// <summary>Plans to tell a marketplace something; the next run sends it. Planning the same name again changes nothing.</summary>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The action as it is kept, or a refusal when the marketplace has no such operation.</returns>
    /// <exception cref="KeyNotFoundException">No account has that name.</exception>
    public async Task<Outcome<OrderAction>> PlanAsync(OrderAction action, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        var client = _marketplaces.Get(action.Account);
        if (OrderActions.Objection(action, client) is { } objection)
        {
            return Outcome.Refused<OrderAction>(objection);
        }

        await _store.TrySaveActionAsync(action, cancellationToken).ConfigureAwait(false);
        return Outcome.Of((await _store.FindActionAsync(action.Account, action.OrderId, action.Name, cancellationToken).ConfigureAwait(false))!);
    }

    /// <summary>Tells how far an action is.</summary>
    /// <param name="account">The account.</param>
    /// <param name="orderId">The order.</param>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The action, or <see langword="null"/> when none of that name was planned.</returns>
    public async Task<OrderAction?> FindActionAsync(
        string account, MarketplaceOrderId orderId, string name, CancellationToken cancellationToken = default) =>
        await _store.FindActionAsync(account, orderId, name, cancellationToken).ConfigureAwait(false);
}
