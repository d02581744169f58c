using System.Text.Json;
using Commerce.Http;
using Commerce.Marketplaces.Mirakl.Wire;

namespace Commerce.Marketplaces.Mirakl;

/// <summary>Whole offers. Source: Mirakl seller API, OF24, OF02, OF03.</summary>
internal sealed partial class MiraklMarketplaceClient
{
    private static readonly VendorOperation ImportOffers = new("import-offers") { IsSafeToRepeat = true };
    private static readonly VendorOperation OfferStatus = new("offer-import-status");
    private static readonly VendorOperation OfferErrors = new("offer-import-errors");

    public Task<OfferBatch> PutOffersAsync(IReadOnlyList<OfferDraft> offers, CancellationToken cancellationToken = default) =>
        ImportOffersAsync(Upserts(offers), [.. offers.Select(static offer => offer.Key)], cancellationToken);

    public async Task<OfferBatch> EndOffersAsync(IReadOnlyList<OfferKey> offers, CancellationToken cancellationToken = default)
    {
        OfferBatch.Check(offers, static offer => offer);
        if (offers.Any(static offer => offer.Channel is not null || offer.Warehouse is not null))
        {
            throw new ArgumentException("offers names a channel or a warehouse: Mirakl ends an offer in all of them, leave them out.", nameof(offers));
        }

        // Deleting wants the product, the condition and a price too: they are read, one offer after the other.
        var ends = new List<MiraklOfferUpsert>();
        var unknown = new List<OfferKey>();
        foreach (var key in offers)
        {
            if (await ReadOfferAsync(key.Sku, cancellationToken).ConfigureAwait(false) is { ProductSku: { } product } known)
            {
                ends.Add(new MiraklOfferUpsert
                {
                    ShopSku = key.Sku.Value, ProductId = product, ProductIdType = "SKU", StateCode = known.StateCode ?? "11", Price = known.Price ?? 0, UpdateDelete = "delete",
                });
            }
            else
            {
                unknown.Add(key);
            }
        }

        // What is not there is ended.
        return ends.Count > 0
            ? await ImportOffersAsync(new MiraklOfferUpserts(ends), offers, cancellationToken).ConfigureAwait(false)
            : new OfferBatch { Kind = OfferBatchKind.Offer, State = OfferBatchState.Completed, Keys = offers, Items = [.. unknown.Select(static key => new ItemOutcome<OfferKey>(key))] };
    }

    public Task<OfferPreview> PreviewPricesAsync(IReadOnlyList<PriceChange> changes, CancellationToken cancellationToken = default)
    {
        CheckPrices(changes);
        return Task.FromResult(new OfferPreview([MiraklFiles.Prices(changes)]));
    }

    public Task<OfferPreview> PreviewOffersAsync(IReadOnlyList<OfferDraft> offers, CancellationToken cancellationToken = default) =>
        Task.FromResult(new OfferPreview([JsonSerializer.Serialize(Upserts(offers), MiraklJson.Default.MiraklOfferUpserts)]));

    private static MiraklOfferUpserts Upserts(IReadOnlyList<OfferDraft> offers)
    {
        OfferBatch.Check(offers, static offer => offer.Key);
        if (offers.Any(static offer => offer.Taxes.Count > 0))
        {
            throw new ArgumentException("offers names taxes: this client sends none to Mirakl, leave them out.", nameof(offers));
        }

        // One offer of Mirakl stands for all channels of its SKU; a price without a channel is the general one.
        return new MiraklOfferUpserts(
        [
            .. offers.GroupBy(static offer => offer.Sku).OrderBy(static group => group.Key).Select(static group =>
            {
                var general = group.FirstOrDefault(static offer => offer.Channel is null)
                    ?? throw new ArgumentException($"{group.Key} has prices of channels only: Mirakl wants a general price too, give one without a channel.", nameof(offers));
                var channels = group.Where(static offer => offer.Channel is not null).ToList();
                var fields = general.VendorFields.Where(static field => field.Key != "logistic_class").Select(static field => new MiraklAdditionalField(field.Key, field.Value)).ToList();
                return new MiraklOfferUpsert
                {
                    ShopSku = general.Sku.Value,
                    ProductId = general.ProductId,
                    ProductIdType = general.ProductIdType,
                    StateCode = general.Condition,
                    Price = general.Price.Amount,
                    Quantity = general.Quantity,
                    LeadtimeToShip = general.LeadTimeDays,
                    LogisticClass = general.VendorFields.GetValueOrDefault("logistic_class"),
                    AllPrices = channels.Count == 0 ? null : [.. channels.Select(static offer => new MiraklChannelPrice(offer.Channel!, offer.Price.Amount))],
                    UpdateDelete = "update",
                    OfferAdditionalFields = fields.Count == 0 ? null : fields,
                };
            }),
        ]);
    }

    private async Task<OfferBatch> ImportOffersAsync(MiraklOfferUpserts body, IReadOnlyList<OfferKey> keys, CancellationToken cancellationToken)
    {
        var request = VendorJson.Request(HttpMethod.Post, WithShop("api/offers"), body, MiraklJson.Default.MiraklOfferUpserts);
        return await ImportAsync(request, ImportOffers, OfferBatchKind.Offer, keys, cancellationToken).ConfigureAwait(false);
    }

    private async Task<MiraklImportStatus> OfferStatusAsync(BatchId id, CancellationToken cancellationToken)
    {
        var answer = await GetAsync(new QueryAddress($"api/offers/imports/{Uri.EscapeDataString(id.Value)}").Add("shop_id", options.ShopId), OfferStatus, cancellationToken).ConfigureAwait(false);
        return Known(answer, answer.ReadJson(MiraklJson.Default.MiraklImportStatus));
    }

    private async Task<MiraklOffer?> ReadOfferAsync(Sku sku, CancellationToken cancellationToken)
    {
        var address = new QueryAddress("api/offers").Add("sku", sku.Value).Add("shop_id", options.ShopId).Add("max", 1);
        var answer = await GetAsync(address, ListOffersCall, cancellationToken).ConfigureAwait(false);
        return answer.Map(
            answer.ReadJson(MiraklJson.Default.MiraklOffers), body => (body.Offers ?? throw new FormatException("offers")).FirstOrDefault(offer => offer.ShopSku == sku.Value));
    }
}
