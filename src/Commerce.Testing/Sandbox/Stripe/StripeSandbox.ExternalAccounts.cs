using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <content>Bank accounts to which payouts go. The documented test numbers decide how payouts end.</content>
public sealed partial class StripeSandbox
{
    private const string PayingBank = "000123456789";

    private static readonly Dictionary<string, string> FailingBanks = new(StringComparer.Ordinal)
    {
        ["000111111116"] = "no_account",
        ["000111111113"] = "account_closed",
        ["000222222227"] = "insufficient_funds",
        ["000333333335"] = "debit_not_authorized",
        ["000444444440"] = "invalid_currency",
        ["DE62370400440532013001"] = "no_account",
        ["DE89370400440532013002"] = "account_closed",
        ["DE89370400440532013003"] = "insufficient_funds",
        ["DE89370400440532013004"] = "debit_not_authorized",
        ["DE89370400440532013005"] = "invalid_currency",
        ["11111116"] = "no_account",
    };

    private readonly Dictionary<string, string> _bankNumbers = new(StringComparer.Ordinal);

    /// <summary>Gives an account the bank account to which its next payouts go.</summary>
    /// <param name="accountNumber">One of Stripe's test numbers or IBANs, which decides how payouts end; any other one pays.</param>
    /// <param name="account">The seller's account; the platform's own when not given.</param>
    /// <exception cref="ArgumentException">There is no such account.</exception>
    public void SetBankAccount(string accountNumber, string? account = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(accountNumber);
        lock (Gate)
        {
            CatchUp();
            var owner = account is null ? null : Account(account) ?? throw new ArgumentException($"There is no account {account}.", nameof(account));
            AddBank(account ?? "", owner?.Text("country") ?? "FR", owner?.Text("default_currency") ?? "eur", accountNumber, null);
        }
    }

    private void MapExternalAccounts(IEndpointRouteBuilder routes)
    {
        Post(routes, "accounts/{id}/external_accounts", "create-bank-account", call => AddBank(Seller(call), call.Parameters).Body, "external_account!* default_for_currency metadata*");
        List(routes, "accounts/{id}/external_accounts", "list-bank-accounts", ListBanks, "object");
        Get(routes, "accounts/{account}/external_accounts/{id}", "find-bank-account", call => Bank(call).Body);
        Post(
            routes, "accounts/{account}/external_accounts/{id}", "update-bank-account", UpdateBank,
            "account_holder_name account_holder_type account_type default_for_currency documents* metadata*");
        Delete(routes, "accounts/{account}/external_accounts/{id}", "delete-bank-account", DeleteBank);
    }

    private StripeItem Bank(StripeCall call) => _store.Find(call.Id, "bank_account", Seller(call, call.Route("account")).Id)
        ?? throw StripeRefusal.Missing("external_account", "id", call.Id);

    private JsonObject ListBanks(StripeCall call) => Page(call, _store.Of(Seller(call).Id, "bank_account"), static _ => true);

    private StripeItem AddBank(StripeItem account, StripeParameters parameters)
    {
        var number = PayingBank;
        if (parameters.Text("external_account") is { } token)
        {
            if (!token.StartsWith("btok_", StringComparison.Ordinal))
            {
                throw StripeRefusal.Missing("token", "external_account", token);
            }
        }
        else
        {
            foreach (var name in (string[])["country", "currency", "account_number"])
            {
                if (parameters.Text($"external_account[{name}]") is null)
                {
                    throw StripeRefusal.Invalid("parameter_missing", $"Missing required param: external_account[{name}].", $"external_account[{name}]");
                }
            }

            number = parameters.Text("external_account[account_number]")!;
        }

        var bank = AddBank(
            account.Id, parameters.Text("external_account[country]") ?? account.Text("country")!,
            (parameters.Text("external_account[currency]") ?? account.Text("default_currency")!).ToLowerInvariant(), number, parameters);
        parameters.Merge(bank);
        Tell("account.external_account.created", account.Id, bank.Body);
        return bank;
    }

    private StripeItem AddBank(string account, string country, string currency, string number, StripeParameters? parameters)
    {
        var bank = Add("bank_account", "ba", account, new JsonObject
        {
            ["account"] = account,
            ["account_holder_name"] = parameters?.Text("external_account[account_holder_name]"),
            ["account_holder_type"] = parameters?.Text("external_account[account_holder_type]"),
            ["account_type"] = null,
            ["bank_name"] = "STRIPE TEST BANK",
            ["country"] = country,
            ["currency"] = currency,
            ["default_for_currency"] = false,
            ["fingerprint"] = "sandbox" + number[^4..],
            ["last4"] = number[^4..],
            ["metadata"] = new JsonObject(),
            ["routing_number"] = parameters?.Text("external_account[routing_number]") ?? (country == "US" ? "110000000" : null),
            ["status"] = "new",
        });
        bank.Body.Remove("livemode");
        bank.Body.Remove("created");
        _bankNumbers[bank.Id] = number.Replace(" ", "", StringComparison.Ordinal);
        if (parameters is null || parameters.Flag("default_for_currency") == true
            || !_store.Of(account, "bank_account").Exists(other => other.Currency == currency && other.Flag("default_for_currency")))
        {
            Prefer(bank);
        }

        ShowBanks(account);
        return bank;
    }

    /// <summary>Sends the next payouts in its currency to this bank account.</summary>
    private void Prefer(StripeItem bank)
    {
        foreach (var other in _store.Of(bank.Account, "bank_account").Where(other => other.Currency == bank.Currency))
        {
            other.Set("default_for_currency", other == bank);
        }
    }

    private JsonObject UpdateBank(StripeCall call)
    {
        var bank = Bank(call);
        if (call.Parameters.Flag("default_for_currency") == true)
        {
            Prefer(bank);
        }

        Update(bank, call.Parameters, "account_holder_name", "account_holder_type");
        ShowBanks(bank.Account);
        Tell("account.external_account.updated", bank.Account, bank.Body);
        return bank.Body;
    }

    private JsonObject DeleteBank(StripeCall call)
    {
        var bank = Bank(call);
        if (bank.Flag("default_for_currency"))
        {
            throw StripeRefusal.Impossible(null, "You cannot delete the default external account for your default currency.");
        }

        _store.Remove(bank);
        ShowBanks(bank.Account);
        Tell("account.external_account.deleted", bank.Account, bank.Body);
        return new JsonObject { ["id"] = bank.Id, ["object"] = "bank_account", ["deleted"] = true };
    }

    /// <summary>Puts the banks into the account that shows them.</summary>
    private void ShowBanks(string account)
    {
        if (Account(account)?.Body["external_accounts"] is JsonObject list)
        {
            list["data"] = new JsonArray([.. _store.Of(account, "bank_account").Select(static bank => bank.Body.DeepClone())]);
        }
    }

    private StripeItem? BankFor(string account, string currency) =>
        _store.Of(account, "bank_account").FindLast(bank => bank.Currency == currency && bank.Flag("default_for_currency"))
        ?? _store.Of(account, "bank_account").LastOrDefault();
}
