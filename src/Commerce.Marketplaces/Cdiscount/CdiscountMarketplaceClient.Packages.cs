using Commerce.Http;
using Commerce.Marketplaces.Cdiscount.Wire;

namespace Commerce.Marketplaces.Cdiscount;

/// <summary>Stock, prices and whole offers: packages that Octopia works on by itself.</summary>
internal sealed partial class CdiscountMarketplaceClient : IDisposable
{
    private const int MaxBatch = 10_000;
    private const int MaxLooks = 6;
    private const string Open = "WaitingForCompletion";

    private static readonly VendorOperation CreatePackage = new("create-offer-package");
    private static readonly VendorOperation AddRequests = new("add-offer-requests");
    private static readonly VendorOperation ReadyPackage = new("ready-offer-package") { IsSafeToRepeat = true };
    private static readonly VendorOperation FindPackage = new("find-offer-package");
    private static readonly VendorOperation Results = new("list-offer-results");

    // Two packages may overtake each other at Octopia; at least they are handed in one after the other.
    private readonly SemaphoreSlim _oneByOne = new(1, 1);

    public void Dispose() => _oneByOne.Dispose();

    public Task<OfferBatch> UpdateStockAsync(IReadOnlyList<StockChange> changes, CancellationToken cancellationToken = default)
    {
        CheckBatch(changes, static change => change.Sku, nameof(changes));
        var items = Split(changes, static change => change.Key, change => CdiscountOfferRequests.Stock(change, options.SalesChannelId));
        return PushAsync(
            OfferBatchKind.Stock, CdiscountPackages.Update, items, [.. changes.Select(static change => change.Key)], cancellationToken);
    }

    public Task<OfferBatch> UpdatePricesAsync(IReadOnlyList<PriceChange> changes, CancellationToken cancellationToken = default)
    {
        CheckBatch(changes, static change => change.Sku, nameof(changes));
        IReadOnlyList<OfferKey> keys = [.. changes.Select(static change => change.Key)];
        if (options.TaxEncoding is not { } encoding)
        {
            return Task.FromResult(Failed(OfferBatchKind.Price, keys, CdiscountOfferRequests.Undecided));
        }

        var items = Split(changes, static change => change.Key, change => CdiscountOfferRequests.Price(change, options, encoding));
        return PushAsync(OfferBatchKind.Price, CdiscountPackages.Update, items, keys, cancellationToken);
    }

    public Task<OfferBatch> PutOffersAsync(IReadOnlyList<OfferDraft> offers, CancellationToken cancellationToken = default)
    {
        CheckBatch(offers, static offer => offer.Sku, nameof(offers));
        IReadOnlyList<OfferKey> keys = [.. offers.Select(static offer => offer.Key)];
        if (options.TaxEncoding is not { } encoding)
        {
            return Task.FromResult(Failed(OfferBatchKind.Offer, keys, CdiscountOfferRequests.Undecided));
        }

        var items = Split(offers, static offer => offer.Key, offer => CdiscountOfferRequests.Offer(offer, options, encoding));
        return PushAsync(OfferBatchKind.Offer, CdiscountPackages.Upsert, items, keys, cancellationToken);
    }

    public Task<OfferBatch> EndOffersAsync(IReadOnlyList<OfferKey> offers, CancellationToken cancellationToken = default)
    {
        CheckBatch(offers, static offer => offer.Sku, nameof(offers));
        var items = Split(offers, static key => key, key => CdiscountOfferRequests.End(key, options.SalesChannelId));
        return PushAsync(OfferBatchKind.Offer, CdiscountPackages.Delete, items, offers, cancellationToken);
    }

    public async Task<OfferBatch> GetBatchAsync(OfferBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (batch.Id is not { } id || batch.State != OfferBatchState.Running)
        {
            return batch;
        }

        var package = await ReadPackageAsync(id.Value, cancellationToken).ConfigureAwait(false);
        if (package.State == "Rejected")
        {
            var why = new Refusal(
                RefusalCode.ExternalRejected,
                $"cdiscount refused the package: {WireText.Cut(CdiscountMapping.Text(package.Result?.Message) ?? "no reason given", 1000)}")
            {
                VendorCode = package.Result?.ResultCode,
            };
            return batch with { State = OfferBatchState.Failed, Items = Merged(batch, key => new ItemOutcome<OfferKey>(key, why)) };
        }

        if (package.State != "Integrated")
        {
            return batch;
        }

        // The package is done when no offer of it may be; without any result yet, it is still being worked on.
        var results = await ResultsAsync(id, cancellationToken).ConfigureAwait(false);
        return results.Count == 0
            ? batch
            : batch with { State = OfferBatchState.Completed, Items = Merged(batch, key => OutcomeOf(key, results.GetValueOrDefault(key.Sku.Value))) };
    }

