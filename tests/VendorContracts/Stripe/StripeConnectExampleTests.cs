using System.Text;
using System.Text.Json.Nodes;
using Commerce.Payments;
using Commerce.Payments.Stripe;
using Commerce.VendorContracts.Examples;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.VendorContracts.Stripe;

/// <summary>Stripe's own sample resources of accounts and money of sellers, read as answers.</summary>
public sealed class StripeConnectExampleTests
{
    private const string Asked = "The address says what comes back.";
    private const string Live = "The key says whether it is live.";
    private const string NoMember = "No member, and nothing that a caller could do with it.";

    private static readonly ConnectedAccountId Seller = new("acct_1Lamps");

    /// <summary>Gets the sample resources that are read here.</summary>
    internal static readonly string[] Claimed =
        ("account account_link account_session bank_account capability card external_account login_link deleted_account deleted_bank_account deleted_card "
            + "deleted_external_account application_fee balance balance_settings balance_transaction fee_refund topup transfer transfer_reversal file").Split(' ');

    private static readonly Waiver[] AccountWaivers = Waivers(
        (Asked, ["object"]),
        ("The platform set it.", ["controller.type", "country", "type"]),
        (NoMember, ["created", "default_currency", "details_submitted", "external_accounts.**", "settings.card_payments.**", "settings.dashboard.**",
            "settings.payouts.debit_negative_balances"]),
        ("Personal data that the client does not keep.", ["email"]));

    private static readonly Waiver[] DisputeWaivers = Waivers(
        (Asked, ["object"]),
        (Live, ["livemode"]),
        (NoMember, ["charge", "created", "is_charge_refundable", "payment_method_details.**", "enhanced_eligibility_types",
            "evidence_details.has_evidence", "evidence_details.past_due", "evidence_details.submission_count"]));

    private static readonly Waiver[] PayoutWaivers = Waivers(
        (Asked, ["object"]),
        (Live, ["livemode"]),
        (NoMember, ["automatic", "balance_transaction", "description", "destination", "method", "reconciliation_status", "source_type", "type", "trace_id.**"]));

    [VendorSpecFact]
    public async Task Account_answers_every_operation_that_gives_one()
    {
        foreach (var call in (Func<IStripeConnectClient, Task<object?>>[])
        [
            async client => await client.CreateAccountAsync(new CreateAccountRequest { Key = new("seller-1"), Country = CountryCode.France }),
            async client => await client.UpdateAccountAsync(new UpdateAccountRequest { Key = new("seller-1"), AccountId = Seller }),
            async client => await client.FindAccountAsync(Seller),
            async client => await client.RejectAccountAsync(new("seller-1"), Seller, StripeRejectionReason.Other),
        ])
        {
            await ReadAsync("account", call, AccountWaivers);
        }
    }

    [VendorSpecFact]
    public Task Accounts_are_read_in_a_list() => ReadListAsync<IStripeConnectClient, ConnectedAccount>(
        "account", client => client.ListAccounts(new AccountQuery()), AccountWaivers);

    [VendorSpecFact]
    public async Task Links_and_sessions_are_read()
    {
        await ReadAsync<IStripeConnectClient>("account_link", async client => await client.CreateOnboardingLinkAsync(new OnboardingLinkRequest
        {
            AccountId = Seller, ReturnUrl = new("https://shop.example.com/"), RefreshUrl = new("https://shop.example.com/"),
        }), Waivers((Asked, ["object"]), ("The link is made at each call.", ["created"])));
        await ReadAsync<IStripeConnectClient>("login_link", async client => await client.CreateLoginLinkAsync(Seller), Waivers((Asked, ["object"])));
        await ReadAsync<IStripeConnectClient>(
            "account_session",
            async client => await client.CreateAccountSessionAsync(new StripeAccountSessionRequest { AccountId = Seller, Components = ["payouts"] }),
            Waivers((Asked, ["object", "account"]), (Live, ["livemode"]), ("The platform asked for them.", ["components.**"])));
    }

