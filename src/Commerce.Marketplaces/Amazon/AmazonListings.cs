using System.Text;
using System.Text.Json;
using Commerce.Http;
using Commerce.Marketplaces.Amazon.Wire;

namespace Commerce.Marketplaces.Amazon;

/// <summary>Writes listings and reads them. Pure functions. Source: Listings Items API 2021-08-01, JSON_LISTINGS_FEED 2.0.</summary>
internal static class AmazonListings
{
    // What belongs to the seller's own stock; AMAZON_EU and the like are Amazon's warehouses, whose quantity nobody writes.
    internal const string OwnStock = "DEFAULT";

    private const string AnyProduct = "PRODUCT";
    private const string OfferOnly = "LISTING_OFFER_ONLY";
    private const string Everybody = "ALL";

    // "replace" would drop the sibling entries of the attribute: other stores, businesses, Amazon's warehouses.
    private const string Merge = "merge";

    internal static AmazonPatchRequest Patch(StockChange change) =>
        new(ProductType(change.VendorFields), [new AmazonPatch(Merge, "/attributes/fulfillment_availability", [Availability(change.Quantity, LeadTime(change.VendorFields))])]);

    internal static AmazonPatchRequest Patch(PriceChange change, IEnumerable<string> stores) =>
        new(ProductType(change.VendorFields), [new AmazonPatch(Merge, "/attributes/purchasable_offer", [.. stores.Select(store => Price(change.Price, store))])]);

    internal static AmazonPutRequest Put(OfferDraft draft, string store) => new(ProductType(draft.VendorFields), OfferOnly, Attributes(draft, [store]));

    internal static AmazonFeedMessage Message(int number, Sku sku, AmazonPatchRequest patch) => new()
    {
        MessageId = number, Sku = sku.Value, OperationType = "PATCH", ProductType = patch.ProductType, Patches = patch.Patches,
    };

    internal static AmazonFeedMessage Message(int number, OfferDraft draft, IReadOnlyList<string> stores) => new()
    {
        MessageId = number,
        Sku = draft.Sku.Value,
        OperationType = "UPDATE",
        ProductType = ProductType(draft.VendorFields),
        Requirements = OfferOnly,
        Attributes = Attributes(draft, stores),
    };

    internal static AmazonFeedMessage Deletion(int number, Sku sku) => new() { MessageId = number, Sku = sku.Value, OperationType = "DELETE" };

    internal static byte[] Feed(string sellerId, string? locale, IEnumerable<AmazonFeedMessage> messages) => JsonSerializer.SerializeToUtf8Bytes(
        new AmazonListingsFeed(new AmazonFeedHeader(sellerId, "2.0", locale), [.. messages]), AmazonJson.Default.AmazonListingsFeed);

    /// <summary>Judges an answer that says 200 whether or not it takes the listing.</summary>
    internal static Refusal? Judge(VendorAnswer answer)
    {
        if (!answer.IsSuccess)
        {
            return AmazonErrors.IsRefusal(answer)
                ? answer.Refusal(answer.Status == 404 ? RefusalCode.NotFound : RefusalCode.ExternalRejected)
                : throw answer.Failure();
        }

        var submission = answer.ReadJson(AmazonJson.Default.AmazonSubmission);
        switch (submission.Status)
        {
            case "ACCEPTED" or "VALID":
                return null;
            case "INVALID":
                var issues = (submission.Issues ?? []).Where(static issue => issue.Severity == "ERROR").ToList();
                return new Refusal(RefusalCode.ExternalRejected, Words(issues.Select(static issue => issue.Message)))
                {
                    VendorCode = issues.FirstOrDefault()?.Code,
                    Field = issues.FirstOrDefault()?.AttributeNames is [{ } field, ..] ? field : null,
                    RequestId = answer.RequestId,
                };
            default:
                throw answer.Malformed("the status of the listing (status) is missing or unknown");
        }
    }

