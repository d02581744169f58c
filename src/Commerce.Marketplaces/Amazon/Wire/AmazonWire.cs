using System.Text.Json.Serialization;

namespace Commerce.Marketplaces.Amazon.Wire;

internal sealed record AmazonToken(
    [property: JsonPropertyName("access_token")] string? AccessToken, [property: JsonPropertyName("expires_in")] int? ExpiresIn);

internal sealed record AmazonErrorBody
{
    public IReadOnlyList<AmazonErrorEntry>? Errors { get; init; }

    // The token service has a form of its own.
    public string? Error { get; init; }

    [JsonPropertyName("error_description")]
    public string? ErrorDescription { get; init; }
}

internal sealed record AmazonErrorEntry(string? Code, string? Message, string? Details);

internal sealed record AmazonDocumentRequest(string ContentType);

internal sealed record AmazonDocument(string? FeedDocumentId, string? ReportDocumentId, string? Url, string? CompressionAlgorithm);

internal sealed record AmazonFeedRequest(string FeedType, IReadOnlyList<string> MarketplaceIds, string InputFeedDocumentId);

internal sealed record AmazonFeedId(string? FeedId);

internal sealed record AmazonFeedStatus
{
    public string? FeedId { get; init; }

    public string? FeedType { get; init; }

    public IReadOnlyList<string>? MarketplaceIds { get; init; }

    public DateTimeOffset? CreatedTime { get; init; }

    public string? ProcessingStatus { get; init; }

    public DateTimeOffset? ProcessingStartTime { get; init; }

    public DateTimeOffset? ProcessingEndTime { get; init; }

    public string? ResultFeedDocumentId { get; init; }
}

internal sealed record AmazonFeeds(IReadOnlyList<AmazonFeedStatus>? Feeds, string? NextToken);

internal sealed record AmazonNewReport
{
    public required string ReportType { get; init; }

    public DateTimeOffset? DataStartTime { get; init; }

    public DateTimeOffset? DataEndTime { get; init; }

    public required IReadOnlyList<string> MarketplaceIds { get; init; }

    public IReadOnlyDictionary<string, string>? ReportOptions { get; init; }
}

internal sealed record AmazonReportId(string? ReportId);

internal sealed record AmazonReportStatus
{
    public string? ReportId { get; init; }

    public string? ReportType { get; init; }

    public IReadOnlyList<string>? MarketplaceIds { get; init; }

    public DateTimeOffset? DataStartTime { get; init; }

    public DateTimeOffset? DataEndTime { get; init; }

    public string? ReportScheduleId { get; init; }

    public DateTimeOffset? CreatedTime { get; init; }

    public string? ProcessingStatus { get; init; }

    public DateTimeOffset? ProcessingStartTime { get; init; }

    public DateTimeOffset? ProcessingEndTime { get; init; }

    public string? ReportDocumentId { get; init; }
}

internal sealed record AmazonReports(IReadOnlyList<AmazonReportStatus>? Reports, string? NextToken);

internal sealed record AmazonActions([property: JsonPropertyName("_links")] AmazonLinks? Links);

internal sealed record AmazonLinks(IReadOnlyList<AmazonLink>? Actions);

internal sealed record AmazonLink(string? Name);

internal sealed record AmazonMessage
{
    public string? Text { get; init; }

    public IReadOnlyList<AmazonAttachment>? Attachments { get; init; }

    public DateTimeOffset? CoverageStartDate { get; init; }

    public DateTimeOffset? CoverageEndDate { get; init; }
}

internal sealed record AmazonAttachment(string UploadDestinationId, string FileName);

internal sealed record AmazonBuyerAttributes(AmazonBuyerLocale? Buyer);

internal sealed record AmazonBuyerLocale(string? Locale);

internal sealed record AmazonUpload(AmazonUploadDestination? Payload);

internal sealed record AmazonUploadDestination(string? UploadDestinationId, string? Url, IReadOnlyDictionary<string, string>? Headers);

