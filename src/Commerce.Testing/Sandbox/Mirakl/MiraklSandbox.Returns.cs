using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

public sealed partial class MiraklSandbox
{
    private readonly List<MiraklReturnState> _returns = [];

    /// <summary>Gets the state of every return.</summary>
    public IReadOnlyDictionary<string, string> ReturnStates
    {
        get
        {
            lock (Gate)
            {
                return _returns.ToDictionary(static item => item.Id, static item => item.State);
            }
        }
    }

    /// <summary>Lets the buyer ask to send everything of an order back.</summary>
    /// <param name="orderId">The order.</param>
    /// <returns>The return's key.</returns>
    public string BuyerReturns(string orderId)
    {
        lock (Gate)
        {
            var order = _byId[orderId];
            var item = new MiraklReturnState($"00000000-0000-4000-a000-{_returns.Count + 1:D12}", order, Clock.GetUtcNow());
            _returns.Add(item);
            return item.Id;
        }
    }

    private void MapReturns(IEndpointRouteBuilder routes)
    {
        Operation(routes, "GET", "api/returns", "list-returns", context => GuardedAsync(context, ListReturnsAsync));
        MapReturn(routes, "accept", static (item, entry) => item.State != "WAITING_ACCEPTANCE" ? null
            : entry.At("accepted").Text() == "true" ? "IN_PROGRESS" : entry.At("rejection_reason_code").Text().Length > 0 ? "REFUSED" : null);
        MapReturn(routes, "receive", static (item, _) => item.State == "IN_PROGRESS" ? "RECEIVED" : null);
        MapReturn(routes, "compliance", static (item, entry) => item.State == "RECEIVED" && entry.At("return_lines").Items().Any() ? "RECEIVED" : null);
        MapReturn(routes, "close", static (item, _) => item.State == "RECEIVED" ? "CLOSED" : null);
        MapReturn(routes, "cancel", static (item, _) => item.State is "WAITING_ACCEPTANCE" or "IN_PROGRESS" ? "CANCELED" : null);
    }

    private void MapReturn(IEndpointRouteBuilder routes, string action, Func<MiraklReturnState, JsonNode, string?> next) =>
        Operation(routes, "PUT", $"api/returns/{action}", "decide-returns", context => GuardedAsync(context, async inner =>
        {
            var body = await SandboxJson.ReadAsync(inner).ConfigureAwait(false);
            var (done, errors) = (new JsonArray(), new JsonArray());
            lock (Gate)
            {
                foreach (var entry in body.At("returns").Items())
                {
                    var id = entry.At("id").Text();
                    var item = _returns.Find(known => known.Id == id);
                    if (item is not null && next(item, entry) is { } state)
                    {
                        (item.State, item.UpdatedAt) = (state, Clock.GetUtcNow());
                        done.Add((JsonNode)new JsonObject { ["id"] = id });
                    }
                    else
                    {
                        errors.Add((JsonNode)new JsonObject { ["id"] = id, ["message"] = item is null ? "Return not found" : "Return is in invalid state" });
                    }
                }
            }

            await SandboxJson.WriteAsync(inner, 200, new JsonObject { ["return_success"] = done, ["return_errors"] = errors }).ConfigureAwait(false);
        }));

    private Task ListReturnsAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var commercial = query["order_commercial_id"].ToString();
        var since = Time(query["return_last_updated_from"]);
        var start = 0;
        var limit = 10;
        if (query["page_token"] is [{ } token])
        {
            var parts = token.Split('|');
            (start, limit, commercial) = (int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture), parts[2]);
        }
        else if (int.TryParse(query["limit"], out var given))
        {
            limit = Math.Clamp(given, 10, 100);
        }

        lock (Gate)
        {
            var found = _returns.Where(item => (commercial.Length == 0 || item.Order.CommercialId == commercial) && (since is null || item.UpdatedAt >= since)).ToList();
            var answer = new JsonObject { ["data"] = new JsonArray([.. found.Skip(start).Take(limit).Select(static item => (JsonNode)item.ToJson())]) };
            if (start + limit < found.Count)
            {
                answer["next_page_token"] = $"{start + limit}|{limit}|{commercial}";
            }

            return SandboxJson.WriteAsync(context, 200, answer);
        }
    }

    private sealed class MiraklReturnState(string id, MiraklState order, DateTimeOffset createdAt)
    {
        internal string Id => id;

        internal MiraklState Order => order;

        internal string State { get; set; } = "WAITING_ACCEPTANCE";

        internal DateTimeOffset CreatedAt { get; } = createdAt;

        internal DateTimeOffset UpdatedAt { get; set; } = createdAt;

        internal JsonObject ToJson() => new()
        {
            ["id"] = id,
            ["order_id"] = order.Id,
            ["order_commercial_id"] = order.CommercialId,
            ["state"] = State,
            ["reason_code"] = "RETURN_CHANGED_MIND",
            ["method_code"] = "RETURN_METHOD_BY_MAIL",
            ["date_created"] = CreatedAt.UtcDateTime.ToString("O"),
            ["last_updated"] = UpdatedAt.UtcDateTime.ToString("O"),
            ["label_url"] = State == "IN_PROGRESS" ? $"https://labels.example.com/{id}" : null,
            ["tracking"] = State == "WAITING_ACCEPTANCE" ? null : new JsonObject { ["carrierCode"] = "UPS", ["tracking_number"] = $"BACK-{id[^4..]}" },
            ["return_lines"] = new JsonArray([.. order.Lines.Select(static line => (JsonNode)new JsonObject
            {
                ["order_line_id"] = line.Id,
                ["quantity"] = line.Quantity,
                ["reason_code"] = "RETURN_CHANGED_MIND",
            })]),
        };
    }
}
