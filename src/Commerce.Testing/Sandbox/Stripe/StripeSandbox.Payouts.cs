using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <content>Payouts: on their way, arrived, failed after they arrived, cancelled, reversed.</content>
public sealed partial class StripeSandbox
{
    private static readonly TimeSpan PayoutLeaves = TimeSpan.FromHours(12);
    private static readonly TimeSpan PayoutArrives = TimeSpan.FromDays(2);
    private static readonly TimeSpan PayoutFails = TimeSpan.FromDays(3);

    private void MapPayouts(IEndpointRouteBuilder routes)
    {
        Post(
            routes, "payouts", "create-payout", CreatePayout, "amount! currency! description destination metadata* method payout_method source_type statement_descriptor");
        Get(routes, "payouts/{id}", "find-payout", call => Find(call, "payout", "id").Body);
        List(
            routes, "payouts", "list-payouts", call =>
            {
                var arrival = RangeOf(call.Parameters, "arrival_date");
                return List(call, "payout", "destination status", payout => arrival(payout.Count("arrival_date")));
            }, "arrival_date[gt,gte,lt,lte] created[gt,gte,lt,lte] destination status");
        Post(routes, "payouts/{id}", "update-payout", call => Update(Find(call, "payout", "id"), call.Parameters), "metadata*");
        Post(routes, "payouts/{id}/cancel", "cancel-payout", CancelPayout);
        Post(routes, "payouts/{id}/reverse", "reverse-payout", ReversePayout, "metadata*");
    }

    private JsonObject CreatePayout(StripeCall call)
    {
        var parameters = call.Parameters;
        var currency = StripeAmounts.Currency(parameters);
        var amount = parameters.Amount("amount")!.Value;
        StripeAmounts.CheckPayout(amount, currency);
        if (Account(call.Account)?.Flag("payouts_enabled") == false)
        {
            throw StripeRefusal.Impossible("payouts_not_allowed", "Payouts are not enabled for this account.");
        }

        var bank = parameters.Text("destination") is { } id
            ? Find(call, "bank_account", "destination", id)
            : BankFor(call.Account, currency) ?? (call.Account.Length == 0 ? AddBank("", "FR", currency, PayingBank, null) : null)
                ?? throw StripeRefusal.Impossible(null, $"Sorry, you don't have any external accounts in that currency ({currency}).", "currency");
        if (Available(call.Account, currency) < amount)
        {
            throw StripeRefusal.Impossible("balance_insufficient", "You have insufficient funds in your Stripe account for this transfer.");
        }

        var payout = AddPayout(call.Account, amount, currency, bank.Id, parameters);
        payout.Set("balance_transaction", Book(call.Account, "payout", -amount, currency, payout.Id).Id);
        Cross(currency, -amount);
        Tell("payout.created", payout);
        Later(PayoutLeaves, () => Move(payout, "pending", "in_transit", "payout.updated"));
        Later(PayoutArrives, () => Move(payout, "in_transit", "paid", "payout.paid"));
        if (FailingBanks.TryGetValue(_bankNumbers[bank.Id], out var failure))
        {
            Later(PayoutFails, () => FailPayout(payout, bank, failure));
        }

        return payout.Body;
    }

    private StripeItem AddPayout(string account, long amount, string currency, string? bank, StripeParameters parameters) => Add("payout", "po", account, new JsonObject
    {
        ["amount"] = amount,
        ["application_fee"] = null,
        ["application_fee_amount"] = null,
        ["arrival_date"] = (Now + PayoutArrives).ToUnixTimeSeconds(),
        ["automatic"] = false,
        ["balance_transaction"] = null,
        ["currency"] = currency,
        ["description"] = parameters.Text("description"),
        ["destination"] = bank,
        ["failure_balance_transaction"] = null,
        ["failure_code"] = null,
        ["failure_message"] = null,
        ["metadata"] = parameters.Metadata(),
        ["method"] = parameters.OneOf("method", "standard", "instant") ?? "standard",
        ["original_payout"] = null,
        ["payout_method"] = null,
        ["reconciliation_status"] = "not_applicable",
        ["reversed_by"] = null,
        ["source_type"] = parameters.Text("source_type") ?? "card",
        ["statement_descriptor"] = parameters.Text("statement_descriptor", 22),
        ["status"] = "pending",
        ["trace_id"] = new JsonObject { ["status"] = "pending", ["value"] = null },
        ["type"] = "bank_account",
    });

    private void Move(StripeItem payout, string from, string to, string told)
    {
        if (payout.Status == from)
        {
            payout.Status = to;
            if (to == "paid")
            {
                payout.Set("trace_id", new JsonObject { ["status"] = "supported", ["value"] = "trace-" + payout.Id });
            }

            Tell(told, payout, new JsonObject { ["status"] = from });
        }
    }

    private void FailPayout(StripeItem payout, StripeItem bank, string code)
    {
        if (payout.Status != "paid" || payout.Text("reversed_by") is not null)
        {
            return;
        }

        payout.Status = "failed";
        payout.Set("failure_code", code);
        payout.Set("failure_message", $"The bank returned the payout: {code.Replace('_', ' ')}.");
        GiveBack(payout, "payout_failure");
        Tell("payout.failed", payout, new JsonObject { ["status"] = "paid" });
        bank.Status = "errored";
        ShowBanks(bank.Account);
        if (bank.Account.Length > 0)
        {
            Tell("account.external_account.updated", bank.Account, bank.Body, new JsonObject { ["status"] = "new" });
        }
    }

    private void GiveBack(StripeItem payout, string type)
    {
        payout.Set("failure_balance_transaction", Book(payout.Account, type, payout.Count("amount"), payout.Currency, payout.Id).Id);
        Cross(payout.Currency, payout.Count("amount"));
    }

    private JsonObject CancelPayout(StripeCall call)
    {
        var payout = Find(call, "payout", "id");
        if (payout.Status != "pending")
        {
            throw StripeRefusal.Impossible(null, $"Payouts can only be canceled while they are pending; this one is {payout.Status}.");
        }

        payout.Status = "canceled";
        GiveBack(payout, "payout_cancel");
        Tell("payout.canceled", payout, new JsonObject { ["status"] = "pending" });
        return payout.Body;
    }

    private JsonObject ReversePayout(StripeCall call)
    {
        var payout = Find(call, "payout", "id");
        if (payout.Status is not ("paid" or "in_transit") || payout.Text("reversed_by") is not null || payout.Text("original_payout") is not null)
        {
            throw StripeRefusal.Impossible(null, $"This payout cannot be reversed: it is {payout.Status}.");
        }

        if (call.Account.Length == 0 || _store.Find(payout.Text("destination")!)?.Text("country") is not ("US" or "CA"))
        {
            throw StripeRefusal.Impossible(null, "Only payouts of connected accounts to US and Canadian banks can be reversed.");
        }

        var reversal = AddPayout(call.Account, -payout.Count("amount"), payout.Currency, payout.Text("destination"), call.Parameters);
        reversal.Set("original_payout", payout.Id);
        payout.Set("reversed_by", reversal.Id);
        reversal.Set(
            "balance_transaction", Book(call.Account, "payout", payout.Count("amount"), payout.Currency, reversal.Id, Now + PayoutArrives).Id);
        Cross(payout.Currency, payout.Count("amount"));
        Tell("payout.created", reversal);
        Later(PayoutLeaves, () => Move(reversal, "pending", "in_transit", "payout.updated"));
        Later(PayoutArrives, () => Move(reversal, "in_transit", "paid", "payout.paid"));
        return reversal.Body;
    }
}
