using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Commerce.Testing.Sandbox;

public sealed partial class CdiscountSandbox
{
    private readonly List<string> _invoices = [];
    private long _changes;

    /// <summary>Gets the orders to which the seller sent an invoice, in order of arrival.</summary>
    public IReadOnlyList<string> Invoices => Look(() => (IReadOnlyList<string>)[.. _invoices]);

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static int Number(string? text, int fallback, int max) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? Math.Min(number, max) : fallback;

    private static Task CarriersAsync(HttpContext context) => SandboxJson.WriteAsync(context, 200, new JsonArray(
        new JsonObject { ["code"] = "COLISSIMO", ["label"] = "Colissimo" },
        new JsonObject { ["code"] = "CHRONOPOST", ["label"] = "Chronopost" },
        new JsonObject { ["code"] = "UPS", ["label"] = "UPS" }));

    [GeneratedRegex("^(asc|desc):(updatedAt|createdAt)$")]
    private static partial Regex Sort();

    private void Change(CdiscountState order, Action<CdiscountState> change)
    {
        _byChange.Remove(order);
        change(order);
        order.UpdatedAt = Clock.GetUtcNow();
        order.Number = ++_changes;
        _byChange.Add(order);
    }

    private void Accept(CdiscountState order)
    {
        Change(order, static accepted => accepted.Move("Accepted"));
        _checks.Enqueue((Clock.GetUtcNow() + CheckTime, order));
    }

    /// <summary>Does what has fallen due by a time. Called with the gate held.</summary>
    private void Work(DateTimeOffset until)
    {
        TakeArrivals();
        while (_checks.TryPeek(out var check) && check.At <= until)
        {
            Change(_checks.Dequeue().Order, static order => order.Move("InPreparation"));
        }

        WorkOnRequests(until);
        WorkOnPackages(until);
    }

    private IEnumerable<CdiscountState> Found(IQueryCollection query)
    {
        var states = query["status"] is [{ Length: > 0 } list] ? list.Split(',').ToHashSet() : null;
        var reference = query["reference"].ToString();
        var (since, until) = (Time(query["updatedAtMin"]), Time(query["updatedAtMax"]));
        var (createdSince, createdUntil) = (Time(query["createdAtMin"]), Time(query["createdAtMax"]));
        IEnumerable<CdiscountState> orders = _byChange;
        if (since is { } from)
        {
            if (_byChange.Max is not { } last || last.UpdatedAt < from)
            {
                return [];
            }

            orders = _byChange.GetViewBetween(Mark(from), last);
        }

        return orders
            .TakeWhile(order => until is null || order.UpdatedAt <= until)
            .Where(order => states is null || states.Contains(order.State))
            .Where(order => reference.Length == 0 || order.Reference == reference)
            .Where(order => createdSince is null || order.CreatedAt >= createdSince)
            .Where(order => createdUntil is null || order.CreatedAt <= createdUntil);
    }

    /// <summary>Stands before every order that changed at a time.</summary>
    private static CdiscountState Mark(DateTimeOffset at) => new(new SandboxOrder { Lines = [] }, "", "", at);

    private Task ListOrdersAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var sort = query["sort"].ToString();
        if (sort.Length > 0 && (!CanSort || !Sort().IsMatch(sort)))
        {
            return ProblemAsync(context, 400, "sort", "The sort is not supported");
        }

