using System.Globalization;
using Commerce.Http;
using Commerce.Marketplaces.Mirakl.Wire;

namespace Commerce.Marketplaces.Mirakl;

internal sealed partial class MiraklMarketplaceClient
{
    private static readonly VendorOperation ImportStock = new("import-stock") { IsSafeToRepeat = true };
    private static readonly VendorOperation ImportPrices = new("import-prices") { IsSafeToRepeat = true };
    private static readonly VendorOperation StockStatus = new("stock-import-status");
    private static readonly VendorOperation PriceStatus = new("price-import-status");
    private static readonly VendorOperation StockErrors = new("stock-import-errors");
    private static readonly VendorOperation PriceErrors = new("price-import-errors");
    private static readonly VendorOperation ListOffersCall = new("list-offers");

    public Paged<Offer> ListOffers(OfferQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new Paged<Offer>(async (token, cancellationToken) =>
        {
            // The API filters by one SKU; several are asked for one after the other.
            var (index, offset) = Position(token);
            var sku = query.Skus.Count == 0 ? null : query.Skus[index].Value;
            var address = new QueryAddress("api/offers")
                .Add("sku", sku).Add("pricing_channel_code", query.Channel).Add("shop_id", options.ShopId).Add("max", query.PageSize).Add("offset", offset);
            var answer = await GetAsync(address, ListOffersCall, cancellationToken).ConfigureAwait(false);
            var page = answer.ReadJson(MiraklJson.Default.MiraklOffers);
            var offers = answer.Map(page, body => (IReadOnlyList<Offer>)
                [.. (body.Offers ?? throw new FormatException("offers")).Select(offer => MiraklMapping.FromOffer(offer, query.Channel))]);
            if (query.IncludeRaw)
            {
                offers = answer.WithRaw("offers", offers, static (offer, raw) => offer with { Raw = raw });
            }

            var next = offset + offers.Count;
            ContinuationToken? following = offers.Count > 0 && next < (page.TotalCount ?? next)
                ? Token(index, next)
                : index + 1 < query.Skus.Count ? Token(index + 1, 0) : null;
            return new Page<Offer>(offers, following, query.Skus.Count == 0 ? page.TotalCount : null);
        });
    }

    public async Task<OfferBatch> UpdateStockAsync(IReadOnlyList<StockChange> changes, CancellationToken cancellationToken = default)
    {
        OfferBatch.Check(changes, static change => change.Key);
        if (changes.Any(static change => change.Channel is not null || change.VendorFields.Count > 0))
        {
            throw new ArgumentException("changes names a channel or vendor fields: Mirakl's stock has neither, leave them out.", nameof(changes));
        }

        var request = MiraklFiles.Upload(WithShop("api/offers/stock/imports"), "stock.csv", MiraklFiles.Stock(changes));
        return await ImportAsync(request, ImportStock, OfferBatchKind.Stock, [.. changes.Select(static change => change.Key)], cancellationToken).ConfigureAwait(false);
    }

    public async Task<OfferBatch> UpdatePricesAsync(IReadOnlyList<PriceChange> changes, CancellationToken cancellationToken = default)
    {
        CheckPrices(changes);
        var request = MiraklFiles.Upload(WithShop("api/offers/pricing/imports"), "prices.csv", MiraklFiles.Prices(changes));
        return await ImportAsync(request, ImportPrices, OfferBatchKind.Price, [.. changes.Select(static change => change.Key)], cancellationToken).ConfigureAwait(false);
    }

    public async Task<OfferBatch> GetBatchAsync(OfferBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (batch.Id is not { } id || batch.State != OfferBatchState.Running)
        {
            return batch;
        }

        var status = batch.Kind switch
        {
            OfferBatchKind.Stock => await StockStatusAsync(id, cancellationToken).ConfigureAwait(false),
            OfferBatchKind.Price => await PriceStatusAsync(id, cancellationToken).ConfigureAwait(false),
            _ => await OfferStatusAsync(id, cancellationToken).ConfigureAwait(false),
        };
        return status.Status switch
        {
            "COMPLETE" => await CompletedAsync(batch, id, status, cancellationToken).ConfigureAwait(false),
            "FAILED" or "REJECTED" or "CANCELLED" => await FailedAsync(batch, id, status, cancellationToken).ConfigureAwait(false),
            _ => batch,
        };
    }

    private static void CheckPrices(IReadOnlyList<PriceChange> changes)
    {
        OfferBatch.Check(changes, static change => change.Key);
        if (changes.Any(static change => change.Taxes.Count + change.VendorFields.Count > 0 || change.MinimumPrice is not null))
        {
            throw new ArgumentException("changes names taxes, a minimum price or vendor fields: Mirakl's price import has none, leave them out.", nameof(changes));
        }

        if (changes.Any(static change => change.OriginalPrice is null && (change.ValidFrom is not null || change.ValidUntil is not null)))
        {
            throw new ArgumentException("changes has a period without an OriginalPrice: Mirakl's period is that of a discount, give the price that holds otherwise.", nameof(changes));
        }
    }

