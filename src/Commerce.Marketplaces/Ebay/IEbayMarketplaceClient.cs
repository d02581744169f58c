namespace Commerce.Marketplaces.Ebay;

/// <summary>What eBay has beyond the common interfaces: items not received, cases, payment disputes, signing keys, quotas, reports.</summary>
public interface IEbayMarketplaceClient : IMarketplaceClient
{
    /// <summary>Lists the refunds of an order: what to look at before a refund without an answer is sent again. Safe to repeat.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The refunds of the order and of its lines; none when the order is not known.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<IReadOnlyList<EbayRefund>> ListRefundsAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken = default);

    /// <summary>Asks whether an order can still be cancelled. Safe to repeat; eBay's sandbox does not have it.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Whether, and why not, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<EbayCancellationCheck>> CheckCancellationAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken = default);

    /// <summary>Lists inquiries about items that did not arrive. Safe to repeat.</summary>
    /// <param name="query">Which ones.</param>
    /// <returns>The inquiries, page by page.</returns>
    Paged<EbayResolutionCase> ListInquiries(EbayResolutionQuery query);

    /// <summary>Lists cases that were escalated to eBay. Safe to repeat.</summary>
    /// <param name="query">Which ones.</param>
    /// <returns>The cases, page by page.</returns>
    Paged<EbayResolutionCase> ListCases(EbayResolutionQuery query);

    /// <summary>Tells by which carrier and number the item of an inquiry or a case is on its way. Safe to repeat.</summary>
    /// <param name="resolution">The inquiry or case.</param>
    /// <param name="carrier">The carrier: 1 to 100 characters.</param>
    /// <param name="trackingNumber">The tracking number: letters and digits are sent.</param>
    /// <param name="cancellationToken">Stops waiting; eBay may still take it.</param>
    /// <returns>The inquiry or case as it was given, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<EbayResolutionCase>> ProvideShipmentAsync(
        EbayResolutionCase resolution, string carrier, string trackingNumber, CancellationToken cancellationToken = default);

    /// <summary>Pays the buyer of an inquiry or a case back in full. Not safe to repeat: list it again first.</summary>
    /// <param name="resolution">The inquiry or case.</param>
    /// <param name="note">A note for the buyer.</param>
    /// <param name="cancellationToken">Stops waiting; eBay may still take it.</param>
    /// <returns>The inquiry or case as it was given, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<EbayResolutionCase>> RefundResolutionAsync(EbayResolutionCase resolution, string? note = null, CancellationToken cancellationToken = default);

    /// <summary>Writes to the buyer within an inquiry; a case takes no messages. Not safe to repeat.</summary>
    /// <param name="resolution">The inquiry.</param>
    /// <param name="text">The words: 1 to 1 000 characters.</param>
    /// <param name="cancellationToken">Stops waiting; eBay may still take it.</param>
    /// <returns>The inquiry as it was given, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<EbayResolutionCase>> WriteToInquiryAsync(EbayResolutionCase resolution, string text, CancellationToken cancellationToken = default);

    /// <summary>Lists payments that buyers dispute at their bank. Safe to repeat.</summary>
    /// <param name="query">Which ones.</param>
    /// <returns>The disputes, page by page.</returns>
    Paged<EbayPaymentDispute> ListPaymentDisputes(EbayPaymentDisputeQuery query);

    /// <summary>Reads a payment dispute with its revision and what may be answered. Safe to repeat.</summary>
    /// <param name="id">The dispute.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The dispute, or <see langword="null"/> when it is not known.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<EbayPaymentDispute?> FindPaymentDisputeAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Accepts or contests a payment dispute. Reads its revision first; a second answer is refused.</summary>
    /// <param name="id">The dispute.</param>
    /// <param name="isAccepted">Whether the buyer gets the money back.</param>
    /// <param name="note">A note for eBay, when it is contested.</param>
    /// <param name="cancellationToken">Stops waiting; eBay may still take it.</param>
    /// <returns>The dispute as it was before the answer, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<EbayPaymentDispute>> AnswerPaymentDisputeAsync(
        string id, bool isAccepted, string? note = null, CancellationToken cancellationToken = default);

    /// <summary>Makes a signing key. eBay tells its private part this once: keep it. Not safe to repeat.</summary>
    /// <param name="cipher">Ed25519 or RSA.</param>
    /// <param name="cancellationToken">Stops waiting; eBay may still make it.</param>
    /// <returns>The key with its private part, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<EbaySigningKey>> CreateSigningKeyAsync(EbaySigningCipher cipher, CancellationToken cancellationToken = default);

    /// <summary>Reads the application's quotas: daily counts that eBay starts anew at midnight, Pacific time. Safe to repeat.</summary>
    /// <param name="context">The context of APIs, such as <c>sell</c>; all when not given.</param>
    /// <param name="api">The API, such as <c>inventory</c>; all when not given.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The quotas; none when eBay has no figures.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<IReadOnlyList<EbayQuota>> ReadQuotasAsync(string? context = null, string? api = null, CancellationToken cancellationToken = default);

    /// <summary>Asks for the report of all active listings, also those that the Inventory API does not see. Not safe to repeat: each call makes a report.</summary>
    /// <param name="cancellationToken">Stops waiting; eBay may still make it.</param>
    /// <returns>The report to ask for later, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<EbayReport>> RequestListingReportAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads how far a report is. Safe to repeat.</summary>
    /// <param name="report">The report as it was returned.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The report as it is now.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<EbayReport> GetReportAsync(EbayReport report, CancellationToken cancellationToken = default);

    /// <summary>Fetches the file of a report that is done: XML in a ZIP archive. Safe to repeat.</summary>
    /// <param name="report">The report.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The bytes as eBay gives them.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<ReadOnlyMemory<byte>> DownloadReportAsync(EbayReport report, CancellationToken cancellationToken = default);
}
