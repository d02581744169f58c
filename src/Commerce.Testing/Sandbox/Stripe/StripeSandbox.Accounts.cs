using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <content>The sellers' accounts: made, onboarded, changed, rejected.</content>
public sealed partial class StripeSandbox
{
    private static readonly string[] NeededAtFirst = ["business_profile.url", "external_account", "tos_acceptance.date", "tos_acceptance.ip"];

    /// <summary>Opens a seller's account that is ready for charges, transfers and payouts, with a bank account that pays.</summary>
    /// <param name="id">The account's id; made up when not given.</param>
    /// <param name="country">The country, which decides the currency of its payouts.</param>
    /// <returns>The id.</returns>
    public string OpenAccount(string? id = null, string country = "FR")
    {
        lock (Gate)
        {
            var account = AddAccount(country, null, id);
            Request(account, "card_payments");
            Request(account, "transfers");
            MakeReady(account);
            return account.Id;
        }
    }

    /// <summary>Does what a seller does behind the onboarding link: everything that is due is given, and everything that was requested becomes active.</summary>
    /// <param name="id">The account.</param>
    /// <exception cref="ArgumentException">There is no such account.</exception>
    public void CompleteOnboarding(string id)
    {
        lock (Gate)
        {
            CatchUp();
            Onboard(Account(id) ?? throw new ArgumentException($"There is no account {id}.", nameof(id)));
            _webhooks.Flush();
        }
    }

    private void MapAccounts(IEndpointRouteBuilder routes)
    {
        const string Profile = "account_token business_profile* business_type capabilities* company* default_currency documents* email external_account*"
            + " groups* individual* metadata* settings* tos_acceptance*";
        Post(routes, "accounts", "create-account", CreateAccount, "controller* country type " + Profile);
        Get(routes, "account", "find-own-account", call => Account(call.Account)?.Body ?? PlatformAccount());
        Get(routes, "accounts/{id}", "find-account", call => Seller(call).Body);
        List(routes, "accounts", "list-accounts", call => List(call, "account"), "created[gt,gte,lt,lte]");
        Post(routes, "accounts/{id}", "update-account", UpdateAccount, Profile);
        Delete(routes, "accounts/{id}", "delete-account", DeleteAccount);
        Post(routes, "accounts/{id}/reject", "reject-account", RejectAccount, "reason! payouts_action");
        Post(routes, "account_links", "create-account-link", CreateLink, "account! type! collect collection_options[fields,future_requirements] refresh_url return_url");
        Post(routes, "accounts/{id}/login_links", "create-login-link", CreateLoginLink);
        Get(routes, "accounts/{id}/capabilities", "list-capabilities", ListCapabilities);
        Get(routes, "accounts/{account}/capabilities/{id}", "find-capability", call => Capability(Seller(call, call.Route("account")), call.Id));
        Post(routes, "accounts/{account}/capabilities/{id}", "request-capability", UpdateCapability, "requested");
        Get(routes, "balance_settings", "find-balance-settings", call => BalanceSettings(Account(call.Account)));
        Post(routes, "balance_settings", "update-balance-settings", UpdateBalanceSettings, "payments*");
    }

    private StripeItem? Account(string id) => _store.Find(id, "account", "");

    private StripeItem Seller(StripeCall call) => Seller(call, call.Id);

    private StripeItem Seller(StripeCall call, string id) => Account(id) is { } account && (call.Account.Length == 0 || call.Account == id)
        ? account
        : throw new StripeRefusal(
            403, "invalid_request_error", "account_invalid", $"The provided key does not have access to account '{id}' (or that account does not exist).");

    private string CurrencyOf(string account) => Account(account)?.Text("default_currency") ?? "usd";

    private JsonObject CreateAccount(StripeCall call)
    {
        var parameters = call.Parameters;
        if (call.Account.Length > 0)
        {
            throw StripeRefusal.Impossible("platform_account_required", "Only the platform can create accounts.");
        }

        if (parameters.Has("type") && parameters.Has("controller"))
        {
            throw StripeRefusal.Invalid("parameters_exclusive", "You may only specify one of these parameters: controller, type.", "type");
        }

        var type = parameters.OneOf("type", "custom", "express", "standard") ?? "none";
        var account = AddAccount(parameters.Text("country") ?? "US", parameters.Tree("controller"), null, type);
        Change(account, call);
        Tell("account.updated", account.Id, account.Body);
        return account.Body;
    }