    private static void CheckBatch<T>(IReadOnlyList<T> items, Func<T, Sku> sku, string name)
    {
        ArgumentNullException.ThrowIfNull(items, name);
        if (items.Count is 0 or > MaxBatch)
        {
            throw new ArgumentException($"{name} has {items.Count} entries: give 1 to {MaxBatch}.", name);
        }

        if (items.Select(sku).Distinct().Count() != items.Count)
        {
            throw new ArgumentException($"{name} names a SKU twice, and Octopia refuses both then: give each once.", name);
        }
    }

    private static (IReadOnlyList<(OfferKey Key, CdiscountOfferRequest Request)> Good, IReadOnlyList<ItemOutcome<OfferKey>> Refused) Split<T>(
        IReadOnlyList<T> items, Func<T, OfferKey> key, Func<T, (CdiscountOfferRequest? Request, Refusal? Refusal)> map)
    {
        var good = new List<(OfferKey, CdiscountOfferRequest)>();
        var refused = new List<ItemOutcome<OfferKey>>();
        foreach (var item in items)
        {
            var (request, refusal) = map(item);
            if (request is not null)
            {
                good.Add((key(item), request));
            }
            else
            {
                refused.Add(new ItemOutcome<OfferKey>(key(item), refusal));
            }
        }

        return (good, refused);
    }

    private static OfferBatch Failed(OfferBatchKind kind, IReadOnlyList<OfferKey> keys, Refusal refusal) => new()
    {
        Kind = kind, State = OfferBatchState.Failed, Keys = keys, Items = [.. keys.Select(key => new ItemOutcome<OfferKey>(key, refusal))],
    };

    // What was refused before anything was sent stays so.
    private static IReadOnlyList<ItemOutcome<OfferKey>> Merged(OfferBatch batch, Func<OfferKey, ItemOutcome<OfferKey>> outcome)
    {
        var early = batch.Items.ToDictionary(static item => item.Key);
        return [.. batch.Keys.Select(key => early.GetValueOrDefault(key) ?? outcome(key))];
    }

    private static ItemOutcome<OfferKey> OutcomeOf(OfferKey key, CdiscountOfferResult? result)
    {
        if (result?.IntegrationStatus == "Integrated")
        {
            return new ItemOutcome<OfferKey>(key);
        }

        var texts = (result?.Results ?? []).Select(static told => CdiscountMapping.Text(told?.Message)).OfType<string>().ToList();
        var why = WireText.Cut(texts.Count == 0 ? "no reason given" : string.Join(' ', texts), 1000);
        var refusal = result?.IntegrationStatus switch
        {
            "Rejected" => new Refusal(RefusalCode.ExternalRejected, $"cdiscount refused: {why}"),
            "Duplicated" => new Refusal(RefusalCode.Duplicate, $"cdiscount found the SKU twice: {why}"),
            null => new Refusal(RefusalCode.ExternalUnavailable, "cdiscount told no result of this offer: read it, then send it again."),
            var other => new Refusal(RefusalCode.ExternalRejected, $"cdiscount says {WireText.Cut(other, 100)}: {why}"),
        };
        return new ItemOutcome<OfferKey>(key, refusal with { VendorCode = result?.Results is [{ ResultCode: { } code }, ..] ? code : result?.IntegrationStatus });
    }