    /// <summary>Reads what became of each message of a feed.</summary>
    internal static IReadOnlyList<ItemOutcome<OfferKey>> Outcomes(ReadOnlyMemory<byte> report, IReadOnlyList<OfferKey> keys, bool isFailed)
    {
        var read = JsonSerializer.Deserialize(report.Span, AmazonJson.Default.AmazonFeedReport) ?? throw new FormatException("report");
        var errors = (read.Issues ?? []).Where(static issue => issue.Severity == "ERROR").ToList();
        var whole = errors.Where(static issue => issue.MessageId is null).ToList();
        if (!isFailed && whole.Count == 0 && (read.Summary?.MessagesProcessed ?? throw new FormatException("summary.messagesProcessed")) < keys.Count)
        {
            throw new FormatException("summary.messagesProcessed");
        }

        var byMessage = errors.Where(static issue => issue.MessageId is not null).ToLookup(static issue => issue.MessageId!.Value);
        return
        [
            .. keys.Select((key, index) =>
            {
                List<AmazonFeedIssue> own = [.. byMessage[index + 1].Concat(whole)];
                return own.Count == 0 && !isFailed
                    ? new ItemOutcome<OfferKey>(key)
                    : new ItemOutcome<OfferKey>(key, new Refusal(RefusalCode.ExternalRejected, Words(own.Select(static issue => issue.Message)))
                    {
                        VendorCode = own.FirstOrDefault()?.Code,
                        Field = own.FirstOrDefault()?.AttributeName,
                    });
            }),
        ];
    }

    internal static Offer? FromListing(AmazonListing listing, string store)
    {
        var sku = new Sku(AmazonMapping.Needed(listing.Sku, "sku"));
        if ((listing.Summaries ?? []).FirstOrDefault(entry => entry.MarketplaceId == store) is not { } summary)
        {
            return null;
        }

        var availability = listing.FulfillmentAvailability ?? [];
        return new Offer
        {
            Sku = sku,
            Channel = store,
            VendorProductId = summary.Asin,
            Title = summary.ItemName is null ? null : WireText.Cut(summary.ItemName, 1000),
            Quantity = (availability.FirstOrDefault(static entry => entry.FulfillmentChannelCode == OwnStock) ?? (availability.Count > 0 ? availability[0] : null))?.Quantity,
            Price = AmazonMapping.FromMoney(
                (listing.Offers ?? []).FirstOrDefault(offer => offer.MarketplaceId == store && offer.OfferType != "B2B")?.Price, "offers.price"),
            IsActive = (summary.Status ?? []).Contains("BUYABLE"),
            Issues =
            [
                .. (listing.Issues ?? [])
                    .Where(issue => issue.Severity == "ERROR" && (issue.MarketplaceIds is null or [] || issue.MarketplaceIds.Contains(store)))
                    .Select(static issue => issue.Message ?? issue.Code).OfType<string>(),
            ],
            Condition = summary.ConditionType,
        };
    }

    private static string Words(IEnumerable<string?> messages)
    {
        var text = string.Join(' ', messages.OfType<string>().Where(static message => message.Length > 0).Distinct());
        return "amazon refused: " + WireText.Cut(text.Length == 0 ? "no reason given" : text, 1900);
    }

    private static string ProductType(IReadOnlyDictionary<string, string> fields) => fields.GetValueOrDefault("productType", AnyProduct);

    private static int? LeadTime(IReadOnlyDictionary<string, string> fields) =>
        fields.TryGetValue("lead_time_to_ship_max_days", out var days) ? int.Parse(days, System.Globalization.CultureInfo.InvariantCulture) : null;

    private static AmazonAttribute Availability(int quantity, int? leadTime) =>
        new() { FulfillmentChannelCode = OwnStock, Quantity = quantity, LeadTimeToShipMaxDays = leadTime };

    private static AmazonAttribute Price(Money price, string store) => new()
    {
        MarketplaceId = store,
        Currency = price.Currency.Code,
        Audience = Everybody,
        OurPrice = [new AmazonPriceSchedules([new AmazonPriceSchedule(price.Amount)])],
    };

    private static AmazonAttributes Attributes(OfferDraft draft, IReadOnlyList<string> stores)
    {
        var isAsin = draft.ProductIdType.Equals("ASIN", StringComparison.OrdinalIgnoreCase);
        IReadOnlyList<AmazonAttribute> product =
        [
            .. stores.Select(store => new AmazonAttribute
            {
                Type = isAsin ? null : WireText.ToAscii(draft.ProductIdType).ToLower(System.Globalization.CultureInfo.InvariantCulture),
                Value = draft.ProductId,
                MarketplaceId = store,
            }),
        ];
        return new AmazonAttributes
        {
            ConditionType = [.. stores.Select(store => new AmazonAttribute { Value = draft.Condition, MarketplaceId = store })],
            MerchantSuggestedAsin = isAsin ? product : null,
            ExternallyAssignedProductIdentifier = isAsin ? null : product,
            FulfillmentAvailability = [Availability(draft.Quantity, draft.LeadTimeDays)],
            PurchasableOffer = [.. stores.Select(store => Price(draft.Price, store))],
        };
    }
}
