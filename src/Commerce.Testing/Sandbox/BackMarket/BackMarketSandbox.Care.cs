using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

public sealed partial class BackMarketSandbox
{
    private const int CarePage = 10;

    private readonly List<BackMarketFolderState> _folders = [];
    private readonly List<BackMarketReturnState> _returns = [];
    private int _nextMessage = 1;

    /// <summary>Lets the buyer write about the first line of an order: in its care folder, or in a new one.</summary>
    /// <param name="id">The order.</param>
    /// <param name="text">The words.</param>
    /// <returns>The care folder.</returns>
    public string BuyerWrites(string id, string text)
    {
        lock (Gate)
        {
            var order = _byId[long.Parse(id, CultureInfo.InvariantCulture)];
            var folder = _folders.Find(known => known.Order == order);
            if (folder is null)
            {
                folder = new BackMarketFolderState(_folders.Count + 123, order, Clock.GetUtcNow());
                _folders.Add(folder);
            }

            folder.Say(_nextMessage++, "CLIENT_TO_MERCHANT", "Client", text, Clock.GetUtcNow(), []);
            return Text(folder.Id);
        }
    }

    /// <summary>Closes a care folder.</summary>
    /// <param name="folderId">The care folder.</param>
    public void CloseFolder(string folderId)
    {
        lock (Gate)
        {
            _folders.First(folder => Text(folder.Id) == folderId).State = 9;
        }
    }

    /// <summary>Lets the buyer send the first line of an order back with a BackShip label.</summary>
    /// <param name="id">The order.</param>
    /// <returns>The return.</returns>
    public string BuyerReturns(string id)
    {
        lock (Gate)
        {
            var item = new BackMarketReturnState(_returns.Count + 7001, _byId[long.Parse(id, CultureInfo.InvariantCulture)], Clock.GetUtcNow());
            _returns.Add(item);
            return Text(item.Id);
        }
    }

    /// <summary>Lets a return arrive.</summary>
    /// <param name="returnId">The return.</param>
    public void ReturnArrives(string returnId)
    {
        lock (Gate)
        {
            _returns.First(item => Text(item.Id) == returnId).ArrivedAt = Clock.GetUtcNow();
        }
    }

    private void MapCare(IEndpointRouteBuilder routes)
    {
        Operation(routes, "GET", "ws/sav", "list-care-folders", context => GuardedAsync(context, ListFoldersAsync));
        Operation(routes, "GET", "ws/sav/{id}", "find-care-folder", context => GuardedAsync(context, FindFolderAsync));
        Operation(routes, "POST", "ws/sav/{id}/msg", "send-message", context => GuardedAsync(context, MessageAsync));
        Operation(routes, "POST", "ws/sav/{id}/problem", "declare-problem", context => GuardedAsync(context, ProblemOfItemAsync));
        Operation(routes, "POST", "ws/sav/{id}/item-transfer", "transfer-item", context => GuardedAsync(context, TransferAsync));
        Operation(routes, "POST", "ws/sav/refund", "refund-amount", context => GuardedAsync(context, RefundAsync));
        Operation(routes, "GET", "ws/shipping/v1/returns", "list-returns", context => GuardedAsync(context, ReturnsAsync));
    }

    private Task ListFoldersAsync(HttpContext context)
    {
        var line = context.Request.Query["orderline"].ToString();
        var since = DateTimeOffset.TryParseExact(
            context.Request.Query["last_message_date"], "yyyy-MM-dd-HH-mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : (DateTimeOffset?)null;
        var (page, _) = PageOf(context, CarePage);
        JsonObject answer;
        lock (Gate)
        {
            var found = _folders.FindAll(folder => (line.Length == 0 || Text(folder.Line.Id) == line) && (since is null || folder.UpdatedAt > since));
            var results = found.Skip((page - 1) * CarePage).Take(CarePage).Select(static folder => folder.ToSummary()).ToList();
            answer = Page(context, results, found.Count, page, CarePage);

            // Here the number is the one of the page.
            answer["count"] = results.Count;
        }

        return SandboxJson.WriteAsync(context, 200, answer);
    }

    private Task FindFolderAsync(HttpContext context)
    {
        JsonObject? found;
        lock (Gate)
        {
            found = Folder(context)?.ToDetails();
        }

        return found is null ? NotFoundAsync(context, "Care folder") : SandboxJson.WriteAsync(context, 200, found);
    }

    private async Task MessageAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        var text = form["message"].ToString();
        JsonObject? answer = null;
        lock (Gate)
        {
            if (Folder(context) is { } folder && text.Length > 0)
            {
                folder.State = 0;
                folder.Say(_nextMessage, "MERCHANT_TO_ALL", "Merchant", text, Clock.GetUtcNow(), [.. form.Files.GetFiles("attachment").Select(static file => file.FileName)]);
                answer = new JsonObject
                {
                    ["id"] = _nextMessage++,
                    ["group"] = folder.Id,
                    ["sender"] = 789,
                    ["message"] = text,
                    ["date_creation"] = BackMarketState.Time(Clock.GetUtcNow()),
                    ["attachments"] = new JsonArray(),
                };
            }
        }

        await (answer is not null
            ? SandboxJson.WriteAsync(context, 201, answer)
            : text.Length == 0 ? ErrorAsync(context, 400, "bad-request", "message is required", "message") : NotFoundAsync(context, "Care folder")).ConfigureAwait(false);
    }

