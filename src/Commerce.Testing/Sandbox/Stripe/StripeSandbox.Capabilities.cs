using System.Text.Json.Nodes;

namespace Commerce.Testing.Sandbox;

/// <content>What sellers may do, and when they are paid out.</content>
public sealed partial class StripeSandbox
{
    private long _links;

    private void CheckDestination(string destination, string param)
    {
        if (Account(destination) is not { } account)
        {
            throw StripeRefusal.Impossible("resource_missing", $"No such destination: '{destination}'", param);
        }

        if ((string?)account.Body["capabilities"]!["transfers"] != "active" || account.Body["requirements"]!["disabled_reason"] is not null)
        {
            throw StripeRefusal.Impossible(
                "insufficient_capabilities_for_transfer", "Your destination account needs to have the transfers capability enabled.", param);
        }
    }

    private static JsonObject Capability(StripeItem account, string name)
    {
        var status = (string?)account.Body["capabilities"]![name];
        return new JsonObject
        {
            ["id"] = name,
            ["object"] = "capability",
            ["account"] = account.Id,
            ["future_requirements"] = Requirements([], null),
            ["requested"] = status is not null,
            ["requested_at"] = status is null ? null : account.Count("created"),
            ["requirements"] = account.Body["requirements"]!.DeepClone(),
            ["status"] = status ?? "unrequested",
        };
    }

    private JsonObject ListCapabilities(StripeCall call)
    {
        var account = Seller(call);
        var names = ((JsonObject)account.Body["capabilities"]!).Select(static pair => pair.Key);
        return new JsonObject
        {
            ["object"] = "list", ["url"] = call.ListPath, ["has_more"] = false, ["data"] = new JsonArray([.. names.Select(name => Capability(account, name))]),
        };
    }

    private JsonObject UpdateCapability(StripeCall call)
    {
        var account = Seller(call, call.Route("account"));
        if (call.Parameters.Flag("requested") is { } isRequested)
        {
            if (isRequested)
            {
                Request(account, call.Id);
            }
            else
            {
                ((JsonObject)account.Body["capabilities"]!).Remove(call.Id);
            }

            Tell("capability.updated", account.Id, Capability(account, call.Id));
        }

        return Capability(account, call.Id);
    }

    private static JsonObject BalanceSettings(StripeItem? account) => new()
    {
        ["object"] = "balance_settings",
        ["payments"] = new JsonObject
        {
            ["debit_negative_balances"] = (bool?)account?.Body["settings"]!["payouts"]!["debit_negative_balances"] ?? true,
            ["payouts"] = new JsonObject
            {
                ["automatic_transfer_rules_by_currency"] = null,
                ["minimum_balance_by_currency"] = null,
                ["schedule"] = account is null
                    ? new JsonObject { ["interval"] = "manual" }
                    : new JsonObject(((JsonObject)account.Body["settings"]!["payouts"]!["schedule"]!)
                        .Where(static pair => pair.Key is "interval" or "monthly_payout_days" or "weekly_payout_days")
                        .Select(static pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))),
                ["statement_descriptor"] = (string?)account?.Body["settings"]!["payouts"]!["statement_descriptor"],
                ["status"] = account?.Flag("payouts_enabled") == false ? "disabled" : "enabled",
            },
            ["settlement_timing"] = new JsonObject
            {
                ["delay_days"] = (long?)account?.Body["settings"]!["payouts"]!["schedule"]!["delay_days"] ?? 2L, ["start_of_day"] = new JsonObject { ["hour"] = 0L, ["minutes"] = 0L, ["timezone"] = "Etc/UTC" },
            },
        },
    };

    private JsonObject UpdateBalanceSettings(StripeCall call)
    {
        var account = Account(call.Account);
        if (account is not null)
        {
            var payouts = account.Body["settings"]!["payouts"]!;
            payouts["debit_negative_balances"] = call.Parameters.Flag("payments[debit_negative_balances]") ?? (bool)payouts["debit_negative_balances"]!;
            payouts["statement_descriptor"] = call.Parameters.Text("payments[payouts][statement_descriptor]", 22) ?? (string?)payouts["statement_descriptor"];
            payouts["schedule"]!["delay_days"] = call.Parameters.Count("payments[settlement_timing][delay_days_override]") ?? (long)payouts["schedule"]!["delay_days"]!;
            SetSchedule(account, call.Parameters.Tree("payments")?["payouts"]?["schedule"] as JsonObject);
            Tell("account.updated", account.Id, account.Body);
        }

        return BalanceSettings(account);
    }
}
