using Commerce.Http;
using Commerce.Marketplaces.Amazon.Wire;

namespace Commerce.Marketplaces.Amazon;

internal sealed partial class AmazonMarketplaceClient
{
    private const string ExpectedPricesPath = "/products/pricing/2022-05-01/offer/featuredOfferExpectedPrice";
    private const string CompetitivePricesPath = "/products/pricing/2022-05-01/items/competitiveSummary";

    // Both only read, although they are posted.
    private static readonly VendorOperation ExpectedPrices = new("expected-prices") { IsSafeToRepeat = true };
    private static readonly VendorOperation CompetitivePrices = new("competitive-prices") { IsSafeToRepeat = true };
    private static readonly VendorOperation ListFbaStockCall = new("list-fba-stock");
    private static readonly VendorOperation ListStoresCall = new("list-stores");
    private static readonly VendorOperation RotateSecret = new("rotate-secret");

    public async Task<IReadOnlyList<AmazonStore>> ListStoresAsync(CancellationToken cancellationToken = default)
    {
        var answer = await GetAsync(new QueryAddress("sellers/v1/marketplaceParticipations"), ListStoresCall, cancellationToken).ConfigureAwait(false);
        return answer.Map(Read(answer, AmazonJson.Default.AmazonParticipations), static body => (IReadOnlyList<AmazonStore>)
        [
            .. (body.Payload ?? throw new FormatException("payload")).Select(static entry => new AmazonStore
            {
                MarketplaceId = AmazonMapping.Needed(entry.Marketplace?.Id, "marketplace.id"),
                Name = AmazonMapping.Needed(entry.Marketplace?.Name, "marketplace.name"),
                CountryCode = AmazonMapping.Needed(entry.Marketplace?.CountryCode, "marketplace.countryCode"),
                Currency = Currency.TryParse(entry.Marketplace?.DefaultCurrencyCode, null, out var currency) ? currency : null,
                Language = entry.Marketplace?.DefaultLanguageCode,
                Domain = entry.Marketplace?.DomainName,
                StoreName = entry.StoreName,
                IsParticipating = entry.Participation?.IsParticipating == true,
                HasSuspendedListings = entry.Participation?.HasSuspendedListings == true,
            }),
        ]);
    }

    public async Task<IReadOnlyList<AmazonExpectedPrice>> GetExpectedPricesAsync(
        IReadOnlyList<OfferKey> offers, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(offers);
        CheckCount(offers.Count, 40, nameof(offers));
        OfferKey[] keys = [.. offers.Select(key => key with { Channel = Store(key.Channel) })];
        var body = new AmazonPriceRequests([.. keys.Select(static key => new AmazonPriceRequest(key.Channel!, key.Sku.Value, "GET", ExpectedPricesPath))]);
        var answer = await SendAsync(
            () => VendorJson.Request(HttpMethod.Post, "batches" + ExpectedPricesPath, body, AmazonJson.Default.AmazonPriceRequests), ExpectedPrices, cancellationToken).ConfigureAwait(false);
        return answer.Map(Read(answer, AmazonJson.Default.AmazonPriceAnswers), read => (IReadOnlyList<AmazonExpectedPrice>)
            [.. Same(read.Responses, keys.Length).Select((entry, index) => FromExpected(keys[index], entry))]);
    }

    public async Task<IReadOnlyList<AmazonCompetitivePrices>> GetCompetitivePricesAsync(
        IReadOnlyList<string> asins, string? marketplaceId = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(asins);
        CheckCount(asins.Count, 20, nameof(asins));
        var store = Store(marketplaceId);
        var body = new AmazonSummaryRequests(
            [.. asins.Select(asin => new AmazonSummaryRequest(asin, store, ["featuredBuyingOptions", "referencePrices"], "GET", CompetitivePricesPath))]);
        var answer = await SendAsync(
            () => VendorJson.Request(HttpMethod.Post, "batches" + CompetitivePricesPath, body, AmazonJson.Default.AmazonSummaryRequests), CompetitivePrices, cancellationToken).ConfigureAwait(false);
        return answer.Map(Read(answer, AmazonJson.Default.AmazonSummaryAnswers), read => (IReadOnlyList<AmazonCompetitivePrices>)
            [.. Same(read.Responses, asins.Count).Select((entry, index) => FromSummary(asins[index], store, entry))]);
    }

    public Paged<AmazonFbaStock> ListFbaStock(AmazonFbaQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Skus.Count > 50)
        {
            throw new ArgumentException($"Skus has {query.Skus.Count} entries: at most 50.", nameof(query));
        }

