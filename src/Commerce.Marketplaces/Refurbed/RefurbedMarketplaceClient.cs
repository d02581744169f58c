using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Commerce.Http;
using Commerce.Marketplaces.Refurbed.Wire;

namespace Commerce.Marketplaces.Refurbed;

/// <summary>Talks to Refurbed's merchant API over HTTP: reading orders, carriers and markets. The other parts write.</summary>
/// <remarks>Source: package <c>refb.merchant.v1</c>; every method is a POST to <c>refb.merchant.v1.Service/Method</c>.</remarks>
internal sealed partial class RefurbedMarketplaceClient(VendorChannel channel, RefurbedMarketplaceOptions options) :
    IRefurbedMarketplaceClient, IOrderAcceptance, IOrderCancellation, IOrderRefunds, IOrderDocuments, IOfferReader, IOfferWriter, IOfferPreview, IChannelPrices,
    IMessagingClient, IThreadUpdates, IReturnsClient, ICarrierDirectory
{
    private const string Package = "refb.merchant.v1.";
    private const int MaxPage = 100;
    private const int MaxBatch = 50;

    private static readonly TimeSpan CarrierLifetime = TimeSpan.FromDays(1);

    private static readonly VendorOperation ListOrdersCall = new("list-orders") { IsSafeToRepeat = true };
    private static readonly VendorOperation FindOrder = new("find-order") { IsSafeToRepeat = true };
    private static readonly VendorOperation FindItem = new("find-item") { IsSafeToRepeat = true };
    private static readonly VendorOperation ListCarriers = new("list-carriers") { IsSafeToRepeat = true };
    private static readonly VendorOperation ListMarkets = new("list-markets") { IsSafeToRepeat = true };

    private CarrierList? _carriers;

    public MarketplaceCode Marketplace => MarketplaceCode.Refurbed;

    public string Account => channel.Account;

    public MarketplaceCapabilities Capabilities => RefurbedCapabilities.All;

    public Paged<MarketplaceOrder> ListOrders(OrderQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.ChangedSince is not null || query.ChangedUntil is not null)
        {
            throw new ArgumentException("Refurbed keeps no time of change: ask with CreatedSince and read the last weeks again.", nameof(query));
        }

        var codes = query.States.SelectMany(RefurbedStates.Codes).Distinct().ToList();
        var filter = new RefurbedOrdersFilter(
            query.CreatedSince is null && query.CreatedUntil is null ? null : new RefurbedRange(Time(query.CreatedSince), Time(query.CreatedUntil)),
            codes.Count == 0 ? null : new RefurbedAnyOf(codes));
        return new Paged<MarketplaceOrder>(async (token, cancellationToken) =>
        {
            // A state that Refurbed has no word for is never found.
            if (query.States.Count > 0 && codes.Count == 0)
            {
                return new Page<MarketplaceOrder>([]);
            }

            // Ids grow, so that the last one read is a place that survives whatever happens in between.
            var body = new RefurbedOrdersRequest(new RefurbedPagination(query.PageSize, token?.Value), new RefurbedSort("ID", "ASC"), filter);
            var answer = await ReadAsync("OrderService/ListOrders", body, RefurbedJson.Default.RefurbedOrdersRequest, ListOrdersCall, cancellationToken).ConfigureAwait(false);
            var page = answer.ReadJson(RefurbedJson.Default.RefurbedOrders);
            var orders = RefurbedRaw.Map<RefurbedOrder, MarketplaceOrder>(
                answer, "orders", page.Orders, RefurbedMapping.FromOrder, query.IncludeRaw ? static (order, raw) => order with { Raw = raw } : null);
            return new Page<MarketplaceOrder>(
                query.States.Count == 0 ? orders : [.. orders.Where(order => query.States.Contains(order.State))],
                Next(page.HasMore, orders.Count == 0 ? null : orders[^1].Id.Value));
        });
    }

    public async Task<MarketplaceOrder?> FindOrderAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken = default)
    {
        var found = await ReadOrderAsync(orderId, cancellationToken).ConfigureAwait(false);
        return found is { } order ? order.Answer.Map(order.Order, RefurbedMapping.FromOrder) : null;
    }

    public async Task<IReadOnlyList<MarketplaceCarrier>> ListCarriersAsync(CancellationToken cancellationToken = default)
    {
        var answer = await ReadAsync("ShippingProfileService/ListAvailableCarriers", new RefurbedEmpty(), RefurbedJson.Default.RefurbedEmpty, ListCarriers, cancellationToken).ConfigureAwait(false);
        return answer.Map(answer.ReadJson(RefurbedJson.Default.RefurbedCarriers), static body => (IReadOnlyList<MarketplaceCarrier>)
        [
            .. (body.Carriers ?? throw new FormatException("carriers")).OfType<RefurbedCarrier>()
                .Where(static carrier => !string.IsNullOrWhiteSpace(carrier.Slug))
                .Select(static carrier => new MarketplaceCarrier(carrier.Slug!, carrier.Name ?? carrier.Slug!)),
        ]);
    }

    public async Task<IReadOnlyList<RefurbedMarket>> ListMarketsAsync(CancellationToken cancellationToken = default)
    {
        var markets = new List<RefurbedMarket>();
        string? last = null;
        while (true)
        {
            var body = new RefurbedMarketsRequest(new RefurbedPagination(MaxPage, last), new RefurbedSort("CODE", "ASC"));
            var answer = await ReadAsync("MarketService/ListMarkets", body, RefurbedJson.Default.RefurbedMarketsRequest, ListMarkets, cancellationToken).ConfigureAwait(false);
            var page = answer.ReadJson(RefurbedJson.Default.RefurbedMarkets);
            var found = answer.Map(page, static read => (read.Markets ?? throw new FormatException("markets")).Select(static market => new RefurbedMarket(
                RefurbedMapping.Needed(market?.Code, "markets.code"),
                market!.Name ?? market.Code!,
                Currency.TryParse(market.CurrencyCode, null, out var currency) ? currency : null,
                market.IsSite == true)).ToList());
            markets.AddRange(found);
            if (page.HasMore != true || found.Count == 0)
            {
                return markets;
            }

            last = found[^1].Code != last ? found[^1].Code : throw answer.Malformed("the next page is this page again");
        }
    }

    private static ContinuationToken? Next(bool? hasMore, string? last) => hasMore == true && last is not null ? new ContinuationToken(last) : null;

    private static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture);

    private static Refusal NoVendorFields() =>
        new(RefusalCode.NotSupported, "VendorFields has an entry that this client does not send to Refurbed: leave it out.") { Field = "VendorFields" };

    private static Refusal NoOrder(MarketplaceOrderId orderId) =>
        new(RefusalCode.NotFound, $"The order {orderId} is not known to Refurbed.") { Field = "OrderId" };

    private async Task<VendorAnswer> PostAsync<T>(string method, T body, JsonTypeInfo<T> type, VendorOperation operation, CancellationToken cancellationToken) =>
        await channel.SendAsync(VendorJson.Request(HttpMethod.Post, Package + method, body, type), operation, cancellationToken).ConfigureAwait(false);

    private async Task<VendorAnswer> ReadAsync<T>(string method, T body, JsonTypeInfo<T> type, VendorOperation operation, CancellationToken cancellationToken)
    {
        var answer = await PostAsync(method, body, type, operation, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess ? answer : throw answer.Failure();
    }

    /// <summary>Reads an order; null when Refurbed does not know it, or the key is not a number, which it takes for a mistake.</summary>
    private async Task<(RefurbedOrder Order, VendorAnswer Answer)?> ReadOrderAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken)
    {
        var answer = await PostAsync("OrderService/GetOrder", new RefurbedId(orderId.Value), RefurbedJson.Default.RefurbedId, FindOrder, cancellationToken).ConfigureAwait(false);
        if (answer.IsSuccess)
        {
            return (answer.ReadJson(RefurbedJson.Default.RefurbedOrderAnswer).Order ?? throw answer.Malformed("the order is missing"), answer);
        }

        return IsUnknownKey(answer, orderId.Value) ? null : throw answer.Failure();
    }

    private static bool IsUnknownKey(VendorAnswer answer, string key) => RefurbedErrors.CodeOf(answer) switch
    {
        RefurbedErrors.NotFound => answer.Status == 404,
        RefurbedErrors.InvalidArgument => answer.Status == 400 && !long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        _ => false,
    };

    /// <summary>Sends a batch of any size in parts, and gives the vendor's word on each item in their order.</summary>
    private async Task<IReadOnlyList<RefurbedStatus>> BatchAsync<TItem, TBody>(
        string method, List<TItem> items, Func<IReadOnlyList<TItem>, TBody> body, JsonTypeInfo<TBody> type, VendorOperation operation, CancellationToken cancellationToken)
    {
        var outcomes = new List<RefurbedStatus>(items.Count);
        foreach (var part in items.Chunk(MaxBatch))
        {
            try
            {
                outcomes.AddRange(await PartAsync(method, part, body, type, operation, cancellationToken).ConfigureAwait(false));
            }
            catch (CommerceException exception) when (outcomes.Count > 0)
            {
                // What was told before must not get lost: the rest is told as not known, and sending it again does no harm.
                var rest = new RefurbedStatus(RefurbedErrors.Unavailable, $"no answer is known, send it again ({exception.Kind})");
                outcomes.AddRange(Enumerable.Repeat(rest, items.Count - outcomes.Count));
                break;
            }
        }

        return outcomes;
    }

    private async Task<IReadOnlyList<RefurbedStatus>> PartAsync<TItem, TBody>(
        string method, TItem[] part, Func<IReadOnlyList<TItem>, TBody> body, JsonTypeInfo<TBody> type, VendorOperation operation, CancellationToken cancellationToken)
    {
        var answer = await PostAsync(method, body(part), type, operation, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            return RefurbedErrors.IsRefusal(answer)
                ? [.. Enumerable.Repeat(new RefurbedStatus(RefurbedErrors.CodeOf(answer), answer.Error.Message), part.Length)]
                : throw answer.Failure();
        }

        // Outcomes come in the order of the request; none, or a code of 0, is a yes.
        var results = answer.ReadJson(RefurbedJson.Default.RefurbedResults).Results;
        return results?.Count == part.Length && !results.Contains(null)
            ? [.. results.Select(static result => result!.Status ?? new RefurbedStatus(0, null))]
            : throw answer.Malformed($"results has {results?.Count ?? 0} entries for {part.Length} items");
    }

    /// <summary>Reads the carriers once a day, as Refurbed asks for.</summary>
    private async Task<IReadOnlyList<MarketplaceCarrier>> KnownCarriersAsync(CancellationToken cancellationToken)
    {
        var now = channel.Clock.GetUtcNow();
        if (_carriers is not { } known || now - known.ReadAt >= CarrierLifetime)
        {
            known = new CarrierList(now, await ListCarriersAsync(cancellationToken).ConfigureAwait(false));
            _carriers = known;
        }

        return known.Carriers;
    }

    private sealed record CarrierList(DateTimeOffset ReadAt, IReadOnlyList<MarketplaceCarrier> Carriers);
}