    private async Task<OfferBatch> PushAsync(
        OfferBatchKind kind,
        string type,
        (IReadOnlyList<(OfferKey Key, CdiscountOfferRequest Request)> Good, IReadOnlyList<ItemOutcome<OfferKey>> Refused) items,
        IReadOnlyList<OfferKey> keys,
        CancellationToken cancellationToken)
    {
        var refused = items.Refused.ToList();
        if (items.Good.Count == 0)
        {
            return new OfferBatch { Kind = kind, State = OfferBatchState.Failed, Keys = keys, Items = refused };
        }

        await _oneByOne.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var created = await CreateAsync(type, cancellationToken).ConfigureAwait(false);
            if (created.Id is not { } id)
            {
                return Failed(kind, keys, created.Refusal!);
            }

            await WaitUntilOpenAsync(id, cancellationToken).ConfigureAwait(false);
            foreach (var part in items.Good.Chunk(CdiscountPackages.MaxRequests))
            {
                await AddAsync(id, part, refused, cancellationToken).ConfigureAwait(false);
            }

            if (refused.Count == keys.Count)
            {
                // Without "ready" Octopia never looks at the package.
                return new OfferBatch { Kind = kind, State = OfferBatchState.Failed, Keys = keys, Items = refused };
            }

            await MakeReadyAsync(id, cancellationToken).ConfigureAwait(false);
            return new OfferBatch { Id = new BatchId(id), Kind = kind, State = OfferBatchState.Running, Keys = keys, Items = refused };
        }
        finally
        {
            _oneByOne.Release();
        }
    }

    private async Task<(string? Id, Refusal? Refusal)> CreateAsync(string type, CancellationToken cancellationToken)
    {
        var request = VendorJson.Request(HttpMethod.Post, "offer-packages", new CdiscountPackageType(type), CdiscountJson.Default.CdiscountPackageType);

        // A parameter of the query everywhere else, a header here.
        request.Headers.TryAddWithoutValidation("salesChannelId", options.SalesChannelId);
        var answer = await channel.SendAsync(request, CreatePackage, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess ? (CdiscountPackages.IdOf(answer), null)
            : answer.Status is 400 or 403 ? (null, new Refusal(
                RefusalCode.NotSupported,
                $"Octopia takes no JSON offer packages of this account in {options.SalesChannelId}: {answer.Refusal(RefusalCode.NotSupported).Message}") { Field = nameof(options.SalesChannelId) })
            : throw answer.Failure();
    }

    private async Task WaitUntilOpenAsync(string id, CancellationToken cancellationToken)
    {
        var wait = TimeSpan.FromMilliseconds(250);
        for (var look = 1; (await ReadPackageAsync(id, cancellationToken).ConfigureAwait(false)).State != Open; look++)
        {
            if (look == MaxLooks)
            {
                throw new CommerceException(CommerceErrorKind.Unavailable, $"cdiscount add-offer-requests: the package {id} does not open. Nothing of it takes effect: send the batch again.")
                {
                    Vendor = "cdiscount", Operation = AddRequests.Name,
                };
            }

            await Task.Delay(wait, channel.Clock, cancellationToken).ConfigureAwait(false);
            wait *= 2;
        }
    }

    /// <summary>Adds requests; when a call is refused none of it was taken, so it is halved until what is wrong stands alone.</summary>
    private async Task AddAsync(
        string id, ArraySegment<(OfferKey Key, CdiscountOfferRequest Request)> part, List<ItemOutcome<OfferKey>> refused, CancellationToken cancellationToken)
    {
        var body = part.Select(static item => item.Request).ToArray();
        var request = VendorJson.Request(HttpMethod.Post, PackagePath(id, "/offer-requests"), body, CdiscountJson.Default.IReadOnlyListCdiscountOfferRequest);
        var answer = await channel.SendAsync(request, AddRequests, cancellationToken).ConfigureAwait(false);
        if (answer.IsSuccess)
        {
            return;
        }

        if (answer.Status is not (400 or 422))
        {
            throw answer.Failure();
        }

        if (part.Count == 1)
        {
            refused.Add(new ItemOutcome<OfferKey>(part[0].Key, answer.Refusal(RefusalCode.ExternalRejected)));
            return;
        }

        await AddAsync(id, part[..(part.Count / 2)], refused, cancellationToken).ConfigureAwait(false);
        await AddAsync(id, part[(part.Count / 2)..], refused, cancellationToken).ConfigureAwait(false);
    }

    private async Task MakeReadyAsync(string id, CancellationToken cancellationToken)
    {
        var request = VendorJson.Request(HttpMethod.Patch, PackagePath(id), CdiscountPackages.Ready, CdiscountJson.Default.CdiscountPackageState);
        var answer = await channel.SendAsync(request, ReadyPackage, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess
            && (answer.Status is not (400 or 409 or 422) || (await ReadPackageAsync(id, cancellationToken).ConfigureAwait(false)).State is Open))
        {
            throw answer.Failure();
        }
    }

    private async Task<CdiscountPackage> ReadPackageAsync(string id, CancellationToken cancellationToken)
    {
        var answer = await GetAsync(new QueryAddress(PackagePath(id)), FindPackage, cancellationToken).ConfigureAwait(false);
        var package = answer.ReadJson(CdiscountJson.Default.CdiscountPackage);
        return string.IsNullOrEmpty(package.State) ? throw answer.Malformed("state is missing") : package;
    }

    private async Task<Dictionary<string, CdiscountOfferResult>> ResultsAsync(BatchId id, CancellationToken cancellationToken)
    {
        var results = new Dictionary<string, CdiscountOfferResult>(StringComparer.Ordinal);
        var path = PackagePath(id.Value, "/offer-requests-results");
        var address = new QueryAddress(path).Add("limit", 1000);
        for (string? link = null; ;)
        {
            var answer = await GetAsync(address, Results, cancellationToken).ConfigureAwait(false);
            foreach (var result in Items(answer, answer.ReadJson(CdiscountJson.Default.CdiscountResults).Items))
            {
                results[CdiscountMapping.Text(result.SellerExternalReference) ?? throw answer.Malformed("sellerExternalReference is missing")] = result;
            }

            var next = CdiscountLink.Next(answer);
            if (next is null)
            {
                return results;
            }

            link = next != link ? next : throw answer.Malformed("the next page is this page again");
            address = new QueryAddress(path + link);
        }
    }

    private static string PackagePath(string id, string action = "") => $"offer-packages/{Uri.EscapeDataString(id)}{action}";
}
