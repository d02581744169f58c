using Commerce.Agents;
using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Entities;

namespace Commerce.Samples.Platform.Api;

/// <summary>Places, prices, shows, lists, pays, releases and cancels orders.</summary>
internal static class OrderEndpoints
{
    private const string KeyHeader = "Idempotency-Key";
    private const int MaxKey = 64;

    internal static void MapOrders(this IEndpointRouteBuilder api)
    {
        api.MapPost("/orders", PlaceAsync).WithName("PlaceOrder").WithSummary("Places an order. The same key and body again answer the same order; the same key with another body is refused.")
            .Produces<PlacedView>(StatusCodes.Status201Created).Produces<PlacedView>().ProducesValidationProblem().ProducesValidationProblem(StatusCodes.Status409Conflict);
        api.MapPost("/quotes", QuoteAsync).WithName("QuoteOrder").WithSummary("Says what an order would cost; nothing is stored.")
            .Produces<QuoteView>().ProducesValidationProblem();
        api.MapGet("/orders", ListAsync).WithName("ListOrders").WithSummary("Lists orders, newest first: 20 a page, 100 at most.")
            .Produces<PageView<OrderRowView>>().ProducesValidationProblem();
        api.MapGet("/orders/{id}", GetAsync).WithName("GetOrder").WithSummary("Shows an order with its shipments and its history.")
            .Produces<OrderView>().ProducesValidationProblem(StatusCodes.Status404NotFound);
        api.MapPost("/orders/{id}/cancellation", CancelAsync).WithName("CancelOrder").WithSummary("Asks to cancel an order.")
            .Produces(StatusCodes.Status202Accepted).ProducesValidationProblem().ProducesValidationProblem(StatusCodes.Status404NotFound).ProducesValidationProblem(StatusCodes.Status409Conflict);
        api.MapPost("/orders/{id}/payment", PayAsync).WithName("RetryPayment").WithSummary("Pays again after a refusal, within a day of it.")
            .Produces(StatusCodes.Status202Accepted).ProducesValidationProblem().ProducesValidationProblem(StatusCodes.Status404NotFound).ProducesValidationProblem(StatusCodes.Status409Conflict);
        api.MapPost("/orders/{id}/release", ReleaseAsync).WithName("ReleaseHold").WithSummary("Lets a held order go on.")
            .Produces(StatusCodes.Status202Accepted).ProducesValidationProblem().ProducesValidationProblem(StatusCodes.Status404NotFound).ProducesValidationProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> PlaceAsync(OrderRequest request, HttpContext http, IMessagePublisher agents)
    {
        var fields = new Fields();
        var key = fields.Text(KeyHeader, http.Request.Headers[KeyHeader].ToString(), MaxKey);
        if (OrderDrafts.Read(request, fields) is not { } draft)
        {
            return Problems.Of(fields.Refusals);
        }

        var tenant = ApiKeys.TenantOf(http);
        var id = OrderKeys.From($"api/{tenant}", key);
        var receipt = await agents.AskAsync<OrderReceipt>(new PlaceOrder(id, draft), Options(tenant), cancellationToken: http.RequestAborted);
        if (receipt.Refusals.Count > 0)
        {
            return Problems.Of([.. receipt.Refusals.Select(static refusal => refusal.Field == "OrderId"
                ? new Refusal(refusal.Code, "Another order was placed with this key: give each its own.") { Field = KeyHeader }
                : refusal)]);
        }

        var placed = new PlacedView(id.Value, receipt.Number, View(receipt.Totals!));
        return receipt.IsKnown ? Results.Ok(placed) : Results.Created($"/orders/{id}", placed);
    }

    private static async Task<IResult> QuoteAsync(OrderRequest request, HttpContext http, IMessagePublisher agents)
    {
        var fields = new Fields();
        if (OrderDrafts.Read(request, fields) is not { } draft)
        {
            return Problems.Of(fields.Refusals);
        }

        var receipt = await agents.AskAsync<OrderReceipt>(
            new QuoteOrder(new OrderId(Guid.NewGuid()), draft), Options(ApiKeys.TenantOf(http)), cancellationToken: http.RequestAborted);
        return receipt.Refusals.Count > 0 ? Problems.Of(receipt.Refusals) : Results.Ok(new QuoteView(View(receipt.Totals!)));
    }

    private static async Task<IResult> ListAsync(HttpContext http, IRepository<OrderRecord> orders, string? status = null, string? customer = null, string? limit = null, string? skip = null)
    {
        var fields = new Fields();
        var wanted = fields.Name<OrderStatus>("status", status);
        var who = customer is null ? null : fields.Text("customer", customer, 100);
        var (size, from) = (fields.Number("limit", limit, 1, 100, 20), fields.Number("skip", skip, 0, 10_000, 0));
        if (fields.Refusals.Count > 0)
        {
            return Problems.Of(fields.Refusals);
        }

        var page = await orders.ListAsync(new EntityQuery<OrderRecord>
        {
            Where = (wanted, who) switch
            {
                ({ } state, { } buyer) => record => record.Status == state && record.Customer == buyer,
                ({ } state, null) => record => record.Status == state,
                (null, { } buyer) => record => record.Customer == buyer,
                _ => null,
            },
            OrderBy = static record => record.PlacedAt,
            Descending = true,
            Skip = from,
            Limit = size,
            Tenant = ApiKeys.TenantOf(http),
        });
        return Results.Ok(new PageView<OrderRowView>([.. page.Items.Select(Row)], page.Total));
    }

    private static async Task<IResult> GetAsync(string id, HttpContext http, IRepository<OrderRecord> orders, IAgentStates states) =>
        await FindAsync(id, http, orders) is { } orderId
        && await states.FindAsync<Order>(OrdersAgentsBuilderExtensions.OrderAgentName, orderId.ToString()) is { } order
            ? Results.Ok(View(orderId, order))
            : Unknown();

    private static async Task<IResult> CancelAsync(string id, CancellationRequest request, HttpContext http, IRepository<OrderRecord> orders, IMessagePublisher agents)
    {
        var fields = new Fields();
        var reason = fields.Text("reason", request.Reason, 50);
        var by = fields.Text("requestedBy", request.RequestedBy, 100);
        var note = fields.Text("note", request.Note, 500, isRequired: false);
        return await CommandAsync(id, fields, http, orders, agents, orderId => new RequestCancellation(orderId, reason, by, note.Length == 0 ? null : note));
    }

    private static Task<IResult> PayAsync(string id, PaymentRequest request, HttpContext http, IRepository<OrderRecord> orders, IMessagePublisher agents)
    {
        var fields = new Fields();
        var method = OrderDrafts.Token(request.PaymentMethod, fields);
        return CommandAsync(id, fields, http, orders, agents, orderId => new RetryPayment(orderId, method));
    }

    private static Task<IResult> ReleaseAsync(string id, ReleaseRequest request, HttpContext http, IRepository<OrderRecord> orders, IMessagePublisher agents)
    {
        var fields = new Fields();
        var actor = fields.Text("actor", request.Actor, 100);
        return CommandAsync(id, fields, http, orders, agents, orderId => new ReleaseHold(orderId, actor));
    }

    private static async Task<IResult> CommandAsync(
        string id, Fields fields, HttpContext http, IRepository<OrderRecord> orders, IMessagePublisher agents, Func<OrderId, IMessage> command)
    {
        if (fields.Refusals.Count > 0)
        {
            return Problems.Of(fields.Refusals);
        }

        if (await FindAsync(id, http, orders) is not { } orderId)
        {
            return Unknown();
        }

        var answer = await agents.AskAsync<Answer>(command(orderId), Options(ApiKeys.TenantOf(http)), cancellationToken: http.RequestAborted);
        return answer.Refusals.Count > 0 ? Problems.Of(answer.Refusals) : Results.Accepted($"/orders/{orderId}");
    }

    /// <summary>Finds an order of the caller; that of another tenant is as unknown as one that never was.</summary>
    private static async Task<OrderId?> FindAsync(string id, HttpContext http, IRepository<OrderRecord> orders)
    {
        if (!Guid.TryParse(id, out var guid))
        {
            return null;
        }

        var page = await orders.ListAsync(new EntityQuery<OrderRecord> { Where = record => record.Id == guid, Tenant = ApiKeys.TenantOf(http), Limit = 1 });
        return page.Items.Count == 0 ? null : new OrderId(guid);
    }

    private static IResult Unknown() => Problems.NotFound("id", "The order is not known: use the id that placing it answered.");

    private static PublishOptions Options(TenantId tenant) => new() { Tenant = tenant };

    private static OrderRowView Row(OrderRecord record) => new(
        record.Id, record.Number, record.Channel, record.Customer, record.Status.ToString(), MoneyView.Of(record.Total), record.PlacedAt, record.Tags);

    private static TotalsView View(OrderTotals totals) => new(
        MoneyView.Of(totals.Goods), MoneyView.Of(totals.Discount), MoneyView.Of(totals.Shipping), MoneyView.Of(totals.Tax), MoneyView.Of(totals.Total));

    private static OrderView View(OrderId id, Order order) => new(
        id.Value,
        order.Number,
        order.Channel,
        order.Customer,
        order.Status.ToString(),
        [.. order.Lines.Select(static line => new LineView(line.Sku.Value, line.Title, line.Quantity, MoneyView.Of(line.UnitPrice), MoneyView.Of(line.Net), MoneyView.Of(line.Tax)))],
        View(order.Totals!),
        MoneyView.Of(order.Authorized),
        MoneyView.Of(order.Captured),
        order.Holds,
        order.Tags,
        [.. order.Parts.Select(static (part, index) => new ShipmentView(
            index + 1, part.Warehouse, part.Lines.ToDictionary(static line => line.Key.Value, static line => line.Value), part.Carrier?.Value, part.TrackingNumber?.Value, part.Status?.Value))],
        [.. order.Timeline.Select(static entry => new EventView(entry.At, entry.Status.ToString(), entry.What))]);
}
