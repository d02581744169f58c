namespace Commerce.Marketplaces.Sync;

/// <summary>
/// Keeps what the order sync must not forget. Every method is one step: all of it or nothing. A store that also keeps the
/// seller's own orders does both in one transaction. Safe for many threads and processes.
/// </summary>
public interface IOrderSyncStore
{
    /// <summary>Reads how far an account was read.</summary>
    /// <param name="account">The account.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The cursor, or <see langword="null"/> before the first page.</returns>
    ValueTask<SyncCursor?> FindCursorAsync(string account, CancellationToken cancellationToken = default);

    /// <summary>
    /// Keeps a page and the cursor after it. An order is known by its account and key. One that is not known becomes version 1; one with another
    /// fingerprint becomes the next version and waits in place of an older one; one with the same fingerprint changes nothing.
    /// </summary>
    /// <param name="page">The page.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>What was new.</returns>
    /// <exception cref="CommerceException"><see cref="CommerceErrorKind.Conflict"/> when the cursor's version does not follow the stored one.</exception>
    ValueTask<PageImport> SaveAsync(OrderPage page, CancellationToken cancellationToken = default);

    /// <summary>Lists the orders that wait to be handled, those that wait longest first.</summary>
    /// <param name="account">The account.</param>
    /// <param name="dueBy">Leaves out those that are put off beyond this time.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The newest version of each.</returns>
    ValueTask<IReadOnlyList<SyncedOrder>> ListWaitingAsync(string account, DateTimeOffset dueBy, int count, CancellationToken cancellationToken = default);

    /// <summary>Counts the orders that wait to be handled, also those that are put off.</summary>
    /// <param name="account">The account.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The number.</returns>
    ValueTask<int> CountWaitingAsync(string account, CancellationToken cancellationToken = default);

    /// <summary>Ends the waiting of a version and plans what the marketplace is told. A newer version goes on waiting.</summary>
    /// <param name="order">The version that was handled.</param>
    /// <param name="action">What to tell, if anything; one of the same name that is planned already stays.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task that ends when it is kept.</returns>
    ValueTask CompleteAsync(SyncedOrder order, OrderAction? action, CancellationToken cancellationToken = default);

    /// <summary>Puts a version off that could not be handled.</summary>
    /// <param name="order">The version.</param>
    /// <param name="until">Until when.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task that ends when it is kept.</returns>
    ValueTask PutOffAsync(SyncedOrder order, DateTimeOffset until, CancellationToken cancellationToken = default);

    /// <summary>Lists the actions that are planned or sent, and due, oldest first.</summary>
    /// <param name="account">The account.</param>
    /// <param name="dueBy">Leaves out those that are put off beyond this time.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The actions.</returns>
    ValueTask<IReadOnlyList<OrderAction>> ListActionsAsync(string account, DateTimeOffset dueBy, int count, CancellationToken cancellationToken = default);

    /// <summary>Finds an action.</summary>
    /// <param name="account">The account.</param>
    /// <param name="orderId">The order.</param>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The action, or <see langword="null"/> when none of that name was planned.</returns>
    ValueTask<OrderAction?> FindActionAsync(string account, MarketplaceOrderId orderId, string name, CancellationToken cancellationToken = default);

    /// <summary>Keeps an action: a new one with version 1, a changed one with the next version.</summary>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Whether it was kept; <see langword="false"/> when its version does not follow the stored one: somebody else has it.</returns>
    ValueTask<bool> TrySaveActionAsync(OrderAction action, CancellationToken cancellationToken = default);
}
