using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <content>Disputes and inquiries: opened by the test cards, decided by the documented words in the evidence.</content>
public sealed partial class StripeSandbox
{
    private const long DisputeFee = 1500;
    private const int MostEvidence = 150_000;
    private const string TextEvidence = "access_activity_log,billing_address,cancellation_policy_disclosure,cancellation_rebuttal,customer_email_address,customer_name,"
        + "customer_purchase_ip,duplicate_charge_explanation,duplicate_charge_id,product_description,refund_policy_disclosure,refund_refusal_explanation,service_date,"
        + "shipping_address,shipping_carrier,shipping_date,shipping_tracking_number,uncategorized_text";

    private const string FileEvidence = "cancellation_policy,customer_communication,customer_signature,duplicate_charge_documentation,receipt,refund_policy,"
        + "service_documentation,shipping_documentation,uncategorized_file";

    private static readonly TimeSpan DisputeComes = TimeSpan.FromHours(1);
    private static readonly TimeSpan DisputeIsDecided = TimeSpan.FromHours(1);

    private void MapDisputes(IEndpointRouteBuilder routes)
    {
        Get(routes, "disputes/{id}", "find-dispute", call => Find(call, "dispute", "id").Body);
        List(
            routes, "disputes", "list-disputes", call => List(call, "dispute", "charge payment_intent"), "charge created[gt,gte,lt,lte] payment_intent");
        Post(routes, "disputes/{id}", "submit-evidence", SubmitEvidence, $"evidence[{TextEvidence},{FileEvidence},enhanced_evidence] metadata* submit");
        Post(routes, "disputes/{id}/close", "close-dispute", call => CloseDispute(Find(call, "dispute", "id")));
    }

    private void OpenDispute(StripeItem charge, long amount, bool isInquiry)
    {
        amount = Math.Min(amount, charge.Count("amount_captured") - charge.Count("amount_refunded"));
        if (amount == 0)
        {
            return;
        }

        var test = _charges[charge.Id].Method;
        var evidence = new JsonObject();
        foreach (var name in $"{TextEvidence},{FileEvidence}".Split(','))
        {
            evidence[name] = null;
        }

        evidence["enhanced_evidence"] = new JsonObject();
        var dispute = Add("dispute", "du", charge.Account, new JsonObject
        {
            ["amount"] = amount,
            ["balance_transactions"] = new JsonArray(),
            ["charge"] = charge.Id,
            ["currency"] = charge.Currency,
            ["enhanced_eligibility_types"] = Names(test.DisputeEligibility is { } eligible ? [eligible] : []),
            ["evidence"] = evidence,
            ["evidence_details"] = new JsonObject
            {
                ["due_by"] = Now.AddDays(9).ToUnixTimeSeconds(), ["enhanced_eligibility"] = new JsonObject(), ["has_evidence"] = false, ["past_due"] = false,
                ["submission_count"] = 0L,
            },
            ["is_charge_refundable"] = isInquiry,
            ["metadata"] = new JsonObject(),
            ["payment_intent"] = charge.Text("payment_intent"),
            ["payment_method_details"] = new JsonObject
            {
                ["type"] = "card",
                ["card"] = new JsonObject
                {
                    ["brand"] = test.Brand,
                    ["case_type"] = isInquiry ? "inquiry" : test.DisputeReason == "noncompliant" ? "compliance" : "chargeback",
                    ["network"] = test.Brand,
                    ["network_reason_code"] = test.DisputeReason switch { "product_not_received" => "13.1", "noncompliant" => "98.1", _ => "10.4" },
                },
            },
            ["reason"] = test.DisputeReason,
            ["status"] = isInquiry ? "warning_needs_response" : "needs_response",
        });
        Tell("charge.dispute.created", dispute);
        if (!isInquiry)
        {
            Withdraw(dispute, charge);
        }
    }

    private void Withdraw(StripeItem dispute, StripeItem charge)
    {
        charge.Set("disputed", true);
        _charges[charge.Id].IsBlocked = true;
        dispute.Set("is_charge_refundable", false);
        MoveDisputed(dispute, -dispute.Count("amount"), DisputeFee);
        Tell("charge.dispute.funds_withdrawn", dispute);
    }

