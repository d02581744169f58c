namespace Commerce.Marketplaces.Refurbed;

/// <summary>What only Refurbed has: markets, exact refunds, corrected tracking, return labels.</summary>
public interface IRefurbedMarketplaceClient : IMarketplaceClient
{
    /// <summary>Reads the markets; their codes are the channels of prices. Safe to repeat; changes rarely.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The markets.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<IReadOnlyList<RefurbedMarket>> ListMarketsAsync(CancellationToken cancellationToken = default);

    /// <summary>Calculates a refund without paying anything. Safe to repeat.</summary>
    /// <param name="lineId">The item.</param>
    /// <param name="targetPaid">What the buyer should have paid for it afterwards; 0 for a full refund.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>What it would come to, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<RefurbedRefund>> CalculateRefundAsync(MarketplaceOrderLineId lineId, Money targetPaid, CancellationToken cancellationToken = default);

    /// <summary>
    /// Pays back until the buyer has paid a certain amount for an item. Safe to repeat, since the amount is what is left, not what goes back: use it instead of
    /// <see cref="IOrderRefunds.RefundOrderAsync"/> when an answer may get lost.
    /// </summary>
    /// <param name="orderId">The item's order.</param>
    /// <param name="lineId">The item.</param>
    /// <param name="targetPaid">What the buyer should have paid for it afterwards; 0 for a full refund.</param>
    /// <param name="cancellationToken">Stops waiting; the marketplace may still take it.</param>
    /// <returns>The refund, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<OrderRefunded>> RefundToAsync(
        MarketplaceOrderId orderId, MarketplaceOrderLineId lineId, Money targetPaid, CancellationToken cancellationToken = default);

    /// <summary>Corrects tracking and numbers of items without changing their state. Safe to repeat.</summary>
    /// <param name="request">The parcels as they are; each names its lines unless it is the only one.</param>
    /// <param name="cancellationToken">Stops waiting; the marketplace may still take it.</param>
    /// <returns>What was taken, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<OrderShipped>> CorrectTrackingAsync(ShipOrderRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads where the invoice of an order can be fetched for 24 hours. Safe to repeat.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The address, which needs no credentials: treat it as a secret; <see langword="null"/> when there is no invoice.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Uri?> FindInvoiceAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken = default);

    /// <summary>Lets Refurbed make a return label and post it in a ticket. Not safe to repeat: every call posts one.</summary>
    /// <param name="threadId">The ticket.</param>
    /// <param name="cancellationToken">Stops waiting; the marketplace may still take it.</param>
    /// <returns>The ticket with the label's message, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<MessageThread>> SendReturnLabelAsync(ThreadId threadId, CancellationToken cancellationToken = default);
}
