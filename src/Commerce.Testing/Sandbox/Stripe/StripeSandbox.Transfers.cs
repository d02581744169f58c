using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <content>Transfers to sellers, and their reversals.</content>
public sealed partial class StripeSandbox
{
    private void MapTransfers(IEndpointRouteBuilder routes)
    {
        Post(
            routes, "transfers", "create-transfer", CreateTransfer,
            "amount currency! destination! description metadata* source_transaction source_type transfer_group");
        Get(routes, "transfers/{id}", "find-transfer", call => Find(call, "transfer", "id").Body);
        List(
            routes, "transfers", "list-transfers", call => List(call, "transfer", "destination transfer_group"), "created[gt,gte,lt,lte] destination transfer_group");
        Post(routes, "transfers/{id}", "update-transfer", call => Update(Find(call, "transfer", "id"), call.Parameters, "description"), "description metadata*");
        Post(routes, "transfers/{id}/reversals", "reverse-transfer", CreateReversal, "amount description metadata* refund_application_fee");
        List(
            routes, "transfers/{id}/reversals", "list-reversals",
            call => List(call, "transfer_reversal", of: ("transfer", Find(call, "transfer", "id").Id)));
        Get(routes, "transfers/{transfer}/reversals/{id}", "find-reversal", call => Reversal(call).Body);
        Post(routes, "transfers/{transfer}/reversals/{id}", "update-reversal", call => Update(Reversal(call), call.Parameters), "metadata*");
    }

    private StripeItem Reversal(StripeCall call) => Find(call, "transfer_reversal", "id") is { } reversal && reversal.Text("transfer") == call.Route("transfer")
        ? reversal
        : throw StripeRefusal.Missing("transfer_reversal", "id", call.Id);

    private JsonObject CreateTransfer(StripeCall call)
    {
        var parameters = call.Parameters;
        var currency = StripeAmounts.Currency(parameters);
        var destination = parameters.Text("destination")!;
        var source = parameters.Text("source_transaction") is { } id ? Find(call, "charge", "source_transaction", id) : null;
        var amount = parameters.Amount("amount") ?? source?.Count("amount_captured")
            ?? throw StripeRefusal.Invalid("parameter_missing", "Missing required param: amount.", "amount");
        CheckDestination(destination, "destination");
        if (source is null)
        {
            if (Available(call.Account, currency) < amount)
            {
                throw StripeRefusal.Impossible("balance_insufficient", "You have insufficient available funds in your Stripe account.");
            }

            return MakeTransfer(destination, amount, null, Now, 0, parameters, currency).Body;
        }

        var details = _charges[source.Id];
        if (source.Currency != currency)
        {
            throw StripeRefusal.Impossible(
                "transfer_source_balance_parameters_mismatch", $"The currency of source_transaction's balance transaction is {source.Currency}.", "currency");
        }

        var left = source.Count("amount_captured") - details.Transferred - details.Transfers.Sum(static made => made.Count("amount"));
        if (amount > left)
        {
            throw StripeRefusal.Impossible(null, $"The transfer of {amount} is more than the {left} that is left of the source transaction.", "amount");
        }

        details.Transferred += amount;
        return MakeTransfer(destination, amount, source, details.AvailableOn, 0, parameters).Body;
    }

    private StripeItem MakeTransfer(
        string destination, long amount, StripeItem? source, DateTimeOffset availableOn, long commission, StripeParameters? parameters = null, string? currency = null)
    {
        currency ??= source!.Currency;
        var transfer = Add("transfer", "tr", "", new JsonObject
        {
            ["amount"] = amount,
            ["amount_reversed"] = 0L,
            ["balance_transaction"] = null,
            ["currency"] = currency,
            ["description"] = parameters?.Text("description"),
            ["destination"] = destination,
            ["metadata"] = parameters?.Metadata() ?? [],
            ["reversals"] = new JsonObject { ["object"] = "list", ["url"] = "", ["has_more"] = false, ["data"] = new JsonArray() },
            ["reversed"] = false,
            ["source_transaction"] = source?.Id,
            ["source_type"] = "card",
            ["transfer_group"] = parameters?.Text("transfer_group") ?? source?.Text("transfer_group"),
        });
        transfer.Body["reversals"]!["url"] = $"/v1/transfers/{transfer.Id}/reversals";
        if (source is not null && transfer.Text("transfer_group") is null)
        {
            // Stripe names the group itself, after the payment.
            transfer.Set("transfer_group", "group_" + source.Text("payment_intent"));
        }

        var body = ChargeBody(amount, currency, isPaid: true);
        body["amount_captured"] = amount;
        body["captured"] = true;
        body["source_transfer"] = transfer.Id;
        var payment = Add("charge", "py", destination, body);
        _charges[payment.Id] = new StripeChargeDetails(StripeSandboxMethod.All["pm_card_visa"], null) { AvailableOn = availableOn };
        payment.Set("balance_transaction", Book(destination, "payment", amount, currency, payment.Id, availableOn, commission: commission, category: "charge").Id);
        transfer.Set("balance_transaction", Book("", "transfer", -amount, currency, transfer.Id, availableOn).Id);
        transfer.Set("destination_payment", payment.Id);
        _store.Index(transfer);
        Tell("transfer.created", transfer);
        TakeCommission(source, payment, commission, availableOn);
        return transfer;
    }

