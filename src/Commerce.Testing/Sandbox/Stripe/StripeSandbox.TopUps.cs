using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <content>Top-ups: money that the platform brings in from its own bank.</content>
public sealed partial class StripeSandbox
{
    private static readonly TimeSpan TopUpArrives = TimeSpan.FromDays(1);

    private void MapTopUps(IEndpointRouteBuilder routes)
    {
        Post(
            routes, "topups", "create-top-up", CreateTopUp,
            "amount! currency! description metadata* payment_method payment_method_options* source statement_descriptor transfer_group");
        Get(routes, "topups/{id}", "find-top-up", call => Find(call, "topup", "id").Body);
        List(
            routes, "topups", "list-top-ups", call =>
            {
                var amount = RangeOf(call.Parameters, "amount");
                return List(call, "topup", "status", topUp => amount(topUp.Count("amount")));
            }, "amount[gt,gte,lt,lte] created[gt,gte,lt,lte] status");
        Post(routes, "topups/{id}", "update-top-up", call => Update(Find(call, "topup", "id"), call.Parameters, "description"), "description metadata*");
        Post(routes, "topups/{id}/cancel", "cancel-top-up", CancelTopUp);
    }

    private JsonObject CreateTopUp(StripeCall call)
    {
        var parameters = call.Parameters;
        var currency = StripeAmounts.Currency(parameters);
        var amount = parameters.Amount("amount")!.Value;
        var topUp = Add("topup", "tu", call.Account, new JsonObject
        {
            ["amount"] = amount,
            ["balance_transaction"] = null,
            ["currency"] = currency,
            ["description"] = parameters.Text("description"),
            ["expected_availability_date"] = (Now + TopUpArrives).ToUnixTimeSeconds(),
            ["failure_code"] = null,
            ["failure_message"] = null,
            ["initiated_by"] = "user",
            ["metadata"] = parameters.Metadata(),
            ["source"] = null,
            ["statement_descriptor"] = parameters.Text("statement_descriptor", 15),
            ["status"] = "pending",
            ["transfer_group"] = parameters.Text("transfer_group"),
        });
        Tell("topup.created", topUp);
        Later(TopUpArrives, () =>
        {
            if (topUp.Status == "pending")
            {
                topUp.Status = "succeeded";
                topUp.Set("balance_transaction", Book(topUp.Account, "topup", amount, currency, topUp.Id).Id);
                Cross(currency, amount);
                Tell("topup.succeeded", topUp);
            }
        });
        return topUp.Body;
    }

    private JsonObject CancelTopUp(StripeCall call)
    {
        var topUp = Find(call, "topup", "id");
        if (topUp.Status != "pending")
        {
            throw StripeRefusal.Impossible(null, $"Top-ups can only be canceled while they are pending; this one is {topUp.Status}.");
        }

        topUp.Status = "canceled";
        Tell("topup.canceled", topUp);
        return topUp.Body;
    }
}
