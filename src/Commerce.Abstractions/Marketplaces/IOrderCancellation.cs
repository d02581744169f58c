namespace Commerce.Marketplaces;

/// <summary>A marketplace where the seller can cancel.</summary>
public interface IOrderCancellation
{
    /// <summary>Cancels an order or some of its lines before they are shipped.</summary>
    /// <param name="request">What and why.</param>
    /// <param name="cancellationToken">Stops waiting; the marketplace may still take it.</param>
    /// <returns>The cancellation, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<OrderCancelled>> CancelOrderAsync(CancelOrderRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads how a cancellation goes on, and how it ended. Safe to repeat.</summary>
    /// <param name="cancellation">The cancellation as it was returned: it knows its numbers and lines.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The cancellation as it is now.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<OrderCancelled> GetCancellationAsync(OrderCancelled cancellation, CancellationToken cancellationToken = default);
}
