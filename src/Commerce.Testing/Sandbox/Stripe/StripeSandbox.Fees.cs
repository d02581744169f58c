using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <content>Application fees, which are the platform's commissions, and their refunds.</content>
public sealed partial class StripeSandbox
{
    private void MapFees(IEndpointRouteBuilder routes)
    {
        List(routes, "application_fees", "list-commissions", call => List(call, "application_fee", "charge"), "charge created[gt,gte,lt,lte]");
        Get(routes, "application_fees/{id}", "find-commission", call => Find(call, "application_fee", "id").Body);
        Post(routes, "application_fees/{id}/refunds", "refund-commission", RefundFee, "amount metadata*");
        List(
            routes, "application_fees/{id}/refunds", "list-commission-refunds",
            call => List(call, "fee_refund", of: ("fee", Find(call, "application_fee", "id").Id)));
        Get(routes, "application_fees/{fee}/refunds/{id}", "find-commission-refund", call => FeeRefund(call).Body);
        Post(routes, "application_fees/{fee}/refunds/{id}", "update-commission-refund", call => Update(FeeRefund(call), call.Parameters), "metadata*");
    }

    private StripeItem FeeRefund(StripeCall call) => Find(call, "fee_refund", "id") is { } refund && refund.Text("fee") == call.Route("fee")
        ? refund
        : throw StripeRefusal.Missing("fee_refund", "id", call.Id);

    private JsonObject RefundFee(StripeCall call)
    {
        var fee = Find(call, "application_fee", "id");
        var left = fee.Count("amount") - fee.Count("amount_refunded");
        var amount = call.Parameters.Amount("amount") ?? left;
        if (left == 0 || amount > left)
        {
            throw StripeRefusal.Impossible(null, $"Refund amount ({amount}) is greater than unrefunded amount on fee ({left})", "amount");
        }

        return ReturnCommission(fee, amount, call.Parameters.Metadata(), Now, sellerIsPaid: true).Body;
    }

    /// <summary>Books the platform's commission. The seller's side is booked with the seller's payment.</summary>
    /// <param name="charge">The charge that the buyer sees; null when there is none.</param>
    /// <param name="payment">What the seller got: the charge itself or the payment of a transfer.</param>
    /// <param name="amount">The commission; nothing happens when it is 0.</param>
    /// <param name="availableOn">When the money is there.</param>
    private void TakeCommission(StripeItem? charge, StripeItem payment, long amount, DateTimeOffset availableOn)
    {
        if (amount == 0)
        {
            return;
        }

        var fee = Add("application_fee", "fee", "", new JsonObject
        {
            ["account"] = payment.Account,
            ["amount"] = amount,
            ["amount_refunded"] = 0L,
            ["application"] = "ca_sandbox",
            ["balance_transaction"] = null,
            ["charge"] = payment.Id,
            ["currency"] = payment.Currency,
            ["fee_source"] = new JsonObject { ["charge"] = payment.Id, ["type"] = "charge" },
            ["originating_transaction"] = charge is null || charge == payment ? null : charge.Id,
            ["refunded"] = false,
            ["refunds"] = new JsonObject { ["object"] = "list", ["url"] = "", ["has_more"] = false, ["data"] = new JsonArray() },
        });
        fee.Body["refunds"]!["url"] = $"/v1/application_fees/{fee.Id}/refunds";
        fee.Set("balance_transaction", Book("", "application_fee", amount, payment.Currency, fee.Id, availableOn).Id);
        foreach (var item in charge is null || charge == payment ? [payment] : (StripeItem[])[payment, charge])
        {
            item.Set("application_fee", fee.Id);
            item.Set("application_fee_amount", amount);
        }

        if (charge is not null)
        {
            _charges[charge.Id].Fees.Add(fee);
        }

        Tell("application_fee.created", fee);
    }

    private StripeItem ReturnCommission(StripeItem fee, long amount, JsonObject metadata, DateTimeOffset availableOn, bool sellerIsPaid)
    {
        var before = fee.Count("amount_refunded");
        var refund = Add("fee_refund", "fr", "", new JsonObject
        {
            ["amount"] = amount, ["balance_transaction"] = null, ["currency"] = fee.Currency, ["fee"] = fee.Id, ["metadata"] = metadata,
        });
        refund.Body.Remove("livemode");
        refund.Set("balance_transaction", Book("", "application_fee_refund", -amount, fee.Currency, refund.Id, availableOn).Id);
        if (sellerIsPaid)
        {
            Book(fee.Text("account")!, "adjustment", amount, fee.Currency, fee.Text("charge")!, availableOn, category: "platform_earning_refund");
        }

        fee.Set("amount_refunded", before + amount);
        fee.Set("refunded", before + amount == fee.Count("amount"));
        ((JsonArray)fee.Body["refunds"]!["data"]!).Insert(0, refund.Body.DeepClone());
        Tell("application_fee.refunded", fee, new JsonObject { ["amount_refunded"] = before });
        return refund;
    }
}
