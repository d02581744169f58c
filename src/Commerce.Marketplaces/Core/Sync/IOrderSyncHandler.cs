namespace Commerce.Marketplaces.Sync;

/// <summary>The seller's side of the order sync: takes orders over and says what the marketplace is told.</summary>
public interface IOrderSyncHandler
{
    /// <summary>
    /// Takes a new or changed order over. A crash between this call and the keeping of its verdict calls it again with the same
    /// <see cref="SyncedOrder.Key"/>: make the second time do nothing, and give the same verdict.
    /// </summary>
    /// <param name="order">The newest version of the order.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>What to tell the marketplace.</returns>
    /// <remarks>An exception puts this order off for a while; the others go on.</remarks>
    ValueTask<OrderVerdict> HandleAsync(SyncedOrder order, CancellationToken cancellationToken = default);
}
