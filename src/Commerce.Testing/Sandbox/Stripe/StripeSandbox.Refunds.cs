using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <content>Refunds, whole and in parts, with what sellers and the platform give back.</content>
public sealed partial class StripeSandbox
{
    private static readonly TimeSpan RefundArrives = TimeSpan.FromHours(12);

    private void MapRefunds(IEndpointRouteBuilder routes)
    {
        Post(
            routes, "refunds", "refund-payment", Refund,
            "amount charge currency customer instructions_email metadata* origin payment_intent reason refund_application_fee reverse_transfer");
        Get(routes, "refunds/{id}", "find-refund", call => Find(call, "refund", "refund").Body);
        List(
            routes, "refunds", "list-refunds", call => List(call, "refund", "charge payment_intent"), "charge created[gt,gte,lt,lte] payment_intent");
        Post(routes, "refunds/{id}", "update-refund", call => Update(Find(call, "refund", "refund"), call.Parameters), "metadata*");
        Post(routes, "refunds/{id}/cancel", "cancel-refund", call => EndRefund(Find(call, "refund", "refund"), "canceled"));
        Post(routes, "test_helpers/refunds/{id}/expire", "expire-refund", call => EndRefund(Find(call, "refund", "refund"), "failed"));
    }

    private JsonObject Refund(StripeCall call)
    {
        var parameters = call.Parameters;
        var charge = ChargeToRefund(call);
        var details = _charges[charge.Id];
        if (details.Intent is { } intent && intent.Status != "succeeded" && intent.Count("amount_received") == 0)
        {
            throw WrongState(intent, "refunded");
        }

        if (details.IsBlocked)
        {
            throw StripeRefusal.Impossible("charge_disputed", $"Charge {charge.Id} has been charged back; cannot issue a refund.");
        }

        var left = charge.Count("amount_captured") - charge.Count("amount_refunded");
        if (left == 0)
        {
            throw StripeRefusal.Impossible("charge_already_refunded", $"Charge {charge.Id} has already been refunded.");
        }

        var amount = parameters.Amount("amount") ?? left;
        if (amount > left)
        {
            throw StripeRefusal.Impossible(null, $"Refund amount ({amount}) is greater than unrefunded amount on charge ({left})", "amount");
        }

        var (isReversed, isFeeReturned) = (parameters.Flag("reverse_transfer") ?? false, parameters.Flag("refund_application_fee") ?? false);
        if (isReversed && details.Transfers.Count == 0)
        {
            throw StripeRefusal.Impossible(null, "Cannot reverse transfer on this charge because it does not have an associated transfer.", "reverse_transfer");
        }

        if (isFeeReturned && details.Fees.Count == 0)
        {
            throw StripeRefusal.Impossible(null, "Attempting to refund_application_fee on a charge that has no application fee.", "refund_application_fee");
        }

        var reason = parameters.OneOf("reason", "duplicate", "fraudulent", "requested_by_customer");
        return MakeRefund(charge, amount, parameters, reason, isReversed, isFeeReturned).Body;
    }

    private StripeItem ChargeToRefund(StripeCall call)
    {
        var (payment, charge) = (call.Parameters.Text("payment_intent"), call.Parameters.Text("charge"));
        if ((payment is null) == (charge is null))
        {
            throw StripeRefusal.Invalid(
                payment is null ? "parameter_missing" : "parameters_exclusive", "One of the following params should be provided: charge, payment_intent.", "payment_intent");
        }

        if (charge is not null)
        {
            return Find(call, "charge", "charge", charge);
        }

        var intent = Find(call, "payment_intent", "payment_intent", payment!);
        return intent.Text("latest_charge") is { } latest ? _store.Find(latest)! : throw WrongState(intent, "refunded");
    }