    private JsonObject CreateReversal(StripeCall call)
    {
        var transfer = Find(call, "transfer", "id");
        var left = transfer.Count("amount") - transfer.Count("amount_reversed");
        var amount = call.Parameters.Amount("amount") ?? left;
        if (left == 0 || amount > left)
        {
            throw StripeRefusal.Impossible(null, $"Transfer reversal amount ({amount}) is greater than unreversed amount on transfer ({left})", "amount");
        }

        var destination = transfer.Text("destination")!;
        var funds = _funds.GetValueOrDefault(destination)?.GetValueOrDefault(transfer.Currency);
        if ((funds?.Available ?? 0) + (funds?.Pending ?? 0) < amount)
        {
            throw StripeRefusal.Impossible("balance_insufficient", $"The account {destination} has insufficient funds to reverse this transfer.");
        }

        var fee = call.Parameters.Flag("refund_application_fee") == true
            ? _store.Of("", "application_fee", "charge", transfer.Text("destination_payment")).FirstOrDefault()
            : null;
        var before = transfer.Count("amount_reversed");
        var part = fee is null
            ? 0
            : Math.Min(
                Share(fee.Count("amount"), before + amount, transfer.Count("amount")) - Share(fee.Count("amount"), before, transfer.Count("amount")),
                fee.Count("amount") - fee.Count("amount_refunded"));
        var reversal = Reverse(transfer, amount, call.Parameters.Metadata(), null, part);
        if (part > 0)
        {
            ReturnCommission(fee!, part, [], Now, sellerIsPaid: false);
        }

        return reversal.Body;
    }

    /// <summary>Takes money back from a seller, less the commission that the seller gets back with it.</summary>
    private StripeItem Reverse(StripeItem transfer, long amount, JsonObject metadata, string? refund, long commission)
    {
        var destination = transfer.Text("destination")!;
        var payment = _store.Find(transfer.Text("destination_payment")!)!;
        var availableOn = _charges[payment.Id].AvailableOn;
        var reversal = Add("transfer_reversal", "trr", "", new JsonObject
        {
            ["amount"] = amount,
            ["balance_transaction"] = null,
            ["currency"] = transfer.Currency,
            ["destination_payment_refund"] = null,
            ["metadata"] = metadata,
            ["source_refund"] = refund,
            ["transfer"] = transfer.Id,
        });
        reversal.Body.Remove("livemode");
        reversal.Set("balance_transaction", Book("", "transfer_refund", amount, transfer.Currency, transfer.Id, availableOn).Id);
        Book(destination, "payment_refund", -amount, transfer.Currency, payment.Id, availableOn, commission: -commission, category: "refund");
        var before = transfer.Count("amount_reversed");
        transfer.Set("amount_reversed", before + amount);
        transfer.Set("reversed", before + amount == transfer.Count("amount"));
        var list = (JsonArray)transfer.Body["reversals"]!["data"]!;
        list.Insert(0, reversal.Body.DeepClone());
        if (list.Count > 10)
        {
            list.RemoveAt(10);
            transfer.Body["reversals"]!["has_more"] = true;
        }

        payment.Set("amount_refunded", before + amount);
        payment.Set("refunded", transfer.Flag("reversed"));
        Tell("transfer.reversed", transfer, new JsonObject { ["amount_reversed"] = before });
        return reversal;
    }
}
