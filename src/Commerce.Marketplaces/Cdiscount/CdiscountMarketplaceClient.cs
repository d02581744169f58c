using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Commerce.Http;
using Commerce.Marketplaces.Cdiscount.Wire;

namespace Commerce.Marketplaces.Cdiscount;

/// <summary>Talks to Octopia's seller API v2 for one seller: reading and deciding orders. Everything else is in the other parts.</summary>
internal sealed partial class CdiscountMarketplaceClient(VendorChannel channel, CdiscountMarketplaceOptions options) :
    ICdiscountMarketplaceClient, IOrderAcceptance, IOrderCancellation, IOrderRefunds, IOrderDocuments, IOfferReader, IOfferWriter, IOfferPreview,
    IMessagingClient, IThreadUpdates, ICarrierDirectory
{
    private const string BySort = "asc:updatedAt";
    private const string KeyPrefix = "SCID";

    private static readonly VendorOperation ListOrdersCall = new("list-orders");
    private static readonly VendorOperation CountOrders = new("count-orders");
    private static readonly VendorOperation FindOrder = new("find-order");

    // Octopia has no key by which it knows a repeated POST, so none is sent again unseen: look first, then send.
    private static readonly VendorOperation Decide = new("decide-order");

    public MarketplaceCode Marketplace => MarketplaceCode.Cdiscount;

    public string Account => channel.Account;

    public MarketplaceCapabilities Capabilities => CdiscountCapabilities.All;

    public Paged<MarketplaceOrder> ListOrders(OrderQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new Paged<MarketplaceOrder>(async (token, cancellationToken) =>
        {
            var cursor = CdiscountCursor.Read(token, query.ChangedSince);
            var answer = await SendPageAsync(query, cursor, cancellationToken).ConfigureAwait(false);
            if (cursor.IsSorted && answer.Status == 400 && IsAboutSorting(answer))
            {
                // Some accounts take no sorting: pages by number then, each sorted here.
                cursor = cursor with { IsSorted = false };
                answer = await SendPageAsync(query, cursor, cancellationToken).ConfigureAwait(false);
            }

            var orders = answer.Map(Good(answer).ReadJson(CdiscountJson.Default.CdiscountOrders), static body => (IReadOnlyList<MarketplaceOrder>)
                [.. (body.Items ?? throw new FormatException("items")).Select(CdiscountMapping.FromOrder)]);
            if (query.IncludeRaw)
            {
                orders = answer.WithRaw("items", orders, static (order, raw) => order with { Raw = raw });
            }

            // Lists have no total: a page that is not full is the last one.
            var next = orders.Count < query.PageSize ? null : cursor.After([.. orders.Select(static order => (order.Id.Value, order.UpdatedAt))]);
            var page = orders.Where(order => !cursor.HasSeen(order.Id.Value) && (query.States.Count == 0 || query.States.Contains(order.State)));
            return new Page<MarketplaceOrder>(
                [.. cursor.IsSorted ? page : page.OrderBy(static order => order.UpdatedAt)], next?.ToToken());
        });
    }

    public async Task<long> CountOrdersAsync(OrderQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.States.Any(static state => !CdiscountStates.Codes(state).Any()))
        {
            throw new ArgumentException("query names a state that Octopia has no code for: list the orders and count them.", nameof(query));
        }

        var address = Filtered("orders/count", query, query.ChangedSince);
        var answer = await GetAsync(address, CountOrders, cancellationToken).ConfigureAwait(false);
        return answer.ReadJson(CdiscountJson.Default.CdiscountCount).Count ?? throw answer.Malformed("count is missing");
    }

    public async Task<MarketplaceOrder?> FindOrderAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken = default) =>
        await ReadOrderAsync(orderId, cancellationToken).ConfigureAwait(false) is { } found ? found.Order
            : orderId.Value.StartsWith(KeyPrefix, StringComparison.Ordinal) ? null
            : await FindByReferenceAsync(orderId.Value, cancellationToken).ConfigureAwait(false);

    public async Task<Outcome<OrderDecided>> DecideOrderAsync(OrderDecision request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.VendorFields.Count > 0)
        {
            return Outcome.Refused<OrderDecided>(NoVendorFields());
        }

        var accepts = request.AcceptedLines.Count > 0;
        if (accepts == request.RefusedLines.Count > 0)
        {
            return Outcome.Refused<OrderDecided>(
                RefusalCode.NotSupported, "Octopia takes or refuses whole orders: give all lines as accepted or all as refused.", nameof(request.AcceptedLines));
        }

        if (await FindOrderAsync(request.OrderId, cancellationToken).ConfigureAwait(false) is not { } order)
        {
            return Outcome.Refused<OrderDecided>(UnknownOrder(request.OrderId));
        }

        // A line that is not named would be refused, which Octopia cannot do while others are accepted.
        var named = request.AcceptedLines.Concat(request.RefusedLines).ToHashSet();
        if (!named.SetEquals(order.Lines.Select(static line => line.Id)))
        {
            return Outcome.Refused<OrderDecided>(
                RefusalCode.Validation,
                $"The order {order.Id} has {order.Lines.Count} lines, the decision names {named.Count}: Octopia decides whole orders, name each line.",
                nameof(request.AcceptedLines));
        }

        if (order.State != MarketplaceOrderState.AwaitingAcceptance)
        {
            return Decided(request, order, accepts);
        }

        var message = VendorJson.Request(
            HttpMethod.Post,
            OrderPath(request.OrderId, "/approval-status"),
            new CdiscountApproval(accepts ? "Accepted" : CdiscountStates.Refused),
            CdiscountJson.Default.CdiscountApproval);
        var answer = await channel.SendAsync(message, Decide, cancellationToken).ConfigureAwait(false);
        if (answer.IsSuccess)
        {
            return Outcome.Of(Decided(request, wasDecided: false));
        }

        if (!CdiscountErrors.IsRefusal(answer))
        {
            throw answer.Failure();
        }

        // Somebody may have decided since the look.
        var after = answer.Status == 404 ? null : await FindOrderAsync(request.OrderId, cancellationToken).ConfigureAwait(false);
        return after is null || after.State == MarketplaceOrderState.AwaitingAcceptance
            ? Outcome.Refused<OrderDecided>(CdiscountErrors.Refused(answer))
            : Decided(request, after, accepts);
    }

    private static Outcome<OrderDecided> Decided(OrderDecision request, MarketplaceOrder order, bool accepts)
    {
        var isOff = order.State == MarketplaceOrderState.Cancelled;
        var isOn = order.State == MarketplaceOrderState.Accepted || order.State == MarketplaceOrderState.ReadyToShip
            || order.State == MarketplaceOrderState.PartiallyShipped || order.State == MarketplaceOrderState.Shipped || order.State == MarketplaceOrderState.Delivered;
        return (accepts ? isOn : isOff)
            ? Outcome.Of(Decided(request, wasDecided: true))
            : Outcome.Refused<OrderDecided>(
                RefusalCode.InvalidTransition, $"The order {order.Id} is {order.VendorState}: it does not wait for acceptance.", nameof(request.OrderId));
    }

    private static OrderDecided Decided(OrderDecision request, bool wasDecided) => new(request.OrderId, wasDecided)
    {
        Lines = [.. request.AcceptedLines.Concat(request.RefusedLines).Select(static line => new ItemOutcome<MarketplaceOrderLineId>(line))],
    };

    private static bool IsAboutSorting(VendorAnswer answer) =>
        $"{answer.Error.Field} {answer.Error.Message}".Contains("sort", StringComparison.OrdinalIgnoreCase);

    private static string OrderPath(MarketplaceOrderId orderId, string action = "") => $"orders/{Uri.EscapeDataString(orderId.Value)}{action}";

    private static Refusal NoVendorFields() =>
        new(RefusalCode.NotSupported, "VendorFields holds a field that this client does not send to Octopia: leave it out.") { Field = "VendorFields" };

    private static Refusal UnknownOrder(MarketplaceOrderId orderId) =>
        new(RefusalCode.NotFound, $"Octopia does not know the order {orderId}.") { Field = "OrderId" };

    private static VendorAnswer Good(VendorAnswer answer) => answer.IsSuccess ? answer : throw answer.Failure();

    private static IReadOnlyList<T> Items<T>(VendorAnswer answer, IReadOnlyList<T>? items)
        where T : class =>
        items is not null && !items.Contains(null!) ? items : throw answer.Malformed("items is missing or has an empty entry");

    /// <summary>Reads what a successful answer may hold; its body is not promised.</summary>
    private static T? Optional<T>(VendorAnswer answer, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(answer.Body.Span, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Task<VendorAnswer> SendPageAsync(OrderQuery query, CdiscountCursor cursor, CancellationToken cancellationToken)
    {
        var address = Filtered("orders", query, cursor.Since)
            .Add("pageIndex", cursor.Page).Add("pageSize", query.PageSize).Add("sort", cursor.IsSorted ? BySort : null);
        return channel.SendAsync(new HttpRequestMessage(HttpMethod.Get, address.ToString()), ListOrdersCall, cancellationToken);
    }

    private QueryAddress Filtered(string path, OrderQuery query, DateTimeOffset? since)
    {
        // A state that Octopia has no code for is looked for here.
        var codes = query.States.All(static state => CdiscountStates.Codes(state).Any()) ? query.States.SelectMany(CdiscountStates.Codes).Distinct().ToList() : [];
        return new QueryAddress(path)
            .Add("salesChannelId", options.SalesChannelId)
            .Add("status", codes.Count == 0 ? null : string.Join(',', codes))
            .Add("updatedAtMin", CdiscountCursor.Time(since))
            .Add("updatedAtMax", CdiscountCursor.Time(query.ChangedUntil))
            .Add("createdAtMin", CdiscountCursor.Time(query.CreatedSince))
            .Add("createdAtMax", CdiscountCursor.Time(query.CreatedUntil));
    }

    private async Task<(CdiscountOrder Wire, MarketplaceOrder Order)?> ReadOrderAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken)
    {
        var answer = await channel.SendAsync(new HttpRequestMessage(HttpMethod.Get, OrderPath(orderId)), FindOrder, cancellationToken).ConfigureAwait(false);
        if (answer.Status == 404)
        {
            return null;
        }

        var wire = Good(answer).ReadJson(CdiscountJson.Default.CdiscountOrder);
        return (wire, answer.Map(wire, CdiscountMapping.FromOrder));
    }

    // Discussions name an order by the number that its buyer sees.
    private async Task<MarketplaceOrder?> FindByReferenceAsync(string reference, CancellationToken cancellationToken)
    {
        var address = new QueryAddress("orders").Add("reference", reference).Add("salesChannelId", options.SalesChannelId).Add("pageIndex", 1).Add("pageSize", 2);
        var answer = await GetAsync(address, ListOrdersCall, cancellationToken).ConfigureAwait(false);
        var orders = Items(answer, answer.ReadJson(CdiscountJson.Default.CdiscountOrders).Items).Where(order => order.Reference == reference).ToList();
        return orders is [var only] ? answer.Map(only, CdiscountMapping.FromOrder) : null;
    }

    private async Task<VendorAnswer> GetAsync(QueryAddress address, VendorOperation operation, CancellationToken cancellationToken) =>
        Good(await channel.SendAsync(new HttpRequestMessage(HttpMethod.Get, address.ToString()), operation, cancellationToken).ConfigureAwait(false));
}
