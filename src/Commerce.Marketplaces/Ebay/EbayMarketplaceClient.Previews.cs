using System.Text;
using System.Text.Json;
using Commerce.Marketplaces.Ebay.Wire;

namespace Commerce.Marketplaces.Ebay;

// Both read what the real calls read, make the same bodies, and stop before the first one that writes.
internal sealed partial class EbayMarketplaceClient
{
    public async Task<OfferPreview> PreviewPricesAsync(IReadOnlyList<PriceChange> changes, CancellationToken cancellationToken = default)
    {
        OfferBatch.Check(changes, static change => change.Key);
        var (batch, entries) = await PrepareAsync(changes, static change => change.Key, Check, PricesOf, cancellationToken).ConfigureAwait(false);
        foreach (var key in entries.SelectMany(static entry => entry.Keys))
        {
            batch.Add(key, null);
        }

        return new OfferPreview(
            [.. Chunks(entries).Select(static chunk => JsonSerializer.Serialize(new EbayPriceQuantities([.. chunk.Select(static entry => entry.Change)]), EbayJson.Default.EbayPriceQuantities))])
        {
            Items = InOrder(batch, [.. changes.Select(static change => change.Key)]),
        };
    }

    public async Task<OfferPreview> PreviewOffersAsync(IReadOnlyList<OfferDraft> offers, CancellationToken cancellationToken = default)
    {
        OfferBatch.Check(offers, static offer => offer.Key);
        var batch = new EbayBatch<OfferKey>();
        var requests = new List<string>();
        foreach (var offer in offers)
        {
            await batch.AddAsync(offer.Key, async () =>
            {
                if (Check(offer) is { } refusal)
                {
                    return refusal;
                }

                var item = await DraftItemAsync(offer, cancellationToken).ConfigureAwait(false);
                var (body, _) = await DraftOfferAsync(offer, cancellationToken).ConfigureAwait(false);
                requests.AddRange([Encoding.UTF8.GetString(Bytes(item)), Encoding.UTF8.GetString(Bytes(body))]);
                return null;
            }).ConfigureAwait(false);
        }

        return new OfferPreview(requests) { Items = batch.Outcomes() };
    }
}