    [VendorSpecFact]
    public async Task Capability_is_read_alone_and_in_a_list()
    {
        var waivers = Waivers((Asked, ["object"]));

        await ReadAsync<IStripeConnectClient>(
            "capability", async client => await client.RequestCapabilityAsync(new("seller-1"), Seller, AccountCapability.Transfers, true), waivers);
        await ReadAsync<IStripeConnectClient>(
            Page("capability"), async client => await client.ListCapabilitiesAsync(Seller), [.. PageWaivers, new("has_more", "Stripe gives all of them at once."), .. Inside(waivers)]);
    }

    [VendorSpecFact]
    public async Task Bank_accounts_and_cards_are_read()
    {
        Waiver[] bank = Waivers(
            ("Personal data and numbers that the client does not keep.", ["account_holder_name", "account_holder_type", "fingerprint", "routing_number"]),
            ("Only whether it is a card.", ["object"]));
        Waiver[] card = Waivers(("Personal data and numbers that the client does not keep.", ["name", "exp_month", "exp_year", "fingerprint", "funding", "cvc_check"]));

        foreach (var (name, waivers) in ((string, Waiver[])[])[("bank_account", bank), ("external_account", bank), ("card", card)])
        {
            await ReadAsync<IStripeConnectClient>(name, async client => await client.UseForCurrencyAsync(new("seller-1"), Seller, "ba_1"), waivers);
            await ReadAsync<IStripeConnectClient>(name, async client => await client.AddExternalAccountAsync(
                new StripeExternalAccountRequest { Key = new("seller-1"), AccountId = Seller, Token = new("btok_1") }), waivers);
            await ReadListAsync<IStripeConnectClient, StripeExternalAccount>(name, client => client.ListExternalAccounts(Seller), waivers);
        }
    }

    [VendorSpecFact]
    public async Task Deletions_are_read()
    {
        await ReadAsync<IStripeConnectClient>("deleted_account", async client => await client.DeleteAccountAsync(Seller), Waivers((Asked, ["object"])));
        foreach (var name in (string[])["deleted_external_account", "deleted_bank_account", "deleted_card"])
        {
            await ReadAsync<IStripeConnectClient>(name, async client => await client.DeleteExternalAccountAsync(Seller, "ba_1"), Waivers((Asked, ["object"])));
        }
    }

    [VendorSpecFact]
    public async Task Transfers_and_reversals_are_read()
    {
        var waivers = Waivers(
            (Asked, ["object"]), (Live, ["livemode"]), ("What was taken back says it.", ["reversed", "reversals.**"]),
            (NoMember, ["balance_transaction", "destination_payment", "source_type"]));

        await ReadAsync<ITransferClient>("transfer", async client => await client.FindTransferAsync(new("tr_1")), waivers);
        await ReadAsync<ITransferClient>("transfer", async client => await client.CreateTransferAsync(
            new CreateTransferRequest { Key = new("order-1"), Amount = Money.Eur(11m), Destination = Seller }), waivers);
        await ReadListAsync<ITransferClient, Transfer>("transfer", client => client.ListTransfers(new TransferQuery()), waivers);
        await ReadAsync<ITransferClient>("transfer_reversal", async client => await client.ReverseTransferAsync(
            new ReverseTransferRequest { Key = new("order-1"), TransferId = new("tr_1") }), Waivers((Asked, ["object"])));
    }

    [VendorSpecFact]
    public async Task Commissions_are_read()
    {
        await ReadListAsync<ICommissionClient, Commission>("application_fee", client => client.ListCommissions(new CommissionQuery()), Waivers(
            (Asked, ["object"]), (Live, ["livemode"]), ("What was given back says it.", ["refunded", "refunds.**"]),
            ("The platform itself.", ["application"]), ("The charge says it.", ["fee_source.**"]), (NoMember, ["balance_transaction"])));
        await ReadAsync<ICommissionClient>("fee_refund", async client => await client.RefundCommissionAsync(
            new RefundCommissionRequest { Key = new("order-1"), CommissionId = new("fee_1") }), Waivers((Asked, ["object"])));
    }

