using System.Net.Http.Headers;
using System.Text;
using Commerce.Payments;
using Commerce.Payments.Stripe;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.VendorContracts.Stripe;

/// <summary>Every request on accounts and money of sellers, with few and with all of its fields, against Stripe's contract.</summary>
public sealed class StripeConnectContractTests(StripeConnectContract contract) : IClassFixture<StripeConnectContract>
{
    private static readonly ConnectedAccountId Seller = new("acct_1Lamps");
    private static readonly OperationKey Key = new("order-1");
    private static readonly DateTimeOffset From = DateTimeOffset.FromUnixTimeSeconds(1785340800);
    private static readonly Dictionary<string, string> Notes = new() { ["order_id"] = "42", ["42"] = "true" };

    private static readonly PayoutSchedule[] Schedules =
    [
        new() { Interval = PayoutInterval.Manual },
        new() { Interval = PayoutInterval.Daily, DelayDays = 7 },
        new() { Interval = PayoutInterval.Weekly, Weekdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday] },
        new() { Interval = PayoutInterval.Monthly, MonthDays = [1, 31] },
    ];

    [VendorSpecFact]
    public Task Creating_accounts_keeps_the_contract() => CheckAsync<IConnectedAccountClient>(
    [
        client => client.CreateAccountAsync(new CreateAccountRequest { Key = Key, Country = CountryCode.France }),
        client => client.CreateAccountAsync(new CreateAccountRequest
        {
            Key = Key, Country = CountryCode.France, VendorFields = new Dictionary<string, string> { ["type"] = "standard" },
        }),
        .. Schedules.Select(schedule => (Func<IConnectedAccountClient, Task>)(client => client.CreateAccountAsync(new CreateAccountRequest
        {
            Key = Key, Country = CountryCode.France, Email = EmailAddress.Parse("lamps@example.com"), BusinessType = BusinessType.Government,
            Capabilities = [AccountCapability.CardPayments, AccountCapability.Transfers, new("sepa_debit_payments")], Payouts = schedule, Metadata = Notes,
            VendorFields = new Dictionary<string, string> { ["controller[fees][payer]"] = "account", ["business_profile[mcc]"] = "5712" },
        }))),
    ]);

    [VendorSpecFact]
    public Task Changing_accounts_keeps_the_contract() => CheckAsync<IConnectedAccountClient>(
    [
        client => client.UpdateAccountAsync(new UpdateAccountRequest { Key = Key, AccountId = Seller }),
        .. Schedules.Select(schedule => (Func<IConnectedAccountClient, Task>)(client => client.UpdateAccountAsync(new UpdateAccountRequest
        {
            Key = Key, AccountId = Seller, Email = EmailAddress.Parse("lamps@example.com"), BusinessType = BusinessType.NonProfit,
            Capabilities = [AccountCapability.CardPayments], Payouts = schedule, Metadata = Notes,
        }))),
    ]);

    [VendorSpecFact]
    public Task Looking_at_accounts_keeps_the_contract() => CheckAsync<IConnectedAccountClient>(
        client => client.FindAccountAsync(Seller),
        client => ReadAsync(client.ListAccounts(new AccountQuery())),
        client => ReadAsync(client.ListAccounts(new AccountQuery { CreatedFrom = From, CreatedBefore = From.AddDays(1), PageSize = 5 })),
        client => client.CreateOnboardingLinkAsync(new OnboardingLinkRequest
        {
            AccountId = Seller, ReturnUrl = new("https://shop.example.com/back?x=1"), RefreshUrl = new("https://shop.example.com/again"),
        }));

    [VendorSpecFact]
    public Task What_only_Connect_has_keeps_the_contract() => CheckAsync<IStripeConnectClient>(
        client => client.CreateLoginLinkAsync(Seller),
        client => client.CreateAccountSessionAsync(new StripeAccountSessionRequest
        {
            AccountId = Seller, Components = ["account_onboarding", "payouts", "balances", "notification_banner"],
            VendorFields = new Dictionary<string, string> { ["components[payouts][features][instant_payouts]"] = "false" },
        }),
        client => client.ListCapabilitiesAsync(Seller),
        client => client.RequestCapabilityAsync(Key, Seller, AccountCapability.Transfers, isRequested: true),
        client => client.RequestCapabilityAsync(Key, Seller, AccountCapability.Transfers, isRequested: false),
        client => ReadAsync(client.ListExternalAccounts(Seller)),
        client => client.AddExternalAccountAsync(new StripeExternalAccountRequest { Key = Key, AccountId = Seller, Token = new("btok_1") }),
        client => client.AddExternalAccountAsync(new StripeExternalAccountRequest
        {
            Key = Key, AccountId = Seller, Token = new("btok_1"), IsDefaultForCurrency = true,
        }),
        client => client.UseForCurrencyAsync(Key, Seller, "ba_1"),
        client => client.DeleteExternalAccountAsync(Seller, "ba_1"),
        client => client.RejectAccountAsync(Key, Seller, StripeRejectionReason.Fraud),
        client => client.DeleteAccountAsync(Seller),
        client => client.ConnectAsync(new Secret("ac_1")),
        client => client.DisconnectAsync("ca_1", Seller));

    [VendorSpecFact]
    public Task Top_ups_and_settings_keep_the_contract() => CheckAsync<IStripeConnectClient>(
    [
        client => client.CreateTopUpAsync(new StripeTopUpRequest { Key = Key, Amount = Money.Eur(500m) }),
        client => client.CreateTopUpAsync(new StripeTopUpRequest
        {
            Key = Key, Amount = Money.Eur(500m), Description = "Week 31", StatementText = "LAMPS", Group = "week-31",
            VendorFields = new Dictionary<string, string> { ["metadata[batch]"] = "31" },
        }),
        client => client.FindTopUpAsync("tu_1"),
        client => client.CancelTopUpAsync(Key, "tu_1"),
        client => ReadAsync(client.ListTopUps(new StripeTopUpQuery())),
        .. ((StripeTopUpStatus[])[StripeTopUpStatus.Pending, StripeTopUpStatus.Succeeded, StripeTopUpStatus.Failed, StripeTopUpStatus.Cancelled])
            .Select(status => (Func<IStripeConnectClient, Task>)(client => ReadAsync(client.ListTopUps(
                new StripeTopUpQuery { Status = status, CreatedFrom = From, CreatedBefore = From.AddDays(1) })))),
        client => client.GetBalanceSettingsAsync(),
        client => client.UpdateBalanceSettingsAsync(new StripeBalanceSettingsRequest { Key = Key }),
        .. Schedules.Select(schedule => (Func<IStripeConnectClient, Task>)(client => client.UpdateBalanceSettingsAsync(new StripeBalanceSettingsRequest
        {
            Key = Key, Seller = Seller, Payouts = schedule, StatementText = "LAMPS", DebitsNegativeBalances = true,
        }))),
    ]);

    [VendorSpecFact]
    public Task Transfers_keep_the_contract() => CheckAsync<ITransferClient>(
        client => client.CreateTransferAsync(new CreateTransferRequest { Key = Key, Amount = Money.Eur(88m), Destination = Seller }),
        client => client.CreateTransferAsync(new CreateTransferRequest
        {
            Key = Key, Amount = Money.Eur(88m), Destination = Seller, Group = "order-42", Metadata = Notes,
            VendorFields = new Dictionary<string, string> { ["description"] = "Order 42", ["source_type"] = "card" },
        }),
        client => client.ReverseTransferAsync(new ReverseTransferRequest { Key = Key, TransferId = new("tr_1") }),
        client => client.ReverseTransferAsync(new ReverseTransferRequest
        {
            Key = Key, TransferId = new("tr_1"), Amount = Money.Eur(5m), RefundCommission = true, Metadata = Notes,
        }),
        client => client.FindTransferAsync(new("tr_1")),
        client => ReadAsync(client.ListTransfers(new TransferQuery())),
        client => ReadAsync(client.ListTransfers(new TransferQuery { Destination = Seller, Group = "order-42", CreatedFrom = From, CreatedBefore = From.AddDays(1) })));

    [VendorSpecFact]
    public Task The_transfer_of_a_payments_money_keeps_the_contract() => CheckAsync<ITransferClient>(
        2, client => client.CreateTransferAsync(new CreateTransferRequest
        {
            Key = Key, Amount = Money.Eur(88m), Destination = Seller, Source = new("pi_lamps01"),
        }));

    [VendorSpecFact]
    public Task Commissions_keep_the_contract() => CheckAsync<ICommissionClient>(
        client => ReadAsync(client.ListCommissions(new CommissionQuery())),
        client => ReadAsync(client.ListCommissions(new CommissionQuery { ChargeId = "ch_1", CreatedFrom = From, CreatedBefore = From.AddDays(1) })),
        client => client.RefundCommissionAsync(new RefundCommissionRequest { Key = Key, CommissionId = new("fee_1") }),
        client => client.RefundCommissionAsync(new RefundCommissionRequest { Key = Key, CommissionId = new("fee_1"), Amount = Money.Eur(3m), Metadata = Notes }));

    [VendorSpecFact]
    public Task Payouts_keep_the_contract() => CheckAsync<IPayoutGateway>(
    [
        client => client.CreatePayoutAsync(new CreatePayoutRequest { Key = Key, Amount = Money.Eur(88m) }),
        client => client.CreatePayoutAsync(new CreatePayoutRequest
        {
            Key = Key, Amount = Money.Parse("5000 HUF"), Seller = Seller, StatementText = "LAMPS", Metadata = Notes,
            VendorFields = new Dictionary<string, string> { ["method"] = "instant", ["destination"] = "ba_1" },
        }),
        client => client.FindPayoutAsync(new("po_1"), Seller),
        client => ReadAsync(client.ListPayouts(new PayoutQuery { Seller = Seller, Status = PayoutStatus.Cancelled, CreatedFrom = From, CreatedBefore = From.AddDays(1) })),
    ]);

    [VendorSpecFact]
    public Task Calling_payouts_back_keeps_the_contract() => CheckAsync<IPayoutRecallClient>(
        client => client.CancelPayoutAsync(Key, new("po_1"), Seller),
        client => client.ReversePayoutAsync(Key, new("po_1"), Seller));

    [VendorSpecFact]
    public Task Balances_keep_the_contract() => CheckAsync<IBalanceReader>(
        client => client.GetBalanceAsync(Seller),
        client => ReadAsync(client.ListMovements(new MovementQuery())),
        client => ReadAsync(client.ListMovements(new MovementQuery
        {
            Seller = Seller, Payout = new("po_1"), Type = "charge", SourceId = "ch_1", CreatedFrom = From, CreatedBefore = From.AddDays(1),
        })));

    [VendorSpecFact]
    public Task Disputes_keep_the_contract() => CheckAsync<IDisputeClient>(
        client => client.FindDisputeAsync(new("dp_1")),
        client => ReadAsync(client.ListDisputes(new DisputeQuery { PaymentId = new("pi_1"), CreatedFrom = From, CreatedBefore = From.AddDays(1) })),
        client => client.SubmitEvidenceAsync(new DisputeEvidence { Key = Key, DisputeId = new("dp_1"), Submit = false }),
        client => client.SubmitEvidenceAsync(new DisputeEvidence
        {
            Key = Key, DisputeId = new("dp_1"), Submit = true, Carrier = "Contoso", TrackingNumber = "CT1", ShippedOn = new DateOnly(2026, 7, 29),
            ProductDescription = "A lamp", Text = "Delivered.", VendorFields = Evidence.ToDictionary(name => name, name => "file_1"),
        }),
        client => client.AcceptDisputeAsync(Key, new("dp_1"), Seller),
        client => client.UploadEvidenceAsync(new EvidenceUpload { Key = Key, FileName = "proof.pdf", ContentType = "application/pdf", Content = "%PDF-1.7"u8.ToArray() }),
        client => client.UploadEvidenceAsync(new EvidenceUpload { Key = Key, FileName = "proof.png", ContentType = "image/png", Content = new byte[] { 0x89, 0x50 } }));

    [VendorSpecFact]
    public async Task An_upload_that_breaks_the_contract_is_seen()
    {
        foreach (var (purpose, name) in ((string, string)[])[("dispute_evidence", "document"), ("holiday", "file")])
        {
            using var edge = new ContractEdge { InnerHandler = new SocketsHttpHandler() };
            using var outer = contract.NewEdge();
            outer.InnerHandler = edge;
            using var http = new HttpClient(outer) { BaseAddress = await contract.AddressAsync() };
            http.DefaultRequestHeaders.Add("Authorization", "Bearer sk_test_invented");

            await http.PostAsync("v1/files", new MultipartFormDataContent
            {
                { new StringContent(purpose), "purpose" },
                { new ByteArrayContent("%PDF"u8.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } }, name, "a.pdf" },
            });

            Assert.True(edge.Violations.Count == 1, purpose + " " + name);
        }
    }

    // Evidence that has no member, each of a kind of its own in Stripe's contract.
    private static readonly string[] Evidence =
        ("access_activity_log billing_address cancellation_policy cancellation_policy_disclosure cancellation_rebuttal customer_communication "
            + "customer_email_address customer_name customer_purchase_ip customer_signature duplicate_charge_documentation duplicate_charge_explanation "
            + "duplicate_charge_id receipt refund_policy refund_policy_disclosure refund_refusal_explanation service_date service_documentation "
            + "shipping_address shipping_documentation uncategorized_file").Split(' ');

    private static async Task ReadAsync<T>(Paged<T> list)
    {
        var count = 0;
        await foreach (var _ in list)
        {
            count++;
        }

        Assert.Equal(1, count);
    }

    private Task CheckAsync<T>(params Func<T, Task>[] calls)
        where T : class => CheckAsync(calls.Length, calls);

    private async Task CheckAsync<T>(int requests, params Func<T, Task>[] calls)
        where T : class
    {
        using var forms = contract.NewEdge();
        using var edge = new ContractEdge();
        var address = await contract.AddressAsync();
        var services = new ServiceCollection();
        services.AddStripePayments(options => (options.BaseAddress, options.SecretKey, options.MaxRetries) = (address, "sk_test_invented", 0))
            .AddHttpMessageHandler(() => forms)
            .AddHttpMessageHandler(() => edge);
        await using var provider = services.BuildServiceProvider();
        var client = (T)(object)provider.GetRequiredKeyedService<IPaymentGateway>("stripe");

        foreach (var call in calls)
        {
            await call(client);
        }

        Assert.True(edge.Violations.Count == 0, string.Join("\n", edge.Violations));
        Assert.Empty(forms.UnknownQuery);
        Assert.Equal(requests, edge.Calls);
    }
}
