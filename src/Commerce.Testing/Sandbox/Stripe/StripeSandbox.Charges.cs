using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <content>Charges: the attempts of payments, and how their money is shared out.</content>
public sealed partial class StripeSandbox
{
    private readonly Dictionary<string, StripeChargeDetails> _charges = new(StringComparer.Ordinal);

    private void MapCharges(IEndpointRouteBuilder routes)
    {
        List(
            routes, "charges", "list-charges", call => List(call, "charge", "customer payment_intent transfer_group"),
            "created[gt,gte,lt,lte] customer payment_intent transfer_group");
        Get(routes, "charges/search", "search-charges", call => Search(call, "charge"), "query! limit page");
        Get(routes, "charges/{id}", "find-charge", call => Find(call, "charge", "id").Body);
        Post(routes, "charges/{id}", "update-charge", UpdateCharge, "customer description fraud_details[user_report] metadata* receipt_email shipping* transfer_group");
    }

    private JsonObject UpdateCharge(StripeCall call)
    {
        var charge = Find(call, "charge", "id");
        if (call.Parameters.OneOf("fraud_details[user_report]", "fraudulent", "safe") is { } report)
        {
            charge.Set("fraud_details", new JsonObject { ["user_report"] = report });
        }

        return Update(charge, call.Parameters, "description", "receipt_email", "transfer_group");
    }

    private StripeItem NewCharge(StripeItem intent, StripeItem method, bool isPaid)
    {
        var test = _methods[method.Id];
        var amount = intent.Count("amount");
        var options = intent.Body["payment_method_options"]?["card"];
        var body = ChargeBody(amount, intent.Currency, isPaid);
        foreach (var name in (string[])["customer", "description", "on_behalf_of", "receipt_email", "statement_descriptor", "statement_descriptor_suffix", "transfer_group"])
        {
            body[name] = intent.Text(name);
        }

        body["application_fee_amount"] = (long?)intent.Body["application_fee_amount"];
        body["billing_details"] = method.Body["billing_details"]!.DeepClone();
        body["metadata"] = intent.Body["metadata"]!.DeepClone();
        body["outcome"] = Outcome(test, null);
        body["payment_intent"] = intent.Id;
        body["payment_method"] = method.Id;
        body["payment_method_details"] = MethodDetails(test, options, amount);
        body["shipping"] = intent.Body["shipping"]?.DeepClone();
        body["transfer_data"] = intent.Body["transfer_data"] is JsonObject data
            ? new JsonObject { ["amount"] = (long?)data["amount"], ["destination"] = (string?)data["destination"] }
            : null;
        var charge = Add("charge", "ch", intent.Account, body);
        _charges[charge.Id] = new StripeChargeDetails(test, intent)
        {
            CanCaptureAgain = (string?)options?["request_multicapture"] == "if_available",
            CanIncrease = (string?)options?["request_incremental_authorization"] == "if_available",
        };
        intent.Set("latest_charge", charge.Id);
        return charge;
    }

    private static JsonObject ChargeBody(long amount, string currency, bool isPaid) => new()
    {
        ["amount"] = amount,
        ["amount_captured"] = 0L,
        ["amount_refunded"] = 0L,
        ["application"] = null,
        ["application_fee"] = null,
        ["application_fee_amount"] = null,
        ["balance_transaction"] = null,
        ["billing_details"] = NoBillingDetails(),
        ["calculated_statement_descriptor"] = "SANDBOX",
        ["captured"] = false,
        ["currency"] = currency,
        ["customer"] = null,
        ["description"] = null,
        ["disputed"] = false,
        ["failure_balance_transaction"] = null,
        ["failure_code"] = null,
        ["failure_message"] = null,
        ["fraud_details"] = new JsonObject(),
        ["metadata"] = new JsonObject(),
        ["on_behalf_of"] = null,
        ["outcome"] = null,
        ["paid"] = isPaid,
        ["payment_intent"] = null,
        ["payment_method"] = null,
        ["payment_method_details"] = null,
        ["receipt_email"] = null,
        ["receipt_number"] = null,
        ["receipt_url"] = null,
        ["refunded"] = false,
        ["review"] = null,
        ["shipping"] = null,
        ["source"] = null,
        ["source_transfer"] = null,
        ["statement_descriptor"] = null,
        ["statement_descriptor_suffix"] = null,
        ["status"] = isPaid ? "succeeded" : "failed",
        ["transfer_data"] = null,
        ["transfer_group"] = null,
    };

    private static JsonObject Outcome(StripeSandboxMethod test, string? declineCode)
    {
        var isBlocked = declineCode == "fraudulent" && test.RiskLevel == "highest";
        return new JsonObject
        {
            ["advice_code"] = AdviceOf(declineCode),
            ["network_advice_code"] = null,
            ["network_decline_code"] = null,
            ["network_status"] = declineCode is null ? "approved_by_network" : isBlocked ? "not_sent_to_network" : "declined_by_network",
            ["reason"] = declineCode is null ? test.RiskLevel == "elevated" ? "elevated_risk_level" : null : isBlocked ? "highest_risk_level" : declineCode,
            ["risk_level"] = test.RiskLevel,
            ["risk_score"] = test.RiskLevel switch { "highest" => 92L, "elevated" => 68L, _ => 12L },
            ["seller_message"] = declineCode is null ? "Payment complete." : "The bank did not accept the payment.",
            ["type"] = declineCode is null ? test.RiskLevel == "elevated" ? "manual_review" : "authorized" : isBlocked ? "blocked" : "issuer_declined",
        };
    }