    private static (int Index, int Offset) Position(ContinuationToken? token)
    {
        if (token is null)
        {
            return (0, 0);
        }

        var parts = token.Value.Value.Split('/');
        return (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private static ContinuationToken Token(int index, int offset) => new(string.Create(CultureInfo.InvariantCulture, $"{index}/{offset}"));

    private string WithShop(string path) => new QueryAddress(path).Add("shop_id", options.ShopId).ToString();

    private async Task<OfferBatch> ImportAsync(
        HttpRequestMessage request, VendorOperation operation, OfferBatchKind kind, IReadOnlyList<OfferKey> keys, CancellationToken cancellationToken)
    {
        var answer = await channel.SendAsync(request, operation, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            throw answer.Failure();
        }

        var id = answer.ReadJson(MiraklJson.Default.MiraklImport).ImportId;
        return string.IsNullOrEmpty(id)
            ? throw answer.Malformed("the number of the import is missing")
            : new OfferBatch { Id = new BatchId(id), Kind = kind, State = OfferBatchState.Running, Keys = keys };
    }

    private async Task<MiraklImportStatus> StockStatusAsync(BatchId id, CancellationToken cancellationToken)
    {
        var answer = await GetAsync(new QueryAddress($"api/offers/stock/imports/{Uri.EscapeDataString(id.Value)}/status").Add("shop_id", options.ShopId), StockStatus, cancellationToken).ConfigureAwait(false);
        return Known(answer, answer.ReadJson(MiraklJson.Default.MiraklImportStatus));
    }

    private async Task<MiraklImportStatus> PriceStatusAsync(BatchId id, CancellationToken cancellationToken)
    {
        var answer = await GetAsync(new QueryAddress("api/offers/pricing/imports").Add("import_id", id.Value).Add("shop_id", options.ShopId), PriceStatus, cancellationToken).ConfigureAwait(false);
        return answer.ReadJson(MiraklJson.Default.MiraklPricingImports).Data is [var status, ..]
            ? Known(answer, status)
            : throw answer.Malformed("the import that was asked for is missing");
    }

    private static MiraklImportStatus Known(VendorAnswer answer, MiraklImportStatus status) =>
        string.IsNullOrEmpty(status.Status) ? throw answer.Malformed("the state of the import is missing") : status;

    private async Task<OfferBatch> CompletedAsync(OfferBatch batch, BatchId id, MiraklImportStatus status, CancellationToken cancellationToken)
    {
        // Lines in error without a report would leave open which ones: its absence is a failure then.
        var errors = await ErrorsAsync(batch, id, status.HasErrorReport == true || status.LinesInError > 0, cancellationToken).ConfigureAwait(false);
        return batch with
        {
            State = OfferBatchState.Completed,
            Items = [.. batch.Keys.Select(key => MiraklFiles.ErrorOf(errors, key) is { } error
                ? new ItemOutcome<OfferKey>(key, new Refusal(RefusalCode.ExternalRejected, $"mirakl refused: {error}"))
                : new ItemOutcome<OfferKey>(key))],
        };
    }

    private async Task<OfferBatch> FailedAsync(OfferBatch batch, BatchId id, MiraklImportStatus status, CancellationToken cancellationToken)
    {
        var errors = await ErrorsAsync(batch, id, status.HasErrorReport == true, cancellationToken).ConfigureAwait(false);
        return batch with
        {
            State = OfferBatchState.Failed,
            Items = [.. batch.Keys.Select(key => new ItemOutcome<OfferKey>(key, new Refusal(
                RefusalCode.ExternalRejected,
                MiraklFiles.ErrorOf(errors, key) is { } error ? $"mirakl refused: {error}" : $"mirakl refused the import: {Reason(status)}")))],
        };
    }

    private static string Reason(MiraklImportStatus status) => string.IsNullOrEmpty(status.ReasonStatus) ? "no reason given" : status.ReasonStatus;

    private async Task<IReadOnlyDictionary<OfferKey, string>> ErrorsAsync(OfferBatch batch, BatchId id, bool hasReport, CancellationToken cancellationToken)
    {
        if (!hasReport)
        {
            return new Dictionary<OfferKey, string>();
        }

        var (path, operation) = batch.Kind switch
        {
            OfferBatchKind.Stock => ("stock/imports", StockErrors),
            OfferBatchKind.Price => ("pricing/imports", PriceErrors),
            _ => ("imports", OfferErrors),
        };
        var request = new HttpRequestMessage(HttpMethod.Get, WithShop($"api/offers/{path}/{Uri.EscapeDataString(id.Value)}/error_report"));

        // The report is a file and nothing else: asked for as JSON alone, there is none (406).
        request.Headers.TryAddWithoutValidation("Accept", batch.Kind == OfferBatchKind.Offer ? "application/octet-stream, application/json" : "text/csv, application/json");
        var answer = await channel.SendAsync(request, operation, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess ? answer.Map(answer.Body, MiraklFiles.Errors) : throw answer.Failure();
    }
}
