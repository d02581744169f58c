namespace Commerce.Marketplaces;

/// <summary>A marketplace where the seller can pay back.</summary>
public interface IOrderRefunds
{
    /// <summary>Pays back a part of an order. Not safe to repeat unless the client says so: it compares with the refunds that exist.</summary>
    /// <param name="request">What and why.</param>
    /// <param name="cancellationToken">Stops waiting; the marketplace may still take it.</param>
    /// <returns>The refund, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<OrderRefunded>> RefundOrderAsync(RefundOrderRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads how a refund goes on, and how it ended. Safe to repeat.</summary>
    /// <param name="refund">The refund as it was returned: it knows its numbers and lines.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The refund as it is now.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<OrderRefunded> GetRefundAsync(OrderRefunded refund, CancellationToken cancellationToken = default);
}