    private StripeItem AddAccount(string country, JsonObject? controller, string? id, string type = "none")
    {
        if (country is not { Length: 2 })
        {
            throw StripeRefusal.Invalid("country_unsupported", $"Country '{country}' is unknown. Try using a 2-character alphanumeric country code instead.", "country");
        }

        var isExpress = type == "express" || (string?)controller?["stripe_dashboard"]?["type"] == "express";
        var account = _store.Add("account", "acct", "", new JsonObject
        {
            ["business_profile"] = new JsonObject
            {
                ["annual_revenue"] = null, ["estimated_worker_count"] = null, ["mcc"] = null, ["minority_owned_business_designation"] = null, ["name"] = null,
                ["product_description"] = null, ["support_address"] = null, ["support_email"] = null, ["support_phone"] = null, ["support_url"] = null, ["url"] = null,
            },
            ["business_type"] = null,
            ["capabilities"] = new JsonObject(),
            ["charges_enabled"] = false,
            ["controller"] = new JsonObject
            {
                ["fees"] = new JsonObject { ["payer"] = (string?)controller?["fees"]?["payer"] ?? (isExpress ? "application_express" : "account") },
                ["is_controller"] = true,
                ["losses"] = new JsonObject { ["payments"] = (string?)controller?["losses"]?["payments"] ?? (type is "custom" or "express" ? "application" : "stripe") },
                ["requirement_collection"] = (string?)controller?["requirement_collection"] ?? (type == "custom" ? "application" : "stripe"),
                ["stripe_dashboard"] = new JsonObject
                {
                    ["type"] = (string?)controller?["stripe_dashboard"]?["type"] ?? (type switch { "express" => "express", "custom" => "none", _ => "full" }),
                },
                ["type"] = "application",
            },
            ["country"] = country,
            ["created"] = Now.ToUnixTimeSeconds(),
            ["default_currency"] = country switch { "US" => "usd", "GB" => "gbp", "CH" => "chf", "JP" => "jpy", "CA" => "cad", _ => "eur" },
            ["details_submitted"] = false,
            ["email"] = null,
            ["external_accounts"] = null,
            ["future_requirements"] = Requirements([], null),
            ["metadata"] = new JsonObject(),
            ["payouts_enabled"] = false,
            ["requirements"] = Requirements(NeededAtFirst, "requirements.past_due"),
            ["settings"] = Settings(),
            ["type"] = type,
        }, id);
        account.Set("external_accounts", new JsonObject
        {
            ["object"] = "list", ["url"] = $"/v1/accounts/{account.Id}/external_accounts", ["has_more"] = false, ["data"] = new JsonArray(),
        });
        return account;
    }

    private static JsonObject Settings() => new()
    {
        ["branding"] = new JsonObject { ["icon"] = null, ["logo"] = null, ["primary_color"] = null, ["secondary_color"] = null },
        ["card_payments"] = new JsonObject
        {
            ["statement_descriptor_prefix"] = null, ["statement_descriptor_prefix_kana"] = null, ["statement_descriptor_prefix_kanji"] = null,
        },
        ["dashboard"] = new JsonObject { ["display_name"] = null, ["timezone"] = "Etc/UTC" },
        ["payments"] = new JsonObject
        {
            ["statement_descriptor"] = null, ["statement_descriptor_kana"] = null, ["statement_descriptor_kanji"] = null,
            ["statement_descriptor_prefix_kana"] = null, ["statement_descriptor_prefix_kanji"] = null,
        },
        ["payouts"] = new JsonObject
        {
            ["debit_negative_balances"] = true,
            ["schedule"] = new JsonObject { ["delay_days"] = 2L, ["interval"] = "daily" },
            ["statement_descriptor"] = null,
        },
    };

