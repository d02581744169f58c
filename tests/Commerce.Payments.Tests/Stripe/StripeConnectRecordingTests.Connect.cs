using Commerce.Payments.Stripe;
using Xunit;

namespace Commerce.Payments.Tests.Stripe;

public sealed partial class StripeConnectRecordingTests
{
    [Fact]
    public async Task A_link_into_the_dashboard_is_kept_secret()
    {
        var link = await Client<IStripeConnectClient>().CreateLoginLinkAsync(Lamps);

        Assert.Equal(("https://connect.example.com/express/hush-hush", Created), (link.Url.Reveal(), link.CreatedAt));
        Assert.DoesNotContain("hush", link.ToString(), StringComparison.Ordinal);
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_session_shows_components_in_the_platforms_pages()
    {
        var session = (await Client<IStripeConnectClient>().CreateAccountSessionAsync(new StripeAccountSessionRequest
        {
            AccountId = Lamps, Components = ["payouts", "balances"],
            VendorFields = new Dictionary<string, string> { ["components[payouts][features][instant_payouts]"] = "false" },
        })).Value;

        Assert.Equal(("accs_secret_recorded", Created.AddHours(1)), (session.ClientSecret.Reveal(), session.ExpiresAt));
        Assert.DoesNotContain("accs_secret", session.ToString(), StringComparison.Ordinal);
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_field_of_a_session_that_the_client_sends_itself_is_refused()
    {
        var outcome = await Client<IStripeConnectClient>().CreateAccountSessionAsync(new StripeAccountSessionRequest
        {
            AccountId = Lamps, Components = ["payouts"], VendorFields = new Dictionary<string, string> { ["account"] = "acct_other01" },
        });

        Assert.Equal(("Validation", "VendorFields"), Seen(outcome));
    }

    [Fact]
    public async Task Capabilities_tell_what_each_of_them_misses()
    {
        var capabilities = await Client<IStripeConnectClient>().ListCapabilitiesAsync(Lamps);

        Assert.Equal(
            [(AccountCapability.CardPayments, CapabilityStatus.Inactive, true), (new AccountCapability("sepa_debit_payments"), CapabilityStatus.Unrequested, false)],
            capabilities.Select(capability => (capability.Capability, capability.Status, capability.IsRequested)));
        var cards = capabilities[0];
        Assert.Equal((Lamps, Created, "requirements.past_due"), (cards.AccountId, cards.RequestedAt, cards.DisabledReason));
        Assert.Equal(["external_account"], cards.CurrentlyDue);
        Assert.Equal(["external_account"], cards.PastDue);
        Assert.Equal(["external_account", "business_profile.url"], cards.EventuallyDue);
        Assert.Equal(["company.tax_id"], cards.PendingVerification);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1785945600), cards.DueBy);
        await MatchRequestAsync();
    }

