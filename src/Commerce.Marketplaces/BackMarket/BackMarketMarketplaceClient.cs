using System.Globalization;
using Commerce.Http;
using Commerce.Marketplaces.BackMarket.Wire;

namespace Commerce.Marketplaces.BackMarket;

/// <summary>Talks to Back Market for one account: reading orders and deciding them. The rest is in the other parts.</summary>
internal sealed partial class BackMarketMarketplaceClient(VendorChannel channel, BackMarketMarketplaceOptions options) :
    IBackMarketMarketplaceClient, IOrderAcceptance, IOrderCancellation, IOrderRefunds, IOfferReader, IOfferWriter, IOfferPreview, IMessagingClient,
    IReturnsClient, IOrderDocuments, ICarrierDirectory
{
    private const int MaxPage = 50;

    private static readonly VendorOperation ListOrdersCall = new("list-orders");
    private static readonly VendorOperation FindOrder = new("find-order");

    // A state is told once: told again it is refused, and a look tells that it is done.
    private static readonly VendorOperation Accept = new("accept-order") { IsSafeToRepeat = true };
    private static readonly VendorOperation Cancel = new("cancel-order") { IsSafeToRepeat = true };

    public MarketplaceCode Marketplace => MarketplaceCode.BackMarket;

    public string Account => channel.Account;

    public MarketplaceCapabilities Capabilities { get; } = BackMarketCapabilities.All;

    public Paged<MarketplaceOrder> ListOrders(OrderQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var isFiltered = query.States.Count > 0 || query.ChangedUntil is not null || query.CreatedUntil is not null;
        return new Paged<MarketplaceOrder>(async (token, cancellationToken) =>
        {
            var number = PageOf(token);
            var address = new QueryAddress("ws/orders")
                .Add("date_creation", Time(query.CreatedSince))
                .Add("date_modification", Time(query.ChangedSince))
                .Add("state", BackMarketStates.Filter(query.States))
                .Add("page", number)
                .Add("page-size", Math.Min(query.PageSize, MaxPage));
            var answer = await GetAsync(address, ListOrdersCall, cancellationToken).ConfigureAwait(false);
            var page = answer.ReadJson(BackMarketJson.Default.Orders);
            var orders = answer.Map(page, body => (IReadOnlyList<MarketplaceOrder>)[.. Results(body).Select(order => BackMarketMapping.FromOrder(order, options.LinePrice))]);
            if (query.IncludeRaw)
            {
                orders = answer.WithRaw("results", orders, static (order, raw) => order with { Raw = raw });
            }

            // Back Market has no "until" and one state at a time: what is left is left out here.
            return new Page<MarketplaceOrder>(
                isFiltered ? [.. orders.Where(order => Matches(order, query))] : orders,
                NextPage(answer, page.Next, number),
                isFiltered ? null : page.Count);
        });
    }

    public async Task<MarketplaceOrder?> FindOrderAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken = default)
    {
        var found = await ReadOrderAsync(orderId, cancellationToken).ConfigureAwait(false);
        return found?.Answer.Map(found.Value.Order, order => BackMarketMapping.FromOrder(order, options.LinePrice));
    }

    public async Task<Outcome<OrderDecided>> DecideOrderAsync(OrderDecision request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.VendorFields.Count > 0)
        {
            return Outcome.Refused<OrderDecided>(NoVendorFields());
        }

        if (request.AcceptedLines.Count + request.RefusedLines.Count == 0)
        {
            return Outcome.Refused<OrderDecided>(RefusalCode.Validation, "AcceptedLines and RefusedLines are empty: name the lines to decide.", nameof(request.AcceptedLines));
        }

        if (request.AcceptedLines.Concat(request.RefusedLines).Distinct().Count() != request.AcceptedLines.Count + request.RefusedLines.Count)
        {
            return Outcome.Refused<OrderDecided>(RefusalCode.Validation, "A line is decided twice: name each once.", nameof(request.RefusedLines));
        }

        if (request.RefusedLines.Count > 0 && request.RefusalReason is null)
        {
            return Outcome.Refused<OrderDecided>(RefusalCode.Validation, "RefusalReason is missing: Back Market asks why a line is cancelled.", nameof(request.RefusalReason));
        }

        if (await ReadOrderAsync(request.OrderId, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return Outcome.Refused<OrderDecided>(UnknownOrder(request.OrderId));
        }

        var steps = found.Answer.Map(found.Order, order => Plan(order, request));
        var reason = request.RefusalReason is { } why ? BackMarketReasons.Of(why, null).Code : (int?)null;
        var outcomes = await MoveAsync(found.Order, steps, step => step.NewState == BackMarketStates.Cancelled ? reason : null, null, Accept, cancellationToken).ConfigureAwait(false);
        return AllRefused(outcomes) is { } refusal
            ? Outcome.Refused<OrderDecided>(refusal)
            : Outcome.Of(new OrderDecided(request.OrderId, WasAlreadyDecided: steps.All(static step => !step.MustBeTold && step.Refusal is null)) { Lines = outcomes });
    }

    private static IReadOnlyList<BackMarketStep> Plan(BackMarketOrder order, OrderDecision request)
    {
        var lines = BackMarketMapping.Lines(order);
        return BackMarketSteps.WithoutSideEffects(lines,
        [
            .. request.AcceptedLines.Select(id => Step(lines, id, BackMarketSteps.Accept)),
            .. request.RefusedLines.Select(id => Step(lines, id, BackMarketSteps.Refuse)),
        ]);
    }

    private static BackMarketStep Step(IReadOnlyList<BackMarketLine> lines, MarketplaceOrderLineId id, Func<BackMarketLine, BackMarketStep> step) =>
        lines.FirstOrDefault(line => line.Id == id) is { } line ? step(line) : new BackMarketStep(id, Refusal: BackMarketSteps.NotFound(id));

    private static Refusal? AllRefused(IReadOnlyList<ItemOutcome<MarketplaceOrderLineId>> lines) =>
        lines.Count > 0 && lines.All(static line => !line.IsSuccess) ? lines[0].Refusal : null;

    private static Refusal NoVendorFields() =>
        new(RefusalCode.NotSupported, "VendorFields is not empty: this call sends none to Back Market, leave them out.") { Field = "VendorFields" };

    private static Refusal UnknownOrder(MarketplaceOrderId id) => new(RefusalCode.NotFound, $"The order {id} is not known.") { Field = nameof(OrderDecision.OrderId) };

    private static bool Matches(MarketplaceOrder order, OrderQuery query) =>
        (query.States.Count == 0 || query.States.Contains(order.State))
        && (query.ChangedUntil is null || order.UpdatedAt <= query.ChangedUntil)
        && (query.CreatedUntil is null || order.CreatedAt <= query.CreatedUntil);

    private static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string OrderPath(MarketplaceOrderId orderId) => $"ws/orders/{Uri.EscapeDataString(orderId.Value)}";

    private static IReadOnlyList<T> Results<T>(BackMarketPage<T> page)
        where T : class => [.. BackMarketMapping.Needed(page.Results, "results").Select(static item => BackMarketMapping.Needed(item, "results"))];

    private static int PageOf(ContinuationToken? token) =>
        token is null ? 1 : int.TryParse(token.Value.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new ArgumentException($"The page token {token} is none of Back Market's.", nameof(token));

    // The address of the next page may name an inner host and leave filters out: only its number is taken from it, and it must lead on.
    private static ContinuationToken? NextPage(VendorAnswer answer, string? next, int number)
    {
        if (string.IsNullOrEmpty(next))
        {
            return null;
        }

        var page = next.Split('?', '&').FirstOrDefault(static part => part.StartsWith("page=", StringComparison.Ordinal))?["page=".Length..];
        return int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var following) && following > number
            ? new ContinuationToken(following.ToString(CultureInfo.InvariantCulture))
            : throw answer.Malformed("the next page does not come after this one");
    }

    /// <summary>Tells new states, one SKU after the other, and gives the outcome of each line.</summary>
    private async Task<IReadOnlyList<ItemOutcome<MarketplaceOrderLineId>>> MoveAsync(
        BackMarketOrder order, IReadOnlyList<BackMarketStep> steps, Func<BackMarketStep, int?> reason, string? message, VendorOperation operation, CancellationToken cancellationToken)
    {
        var refused = new Dictionary<MarketplaceOrderLineId, Refusal>();
        foreach (var group in steps.Where(static step => step.MustBeTold).GroupBy(static step => (step.Sku!.ToUpperInvariant(), step.NewState)))
        {
            var update = new BackMarketOrderUpdate
            {
                OrderId = order.OrderId!.Value,
                NewState = group.Key.NewState,
                Sku = group.First().Sku,
                ReturnReason = reason(group.First()),
                ReturnMessage = message,
            };
            foreach (var (id, refusal) in await TellAsync(update, [.. group], operation, cancellationToken).ConfigureAwait(false))
            {
                refused[id] = refusal;
            }
        }

        return [.. steps.Select(step => new ItemOutcome<MarketplaceOrderLineId>(step.LineId, step.Refusal ?? refused.GetValueOrDefault(step.LineId)))];
    }

    private async Task<IReadOnlyList<(MarketplaceOrderLineId Id, Refusal Refusal)>> TellAsync(
        BackMarketOrderUpdate update, IReadOnlyList<BackMarketStep> steps, VendorOperation operation, CancellationToken cancellationToken)
    {
        var id = new MarketplaceOrderId(update.OrderId.ToString(CultureInfo.InvariantCulture));
        var answer = await channel.SendAsync(
            VendorJson.Request(HttpMethod.Post, OrderPath(id), update, BackMarketJson.Default.BackMarketOrderUpdate), operation, cancellationToken).ConfigureAwait(false);
        if (BackMarketErrors.IsDone(answer))
        {
            CheckIsOrder(answer, update.OrderId);
            return [];
        }

        // What was told before is refused: done, if the line is where it shall be.
        var refusal = BackMarketErrors.Refusal(answer, RefusalCode.ExternalRejected);
        var now = await ReadOrderAsync(id, cancellationToken).ConfigureAwait(false);
        var lines = now?.Answer.Map(now.Value.Order, BackMarketMapping.Lines) ?? [];
        return
        [
            .. steps.Where(step => !lines.Any(line => line.Id == step.LineId && BackMarketSteps.HasArrived(line.State, step.NewState)))
                .Select(step => (step.LineId, refusal)),
        ];
    }

    private static void CheckIsOrder(VendorAnswer answer, long orderId)
    {
        if (answer.ReadJson(BackMarketJson.Default.BackMarketOrder).OrderId != orderId)
        {
            throw answer.Malformed("the order in the answer is not the one that was changed");
        }
    }

    private async Task<(BackMarketOrder Order, VendorAnswer Answer)?> ReadOrderAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken)
    {
        var answer = await channel.SendAsync(new HttpRequestMessage(HttpMethod.Get, OrderPath(orderId)), FindOrder, cancellationToken).ConfigureAwait(false);
        var status = BackMarketErrors.StatusOf(answer);

        // Back Market's keys are numbers: anything else may be called a bad request instead of an unknown order.
        if (status == 404 || (status == 400 && !orderId.Value.All(char.IsAsciiDigit)))
        {
            return null;
        }

        if (!BackMarketErrors.IsDone(answer))
        {
            throw BackMarketErrors.Failure(answer);
        }

        var order = answer.ReadJson(BackMarketJson.Default.BackMarketOrder);
        return order.OrderId is > 0 ? (order, answer) : throw answer.Malformed("the body misses or misstates order_id");
    }

    private async Task<VendorAnswer> GetAsync(QueryAddress address, VendorOperation operation, CancellationToken cancellationToken, string? market = null)
    {
        var answer = await channel.SendAsync(InMarket(new HttpRequestMessage(HttpMethod.Get, address.ToString()), market), operation, cancellationToken).ConfigureAwait(false);
        return BackMarketErrors.IsDone(answer) ? answer : throw BackMarketErrors.Failure(answer);
    }

    private static HttpRequestMessage InMarket(HttpRequestMessage request, string? market)
    {
        if (market is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Language", market);
        }

        return request;
    }
}