    private static JsonObject MethodDetails(StripeSandboxMethod test, JsonNode? options, long amount)
    {
        if (!test.IsCard)
        {
            var bank = UsBankAccount(test);
            bank["payment_reference"] = null;
            return new JsonObject { ["type"] = "us_bank_account", ["us_bank_account"] = bank };
        }

        return new JsonObject
        {
            ["type"] = "card",
            ["card"] = new JsonObject
            {
                ["amount_authorized"] = amount,
                ["authorization_code"] = null,
                ["brand"] = test.Brand,
                ["checks"] = Checks(test),
                ["country"] = test.Country,
                ["exp_month"] = 8L,
                ["exp_year"] = 2034L,
                ["extended_authorization"] = new JsonObject { ["status"] = "disabled" },
                ["fingerprint"] = "sandbox" + test.Last4,
                ["funding"] = test.Funding,
                ["incremental_authorization"] = new JsonObject { ["status"] = Granted("request_incremental_authorization") },
                ["installments"] = null,
                ["last4"] = test.Last4,
                ["mandate"] = null,
                ["multicapture"] = new JsonObject { ["status"] = Granted("request_multicapture") },
                ["network"] = test.Brand,
                ["network_token"] = new JsonObject { ["used"] = false },
                ["network_transaction_id"] = null,
                ["overcapture"] = new JsonObject { ["maximum_amount_capturable"] = amount, ["status"] = "unavailable" },
                ["regulated_status"] = "unregulated",
                ["three_d_secure"] = null,
                ["transaction_link_id"] = null,
                ["wallet"] = null,
            },
        };

        string Granted(string name) => (string?)options?[name] == "if_available" ? "available" : "unavailable";
    }

    /// <summary>Books a captured part: Stripe's fee, the seller's share and the commission.</summary>
    private void Settle(StripeItem intent, StripeItem charge, long part, long? fee, long? transferAmount)
    {
        var details = _charges[charge.Id];
        var currency = charge.Currency;
        details.AvailableOn = details.Method.Effect == StripeSandboxEffect.IsAvailableAtOnce ? Now : Now + Settlement;
        var stripeFee = FeeOf(part, details.Captures++ == 0);
        var agreed = (long?)intent.Body["application_fee_amount"];
        var commission = Math.Clamp(fee ?? agreed - details.Fees.Sum(static taken => taken.Count("amount")) ?? 0, 0, part);
        Cross(currency, part);
        var data = intent.Body["transfer_data"] as JsonObject;
        var isDirect = charge.Account.Length > 0;
        var transaction = Book(charge.Account, "charge", part, currency, charge.Id, details.AvailableOn, stripeFee, isDirect ? commission : 0);
        charge.Set("balance_transaction", transaction.Id);
        if (isDirect)
        {
            TakeCommission(charge, charge, commission, details.AvailableOn);
        }
        else if (data is not null)
        {
            var share = Math.Min(transferAmount ?? (long?)data["amount"] - details.Transfers.Sum(static made => made.Count("amount")) ?? part, part);
            if (share > 0)
            {
                var transfer = MakeTransfer((string)data["destination"]!, share, charge, details.AvailableOn, commission);
                details.Transfers.Add(transfer);
                charge.Set("transfer", transfer.Id);
                charge.Set("transfer_group", transfer.Text("transfer_group"));
                _store.Index(charge);
            }
        }
    }

    /// <summary>Lets follow what the test method does after it was accepted.</summary>
    private void Follow(StripeItem charge)
    {
        var test = _charges[charge.Id].Method;
        switch (test.Effect)
        {
            case StripeSandboxEffect.IsDisputed:
                Later(DisputeComes, () => OpenDispute(charge, charge.Count("amount_captured"), isInquiry: false));
                break;
            case StripeSandboxEffect.IsDisputedTwice:
                Later(DisputeComes, () => OpenDispute(charge, charge.Count("amount_captured") / 2, isInquiry: false));
                Later(DisputeComes * 2, () => OpenDispute(charge, charge.Count("amount_captured") - (charge.Count("amount_captured") / 2), isInquiry: false));
                break;
            case StripeSandboxEffect.IsInquired:
                Later(DisputeComes, () => OpenDispute(charge, charge.Count("amount_captured"), isInquiry: true));
                break;
            case StripeSandboxEffect.IsReportedAsFraud:
                Later(DisputeComes, () => WarnOfFraud(charge));
                break;
            case StripeSandboxEffect.IsReviewed:
                OpenReview(charge);
                break;
        }
    }
}