    private async Task ProblemOfItemAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        var problem = form["problem_type"].ToString();
        bool isKnown;
        lock (Gate)
        {
            isKnown = Folder(context) is not null;
        }

        // Folders of the sandbox have small numbers, and those take nothing else.
        if (!isKnown)
        {
            await NotFoundAsync(context, "Care folder").ConfigureAwait(false);
        }
        else if (problem is not ("" or "OTHER") || form.ContainsKey("message") || form.Files.Count > 0)
        {
            await ProblemAsync(context, "Only OTHER problem type is allowed for IDs lower than 100,000,000").ConfigureAwait(false);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status201Created;
        }
    }

    private async Task TransferAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        var number = body.At("trackingNumber").Text();
        var status = 201;
        lock (Gate)
        {
            if (Folder(context) is not { } folder)
            {
                status = 404;
            }
            else if (number.Length == 0 || body.At("shipperName").Text().Length == 0 || body.At("action").Text() is not ("" or "REPAIR" or "REPLACE" or "NOTHING"))
            {
                status = 422;
            }
            else if (!folder.Transfers.Add(number))
            {
                status = 400;
            }
        }

        await (status switch
        {
            404 => NotFoundAsync(context, "Care folder"),
            422 => ProblemAsync(context, "Cannot create item transfer"),
            400 => ErrorAsync(context, 400, "bad-request", "An item transfer with this tracking number already exists"),
            _ => Created(context),
        }).ConfigureAwait(false);
    }

    private static Task Created(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status201Created;
        return Task.CompletedTask;
    }

    private async Task RefundAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        var type = body.At("refund_type").Text();
        _ = decimal.TryParse(body.At("amount").Text(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount);
        string? said = null;
        var isKnown = false;
        lock (Gate)
        {
            if (FindLine(body.At("orderline_pk").Text()) is var (order, line))
            {
                isKnown = true;
                var left = line.Price + line.Shipping - line.Refunded;
                if (type == "6" && line.State == 3 && amount > 0 && amount <= left)
                {
                    line.Refunded += amount;
                    line.State = amount == left ? 6 : 3;
                    order.UpdatedAt = Clock.GetUtcNow();
                    said = $"{BackMarketState.Money(amount)}€ refunded on the sku {line.Sku}";
                }
            }
        }

        if (said is null)
        {
            await (isKnown ? ErrorAsync(context, 400, "bad-request", "The refund is not possible") : NotFoundAsync(context, "Orderline")).ConfigureAwait(false);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "text/plain";
        await context.Response.WriteAsync(said, context.RequestAborted).ConfigureAwait(false);
    }

    private Task ReturnsAsync(HttpContext context)
    {
        var order = context.Request.Query["order_id"].ToString();
        var since = Time(context.Request.Query["start_date"]);
        var (page, _) = PageOf(context, CarePage);
        JsonObject answer;
        lock (Gate)
        {
            var found = _returns.FindAll(item => (order.Length == 0 || Text(item.Order.Id) == order) && (since is null || item.CreatedAt >= since));
            answer = Page(context, [.. found.Skip((page - 1) * CarePage).Take(CarePage).Select(static item => item.ToJson())], found.Count, page, CarePage);
        }

        return SandboxJson.WriteAsync(context, 200, answer);
    }

    private BackMarketFolderState? Folder(HttpContext context) => _folders.Find(folder => Text(folder.Id) == Route(context, "id"));
}
