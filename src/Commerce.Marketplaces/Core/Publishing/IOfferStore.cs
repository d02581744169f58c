namespace Commerce.Marketplaces.Publishing;

/// <summary>Keeps what offers shall be and what accounts have. Safe for many threads; every method is one step.</summary>
public interface IOfferStore
{
    /// <summary>Changes offers. For each of them the change sees the newest state, and nobody else changes it meanwhile.</summary>
    /// <param name="account">The account.</param>
    /// <param name="kind">Stock or prices.</param>
    /// <param name="keys">The offers.</param>
    /// <param name="change">Makes the new state of an offer; it may be called again when somebody else was faster.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task that ends when all of it is kept.</returns>
    ValueTask UpdateAsync(
        string account, OfferBatchKind kind, IReadOnlyCollection<OfferKey> keys, Func<OfferState, OfferState> change, CancellationToken cancellationToken = default);

    /// <summary>Lists the offers that are pending, due and not held, those that wait longest first.</summary>
    /// <param name="account">The account.</param>
    /// <param name="kind">Stock or prices.</param>
    /// <param name="dueBy">Leaves out those that are put off beyond this time.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The offers.</returns>
    ValueTask<IReadOnlyList<OfferState>> ListPendingAsync(
        string account, OfferBatchKind kind, DateTimeOffset dueBy, int count, CancellationToken cancellationToken = default);

    /// <summary>Lists every offer of an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="kind">Stock or prices.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The offers, by SKU.</returns>
    IAsyncEnumerable<OfferState> ListAsync(string account, OfferBatchKind kind, CancellationToken cancellationToken = default);

    /// <summary>Finds the batch that the marketplace works on.</summary>
    /// <param name="account">The account.</param>
    /// <param name="kind">Stock or prices.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The batch, or <see langword="null"/> when there is none.</returns>
    ValueTask<OpenPush?> FindPushAsync(string account, OfferBatchKind kind, CancellationToken cancellationToken = default);

    /// <summary>Keeps the batch that the marketplace works on.</summary>
    /// <param name="account">The account.</param>
    /// <param name="kind">Stock or prices.</param>
    /// <param name="push">The batch, or <see langword="null"/> when it has ended.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task that ends when it is kept.</returns>
    ValueTask SavePushAsync(string account, OfferBatchKind kind, OpenPush? push, CancellationToken cancellationToken = default);

    /// <summary>Finds the hold of an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="kind">Stock or prices.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The hold, or <see langword="null"/> when nothing is held.</returns>
    ValueTask<PushHold?> FindHoldAsync(string account, OfferBatchKind kind, CancellationToken cancellationToken = default);

    /// <summary>Keeps or ends the hold of an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="kind">Stock or prices.</param>
    /// <param name="hold">The hold, or <see langword="null"/> to end it.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task that ends when it is kept.</returns>
    ValueTask SaveHoldAsync(string account, OfferBatchKind kind, PushHold? hold, CancellationToken cancellationToken = default);
}