    private void MoveDisputed(StripeItem dispute, long amount, long fee)
    {
        var transaction = Book(dispute.Account, "adjustment", amount, dispute.Currency, dispute.Id, fee: fee, category: amount < 0 ? "dispute" : "dispute_reversal");
        ((JsonArray)dispute.Body["balance_transactions"]!).Add(transaction.Body.DeepClone());
        Cross(dispute.Currency, amount);
    }

    private JsonObject SubmitEvidence(StripeCall call)
    {
        var dispute = Find(call, "dispute", "id");
        var parameters = call.Parameters;
        if (dispute.Status is not ("needs_response" or "warning_needs_response"))
        {
            if (parameters.Has("evidence") || parameters.Has("submit"))
            {
                throw StripeRefusal.Impossible(null, $"This dispute takes no evidence any more: it is {dispute.Status}.");
            }

            return Update(dispute, parameters);
        }

        var given = parameters.Tree("evidence") ?? [];
        foreach (var name in FileEvidence.Split(',').Where(name => given[name] is not null))
        {
            Find(call, "file", $"evidence[{name}]", (string)given[name]!);
        }

        var evidence = (JsonObject)dispute.Body["evidence"]!;
        var texts = TextEvidence.Split(',').Sum(name => ((string?)(given.ContainsKey(name) ? given[name] : evidence[name]))?.Length ?? 0);
        if (texts > MostEvidence)
        {
            throw StripeRefusal.Invalid(null, $"The evidence has {texts} characters: at most {MostEvidence} together.", "evidence");
        }

        foreach (var (name, value) in given.Where(static pair => pair.Key != "enhanced_evidence"))
        {
            evidence[name] = (string?)value;
        }

        var details = (JsonObject)dispute.Body["evidence_details"]!;
        details["has_evidence"] = evidence.Any(static pair => pair.Value is JsonValue);
        Update(dispute, parameters);
        if (parameters.Flag("submit") ?? true)
        {
            details["submission_count"] = (long)details["submission_count"]! + 1;
            Submit(dispute, (string?)evidence["uncategorized_text"]);
        }
        else
        {
            Tell("charge.dispute.updated", dispute);
        }

        return dispute.Body;
    }

    private void Submit(StripeItem dispute, string? words)
    {
        var before = dispute.Status;
        var isInquiry = before == "warning_needs_response";
        dispute.Status = isInquiry ? "warning_under_review" : "under_review";
        Tell("charge.dispute.updated", dispute, new JsonObject { ["status"] = before });
        switch (words)
        {
            case "winning_evidence" or "losing_evidence" when isInquiry:
                Later(DisputeIsDecided, () => Decide(dispute, "warning_closed"));
                break;
            case "winning_evidence":
                Later(DisputeIsDecided, () => Decide(dispute, "won"));
                break;
            case "losing_evidence":
                Later(DisputeIsDecided, () => Decide(dispute, "lost"));
                break;
            case "escalate_inquiry_evidence" when isInquiry:
                Later(DisputeIsDecided, () => Escalate(dispute));
                break;
        }
    }

    private void Escalate(StripeItem dispute)
    {
        dispute.Status = "needs_response";
        dispute.Body["payment_method_details"]!["card"]!["case_type"] = "chargeback";
        Withdraw(dispute, _store.Find(dispute.Text("charge")!)!);
        Tell("charge.dispute.updated", dispute, new JsonObject { ["status"] = "warning_under_review" });
    }

    private void Decide(StripeItem dispute, string status)
    {
        var before = dispute.Status;
        if (before is not ("under_review" or "warning_under_review" or "needs_response" or "warning_needs_response"))
        {
            return;
        }

        dispute.Status = status;
        if (status == "won")
        {
            MoveDisputed(dispute, dispute.Count("amount"), 0);
            _charges[dispute.Text("charge")!].IsBlocked = false;
            Tell("charge.dispute.funds_reinstated", dispute);
        }

        Tell("charge.dispute.closed", dispute, new JsonObject { ["status"] = before });
    }

    private JsonObject CloseDispute(StripeItem dispute)
    {
        if (dispute.Status is not ("needs_response" or "under_review" or "warning_needs_response" or "warning_under_review"))
        {
            throw StripeRefusal.Impossible(null, $"This dispute is already closed: it is {dispute.Status}.");
        }

        Decide(dispute, dispute.Status.StartsWith("warning_", StringComparison.Ordinal) ? "warning_closed" : "lost");
        return dispute.Body;
    }
}