    [VendorSpecFact]
    public async Task Payouts_are_read()
    {
        await ReadAsync<IPayoutGateway>("payout", async client => await client.FindPayoutAsync(new("po_1")), PayoutWaivers);
        await ReadAsync<IPayoutGateway>("payout", async client => await client.CreatePayoutAsync(
            new CreatePayoutRequest { Key = new("order-1"), Amount = Money.Eur(11m) }), PayoutWaivers);
        await ReadAsync<IPayoutRecallClient>("payout", async client => await client.CancelPayoutAsync(new("order-1"), new("po_1")), PayoutWaivers);
        await ReadAsync<IPayoutRecallClient>("payout", async client => await client.ReversePayoutAsync(new("order-1"), new("po_1")), PayoutWaivers);
        await ReadListAsync<IPayoutGateway, Payout>("payout", client => client.ListPayouts(new PayoutQuery()), PayoutWaivers);
    }

    [VendorSpecFact]
    public async Task Balances_and_movements_are_read()
    {
        await ReadAsync<IBalanceReader>("balance", async client => await client.GetBalanceAsync(), Waivers(
            (Asked, ["object"]), (Live, ["livemode"]), ("How the money came in: no member.", ["available.source_types.**", "pending.source_types.**"]),
            ("Held back for sellers' debts: no member.", ["connect_reserved.**"])));
        await ReadListAsync<IBalanceReader, BalanceMovement>("balance_transaction", client => client.ListMovements(new MovementQuery()), Waivers(
            (Asked, ["object"]), ("The type says it.", ["reporting_category", "balance_type"]), ("AvailableAt says it.", ["status"]),
            ("Free text that may be personal.", ["description"])));
    }

    [VendorSpecFact]
    public async Task Movement_of_a_charge_tells_its_payment()
    {
        var movement = StripeExampleTests.Fixture("balance_transaction");
        var charge = StripeExampleTests.Fixture("charge");
        charge["payment_intent"] = "pi_lamps01";
        movement["source"] = charge;
        movement["exchange_rate"] = 0.92m;

        var read = (BalanceMovement)(await ReadAsync<IBalanceReader>(
            Page(movement), async client => (await AllAsync(client.ListMovements(new MovementQuery()))).Single(), exact: false))!;

        Assert.Equal(((string?)charge["id"], "pi_lamps01", 0.92m), (read.SourceId, read.PaymentId?.Value, read.ExchangeRate));
    }

    [VendorSpecFact]
    public async Task Disputes_and_documents_are_read()
    {
        await ReadAsync<IDisputeClient>("dispute", async client => await client.FindDisputeAsync(new("dp_1")), DisputeWaivers);
        await ReadAsync<IDisputeClient>("dispute", async client => await client.SubmitEvidenceAsync(
            new DisputeEvidence { Key = new("order-1"), DisputeId = new("dp_1"), Submit = true }), DisputeWaivers);
        await ReadAsync<IDisputeClient>("dispute", async client => await client.AcceptDisputeAsync(new("order-1"), new("dp_1")), DisputeWaivers);
        await ReadListAsync<IDisputeClient, Dispute>("dispute", client => client.ListDisputes(new DisputeQuery()), DisputeWaivers);
        await ReadAsync<IDisputeClient>("file", async client => await client.UploadEvidenceAsync(
            new EvidenceUpload { Key = new("order-1"), FileName = "a.png", ContentType = "image/png", Content = new byte[] { 1 } }), Waivers(
            (Asked, ["object", "purpose", "type", "filename"]), (NoMember, ["created", "expires_at", "links.**", "url"])));
    }