internal sealed record AmazonDestinations(IReadOnlyList<AmazonDestinationEntry>? Payload);

internal sealed record AmazonDestinationAnswer(AmazonDestinationEntry? Payload);

internal sealed record AmazonDestinationEntry(string? DestinationId, string? Name, AmazonResource? Resource);

internal sealed record AmazonResource(AmazonSqs? Sqs, AmazonEventBridge? EventBridge);

internal sealed record AmazonSqs(string? Arn);

internal sealed record AmazonEventBridge(string? Name, string? Region, string? AccountId);

internal sealed record AmazonNewDestination(string Name, AmazonResource ResourceSpecification);

internal sealed record AmazonSubscriptions(AmazonSubscriptionList? Payload);

internal sealed record AmazonSubscriptionList(IReadOnlyList<AmazonSubscription>? Subscriptions, string? NextToken);

internal sealed record AmazonSubscriptionAnswer(AmazonSubscription? Payload);

internal sealed record AmazonSubscription(string? SubscriptionId, string? DestinationId);

internal sealed record AmazonNewSubscription(string PayloadVersion, string DestinationId, AmazonDirective? ProcessingDirective);

internal sealed record AmazonDirective(AmazonEventFilter EventFilter);

internal sealed record AmazonEventFilter
{
    public required string EventFilterType { get; init; }

    public IReadOnlyList<string>? OrderChangeTypes { get; init; }

    public IReadOnlyList<string>? MarketplaceIds { get; init; }

    public AmazonAggregation? AggregationSettings { get; init; }
}

internal sealed record AmazonAggregation(string AggregationTimePeriod);

internal sealed record AmazonTestNotification(string DestinationId, AmazonTestScenario TestNotification);

internal sealed record AmazonTestScenario(string PayloadVersion);

internal sealed record AmazonReturns(IReadOnlyList<AmazonReturn>? Returns, string? NextToken);

internal sealed record AmazonReturn
{
    public string? Id { get; init; }

    public string? MerchantSku { get; init; }

    public int? NumberOfUnits { get; init; }

    public string? Status { get; init; }

    public DateTimeOffset? CreationDateTime { get; init; }

    public DateTimeOffset? LastUpdatedDateTime { get; init; }

    public AmazonReturnMetadata? ReturnMetadata { get; init; }

    public AmazonReturnShipping? ReturnShippingInfo { get; init; }

    public AmazonReturnChannel? MarketplaceChannelDetails { get; init; }
}

internal sealed record AmazonReturnMetadata(string? ReturnReason, string? RmaId);

internal sealed record AmazonReturnShipping(AmazonReturnTracking? ReverseTrackingInfo);

internal sealed record AmazonReturnTracking(string? TrackingId);

internal sealed record AmazonReturnChannel(string? CustomerOrderId, string? ChannelSku);

internal sealed record AmazonParticipations(IReadOnlyList<AmazonParticipation>? Payload);

internal sealed record AmazonParticipation(AmazonMarketplaceEntry? Marketplace, AmazonParticipationState? Participation, string? StoreName);

internal sealed record AmazonMarketplaceEntry
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? CountryCode { get; init; }

    public string? DefaultCurrencyCode { get; init; }

    public string? DefaultLanguageCode { get; init; }

    public string? DomainName { get; init; }
}

internal sealed record AmazonParticipationState(bool? IsParticipating, bool? HasSuspendedListings);

internal sealed record AmazonInventory(AmazonPagination? Pagination, AmazonInventoryPayload? Payload);

internal sealed record AmazonInventoryPayload(IReadOnlyList<AmazonInventorySummary>? InventorySummaries);

internal sealed record AmazonInventorySummary
{
    public string? Asin { get; init; }

    public string? FnSku { get; init; }

    public string? SellerSku { get; init; }

    public string? Condition { get; init; }

    public DateTimeOffset? LastUpdatedTime { get; init; }

