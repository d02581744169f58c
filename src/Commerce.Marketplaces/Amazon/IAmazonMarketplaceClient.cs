namespace Commerce.Marketplaces.Amazon;

/// <summary>What only Amazon has: the cursor of orders, feeds and reports, prices of others, Amazon's own warehouses, queues, review requests.</summary>
public interface IAmazonMarketplaceClient : IMarketplaceClient
{
    /// <summary>Reads one page of orders with Amazon's own mark of how far it told everything. Safe to repeat.</summary>
    /// <param name="query">Which orders.</param>
    /// <param name="from">Where the page starts; the beginning when not given. A token lives for 24 hours.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The page.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<AmazonOrderPage> ReadOrdersAsync(OrderQuery query, ContinuationToken? from = null, CancellationToken cancellationToken = default);

    /// <summary>Tells how far an order is that the buyer collects from a shop. Safe to repeat.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="state">Where it is.</param>
    /// <param name="lines">The lines; empty for the whole order.</param>
    /// <param name="cancellationToken">Stops waiting; Amazon may still take it.</param>
    /// <returns>The order without parcels, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<OrderShipped>> UpdatePickupAsync(
        MarketplaceOrderId orderId, AmazonPickupState state, IReadOnlyList<ParcelLine> lines, CancellationToken cancellationToken = default);

    /// <summary>Lists the stores where the seller may sell. Safe to repeat, but rarely allowed: keep it for a day.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The stores.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<IReadOnlyList<AmazonStore>> ListStoresAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads one offer. Safe to repeat.</summary>
    /// <param name="offer">The SKU and the store; the account's first store when none is named.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The offer, or <see langword="null"/> when the store does not have it.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Offer?> FindOfferAsync(OfferKey offer, CancellationToken cancellationToken = default);

    /// <summary>Lists feeds, newest first: the place to look when the answer to a refund was lost. Safe to repeat.</summary>
    /// <param name="query">Which feeds.</param>
    /// <returns>The feeds, page by page.</returns>
    Paged<AmazonFeed> ListFeeds(AmazonFeedQuery query);

    /// <summary>Calls a feed back that is still in the queue.</summary>
    /// <param name="feedId">The feed.</param>
    /// <param name="cancellationToken">Stops waiting; Amazon may still do it.</param>
    /// <returns>Whether it was called back, or why not.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<ItemOutcome<BatchId>> CancelFeedAsync(BatchId feedId, CancellationToken cancellationToken = default);

    /// <summary>Asks for a report, such as that of returns. A second one does no harm.</summary>
    /// <param name="request">Which report.</param>
    /// <param name="cancellationToken">Stops waiting; Amazon may still make it.</param>
    /// <returns>The report's number, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<ItemOutcome<string>> RequestReportAsync(AmazonReportRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads how far a report is. Safe to repeat.</summary>
    /// <param name="reportId">The report.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The report, or <see langword="null"/> when Amazon does not know it.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<AmazonReport?> FindReportAsync(string reportId, CancellationToken cancellationToken = default);

    /// <summary>Lists reports. Safe to repeat.</summary>
    /// <param name="query">Which reports.</param>
    /// <returns>The reports, page by page.</returns>
    Paged<AmazonReport> ListReports(AmazonReportQuery query);

    /// <summary>Calls a report back that is still in the queue.</summary>
    /// <param name="reportId">The report.</param>
    /// <param name="cancellationToken">Stops waiting; Amazon may still do it.</param>
    /// <returns>Whether it was called back, or why not.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<ItemOutcome<string>> CancelReportAsync(string reportId, CancellationToken cancellationToken = default);

    /// <summary>Fetches a report's file, unpacked. Safe to repeat. It may hold personal data: store it encrypted or not at all.</summary>
    /// <param name="documentId">The file: <see cref="AmazonReport.DocumentId"/>.</param>
    /// <param name="isRestricted">Whether this kind of report holds personal data, so that it takes a restricted token.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The bytes.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<ReadOnlyMemory<byte>> ReadReportAsync(string documentId, bool isRestricted = false, CancellationToken cancellationToken = default);

    /// <summary>Reads the prices at which offers are expected to be featured. Safe to repeat.</summary>
    /// <param name="offers">1 to 40 offers; the account's first store where none is named.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>An answer for each, in their order.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<IReadOnlyList<AmazonExpectedPrice>> GetExpectedPricesAsync(IReadOnlyList<OfferKey> offers, CancellationToken cancellationToken = default);

    /// <summary>Reads what products cost now. Safe to repeat.</summary>
    /// <param name="asins">1 to 20 products.</param>
    /// <param name="marketplaceId">The store; the account's first one when not given.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>An answer for each, in their order.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<IReadOnlyList<AmazonCompetitivePrices>> GetCompetitivePricesAsync(
        IReadOnlyList<string> asins, string? marketplaceId = null, CancellationToken cancellationToken = default);

    /// <summary>Lists what Amazon keeps in its warehouses. Safe to repeat; a page token lives for 30 seconds.</summary>
    /// <param name="query">Which items.</param>
    /// <returns>The items, page by page.</returns>
    Paged<AmazonFbaStock> ListFbaStock(AmazonFbaQuery query);

    /// <summary>Lists the topics under which Amazon lets the seller write to the buyer of an order now. Safe to repeat.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The topics: <see cref="SendMessageRequest.Topic"/>.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<IReadOnlyList<string>> ListMessageTopicsAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken = default);

    /// <summary>Reads the language of the buyer of an order, such as <c>fr-FR</c>. Safe to repeat.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The language, or <see langword="null"/> when Amazon does not tell.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<string?> FindBuyerLocaleAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken = default);

    /// <summary>Sends papers that the law asks for. Not safe to repeat.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="files">1 to 5 files.</param>
    /// <param name="cancellationToken">Stops waiting; the message may still be sent.</param>
    /// <returns>The message, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<SentMessage>> SendLegalDisclosureAsync(
        MarketplaceOrderId orderId, IReadOnlyList<MessageAttachment> files, CancellationToken cancellationToken = default);

    /// <summary>Sends a warranty. Not safe to repeat.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="files">1 to 5 files.</param>
    /// <param name="from">When the warranty starts.</param>
    /// <param name="until">When it ends.</param>
    /// <param name="cancellationToken">Stops waiting; the message may still be sent.</param>
    /// <returns>The message, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<SentMessage>> SendWarrantyAsync(
        MarketplaceOrderId orderId, IReadOnlyList<MessageAttachment> files, DateTimeOffset? from, DateTimeOffset? until, CancellationToken cancellationToken = default);

    /// <summary>Asks the buyer for a review of product and seller: once for an order, 5 to 30 days after delivery.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="cancellationToken">Stops waiting; the request may still be sent.</param>
    /// <returns>The request, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<SentMessage>> RequestReviewAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken = default);

    /// <summary>Tells whether a review can be asked for now. Safe to repeat.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Whether Amazon allows it.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<bool> CanRequestReviewAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken = default);

    /// <summary>Lists the subscriptions of one kind, also of those kinds that <see cref="INotificationSubscriptions"/> does not look for. Safe to repeat.</summary>
    /// <param name="type">The kind, in Amazon's word.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The subscriptions.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<IReadOnlyList<NotificationSubscription>> ListSubscriptionsAsync(string type, CancellationToken cancellationToken = default);

    /// <summary>Lists the application's queues. Safe to repeat.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The queues.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<IReadOnlyList<AmazonQueue>> ListQueuesAsync(CancellationToken cancellationToken = default);

    /// <summary>Makes a queue known to Amazon. Look with <see cref="ListQueuesAsync"/> before a second time.</summary>
    /// <param name="request">The queue.</param>
    /// <param name="cancellationToken">Stops waiting; Amazon may still do it.</param>
    /// <returns>The queue, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<AmazonQueue>> CreateQueueAsync(AmazonQueueRequest request, CancellationToken cancellationToken = default);

    /// <summary>Makes Amazon forget a queue. Safe to repeat.</summary>
    /// <param name="queueId">The queue.</param>
    /// <param name="cancellationToken">Stops waiting; Amazon may still do it.</param>
    /// <returns>Whether it is forgotten, or why not.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<ItemOutcome<string>> DeleteQueueAsync(string queueId, CancellationToken cancellationToken = default);

    /// <summary>Lists returns of external-fulfilment (SmartConnect) locations by what Amazon can be asked for. Safe to repeat.</summary>
    /// <param name="query">Which returns.</param>
    /// <returns>The returns, page by page.</returns>
    Paged<MarketplaceReturn> ListReturns(AmazonReturnQuery query);

    /// <summary>Reads one return of an external-fulfilment location. Safe to repeat.</summary>
    /// <param name="returnId">The return.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The return, or <see langword="null"/> when Amazon does not know it.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<MarketplaceReturn?> FindReturnAsync(MarketplaceReturnId returnId, CancellationToken cancellationToken = default);

    /// <summary>Gets a token for personal data in reports and old APIs; orders need none. Safe to repeat.</summary>
    /// <param name="resources">1 to 50 resources.</param>
    /// <param name="targetApplication">The application that shall use it, when it is another one.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The token.</returns>
    /// <exception cref="CommerceException">A technical failure, or a resource that Amazon does not know.</exception>
    Task<AmazonRestrictedToken> CreateRestrictedTokenAsync(
        IReadOnlyList<AmazonRestrictedResource> resources, string? targetApplication = null, CancellationToken cancellationToken = default);

    /// <summary>Changes the application's secret. The new one arrives in the queue that the application registered for it.</summary>
    /// <param name="cancellationToken">Stops waiting; Amazon may still do it.</param>
    /// <returns>A task that ends when Amazon has taken it.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task RotateClientSecretAsync(CancellationToken cancellationToken = default);
}