    [VendorSpecFact]
    public async Task Top_ups_and_settings_are_read()
    {
        var waivers = Waivers(
            (Asked, ["object"]), (Live, ["livemode"]), ("The platform's own bank account: numbers and names that the client does not keep.", ["source.**"]));

        await ReadAsync<IStripeConnectClient>("topup", async client => await client.FindTopUpAsync("tu_1"), waivers);
        await ReadAsync<IStripeConnectClient>(
            "topup", async client => await client.CreateTopUpAsync(new StripeTopUpRequest { Key = new("week-1"), Amount = Money.Eur(10m) }), waivers);
        await ReadAsync<IStripeConnectClient>("topup", async client => await client.CancelTopUpAsync(new("week-1"), "tu_1"), waivers);
        await ReadListAsync<IStripeConnectClient, StripeTopUp>("topup", client => client.ListTopUps(new StripeTopUpQuery()), waivers);

        // Disabled in the sample, like every other word but "enabled".
        var settings = StripeExampleTests.Fixture("balance_settings");
        settings["payments"]!["payouts"]!["status"] = "enabled";
        var settingWaivers = Waivers((Asked, ["object"]), ("When a day begins for Stripe: no member.", ["payments.settlement_timing.start_of_day.**"]));
        await ReadAsync<IStripeConnectClient>(settings, async client => await client.GetBalanceSettingsAsync(), settingWaivers);
        await ReadAsync<IStripeConnectClient>(settings, async client => await client.UpdateBalanceSettingsAsync(
            new StripeBalanceSettingsRequest { Key = new("seller-1") }), settingWaivers);
    }

    private static readonly Waiver[] PageWaivers = Waivers((Asked, ["object", "url"]));

    private static Waiver[] Waivers(params (string Reason, string[] Paths)[] groups) =>
        [.. groups.SelectMany(group => group.Paths.Select(path => new Waiver(path, group.Reason)))];

    private static Waiver[] Inside(Waiver[] waivers) => [.. waivers.Select(waiver => new Waiver("data." + waiver.Path, waiver.Reason))];

    private static JsonObject Page(string name) => Page(StripeExampleTests.Fixture(name));

    private static JsonObject Page(JsonObject item) => new() { ["object"] = "list", ["url"] = "/v1/things", ["has_more"] = false, ["data"] = new JsonArray(item) };

    private static async Task<List<T>> AllAsync<T>(Paged<T> list)
    {
        var all = new List<T>();
        await foreach (var item in list)
        {
            all.Add(item);
        }

        return all;
    }

    private static Task<object?> ReadAsync<T>(string name, Func<T, Task<object?>> call, Waiver[] waivers)
        where T : class => ReadAsync(StripeExampleTests.Fixture(name), call, waivers);

    private static Task<object?> ReadListAsync<T, TItem>(string name, Func<T, Paged<TItem>> list, Waiver[] waivers)
        where T : class => ReadAsync<T>(Page(name), async client =>
    {
        await foreach (var page in list(client).PagesAsync())
        {
            return page;
        }

        return null;
    }, [.. PageWaivers, .. Inside(waivers)]);

    private static Task<object?> ReadAsync<T>(JsonObject example, Func<T, Task<object?>> call, params Waiver[] waivers)
        where T : class => ReadAsync(example, call, exact: true, waivers);

    private static async Task<object?> ReadAsync<T>(JsonObject example, Func<T, Task<object?>> call, bool exact, params Waiver[] waivers)
        where T : class
    {
        using var edge = new ExampleEdge("application/json");
        var services = new ServiceCollection();
        services.AddStripePayments(options =>
        {
            options.BaseAddress = new Uri("http://stripe.example/");
            options.SecretKey = "sk_live_invented";
            (options.MaxRetries, options.BreakerFailures) = (0, 1000);
        }).AddHttpMessageHandler(() => edge);
        await using var provider = services.BuildServiceProvider();
        var client = (T)(object)provider.GetRequiredKeyedService<IPaymentGateway>("stripe");
        var bytes = Encoding.UTF8.GetBytes(example.ToJsonString());
        Task<object?> Read(byte[] body)
        {
            edge.Answer = _ => body;
            return call(client);
        }

        return exact ? await ExampleAnswers.ReadWithoutLossAsync(bytes, Read, waivers) : await Read(bytes);
    }
}