    private static JsonObject Requirements(string[] due, string? disabledReason) => new()
    {
        ["alternatives"] = new JsonArray(),
        ["current_deadline"] = null,
        ["currently_due"] = Names(due),
        ["disabled_reason"] = disabledReason,
        ["errors"] = new JsonArray(),
        ["eventually_due"] = Names(due),
        ["past_due"] = Names(due),
        ["pending_verification"] = new JsonArray(),
    };

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(static name => JsonValue.Create(name))]);

    private void Onboard(StripeItem account)
    {
        MakeReady(account);
        foreach (var (name, _) in (JsonObject)account.Body["capabilities"]!)
        {
            Tell("capability.updated", account.Id, Capability(account, name));
        }

        Tell("account.updated", account.Id, account.Body);
    }

    private void MakeReady(StripeItem account)
    {
        account.Set("details_submitted", true);
        account.Set("requirements", Requirements([], null));
        account.Set("payouts_enabled", true);
        if (_store.Of(account.Id, "bank_account").Count == 0)
        {
            AddBank(account.Id, account.Text("country")!, account.Text("default_currency")!, PayingBank, null);
        }

        var capabilities = (JsonObject)account.Body["capabilities"]!;
        foreach (var name in capabilities.Select(static pair => pair.Key).ToList())
        {
            capabilities[name] = "active";
        }

        account.Set("charges_enabled", (string?)capabilities["card_payments"] == "active");
    }

    private static void Request(StripeItem account, string capability)
    {
        var capabilities = (JsonObject)account.Body["capabilities"]!;
        capabilities[capability] ??= account.Flag("details_submitted") ? "active" : "inactive";
    }

    private void Change(StripeItem account, StripeCall call)
    {
        var parameters = call.Parameters;
        parameters.OneOf("business_type", "company", "government_entity", "individual", "non_profit");
        foreach (var (name, wish) in parameters.Tree("capabilities") ?? [])
        {
            if ((string?)wish?["requested"] == "true")
            {
                Request(account, name);
            }
        }

        var profile = (JsonObject)account.Body["business_profile"]!;
        foreach (var (name, value) in parameters.Tree("business_profile") ?? [])
        {
            profile[name] = value?.DeepClone();
        }

        SetSchedule(account, parameters.Tree("settings")?["payouts"]?["schedule"] as JsonObject);
        if (parameters.Has("external_account"))
        {
            AddBank(account, parameters);
        }

        Update(account, parameters, "business_type", "email", "default_currency");
    }

    private static void SetSchedule(StripeItem account, JsonObject? wish)
    {
        if (wish is null)
        {
            return;
        }

        if ((string?)wish["interval"] is not (null or "manual" or "daily" or "weekly" or "monthly"))
        {
            throw StripeRefusal.Invalid(null, $"Invalid payout schedule interval: {(string?)wish["interval"]}", "settings[payouts][schedule][interval]");
        }

        var schedule = (JsonObject)account.Body["settings"]!["payouts"]!["schedule"]!;
        foreach (var (name, value) in wish)
        {
            schedule[name] = name is "delay_days" or "monthly_anchor" ? Days((string?)value) : value switch
            {
                JsonObject list when name == "monthly_payout_days" => new JsonArray([.. list.Select(static day => Days((string?)day.Value))]),
                JsonObject list => Names(list.Select(static day => (string?)day.Value ?? "")),
                _ => value?.DeepClone(),
            };
        }

        static JsonValue Days(string? text) => JsonValue.Create(long.TryParse(text, out var days) ? days : 2L);
    }

    private JsonObject UpdateAccount(StripeCall call)
    {
        var account = Seller(call);
        Change(account, call);
        Tell("account.updated", account.Id, account.Body);
        return account.Body;
    }

    private JsonObject DeleteAccount(StripeCall call)
    {
        var account = Seller(call);
        if (_funds.GetValueOrDefault(account.Id)?.Values.Any(static funds => funds.Available != 0 || funds.Pending != 0) == true)
        {
            throw StripeRefusal.Impossible(null, "An account can only be deleted when its balance is zero.");
        }

        _store.Remove(account);
        return new JsonObject { ["id"] = account.Id, ["object"] = "account", ["deleted"] = true };
    }

    private JsonObject RejectAccount(StripeCall call)
    {
        var account = Seller(call);
        var reason = call.Parameters.OneOf("reason", "fraud", "terms_of_service", "other")!;
        account.Set("requirements", Requirements([], "rejected.platform_" + reason));
        account.Set("charges_enabled", false);
        account.Set("payouts_enabled", false);
        Tell("account.updated", account.Id, account.Body);
        return account.Body;
    }

    private JsonObject CreateLink(StripeCall call)
    {
        var account = Seller(call, call.Parameters.Text("account")!);
        var type = call.Parameters.OneOf("type", "account_onboarding", "account_update")!;
        if (type == "account_update" && (string?)account.Body["controller"]!["requirement_collection"] != "application")
        {
            throw StripeRefusal.Impossible(null, "You cannot create account_update links for this account.", "type");
        }

        foreach (var name in (string[])["refresh_url", "return_url"])
        {
            if (call.Parameters.Text(name) is { } address && !Uri.TryCreate(address, UriKind.Absolute, out _))
            {
                throw StripeRefusal.Invalid("url_invalid", "Not a valid URL", name);
            }
        }

        return new JsonObject
        {
            ["object"] = "account_link",
            ["created"] = Now.ToUnixTimeSeconds(),
            ["expires_at"] = Now.AddMinutes(5).ToUnixTimeSeconds(),
            ["url"] = $"https://connect.example.com/setup/{account.Id}/{++_links}",
        };
    }

    private JsonObject CreateLoginLink(StripeCall call)
    {
        var account = Seller(call);
        return (string?)account.Body["controller"]!["stripe_dashboard"]!["type"] == "express"
            ? new JsonObject
            {
                ["object"] = "login_link", ["created"] = Now.ToUnixTimeSeconds(), ["url"] = $"https://connect.example.com/express/{account.Id}/{++_links}",
            }
            : throw StripeRefusal.Impossible(null, "Cannot create a login link for an account that is not an Express account.");
    }

    private static JsonObject PlatformAccount() => new()
    {
        ["id"] = "acct_platform", ["object"] = "account", ["charges_enabled"] = true, ["country"] = "FR", ["default_currency"] = "eur", ["details_submitted"] = true,
        ["email"] = "platform@example.com", ["payouts_enabled"] = true, ["type"] = "standard",
    };
}
