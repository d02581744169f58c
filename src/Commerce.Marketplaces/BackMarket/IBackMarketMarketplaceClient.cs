namespace Commerce.Marketplaces.BackMarket;

/// <summary>What Back Market alone has. The same object implements the interfaces that all marketplaces share.</summary>
public interface IBackMarketMarketplaceClient : IMarketplaceClient
{
    /// <summary>Registers IMEI and serial number of the piece in a line. Back Market never corrects them. Not safe to repeat.</summary>
    /// <param name="lineId">The line.</param>
    /// <param name="imei">The IMEI: 1 to 15 digits; give it or <paramref name="serialNumber"/> or both.</param>
    /// <param name="serialNumber">The serial number: 1 to 50 characters.</param>
    /// <param name="cancellationToken">Stops waiting; Back Market may still take them.</param>
    /// <returns>What is registered now, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<BackMarketIdentifiers>> SetIdentifiersAsync(
        MarketplaceOrderLineId lineId, string? imei, string? serialNumber, CancellationToken cancellationToken = default);

    /// <summary>Reads the BackShip labels of an order; Back Market makes one once the order is accepted. It is still the seller who tells that it is shipped. Safe to repeat.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The deliveries; empty for a seller without BackShip.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<IReadOnlyList<BackMarketDelivery>> ListDeliveriesAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken = default);

    /// <summary>Declares a problem with what came back in a care folder. Not safe to repeat: read the folder first.</summary>
    /// <param name="threadId">The care folder.</param>
    /// <param name="problem">The problem; folders with a number below 100 000 000 take <see cref="BackMarketProblem.Other"/> only, without words and files.</param>
    /// <param name="message">Words to it.</param>
    /// <param name="attachments">At most 10 files of 3 MB each; some problems need one.</param>
    /// <param name="cancellationToken">Stops waiting; Back Market may still take it.</param>
    /// <returns>The folder, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<SentMessage>> DeclareProblemAsync(
        ThreadId threadId, BackMarketProblem problem, string? message, IReadOnlyList<MessageAttachment> attachments, CancellationToken cancellationToken = default);

    /// <summary>Tells that an item is on its way back to the buyer. Safe to repeat: a tracking number counts once.</summary>
    /// <param name="threadId">The care folder; those with a number above 100 000 000 are refused by Back Market for now.</param>
    /// <param name="carrier">The carrier.</param>
    /// <param name="trackingNumber">The tracking number.</param>
    /// <param name="action">What was done with it.</param>
    /// <param name="cancellationToken">Stops waiting; Back Market may still take it.</param>
    /// <returns>The transfer, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<BackMarketItemTransfer>> TransferItemAsync(
        ThreadId threadId, string carrier, string trackingNumber, BackMarketItemAction action, CancellationToken cancellationToken = default);

    /// <summary>Reads who competes for the place on the product page, market by market. Twice a second at most. Safe to repeat.</summary>
    /// <param name="listingId">The listing (<see cref="Offer.VendorOfferId"/>).</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The competition; one entry for each market.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<IReadOnlyList<BackMarketCompetitor>> ListCompetitorsAsync(string listingId, CancellationToken cancellationToken = default);
}