    private StripeItem MakeRefund(StripeItem charge, long amount, StripeParameters parameters, string? reason, bool isReversed, bool isFeeReturned)
    {
        var details = _charges[charge.Id];
        var before = charge.Count("amount_refunded");
        var needsBuyer = parameters.Text("instructions_email") is not null;
        var isPending = details.Method.Effect == StripeSandboxEffect.RefundIsPending;
        var refund = Add("refund", "re", charge.Account, new JsonObject
        {
            ["amount"] = amount,
            ["balance_transaction"] = null,
            ["charge"] = charge.Id,
            ["currency"] = charge.Currency,
            ["customer"] = null,
            ["customer_account"] = null,
            ["destination_details"] = new JsonObject { ["card"] = new JsonObject { ["reference_status"] = "pending", ["reference_type"] = "acquirer_reference_number", ["type"] = "refund" }, ["type"] = "card" },
            ["metadata"] = parameters.Metadata(),
            ["payment_intent"] = charge.Text("payment_intent"),
            ["payment_method"] = null,
            ["reason"] = reason,
            ["receipt_number"] = null,
            ["source_transfer_reversal"] = null,
            ["status"] = needsBuyer ? "requires_action" : isPending ? "pending" : "succeeded",
            ["transfer_reversal"] = null,
        });
        refund.Body.Remove("livemode");
        if (isPending)
        {
            refund.Set("pending_reason", "processing");
        }

        charge.Set("amount_refunded", before + amount);
        charge.Set("refunded", before + amount == charge.Count("amount"));
        _turnover[charge.Currency] = _turnover.GetValueOrDefault(charge.Currency) - amount;
        Cross(charge.Currency, -amount);
        var isDirect = charge.Account.Length > 0;
        var returned = isFeeReturned ? Returned(details.Fees, "amount_refunded", before, amount, charge) : [];
        var commission = isDirect ? -returned.Sum(static part => part.Amount) : 0;
        refund.Set("balance_transaction", Book(charge.Account, "refund", -amount, charge.Currency, refund.Id, details.AvailableOn, commission: commission).Id);
        foreach (var (transfer, part) in isReversed ? Returned(details.Transfers, "amount_reversed", before, amount, charge) : [])
        {
            var own = returned.FindAll(entry => entry.Item.Text("charge") == transfer.Text("destination_payment"));
            refund.Set("transfer_reversal", Reverse(transfer, part, [], refund.Id, own.Sum(static entry => entry.Amount)).Id);
            own.ForEach(entry => ReturnCommission(entry.Item, entry.Amount, [], details.AvailableOn, sellerIsPaid: false));
            returned.RemoveAll(own.Contains);
        }

        foreach (var (fee, part) in returned)
        {
            ReturnCommission(fee, part, [], details.AvailableOn, sellerIsPaid: !isDirect);
        }

        Tell("refund.created", refund);
        Tell("charge.refunded", charge, new JsonObject { ["amount_refunded"] = before });
        Continue(refund, isPending, details.Method.Effect == StripeSandboxEffect.RefundFails);
        return refund;
    }

    /// <summary>Shares what has to come back over transfers or commissions, in proportion to what is refunded of the charge; the last refund takes the rest.</summary>
    private static List<(StripeItem Item, long Amount)> Returned(List<StripeItem> items, string done, long before, long amount, StripeItem charge)
    {
        var captured = charge.Count("amount_captured");
        return [.. items.Select(item =>
        {
            var whole = item.Count("amount");
            var part = Share(whole, before + amount, captured) - Share(whole, before, captured);
            return (item, Math.Min(part, whole - item.Count(done)));
        }).Where(static pair => pair.Item2 > 0)];
    }

    private void Continue(StripeItem refund, bool isPending, bool fails)
    {
        if (isPending)
        {
            Later(RefundArrives, () =>
            {
                if (refund.Status == "pending")
                {
                    refund.Status = "succeeded";
                    refund.Body.Remove("pending_reason");
                    Tell("refund.updated", refund, new JsonObject { ["status"] = "pending" });
                }
            });
        }

        if (fails)
        {
            Later(RefundArrives, () =>
            {
                refund.Set("failure_reason", "expired_or_canceled_card");
                ComeBack(refund, "failed");
                Tell("refund.failed", refund, new JsonObject { ["status"] = "succeeded" });
            });
        }
    }

    private JsonObject EndRefund(StripeItem refund, string status)
    {
        if (refund.Status != "requires_action")
        {
            throw StripeRefusal.Impossible(null, $"This refund has a status of {refund.Status}: only one that requires an action can be {status}.");
        }

        if (status == "failed")
        {
            refund.Set("failure_reason", "unknown");
        }

        ComeBack(refund, status);
        Tell(status == "failed" ? "refund.failed" : "refund.updated", refund, new JsonObject { ["status"] = "requires_action" });
        return refund.Body;
    }

    /// <summary>Gives the money of a refund back to the balance: the buyer did not get it.</summary>
    private void ComeBack(StripeItem refund, string status)
    {
        var charge = _store.Find(refund.Text("charge")!)!;
        var amount = refund.Count("amount");
        refund.Status = status;
        refund.Set("failure_balance_transaction", Book(refund.Account, "refund_failure", amount, refund.Currency, refund.Id).Id);
        charge.Set("amount_refunded", charge.Count("amount_refunded") - amount);
        charge.Set("refunded", false);
        _turnover[refund.Currency] = _turnover.GetValueOrDefault(refund.Currency) + amount;
        Cross(refund.Currency, amount);
    }

    private JsonObject RefundsOf(string charge)
    {
        var owner = _store.Find(charge)!;
        var items = _store.Of(owner.Account, "refund", "charge", charge);
        return new JsonObject
        {
            ["object"] = "list",
            ["url"] = $"/v1/charges/{charge}/refunds",
            ["has_more"] = items.Count > 10,
            ["data"] = new JsonArray([.. Backwards(items, items.Count - 1).Take(10).Select(static item => item.Body.DeepClone())]),
        };
    }
}