        var store = Store(query.MarketplaceId);
        return new Paged<AmazonFbaStock>(async (token, cancellationToken) =>
        {
            var address = new QueryAddress("fba/inventory/v1/summaries")
                .Add("details", "true")
                .Add("granularityType", "Marketplace")
                .Add("granularityId", store)
                .Add("startDateTime", Time(query.ChangedSince))
                .Add("sellerSkus", query.Skus.Count == 0 ? null : string.Join(',', query.Skus.Select(static sku => sku.Value)))
                .Add("nextToken", token?.Value)
                .Add("marketplaceIds", store);
            var answer = await GetAsync(address, ListFbaStockCall, cancellationToken).ConfigureAwait(false);
            var page = Read(answer, AmazonJson.Default.AmazonInventory);
            return new Page<AmazonFbaStock>(
                answer.Map(page, static body => (IReadOnlyList<AmazonFbaStock>)
                    [.. (body.Payload?.InventorySummaries ?? throw new FormatException("payload.inventorySummaries")).Select(FromSummary)]),
                page.Pagination?.NextToken is { Length: > 0 } next ? new ContinuationToken(next) : null);
        });
    }

    public async Task RotateClientSecretAsync(CancellationToken cancellationToken = default)
    {
        var answer = await SendAsync(
            static () =>
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "applications/2023-11-30/clientSecret");
                AmazonAuthenticator.UseScope(request, AmazonAuthenticator.SecretRotation);
                return request;
            },
            RotateSecret,
            cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            throw answer.Failure();
        }
    }

    private static void CheckCount(int count, int max, string name)
    {
        if (count is 0 || count > max)
        {
            throw new ArgumentException($"{name} has {count} entries: give 1 to {max}.", name);
        }
    }

    private static IReadOnlyList<T> Same<T>(IReadOnlyList<T>? answers, int count) => answers?.Count == count ? answers : throw new FormatException("responses");

    private static Money? Amount(AmazonNumber? number) => number?.Amount is { } amount
        ? new Money(amount, Currency.Parse(AmazonMapping.Needed(number.CurrencyCode, "currencyCode")))
        : null;

    private static Refusal? Refused(AmazonStatusLine? status, IReadOnlyList<AmazonErrorEntry>? errors)
    {
        var code = status?.StatusCode ?? throw new FormatException("responses.status");
        return code is >= 200 and < 300 ? null : new Refusal(
            code == 429 || code >= 500 ? RefusalCode.ExternalUnavailable : RefusalCode.ExternalRejected,
            $"amazon refused: {WireText.Cut(errors is [{ Message: { Length: > 0 } message }, ..] ? message : "no reason given", 1900)}")
        {
            VendorCode = errors is [{ } first, ..] ? first.Code : null,
        };
    }

    private static AmazonExpectedPrice FromExpected(OfferKey key, AmazonPriceAnswer answer)
    {
        var result = answer.Body?.FeaturedOfferExpectedPriceResults is [{ } first, ..] ? first : null;
        return new AmazonExpectedPrice(key)
        {
            Refusal = Refused(answer.Status, answer.Body?.Errors),
            Result = result?.ResultStatus,
            Price = Amount(result?.FeaturedOfferExpectedPrice?.ListingPrice),
            CompetingPrice = Amount(result?.CompetingFeaturedOffer?.Price?.ListingPrice),
            CompetingShipping = Amount(result?.CompetingFeaturedOffer?.Price?.ShippingPrice),
            FeaturedPrice = Amount(result?.CurrentFeaturedOffer?.Price?.ListingPrice),
            FeaturedShipping = Amount(result?.CurrentFeaturedOffer?.Price?.ShippingPrice),
            FeaturedSellerId = result?.CurrentFeaturedOffer?.OfferIdentifier?.SellerId,
        };
    }

    private static AmazonCompetitivePrices FromSummary(string asin, string store, AmazonSummaryAnswer answer) => new(asin, store)
    {
        Refusal = Refused(answer.Status, answer.Body?.Errors),
        Featured =
        [
            .. (answer.Body?.FeaturedBuyingOptions ?? []).SelectMany(static option => option.SegmentedFeaturedOffers ?? []).Select(static offer => new AmazonFeaturedPrice(
                AmazonMapping.Needed(offer.SellerId, "sellerId"),
                Amount(offer.ListingPrice) ?? throw new FormatException("listingPrice"),
                Amount(offer.ShippingOptions is [{ } shipping, ..] ? shipping.Price : null),
                offer.Condition,
                offer.FulfillmentType == "AFN")),
        ],
        References = (answer.Body?.ReferencePrices ?? []).Where(static price => price.Name is not null && price.Price?.Amount is not null)
            .DistinctBy(static price => price.Name).ToDictionary(static price => price.Name!, static price => Amount(price.Price)!.Value, StringComparer.Ordinal),
    };

    private static AmazonFbaStock FromSummary(AmazonInventorySummary summary)
    {
        var details = summary.InventoryDetails;
        return new AmazonFbaStock
        {
            Sku = new Sku(AmazonMapping.Needed(summary.SellerSku, "sellerSku")),
            Asin = summary.Asin,
            FnSku = summary.FnSku,
            Condition = summary.Condition,
            Total = summary.TotalQuantity,
            Fulfillable = details?.FulfillableQuantity,
            Inbound = details is null ? null : (details.InboundWorkingQuantity ?? 0) + (details.InboundShippedQuantity ?? 0) + (details.InboundReceivingQuantity ?? 0),
            Reserved = details?.ReservedQuantity?.TotalReservedQuantity,
            Unfulfillable = details?.UnfulfillableQuantity?.TotalUnfulfillableQuantity,
            UpdatedAt = summary.LastUpdatedTime,
        };
    }
}
