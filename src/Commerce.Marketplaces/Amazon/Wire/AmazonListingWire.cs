using System.Text.Json.Serialization;

namespace Commerce.Marketplaces.Amazon.Wire;

internal sealed record AmazonListingPage(int? NumberOfResults, AmazonPagination? Pagination, IReadOnlyList<AmazonListing>? Items);

internal sealed record AmazonListing
{
    public string? Sku { get; init; }

    public IReadOnlyList<AmazonListingSummary>? Summaries { get; init; }

    public IReadOnlyList<AmazonListingOffer>? Offers { get; init; }

    public IReadOnlyList<AmazonAvailability>? FulfillmentAvailability { get; init; }

    public IReadOnlyList<AmazonIssue>? Issues { get; init; }
}

internal sealed record AmazonListingSummary
{
    public string? MarketplaceId { get; init; }

    public string? Asin { get; init; }

    public string? ConditionType { get; init; }

    public IReadOnlyList<string>? Status { get; init; }

    public string? ItemName { get; init; }

    public DateTimeOffset? CreatedDate { get; init; }
}

internal sealed record AmazonListingOffer(string? MarketplaceId, string? OfferType, AmazonMoney? Price);

internal sealed record AmazonAvailability(string? FulfillmentChannelCode, int? Quantity);

internal sealed record AmazonIssue(
    string? Code, string? Message, string? Severity, IReadOnlyList<string>? AttributeNames, IReadOnlyList<string>? MarketplaceIds);

internal sealed record AmazonPatchRequest(string ProductType, IReadOnlyList<AmazonPatch> Patches);

internal sealed record AmazonPatch(string Op, string Path, IReadOnlyList<AmazonAttribute> Value);

internal sealed record AmazonPutRequest(string ProductType, string Requirements, AmazonAttributes Attributes);

internal sealed record AmazonAttributes
{
    [JsonPropertyName("condition_type")]
    public required IReadOnlyList<AmazonAttribute> ConditionType { get; init; }

    [JsonPropertyName("merchant_suggested_asin")]
    public IReadOnlyList<AmazonAttribute>? MerchantSuggestedAsin { get; init; }

    [JsonPropertyName("externally_assigned_product_identifier")]
    public IReadOnlyList<AmazonAttribute>? ExternallyAssignedProductIdentifier { get; init; }

    [JsonPropertyName("fulfillment_availability")]
    public required IReadOnlyList<AmazonAttribute> FulfillmentAvailability { get; init; }

    [JsonPropertyName("purchasable_offer")]
    public required IReadOnlyList<AmazonAttribute> PurchasableOffer { get; init; }
}

internal sealed record AmazonAttribute
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("value")]
    public string? Value { get; init; }

    [JsonPropertyName("fulfillment_channel_code")]
    public string? FulfillmentChannelCode { get; init; }

    [JsonPropertyName("quantity")]
    public int? Quantity { get; init; }

    [JsonPropertyName("lead_time_to_ship_max_days")]
    public int? LeadTimeToShipMaxDays { get; init; }

    [JsonPropertyName("marketplace_id")]
    public string? MarketplaceId { get; init; }

    [JsonPropertyName("currency")]
    public string? Currency { get; init; }

    [JsonPropertyName("audience")]
    public string? Audience { get; init; }

    [JsonPropertyName("our_price")]
    public IReadOnlyList<AmazonPriceSchedules>? OurPrice { get; init; }
}

internal sealed record AmazonPriceSchedules([property: JsonPropertyName("schedule")] IReadOnlyList<AmazonPriceSchedule> Schedule);

internal sealed record AmazonPriceSchedule([property: JsonPropertyName("value_with_tax")] decimal ValueWithTax);

internal sealed record AmazonSubmission(string? Sku, string? Status, IReadOnlyList<AmazonIssue>? Issues);

internal sealed record AmazonListingsFeed(AmazonFeedHeader Header, IReadOnlyList<AmazonFeedMessage> Messages);

internal sealed record AmazonFeedHeader(string SellerId, string Version, string? IssueLocale);

internal sealed record AmazonFeedMessage
{
    public required int MessageId { get; init; }

    public required string Sku { get; init; }

    public required string OperationType { get; init; }

    public string? ProductType { get; init; }

    public string? Requirements { get; init; }

    public AmazonAttributes? Attributes { get; init; }

    public IReadOnlyList<AmazonPatch>? Patches { get; init; }
}

internal sealed record AmazonFeedReport(IReadOnlyList<AmazonFeedIssue>? Issues, AmazonFeedSummary? Summary);

internal sealed record AmazonFeedIssue(int? MessageId, string? Code, string? Severity, string? Message, string? AttributeName);

internal sealed record AmazonFeedSummary(int? MessagesProcessed, int? MessagesAccepted, int? MessagesInvalid);
