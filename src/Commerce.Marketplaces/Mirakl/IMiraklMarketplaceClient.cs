namespace Commerce.Marketplaces.Mirakl;

/// <summary>What only Mirakl has. Every client that <c>AddMiraklMarketplace</c> registers implements it.</summary>
public interface IMiraklMarketplaceClient : IMarketplaceClient
{
    /// <summary>Reads the operator's reasons for refunds, cancellations and incidents. Safe to repeat; changes rarely, so keep it for a day.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The reasons.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<IReadOnlyList<MiraklReason>> ListReasonsAsync(CancellationToken cancellationToken = default);

    /// <summary>Closes a buyer's incident on a line. Safe to repeat.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="lineId">The line.</param>
    /// <param name="reasonCode">The operator's code, from <see cref="ListReasonsAsync"/>.</param>
    /// <param name="cancellationToken">Stops waiting; Mirakl may still do it.</param>
    /// <returns>The order as it is afterwards, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<MarketplaceOrder>> ResolveIncidentAsync(
        MarketplaceOrderId orderId, MarketplaceOrderLineId lineId, string reasonCode, CancellationToken cancellationToken = default);
}