        var size = Number(query["pageSize"], 20, 100);
        var skip = (Number(query["pageIndex"], 1, int.MaxValue) - 1) * size;
        var items = Look(() =>
        {
            var found = Found(query);
            found = sort switch
            {
                "desc:updatedAt" => found.Reverse(),
                "asc:createdAt" => found.OrderBy(static order => order.CreatedAt),
                "desc:createdAt" => found.OrderByDescending(static order => order.CreatedAt),
                _ => found,
            };
            return new JsonArray([.. found.Skip(skip).Take(size).Select(static order => (JsonNode)order.ToJson())]);
        });
        return SandboxJson.WriteAsync(context, 200, new JsonObject { ["itemsPerPage"] = items.Count, ["items"] = items });
    }

    private Task CountOrdersAsync(HttpContext context) =>
        SandboxJson.WriteAsync(context, 200, new JsonObject { ["count"] = Look(() => Found(context.Request.Query).Count()) });

    private Task WithOrderAsync(HttpContext context, Func<CdiscountState, JsonNode> answer)
    {
        var body = Look(() => Find(context) is { } order ? answer(order) : null);
        return body is null ? NotFoundAsync(context) : SandboxJson.WriteAsync(context, 200, body);
    }

    private CdiscountState? Find(HttpContext context) => _orders.GetValueOrDefault(context.Request.RouteValues["id"]?.ToString() ?? "");

    private async Task DecideAsync(HttpContext context)
    {
        var decision = (await BodyAsync(context).ConfigureAwait(false)).At("approval_status").Text();
        (int Status, string Field, string Text)? problem = Look<(int, string, string)?>(() =>
        {
            if (Find(context) is not { } order)
            {
                return (404, "", "");
            }

            if (decision is not ("Accepted" or "Refused"))
            {
                return (400, "approval_status", "The approval_status must be Accepted or Refused");
            }

            if (order.State != "WaitingAcceptance")
            {
                return (400, "approval_status", $"Cannot change the approval of an order that is {order.State}");
            }

            order.Decisions++;
            if (decision == "Accepted")
            {
                Accept(order);
            }
            else
            {
                Change(order, static refused => refused.Move("Refused"));
            }

            return null;
        });
        await AnswerAsync(context, problem, 200).ConfigureAwait(false);
    }

    private async Task ShipAsync(HttpContext context)
    {
        var body = await BodyAsync(context).ConfigureAwait(false);
        (int Status, string Field, string Text)? problem = Look<(int, string, string)?>(() =>
        {
            if (Find(context) is not { } order)
            {
                return (404, "", "");
            }

            if (body is not JsonArray { Count: > 0 } parcels)
            {
                return (400, "", "A list of parcels is required");
            }

            foreach (var parcel in parcels)
            {
                if (parcel.At("parcelNumber").Text().Length == 0 || parcel.At("carrierName").Text().Length == 0 || parcel.At("orderLineIds") is not JsonArray { Count: > 0 } lines)
                {
                    return (400, "parcelNumber", "parcelNumber, carrierName and orderLineIds are required");
                }

                if (lines.Select(static line => line.Text()).FirstOrDefault(line => !order.LineIds.Contains(line) || order.LineState(line) is not ("InPreparation" or "CancelRequest")) is { } wrong)
                {
                    return (400, "orderLineIds", $"Cannot switch to shipped status for line {wrong}");
                }
            }

            Change(order, shipped => Tell(shipped, parcels));
            return null;
        });
        await AnswerAsync(context, problem, 200).ConfigureAwait(false);
    }

    private static void Tell(CdiscountState order, JsonArray parcels)
    {
        foreach (var parcel in parcels)
        {
            var number = parcel.At("parcelNumber").Text();
            order.Told[number] = order.Told.GetValueOrDefault(number) + 1;
            foreach (var line in parcel.At("orderLineIds").Items().Select(static line => line.Text()))
            {
                order.Tell(line, number, parcel.At("carrierName").Text(), parcel.At("trackingUrl")?.Text());
                order.MoveLine(line, "Shipped");
            }
        }
    }

    private async Task InvoiceAsync(HttpContext context)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false) : null;
        var isPdf = form?.Files["file"] is { Length: > 0, ContentType: "application/pdf" };
        (int Status, string Field, string Text)? problem = Look<(int, string, string)?>(() =>
        {
            if (Find(context) is not { } order)
            {
                return (404, "", "");
            }

            if (!isPdf)
            {
                return (400, "file", "A PDF file is required");
            }

            _invoices.Add(order.Id);
            return null;
        });
        await AnswerAsync(context, problem, 201).ConfigureAwait(false);
    }

    private static Task AnswerAsync(HttpContext context, (int Status, string Field, string Text)? problem, int success)
    {
        if (problem is { } found)
        {
            return found.Status == 404 ? NotFoundAsync(context) : ProblemAsync(context, found.Status, found.Field, found.Text);
        }

        context.Response.StatusCode = success;
        return Task.CompletedTask;
    }
}
