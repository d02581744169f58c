namespace Commerce.Marketplaces.Cdiscount;

/// <summary>What only Octopia has. The same object as the account's <see cref="IMarketplaceClient"/>.</summary>
public interface ICdiscountMarketplaceClient : IMarketplaceClient
{
    /// <summary>Counts orders; lists have no total. Safe to repeat.</summary>
    /// <param name="query">Which orders. States without a code of Octopia's own are refused; page size and raw content do not matter.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>How many.</returns>
    /// <exception cref="ArgumentException">A state has no code at Octopia, so that it cannot be counted there.</exception>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<long> CountOrdersAsync(OrderQuery query, CancellationToken cancellationToken = default);

    /// <summary>Reads the reasons that a seller may give for a cancellation; they depend on the order's state. Safe to repeat.</summary>
    /// <param name="vendorState">The state in Octopia's word (<see cref="MarketplaceOrder.VendorState"/>): <c>InPreparation</c>.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The reasons.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<IReadOnlyList<CdiscountCancellationReason>> ListCancellationReasonsAsync(string vendorState, CancellationToken cancellationToken = default);

    /// <summary>Reads how much may still go back to the buyer as commercial gestures. Safe to repeat.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The amount in the currency of the order, or <see langword="null"/> when Octopia does not know the order.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Money?> FindRefundableAmountAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken = default);

    /// <summary>Reads which commercial gestures the sales channel allows: reasons and their rules. Safe to repeat.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Octopia's own JSON; its shape is not published.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<string> ReadGestureConfigurationAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads the delivery modes of the account. Safe to repeat; changes rarely.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The delivery modes.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<IReadOnlyList<CdiscountDeliveryMode>> ListDeliveryModesAsync(CancellationToken cancellationToken = default);

    /// <summary>Shows what a change of prices would send in one encoding, whatever the options say. Sends nothing.</summary>
    /// <param name="changes">1 to 10 000 items, each SKU once.</param>
    /// <param name="encoding">The encoding to look at.</param>
    /// <returns>The bodies in their order, and the items that this client would refuse.</returns>
    OfferPreview PreviewPrices(IReadOnlyList<PriceChange> changes, CdiscountTaxEncoding encoding);

    /// <summary>Shows what creating or replacing offers would send in one encoding, whatever the options say. Sends nothing.</summary>
    /// <param name="offers">1 to 10 000 offers, each SKU once.</param>
    /// <param name="encoding">The encoding to look at.</param>
    /// <returns>The bodies in their order, and the offers that this client would refuse.</returns>
    OfferPreview PreviewOffers(IReadOnlyList<OfferDraft> offers, CdiscountTaxEncoding encoding);
}
