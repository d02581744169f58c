using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Commerce.Http;
using Commerce.Marketplaces.Amazon.Wire;

namespace Commerce.Marketplaces.Amazon;

/// <summary>Talks to Amazon for one seller in one region: reading orders. Everything else is in the other parts.</summary>
internal sealed partial class AmazonMarketplaceClient(VendorChannel channel, AmazonMarketplaceOptions options) :
    IAmazonMarketplaceClient, IOrderCancellation, IOrderRefunds, IOfferReader, IOfferWriter, IOfferPreview, IMessageSender, IReturnsClient,
    ICancellationRequests, IOrderDocuments, INotificationReader, INotificationSubscriptions
{
    private static readonly VendorOperation ListOrdersCall = new("list-orders");
    private static readonly VendorOperation FindOrderCall = new("find-order");

    // Amazon answers nothing that is older, and wants the end of a time span to be two minutes old.
    private static readonly TimeSpan OldestOrders = TimeSpan.FromDays(730);
    private static readonly TimeSpan NewestEnd = TimeSpan.FromMinutes(2);

    public MarketplaceCode Marketplace => MarketplaceCode.Amazon;

    public string Account => channel.Account;

    public MarketplaceCapabilities Capabilities => AmazonCapabilities.All;

    private string DefaultStore => options.MarketplaceIds[0];

    private string IncludedData =>
        (options.IncludeBuyerData ? "BUYER,RECIPIENT," : "") + "PROCEEDS,CANCELLATION,FULFILLMENT,PACKAGES" + (options.IncludeBuyerData ? ",TAX" : "");

    public Paged<MarketplaceOrder> ListOrders(OrderQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new Paged<MarketplaceOrder>(async (token, cancellationToken) =>
            (await ReadOrdersAsync(query, token, cancellationToken).ConfigureAwait(false)).Page);
    }

    public async Task<AmazonOrderPage> ReadOrdersAsync(OrderQuery query, ContinuationToken? from = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        string[] codes = [.. query.States.SelectMany(AmazonStates.Codes).Distinct()];
        var hasCodes = !query.States.Contains(MarketplaceOrderState.Unknown);
        if (query.States.Count > 0 && hasCodes && codes.Length == 0)
        {
            // No order of Amazon's is ever in these states.
            return new AmazonOrderPage(new Page<MarketplaceOrder>([]), null);
        }

        var position = AmazonOrderPosition.Of(query, from, channel.Clock.GetUtcNow(), OldestOrders, NewestEnd);
        var address = new QueryAddress("orders/2026-01-01/orders")
            .Add(position.ByChange ? "lastUpdatedAfter" : "createdAfter", Time(position.Since))
            .Add(position.ByChange ? "lastUpdatedBefore" : "createdBefore", Time(position.Until))
            .Add("fulfillmentStatuses", codes.Length == 0 || !hasCodes ? null : string.Join(',', codes))
            .Add("marketplaceIds", string.Join(',', options.MarketplaceIds))
            .Add("maxResultsPerPage", query.PageSize)
            .Add("includedData", IncludedData)
            .Add("paginationToken", position.Token);
        var answer = await SendAsync(() => new HttpRequestMessage(HttpMethod.Get, address.ToString()), ListOrdersCall, cancellationToken).ConfigureAwait(false);
        var page = Read(answer, AmazonJson.Default.AmazonOrders);
        var orders = answer.Map(page, static body => (IReadOnlyList<MarketplaceOrder>)
            [.. (body.Orders ?? throw new FormatException("orders")).Select(AmazonMapping.FromOrder)]);
        if (query.IncludeRaw)
        {
            orders = answer.WithRaw("orders", orders, static (order, raw) => order with { Raw = raw });
        }

        return new AmazonOrderPage(
            new Page<MarketplaceOrder>([.. orders.Where(order => IsWanted(order, query))], position.Next(page.Pagination?.NextToken)),
            page.LastUpdatedBefore ?? page.CreatedBefore);
    }

    public async Task<MarketplaceOrder?> FindOrderAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken = default)
    {
        var address = new QueryAddress($"orders/2026-01-01/orders/{Segment(orderId.Value)}").Add("includedData", IncludedData).ToString();
        var answer = await SendAsync(() => new HttpRequestMessage(HttpMethod.Get, address), FindOrderCall, cancellationToken).ConfigureAwait(false);
        if (answer.Status == 404)
        {
            return null;
        }

        return answer.Map(
            Read(answer, AmazonJson.Default.AmazonOrderAnswer), static body => AmazonMapping.FromOrder(body.Order ?? throw new FormatException("order")));
    }

    private static string Segment(string value) => Uri.EscapeDataString(value);

    private static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <summary>Judges here too what Amazon cannot be asked for: the last two minutes, the other time, delivered orders.</summary>
    private static bool IsWanted(MarketplaceOrder order, OrderQuery query) =>
        (query.States.Count == 0 || query.States.Contains(order.State))
        && !(order.UpdatedAt < query.ChangedSince) && !(order.UpdatedAt > query.ChangedUntil)
        && !(order.CreatedAt < query.CreatedSince) && !(order.CreatedAt > query.CreatedUntil);

    private static T Read<T>(VendorAnswer answer, JsonTypeInfo<T> type)
        where T : class => answer.IsSuccess ? answer.ReadJson(type) : throw answer.Failure();

    /// <summary>Sends; when Amazon says that the token has expired, gets another one and sends once more: nothing was done.</summary>
    private async Task<VendorAnswer> SendAsync(Func<HttpRequestMessage> make, VendorOperation operation, CancellationToken cancellationToken)
    {
        var request = make();
        var answer = await channel.SendAsync(request, operation, cancellationToken).ConfigureAwait(false);
        if (answer.Status != 403 || answer.Error.Kind != CommerceErrorKind.Unauthorized)
        {
            return answer;
        }

        var again = make();
        AmazonAuthenticator.Refuse(again, AmazonAuthenticator.Used(request));
        return await channel.SendAsync(again, operation, cancellationToken).ConfigureAwait(false);
    }

    private Task<VendorAnswer> GetAsync(QueryAddress address, VendorOperation operation, CancellationToken cancellationToken) =>
        SendAsync(() => new HttpRequestMessage(HttpMethod.Get, address.ToString()), operation, cancellationToken);
}
