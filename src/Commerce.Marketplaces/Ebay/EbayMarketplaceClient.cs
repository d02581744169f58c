using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Commerce.Http;
using Commerce.Marketplaces.Ebay.Wire;

namespace Commerce.Marketplaces.Ebay;

/// <summary>Talks to eBay for one seller: what all parts share, and reading orders. Each area of eBay's APIs is a part of its own.</summary>
internal sealed partial class EbayMarketplaceClient(VendorChannel channel, EbayMarketplaceOptions options) : IEbayMarketplaceClient,
    IOrderCancellation, IOrderRefunds, IOfferReader, IOfferWriter, IOfferPreview, IMessagingClient, IThreadUpdates, IReturnsClient, ICancellationRequests,
    INotificationSubscriptions, IWebhookVerifier<MarketplaceNotification>, IWebhookChallenge
{
    private const string Orders = "sell/fulfillment/v1/order";
    private const string PostOrder = "post-order/v2/";

    // eBay keeps two years and refuses a longer range.
    private static readonly TimeSpan History = TimeSpan.FromDays(729);

    private static readonly VendorOperation ListOrdersCall = new("list-orders");
    private static readonly VendorOperation FindOrder = new("find-order");

    public MarketplaceCode Marketplace => MarketplaceCode.Ebay;

    public string Account => channel.Account;

    public MarketplaceCapabilities Capabilities { get; } = EbayCapabilities.Of(options);

    public Paged<MarketplaceOrder> ListOrders(OrderQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new Paged<MarketplaceOrder>(async (token, cancellationToken) =>
        {
            // The upper bound of the window stays what it was on the first page, also for another process that goes on from a token.
            var position = token is null ? new EbayPosition(0, null, channel.Clock.GetUtcNow()) : EbayPosition.Parse(token.Value);
            var page = await ReadOrdersAsync(query, position, cancellationToken).ConfigureAwait(false);
            if (page.Answer.Error.Code == EbayErrors.FutureDate && token is null && query.ChangedUntil is null && query.CreatedUntil is null)
            {
                // Our clock is ahead of eBay's, which refuses the future.
                position = position with { Until = position.Until.AddMinutes(-2) };
                page = await ReadOrdersAsync(query, position, cancellationToken).ConfigureAwait(false);
            }

            var body = Body(page.Answer);
            if (position.Total > body.Total)
            {
                // Orders have left the window since the page before, so others have moved up past it: read these again rather than lose one.
                position = position with { Offset = Math.Max(0, position.Offset - (int)(position.Total.Value - body.Total.Value)) };
                page = await ReadOrdersAsync(query, position, cancellationToken).ConfigureAwait(false);
                body = Body(page.Answer);
            }

            var all = page.Answer.Map(body, static found => (IReadOnlyList<MarketplaceOrder>)[.. found.Orders!.Select(EbayMapping.FromOrder)]);
            if (query.IncludeRaw)
            {
                all = page.Answer.WithRaw("orders", all, static (order, raw) => order with { Raw = raw });
            }

            var next = position.Offset + all.Count;
            var hasMore = all.Count > 0 && (body.Total is { } total ? next < total : body.Next is not null);
            var wanted = all.Where(order => IsWanted(order, query)).ToList();
            return new Page<MarketplaceOrder>(
                wanted,
                hasMore ? (position with { Offset = next, Total = body.Total }).ToToken() : null,
                wanted.Count == all.Count && query.States.Count == 0 && !page.IsNarrowedHere ? body.Total : null);
        });

        static EbayOrders Body(VendorAnswer answer)
        {
            var body = answer.IsSuccess ? answer.ReadJson(EbayJson.Default.EbayOrders) : throw answer.Failure();
            _ = Entries(answer, body.Orders, "orders");
            return body;
        }
    }

    public async Task<MarketplaceOrder?> FindOrderAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken = default)
    {
        var found = await ReadOrderAsync(orderId, cancellationToken).ConfigureAwait(false);
        return found is null ? null : found.Value.Answer.Map(found.Value.Order, EbayMapping.FromOrder);
    }

    private static bool IsWanted(MarketplaceOrder order, OrderQuery query) =>
        (query.States.Count == 0 || query.States.Contains(order.State))
        && (query.CreatedSince is not { } since || order.CreatedAt >= since)
        && (query.CreatedUntil is not { } until || order.CreatedAt <= until);

    private static string OrderPath(MarketplaceOrderId orderId, string action = "") => $"{Orders}/{Uri.EscapeDataString(orderId.Value)}{action}";

    private static HttpRequestMessage Get(string address, EbayToken token = EbayToken.User) => new HttpRequestMessage(HttpMethod.Get, address).With(token);

    private static HttpRequestMessage Post(string address, EbayToken token = EbayToken.User, bool isSigned = false) =>
        new HttpRequestMessage(HttpMethod.Post, address).With(token, isSigned);

    private static HttpRequestMessage Post<T>(string address, T body, JsonTypeInfo<T> type, EbayToken token = EbayToken.User, bool isSigned = false) =>
        VendorJson.Request(HttpMethod.Post, address, body, type).With(token, isSigned);

    private static Refusal NoVendorFields(params ReadOnlySpan<string> known) => new(
        RefusalCode.NotSupported,
        known.Length == 0
            ? "VendorFields is not empty: this client sends none here, leave them out."
            : $"VendorFields names what this client does not send: it knows {string.Join(", ", known!)} here.") { Field = "VendorFields" };

    private static Outcome<T> Refused<T>(VendorAnswer answer)
        where T : class => EbayErrors.IsRefusal(answer) ? Outcome.Refused<T>(EbayErrors.Refusal(answer)) : throw answer.Failure();

    /// <summary>Sends, and once more with a new token where eBay says by 403 that the token has run out: the request was not looked at.</summary>
    private async Task<VendorAnswer> SendAsync(Func<HttpRequestMessage> make, VendorOperation operation, CancellationToken cancellationToken)
    {
        var request = make();
        var answer = await channel.SendAsync(request, operation, cancellationToken).ConfigureAwait(false);
        return answer.Status == 403 && answer.Error.Code == EbayErrors.ExpiredToken && request.Headers.Authorization?.Parameter is { } refused
            ? await channel.SendAsync(make().After(refused), operation, cancellationToken).ConfigureAwait(false)
            : answer;
    }

    private async Task<VendorAnswer> ReadAsync(Func<HttpRequestMessage> make, VendorOperation operation, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(make, operation, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess ? answer : throw answer.Failure();
    }

    private async Task<(VendorAnswer Answer, bool IsNarrowedHere)> ReadOrdersAsync(OrderQuery query, EbayPosition position, CancellationToken cancellationToken)
    {
        // eBay drops the change dates when creation dates come with them: those are looked at here then.
        var byChange = query.ChangedSince is not null || query.ChangedUntil is not null;
        var byCreation = query.CreatedSince is not null || query.CreatedUntil is not null;
        List<string?> criteria =
        [
            byChange ? $"lastmodifieddate:[{Range(query.ChangedSince, query.ChangedUntil)}]"
                : byCreation ? $"creationdate:[{Range(query.CreatedSince, query.CreatedUntil)}]" : null,
            EbayStates.FilterOf(query.States),
        ];
        var filter = string.Join(',', criteria.OfType<string>());
        var address = new QueryAddress(Orders)
            .Add("filter", filter.Length == 0 ? null : filter)
            .Add("fieldGroups", "TAX_BREAKDOWN")
            .Add("limit", query.PageSize)
            .Add("offset", position.Offset)
            .ToString();
        return (await SendAsync(() => Get(address), ListOrdersCall, cancellationToken).ConfigureAwait(false), byChange && byCreation);

        string Range(DateTimeOffset? since, DateTimeOffset? until)
        {
            var to = until < position.Until ? until.Value : position.Until;
            var oldest = position.Until - History;
            var from = since is null || since < oldest ? oldest : since.Value;
            return $"{EbayMapping.Time(from < to ? from : to)}..{EbayMapping.Time(to)}";
        }
    }

    /// <summary>Reads an order as eBay has it; nothing for a key that eBay does not know or that is none.</summary>
    private async Task<(EbayOrder Order, VendorAnswer Answer)?> ReadOrderAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken)
    {
        var address = OrderPath(orderId, "?fieldGroups=TAX_BREAKDOWN");
        var answer = await SendAsync(() => Get(address), FindOrder, cancellationToken).ConfigureAwait(false);
        if (IsUnknownOrder(answer))
        {
            return null;
        }

        var order = answer.IsSuccess ? answer.ReadJson(EbayJson.Default.EbayOrder) : throw answer.Failure();
        _ = Entries(answer, order.LineItems, "lineItems");
        _ = Entries(answer, order.CancelStatus?.CancelRequests ?? [], "cancelStatus.cancelRequests");
        _ = Entries(answer, order.PaymentSummary?.Payments ?? [], "paymentSummary.payments");
        return (order, answer);
    }

    /// <summary>Gives the entries of a list that must be there, and none of them null.</summary>
    private static IReadOnlyList<T> Entries<T>(VendorAnswer answer, IReadOnlyList<T>? list, string name)
        where T : class =>
        list is null || list.Any(static entry => entry is null) ? throw answer.Malformed($"{name} is missing or has an empty entry") : list;

    private static bool IsUnknownOrder(VendorAnswer answer) => answer.Status == 404 || (answer.Status == 400 && answer.Error.Code == "32100");

    private static Refusal UnknownOrder(MarketplaceOrderId orderId) => new(RefusalCode.NotFound, $"The order {orderId} is not known.") { Field = "OrderId" };

    private sealed record EbayPosition(int Offset, long? Total, DateTimeOffset Until)
    {
        internal static EbayPosition Parse(ContinuationToken token)
        {
            var parts = token.Value.Split('/');
            return new EbayPosition(
                int.Parse(parts[0], CultureInfo.InvariantCulture),
                parts[1].Length == 0 ? null : long.Parse(parts[1], CultureInfo.InvariantCulture),
                new DateTimeOffset(long.Parse(parts[2], CultureInfo.InvariantCulture), TimeSpan.Zero));
        }

        internal ContinuationToken ToToken() => new(string.Create(CultureInfo.InvariantCulture, $"{Offset}/{Total}/{Until.UtcTicks}"));
    }
}
