using System.Globalization;
using Commerce.Http;
using Commerce.Marketplaces.Amazon.Wire;

namespace Commerce.Marketplaces.Amazon;

internal sealed partial class AmazonMarketplaceClient
{
    private const int ListingsPage = 20;

    // Amazon lists no more than this for one question; what follows is asked for from the last one's date on.
    private const int ListingsWindow = 1000;

    private static readonly VendorOperation ListOffersCall = new("list-offers");

    private static readonly VendorOperation FindOfferCall = new("find-offer");

    public async Task<Offer?> FindOfferAsync(OfferKey offer, CancellationToken cancellationToken = default)
    {
        var store = Store(offer.Channel);
        var address = ListingAddress(offer.Sku, store)
            .Add("issueLocale", options.IssueLocale)
            .Add("includedData", "summaries,offers,fulfillmentAvailability,issues");
        var answer = await GetAsync(address, FindOfferCall, cancellationToken).ConfigureAwait(false);
        return answer.Status == 404
            ? null
            : answer.Map(Read(answer, AmazonJson.Default.AmazonListing), listing => AmazonListings.FromListing(listing, store));
    }

    public Paged<Offer> ListOffers(OfferQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        string[] stores = query.Channel is null ? [.. options.MarketplaceIds] : [Store(query.Channel)];
        var parts = query.Skus.Chunk(ListingsPage).ToList();
        return new Paged<Offer>(async (token, cancellationToken) =>
        {
            var at = AmazonOfferPosition.Of(token);
            var store = at.Store < stores.Length && (at.Part == 0 || at.Part < parts.Count)
                ? stores[at.Store]
                : throw new ArgumentException("The token is none of this offer list: give one of Page.Next of the same query.", nameof(token));
            var address = new QueryAddress($"listings/2021-08-01/items/{Segment(options.SellerId)}")
                .Add("marketplaceIds", store)
                .Add("issueLocale", options.IssueLocale)
                .Add("includedData", "summaries,offers,fulfillmentAvailability,issues")
                .Add("identifiers", parts.Count == 0 ? null : string.Join(',', parts[at.Part].Select(static sku => sku.Value)))
                .Add("identifiersType", parts.Count == 0 ? null : "SKU")
                .Add("createdAfter", at.CreatedAfter)
                .Add("sortBy", parts.Count == 0 ? "createdDate" : null)
                .Add("sortOrder", parts.Count == 0 ? "ASC" : null)
                .Add("pageSize", Math.Min(query.PageSize, ListingsPage))
                .Add("pageToken", at.Token);
            var answer = await GetAsync(address, ListOffersCall, cancellationToken).ConfigureAwait(false);
            var page = Read(answer, AmazonJson.Default.AmazonListingPage);
            var offers = answer.Map(page, body => (IReadOnlyList<Offer?>)
                [.. (body.Items ?? throw new FormatException("items")).Select(listing => AmazonListings.FromListing(listing, store))]);
            if (query.IncludeRaw)
            {
                offers = answer.WithRaw("items", offers, static (offer, raw) => offer is null ? null : offer with { Raw = raw });
            }

            var last = (page.Items is [.., { Summaries: [{ } summary, ..] }] ? summary.CreatedDate : null)?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
            var seen = at.Seen + offers.Count;
            var hasMore = offers.Count > 0 && parts.Count == 0 && last is not null && last != at.CreatedAfter
                && (seen >= ListingsWindow || seen < page.NumberOfResults);
            return new Page<Offer>(
                [.. offers.OfType<Offer>()],
                page.Pagination?.NextToken is { Length: > 0 } next ? (at with { Token = next, Seen = seen }).ToToken()
                    : hasMore ? (at with { CreatedAfter = last, Token = null, Seen = 0 }).ToToken()
                    : at.Part + 1 < parts.Count ? new AmazonOfferPosition(at.Store, at.Part + 1).ToToken()
                    : at.Store + 1 < stores.Length ? new AmazonOfferPosition(at.Store + 1, 0).ToToken()
                    : null,
                stores.Length == 1 && parts.Count <= 1 && at.CreatedAfter is null ? page.NumberOfResults : null);
        });
    }
}