    [Fact]
    public async Task One_capability_is_asked_for()
    {
        var capability = (await Client<IStripeConnectClient>().RequestCapabilityAsync(
            new("capability-requested"), Lamps, new("sepa_debit_payments"), isRequested: true)).Value;

        Assert.Equal(CapabilityStatus.Pending, capability.Status);
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_capability_that_Stripe_does_not_know_is_refused() => Assert.Equal(
        "NotFound",
        (await Client<IStripeConnectClient>().RequestCapabilityAsync(new("capability-unknown"), Lamps, new("tea_payments"), isRequested: true)).Refusal?.Code.Value);

    [Fact]
    public async Task Bank_accounts_and_cards_are_listed()
    {
        var accounts = await AllAsync(Client<IStripeConnectClient>().ListExternalAccounts(Lamps));

        Assert.Equal([("ba_1", false, "2606", true), ("card_1", true, "5556", false)], accounts.Select(account => (account.Id, account.IsCard, account.Last4, account.IsDefaultForCurrency)));
        Assert.Equal(
            ("EXAMPLE BANK", "FR", Currency.Eur, "errored", "main"),
            (accounts[0].BankName, accounts[0].Country, accounts[0].Currency, accounts[0].Status, accounts[0].Metadata["note"]));
        Assert.Equal("Visa", accounts[1].CardBrand);
        Assert.DoesNotContain("Ada", accounts[0].ToString(), StringComparison.Ordinal);
        await MatchRequestAsync(2);
    }

    [Fact]
    public async Task A_bank_account_is_added_by_its_token()
    {
        var request = new StripeExternalAccountRequest { Key = new("external-added"), AccountId = Lamps, Token = new("btok_new01"), IsDefaultForCurrency = true };

        Assert.Equal("ba_2", (await Client<IStripeConnectClient>().AddExternalAccountAsync(request)).Value.Id);
        Assert.DoesNotContain("btok", request.ToString(), StringComparison.Ordinal);
        await MatchRequestAsync();
    }

    [Theory]
    [InlineData("external-token-none", "NotFound")]
    [InlineData("external-declined", "Validation")]
    public async Task A_bank_account_that_Stripe_does_not_take_is_refused(string key, string code) => Assert.Equal(
        (code, "Token"),
        Seen(await Client<IStripeConnectClient>().AddExternalAccountAsync(
            new StripeExternalAccountRequest { Key = new(key), AccountId = Lamps, Token = new("btok_none01") })));

    [Fact]
    public async Task A_bank_account_becomes_the_one_for_its_currency()
    {
        Assert.True((await Client<IStripeConnectClient>().UseForCurrencyAsync(new("external-default"), Lamps, "ba_2")).Value.IsDefaultForCurrency);
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_bank_account_is_removed()
    {
        Assert.Equal("ba_2", (await Client<IStripeConnectClient>().DeleteExternalAccountAsync(Lamps, "ba_2")).Value.Id);
        await MatchRequestAsync();
    }

    [Theory]
    [InlineData("ba_1", "InvalidTransition")]
    [InlineData("ba_none01", "NotFound")]
    public async Task A_bank_account_that_cannot_be_removed_is_told(string id, string code) => Assert.Equal(
        code, (await Client<IStripeConnectClient>().DeleteExternalAccountAsync(Lamps, id)).Refusal?.Code.Value);

    [Fact]
    public async Task An_account_is_closed_on_suspicion()
    {
        var account = (await Client<IStripeConnectClient>().RejectAccountAsync(new("account-rejected"), Lamps, StripeRejectionReason.TermsOfService)).Value;

        Assert.Equal(("rejected.terms_of_service", false), (account.DisabledReason, account.CanPayOut));
        await MatchRequestAsync();
    }

    [Fact]
    public async Task An_account_is_deleted()
    {
        Assert.Equal(Lamps.Value, (await Client<IStripeConnectClient>().DeleteAccountAsync(Lamps)).Value.Id);
        await MatchRequestAsync();
    }

    [Fact]
    public async Task An_account_with_money_on_it_is_kept() => Assert.Equal(
        "InvalidTransition", (await Client<IStripeConnectClient>().DeleteAccountAsync(new("acct_old01"))).Refusal?.Code.Value);

    [Fact]
    public async Task A_deletion_that_Stripe_does_not_confirm_is_a_failure() => Assert.Equal(
        CommerceErrorKind.Protocol,
        (await Assert.ThrowsAsync<CommerceException>(() => Client<IStripeConnectClient>().DeleteAccountAsync(new("acct_half01")))).Kind);

    [Fact]
    public async Task The_platforms_balance_is_topped_up()
    {
        var topUp = (await Client<IStripeConnectClient>().CreateTopUpAsync(TopUp("top-up-created") with
        {
            Description = "Week 31", StatementText = "LAMPS", Group = "week-31", VendorFields = new Dictionary<string, string> { ["metadata[batch]"] = "31" },
        })).Value;

        Assert.Equal(("tu_1", Money.Eur(500m), StripeTopUpStatus.Pending, Created.AddDays(1)), (topUp.Id, topUp.Amount, topUp.Status, topUp.AvailableAt));
        Assert.Equal(("Week 31", "week-31", Created, "31"), (topUp.Description, topUp.Group, topUp.CreatedAt, topUp.Metadata["batch"]));
        await MatchRequestAsync();
    }

    [Fact]
    public void A_request_that_can_never_be_right_is_not_made()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => TopUp("any") with { Amount = Money.Eur(0m) });
        Assert.Throws<ArgumentOutOfRangeException>(() => TopUp("any") with { Amount = Money.Eur(10.005m) });
        Assert.Throws<ArgumentException>(() => TopUp("any") with { StatementText = "SIXTEEN LETTERS!" });
        Assert.Throws<ArgumentException>(() => new StripeAccountSessionRequest { AccountId = Lamps, Components = [] });
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task A_key_of_nothing_is_not_looked_for(string id)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Client<ITransferClient>().FindTransferAsync(new(id)));
        await Assert.ThrowsAsync<ArgumentException>(() => Client<IPayoutGateway>().FindPayoutAsync(new(id)));
        await Assert.ThrowsAsync<ArgumentException>(() => Client<IDisputeClient>().FindDisputeAsync(new(id)));
        await Assert.ThrowsAsync<ArgumentException>(() => Client<IStripeConnectClient>().DeleteAccountAsync(new(id)));
        await Assert.ThrowsAsync<ArgumentException>(() => Client<IStripeConnectClient>().DeleteExternalAccountAsync(Lamps, id));
    }

    [Fact]
    public async Task A_top_up_that_is_too_small_is_refused() =>
        Assert.Equal("Amount", Seen(await Client<IStripeConnectClient>().CreateTopUpAsync(TopUp("top-up-too-small"))).Field);

    [Fact]
    public async Task A_top_up_that_the_bank_refused_is_found_with_the_reason()
    {
        var topUp = await Client<IStripeConnectClient>().FindTopUpAsync("tu_failed01");

        Assert.Equal((StripeTopUpStatus.Failed, "insufficient_funds"), (topUp?.Status, topUp?.FailureCode));
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_top_up_that_Stripe_does_not_know_is_not_found() => Assert.Null(await Client<IStripeConnectClient>().FindTopUpAsync("tu_none01"));

    [Theory]
    [InlineData("top-up-cancelled", "tu_1")]
    [InlineData("top-up-cancel-again", "tu_gone01")]
    public async Task A_top_up_is_cancelled_once_or_twice(string key, string id)
    {
        Assert.Equal(StripeTopUpStatus.Cancelled, (await Client<IStripeConnectClient>().CancelTopUpAsync(new(key), id)).Value.Status);
        var request = (await stripe.RequestsAsync())[0];
        Assert.Equal(($"/v1/topups/{id}/cancel", key, 0), (request.Url, request.Header("Idempotency-Key"), request.Body.Length));
    }

    [Fact]
    public async Task A_top_up_that_arrived_is_not_cancelled() => Assert.Equal(
        "InvalidTransition", (await Client<IStripeConnectClient>().CancelTopUpAsync(new("top-up-cancel-late"), "tu_there01")).Refusal?.Code.Value);

    [Fact]
    public async Task Top_ups_are_listed_by_status()
    {
        var topUps = await AllAsync(Client<IStripeConnectClient>().ListTopUps(new StripeTopUpQuery { Status = StripeTopUpStatus.Cancelled, CreatedFrom = Created }));

        Assert.Equal("tu_gone01", Assert.Single(topUps).Id);
        await MatchRequestAsync();
    }

    [Fact]
    public async Task The_settings_of_payouts_are_read()
    {
        var settings = await Client<IStripeConnectClient>().GetBalanceSettingsAsync(Lamps);

        Assert.Equal((true, "LAMPS", 7L, true), (settings.ArePayoutsEnabled, settings.StatementText, settings.SettlementDays, settings.DebitsNegativeBalances));
        Assert.Equal([DayOfWeek.Tuesday], settings.Payouts?.Weekdays);
        await MatchRequestAsync();
    }

    [Fact]
    public async Task The_settings_of_payouts_are_changed()
    {
        var settings = (await Client<IStripeConnectClient>().UpdateBalanceSettingsAsync(new StripeBalanceSettingsRequest
        {
            Key = new("settings-changed"), Seller = Lamps, StatementText = "LAMPS", DebitsNegativeBalances = true,
            Payouts = new PayoutSchedule { Interval = PayoutInterval.Weekly, Weekdays = [DayOfWeek.Tuesday], DelayDays = 7 },
        })).Value;

        Assert.Equal(PayoutInterval.Weekly, settings.Payouts?.Interval);
        await MatchRequestAsync();
    }

    [Fact]
    public async Task Settings_that_Stripe_does_not_take_are_refused()
    {
        var client = Client<IStripeConnectClient>();

        Assert.Equal(("Validation", "Payouts"), Seen(await client.UpdateBalanceSettingsAsync(new StripeBalanceSettingsRequest { Key = new("settings-refused") })));
        Assert.Equal(("Validation", "Payouts"), Seen(await client.UpdateBalanceSettingsAsync(new StripeBalanceSettingsRequest
        {
            Key = new("any"), Payouts = new PayoutSchedule { Interval = PayoutInterval.Weekly, Weekdays = [DayOfWeek.Saturday] },
        })));
        Assert.Equal(1, stripe.Sent());
    }

    [Fact]
    public async Task A_seller_with_an_account_is_connected_and_their_key_is_not_kept()
    {
        var connection = (await Client<IStripeConnectClient>().ConnectAsync(new Secret("ac_once01"))).Value;

        Assert.Equal(Lamps, connection.AccountId);
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_code_that_was_used_is_refused() => Assert.Equal(
        "WindowExpired", (await Client<IStripeConnectClient>().ConnectAsync(new Secret("ac_used01"))).Refusal?.Code.Value);

    [Fact]
    public async Task A_wrong_key_of_the_platform_is_a_failure() => Assert.Equal(
        CommerceErrorKind.Unauthorized, (await Assert.ThrowsAsync<CommerceException>(() => Client<IStripeConnectClient>().ConnectAsync(new Secret("ac_key01")))).Kind);

    [Fact]
    public async Task A_sellers_key_does_not_show_in_a_failure()
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => Client<IStripeConnectClient>().ConnectAsync(new Secret("ac_half01")));

        Assert.Equal(CommerceErrorKind.Protocol, failure.Kind);
        Assert.DoesNotContain("sk_test_of_the_seller", failure + failure.RawBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seller_is_disconnected()
    {
        Assert.Equal(Lamps, (await Client<IStripeConnectClient>().DisconnectAsync("ca_recorded", Lamps)).Value.AccountId);
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_stranger_cannot_be_disconnected() => Assert.Equal(
        "NotFound", (await Client<IStripeConnectClient>().DisconnectAsync("ca_recorded", new("acct_other01"))).Refusal?.Code.Value);

    private static StripeTopUpRequest TopUp(string key) => new() { Key = new(key), Amount = Money.Eur(500m) };
}
