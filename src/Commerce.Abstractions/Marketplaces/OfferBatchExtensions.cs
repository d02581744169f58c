namespace Commerce.Marketplaces;

/// <summary>Waits for batches.</summary>
public static class OfferBatchExtensions
{
    /// <summary>Asks for a batch again and again until it has ended.</summary>
    /// <param name="client">The account.</param>
    /// <param name="batch">The batch as it was returned.</param>
    /// <param name="clock">The clock to wait by.</param>
    /// <param name="interval">The first time between two questions, doubled up to one minute: 1 second or more.</param>
    /// <param name="cancellationToken">Stops the waiting; the batch goes on.</param>
    /// <returns>The batch once it has ended.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    public static async Task<OfferBatch> WaitAsync(
        this IMarketplaceClient client,
        OfferBatch batch,
        TimeProvider clock,
        TimeSpan interval,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentOutOfRangeException.ThrowIfLessThan(interval, TimeSpan.FromSeconds(1));
        var current = batch;
        while (current.State == OfferBatchState.Running)
        {
            await Task.Delay(interval, clock, cancellationToken).ConfigureAwait(false);
            interval = TimeSpan.FromTicks(Math.Min(interval.Ticks * 2, TimeSpan.TicksPerMinute));
            current = await client.GetBatchAsync(current, cancellationToken).ConfigureAwait(false);
        }

        return current;
    }
}