    public int? TotalQuantity { get; init; }

    public AmazonInventoryDetails? InventoryDetails { get; init; }
}

internal sealed record AmazonInventoryDetails
{
    public int? FulfillableQuantity { get; init; }

    public int? InboundWorkingQuantity { get; init; }

    public int? InboundShippedQuantity { get; init; }

    public int? InboundReceivingQuantity { get; init; }

    public AmazonReserved? ReservedQuantity { get; init; }

    public AmazonUnfulfillable? UnfulfillableQuantity { get; init; }
}

internal sealed record AmazonReserved(int? TotalReservedQuantity);

internal sealed record AmazonUnfulfillable(int? TotalUnfulfillableQuantity);

internal sealed record AmazonTokenRequest(IReadOnlyList<AmazonTokenResource> RestrictedResources, string? TargetApplication = null);

internal sealed record AmazonTokenResource(string Method, string Path, IReadOnlyList<string>? DataElements);

internal sealed record AmazonRestrictedTokenAnswer(string? RestrictedDataToken, int? ExpiresIn);

internal sealed record AmazonPriceRequests(IReadOnlyList<AmazonPriceRequest> Requests);

internal sealed record AmazonPriceRequest(string MarketplaceId, string Sku, string Method, string Uri);

internal sealed record AmazonPriceAnswers(IReadOnlyList<AmazonPriceAnswer>? Responses);

internal sealed record AmazonPriceAnswer(AmazonStatusLine? Status, AmazonPriceBody? Body);

internal sealed record AmazonStatusLine(int? StatusCode);

internal sealed record AmazonPriceBody(IReadOnlyList<AmazonPriceResult>? FeaturedOfferExpectedPriceResults, IReadOnlyList<AmazonErrorEntry>? Errors);

internal sealed record AmazonPriceResult(
    AmazonListingPrice? FeaturedOfferExpectedPrice, string? ResultStatus, AmazonFeaturedOffer? CompetingFeaturedOffer, AmazonFeaturedOffer? CurrentFeaturedOffer);

internal sealed record AmazonListingPrice(AmazonNumber? ListingPrice);

internal sealed record AmazonFeaturedOffer(AmazonOfferIdentifier? OfferIdentifier, AmazonOfferPrice? Price);

internal sealed record AmazonOfferIdentifier(string? SellerId);

internal sealed record AmazonOfferPrice(AmazonNumber? ListingPrice, AmazonNumber? ShippingPrice);

internal sealed record AmazonNumber(decimal? Amount, string? CurrencyCode);

internal sealed record AmazonSummaryRequests(IReadOnlyList<AmazonSummaryRequest> Requests);

internal sealed record AmazonSummaryRequest(string Asin, string MarketplaceId, IReadOnlyList<string> IncludedData, string Method, string Uri);

internal sealed record AmazonSummaryAnswers(IReadOnlyList<AmazonSummaryAnswer>? Responses);

internal sealed record AmazonSummaryAnswer(AmazonStatusLine? Status, AmazonSummaryBody? Body);

internal sealed record AmazonSummaryBody
{
    public IReadOnlyList<AmazonBuyingOption>? FeaturedBuyingOptions { get; init; }

    public IReadOnlyList<AmazonReferencePrice>? ReferencePrices { get; init; }

    public IReadOnlyList<AmazonErrorEntry>? Errors { get; init; }
}

internal sealed record AmazonBuyingOption(IReadOnlyList<AmazonSegmentedOffer>? SegmentedFeaturedOffers);

internal sealed record AmazonSegmentedOffer(
    string? SellerId, string? Condition, string? FulfillmentType, AmazonNumber? ListingPrice, IReadOnlyList<AmazonShippingOption>? ShippingOptions);

internal sealed record AmazonShippingOption(AmazonNumber? Price);

internal sealed record AmazonReferencePrice(string? Name, AmazonNumber? Price);
