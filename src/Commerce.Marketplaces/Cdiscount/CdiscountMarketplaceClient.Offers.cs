using Commerce.Http;
using Commerce.Marketplaces.Cdiscount.Wire;

namespace Commerce.Marketplaces.Cdiscount;

/// <summary>Reading offers and delivery modes, and the dry run.</summary>
internal sealed partial class CdiscountMarketplaceClient
{
    private const string Cdiscount = "CDISFR";

    private static readonly VendorOperation ListOffersCall = new("list-offers");
    private static readonly VendorOperation DeliveryModes = new("list-delivery-modes");

    public Paged<Offer> ListOffers(OfferQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var salesChannel = query.Channel ?? options.SalesChannelId;
        return new Paged<Offer>(async (token, cancellationToken) =>
        {
            // The vendor's own address of the next page, of which only the query is ours to follow.
            var address = token is { } next
                ? new QueryAddress("offers" + next.Value)
                : new QueryAddress("offers")
                    .Add("salesChannelId", salesChannel)
                    .Add("limit", query.PageSize)
                    .Add("expand", salesChannel == Cdiscount ? "salesChannelFeedback" : null)
                    .Add("sellerExternalReferences", query.Skus.Count == 0 ? null : string.Join(',', query.Skus));
            var answer = await GetAsync(address, ListOffersCall, cancellationToken).ConfigureAwait(false);
            var offers = answer.Map(answer.ReadJson(CdiscountJson.Default.CdiscountOffers), body => (IReadOnlyList<Offer>)
                [.. (body.Items ?? throw new FormatException("items")).Select(offer => CdiscountMapping.FromOffer(offer, query.Channel))]);
            if (query.IncludeRaw)
            {
                offers = answer.WithRaw("items", offers, static (offer, raw) => offer with { Raw = raw });
            }

            return new Page<Offer>(offers, CdiscountLink.Next(answer) is { } link ? new ContinuationToken(link) : null);
        });
    }

    public async Task<IReadOnlyList<CdiscountDeliveryMode>> ListDeliveryModesAsync(CancellationToken cancellationToken = default)
    {
        var answer = await GetAsync(new QueryAddress("sellers/delivery-modes"), DeliveryModes, cancellationToken).ConfigureAwait(false);
        return answer.Map(answer.ReadJson(CdiscountJson.Default.CdiscountModes), static body => (IReadOnlyList<CdiscountDeliveryMode>)
        [
            .. (body.Items ?? throw new FormatException("items"))
                .Select(static mode => new CdiscountDeliveryMode(CdiscountMapping.Needed(mode.Code, "code"), mode.Name, mode.IsExpressDelivery)),
        ]);
    }

    public Task<OfferPreview> PreviewPricesAsync(IReadOnlyList<PriceChange> changes, CancellationToken cancellationToken = default) =>
        Task.FromResult(EachEncoding(encoding => PreviewPrices(changes, encoding), () => changes.Select(static change => change.Key)));

    public Task<OfferPreview> PreviewOffersAsync(IReadOnlyList<OfferDraft> offers, CancellationToken cancellationToken = default) =>
        Task.FromResult(EachEncoding(encoding => PreviewOffers(offers, encoding), () => offers.Select(static offer => offer.Key)));

    public OfferPreview PreviewPrices(IReadOnlyList<PriceChange> changes, CdiscountTaxEncoding encoding)
    {
        CheckBatch(changes, static change => change.Sku, nameof(changes));
        return Preview(CdiscountPackages.Update, Split(changes, static change => change.Key, change => CdiscountOfferRequests.Price(change, options, encoding)));
    }

    public OfferPreview PreviewOffers(IReadOnlyList<OfferDraft> offers, CdiscountTaxEncoding encoding)
    {
        CheckBatch(offers, static offer => offer.Sku, nameof(offers));
        return Preview(CdiscountPackages.Upsert, Split(offers, static offer => offer.Key, offer => CdiscountOfferRequests.Offer(offer, options, encoding)));
    }

    private static OfferPreview Preview(
        string type, (IReadOnlyList<(OfferKey Key, CdiscountOfferRequest Request)> Good, IReadOnlyList<ItemOutcome<OfferKey>> Refused) items) =>
        new(items.Good.Count == 0 ? [] : CdiscountPackages.Bodies(type, [.. items.Good.Select(static item => item.Request)])) { Items = items.Refused };

    // As long as nobody has chosen, both are shown, and each item says that it would be refused.
    private OfferPreview EachEncoding(Func<CdiscountTaxEncoding, OfferPreview> preview, Func<IEnumerable<OfferKey>> keys) => options.TaxEncoding is { } chosen
        ? preview(chosen)
        : new OfferPreview([.. preview(CdiscountTaxEncoding.Percent).Requests, .. preview(CdiscountTaxEncoding.Rate).Requests])
        {
            Items = [.. keys().Select(static key => new ItemOutcome<OfferKey>(key, CdiscountOfferRequests.Undecided))],
        };
}
