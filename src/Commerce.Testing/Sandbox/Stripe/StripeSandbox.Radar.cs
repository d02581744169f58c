using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <content>Early fraud warnings and reviews.</content>
public sealed partial class StripeSandbox
{
    private void MapRadar(IEndpointRouteBuilder routes)
    {
        Get(routes, "radar/early_fraud_warnings/{id}", "find-fraud-warning", call => Find(call, "radar.early_fraud_warning", "id").Body);
        List(
            routes, "radar/early_fraud_warnings", "list-fraud-warnings", call => List(call, "radar.early_fraud_warning", "charge payment_intent"),
            "charge created[gt,gte,lt,lte] payment_intent");
        Get(routes, "reviews/{id}", "find-review", call => Find(call, "review", "id").Body);
        List(routes, "reviews", "list-reviews", call => List(call, "review", also: static review => review.Flag("open")), "created[gt,gte,lt,lte]");
        Post(routes, "reviews/{id}/approve", "approve-review", ApproveReview);
    }

    private void WarnOfFraud(StripeItem charge) => Tell("radar.early_fraud_warning.created", Add("radar.early_fraud_warning", "issfr", charge.Account, new JsonObject
    {
        ["actionable"] = !charge.Flag("refunded"),
        ["charge"] = charge.Id,
        ["fraud_type"] = "made_with_stolen_card",
        ["payment_intent"] = charge.Text("payment_intent"),
    }));

    private void OpenReview(StripeItem charge)
    {
        var review = Add("review", "prv", charge.Account, new JsonObject
        {
            ["billing_zip"] = null,
            ["charge"] = charge.Id,
            ["closed_reason"] = null,
            ["ip_address"] = null,
            ["ip_address_location"] = null,
            ["open"] = true,
            ["opened_reason"] = "rule",
            ["payment_intent"] = charge.Text("payment_intent"),
            ["reason"] = "rule",
            ["session"] = null,
        });
        charge.Set("review", review.Id);
        _store.Find(charge.Text("payment_intent")!)!.Set("review", review.Id);
        Tell("review.opened", review);
    }

    private JsonObject ApproveReview(StripeCall call)
    {
        var review = Find(call, "review", "id");
        if (!review.Flag("open"))
        {
            throw StripeRefusal.Impossible(null, "This review is closed already.");
        }

        review.Set("open", false);
        review.Set("reason", "approved");
        review.Set("closed_reason", "approved");
        Tell("review.closed", review);
        return review.Body;
    }
}
