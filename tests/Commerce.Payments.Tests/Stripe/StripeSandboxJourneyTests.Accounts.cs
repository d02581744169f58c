using Commerce.Payments.Stripe;
using Xunit;

namespace Commerce.Payments.Tests.Stripe;

public sealed partial class StripeSandboxJourneyTests
{
    private static readonly AccountCapability[] Both = [AccountCapability.CardPayments, AccountCapability.Transfers];

    [Fact]
    public async Task A_seller_is_made_onboarded_changed_listed_and_found()
    {
        var accounts = Client<IConnectedAccountClient>();
        var made = Done(await accounts.CreateAccountAsync(new()
        {
            Key = Key(), Country = CountryCode.France, Email = EmailAddress.Parse("seller@example.com"), BusinessType = BusinessType.Company, Capabilities = Both,
            Payouts = new() { Interval = PayoutInterval.Weekly, Weekdays = [DayOfWeek.Monday, DayOfWeek.Thursday] },
        }));

        var link = await accounts.CreateOnboardingLinkAsync(new() { AccountId = made.Id, ReturnUrl = Back, RefreshUrl = Back });
        Stripe.CompleteOnboarding(made.Id.Value);
        var ready = await accounts.FindAccountAsync(made.Id);
        var changed = Done(await accounts.UpdateAccountAsync(new()
        {
            Key = Key(), AccountId = made.Id, Payouts = new() { Interval = PayoutInterval.Manual }, Metadata = new Dictionary<string, string> { ["shop"] = "9" },
        }));
        var listed = await AllAsync(accounts.ListAccounts(new() { CreatedFrom = Clock.GetUtcNow(), PageSize = 1 }));

        Assert.Equal((false, false, CapabilityStatus.Inactive), (made.CanCharge, made.CanPayOut, made.Capabilities[AccountCapability.Transfers]));
        Assert.Contains("external_account", made.CurrentlyDue);
        Assert.Equal((PayoutInterval.Weekly, "Monday,Thursday"), (made.Payouts!.Interval, string.Join(',', made.Payouts.Weekdays)));
        Assert.True(link.ExpiresAt > Clock.GetUtcNow());
        Assert.Equal((true, true, CapabilityStatus.Active), (ready!.CanCharge, ready.CanPayOut, ready.Capabilities[AccountCapability.CardPayments]));
        Assert.Empty(ready.CurrentlyDue);
        Assert.Equal((PayoutInterval.Manual, "9"), (changed.Payouts!.Interval, changed.Metadata["shop"]));
        Assert.Contains(made.Id, listed.Select(account => account.Id));
    }

    [Fact]
    public async Task A_seller_that_does_not_exist_is_not_found_and_not_changed()
    {
        var (accounts, unknown) = (Client<IStripeConnectClient>(), new ConnectedAccountId("acct_unknown"));

        var outcomes = new[]
        {
            Seen(await accounts.UpdateAccountAsync(new() { Key = Key(), AccountId = unknown })),
            Seen(await accounts.RejectAccountAsync(Key(), unknown, StripeRejectionReason.Fraud)),
            Seen(await accounts.RequestCapabilityAsync(Key(), unknown, AccountCapability.Transfers, isRequested: true)),
            Seen(await accounts.DeleteAccountAsync(unknown)),
            Seen(await accounts.AddExternalAccountAsync(new() { Key = Key(), AccountId = unknown, Token = new Secret("btok_test") })),
        };

        Assert.All(outcomes, outcome => Assert.Equal(("NotFound", "Seller"), outcome));
        Assert.Null(await accounts.FindAccountAsync(unknown));
        Assert.Equal("account_invalid", (await Assert.ThrowsAsync<CommerceException>(() =>
            accounts.CreateOnboardingLinkAsync(new() { AccountId = unknown, ReturnUrl = Back, RefreshUrl = Back }))).VendorCode);
    }

    [Fact]
    public async Task A_weekend_is_no_day_for_payouts_and_a_business_of_no_known_kind_is_refused()
    {
        var weekend = await Client<IConnectedAccountClient>().CreateAccountAsync(new()
        {
            Key = Key(), Country = CountryCode.France, Payouts = new() { Interval = PayoutInterval.Weekly, Weekdays = [DayOfWeek.Sunday] },
        });
        var strange = await Client<IConnectedAccountClient>().CreateAccountAsync(new() { Key = Key(), Country = CountryCode.France, BusinessType = new("guild") });

        Assert.Equal([("Validation", "Payouts"), ("Validation", "BusinessType")], [Seen(weekend), Seen(strange)]);
    }

    [Fact]
    public async Task Only_a_seller_with_Stripes_Express_pages_gets_a_link_into_them()
    {
        var connect = Client<IStripeConnectClient>();
        var express = Done(await connect.CreateAccountAsync(new() { Key = Key(), Country = CountryCode.France }));
        var full = Done(await connect.CreateAccountAsync(new()
        {
            Key = Key(), Country = CountryCode.France, VendorFields = new Dictionary<string, string> { ["type"] = "standard" },
        }));

        var link = await connect.CreateLoginLinkAsync(express.Id);

        Assert.Contains(express.Id.Value, link.Url.Reveal(), StringComparison.Ordinal);
        Assert.Equal(CommerceErrorKind.Invalid, (await Assert.ThrowsAsync<CommerceException>(() => connect.CreateLoginLinkAsync(full.Id))).Kind);
    }

    [Fact]
    public async Task Capabilities_are_asked_for_taken_back_and_listed()
    {
        var (connect, seller) = (Client<IStripeConnectClient>(), Seller());

        var asked = Done(await connect.RequestCapabilityAsync(Key(), seller, new("bancontact_payments"), isRequested: true));
        var taken = Done(await connect.RequestCapabilityAsync(Key(), seller, new("bancontact_payments"), isRequested: false));
        var listed = await connect.ListCapabilitiesAsync(seller);

        Assert.Equal((CapabilityStatus.Active, true), (asked.Status, asked.IsRequested));
        Assert.Equal((CapabilityStatus.Unrequested, false), (taken.Status, taken.IsRequested));
        Assert.Equal(Both, listed.Select(capability => capability.Capability));
    }

    [Fact]
    public async Task A_sellers_bank_accounts_are_added_preferred_listed_and_deleted()
    {
        var (connect, seller) = (Client<IStripeConnectClient>(), Seller());
        var first = Assert.Single(await AllAsync(connect.ListExternalAccounts(seller)));

        var added = Done(await connect.AddExternalAccountAsync(new() { Key = Key(), AccountId = seller, Token = new Secret("btok_test") }));
        var refused = await connect.DeleteExternalAccountAsync(seller, first.Id);
        var preferred = Done(await connect.UseForCurrencyAsync(Key(), seller, added.Id));
        var deleted = Done(await connect.DeleteExternalAccountAsync(seller, first.Id));
        var unknownToken = await connect.AddExternalAccountAsync(new() { Key = Key(), AccountId = seller, Token = new Secret("nonsense") });
        var unknown = await connect.UseForCurrencyAsync(Key(), seller, first.Id);
        var gone = await connect.DeleteExternalAccountAsync(seller, first.Id);

        Assert.Equal((true, false, true), (first.IsDefaultForCurrency, added.IsDefaultForCurrency, preferred.IsDefaultForCurrency));
        Assert.Equal(("6789", Currency.Eur, "FR"), (added.Last4, added.Currency, added.Country));
        Assert.Equal(("InvalidTransition", first.Id), (Seen(refused).Code, deleted.Id));
        Assert.Equal(("NotFound", "Token"), Seen(unknownToken));
        Assert.Equal(["NotFound", "NotFound"], Codes(Seen(unknown).Code, Seen(gone).Code));
        Assert.Equal([added.Id], (await AllAsync(connect.ListExternalAccounts(seller))).Select(account => account.Id));
    }

    [Fact]
    public async Task A_seller_is_rejected_and_paid_out_no_more()
    {
        var seller = await FundedAsync();

        var rejected = Done(await Client<IStripeConnectClient>().RejectAccountAsync(Key(), seller, StripeRejectionReason.Fraud));
        var payout = await PayOutAsync(10m, seller);

        Assert.Equal((false, false, "rejected.platform_fraud"), (rejected.CanCharge, rejected.CanPayOut, rejected.DisabledReason));
        Assert.Equal("PolicyViolation", Seen(payout).Code);
    }

    [Fact]
    public async Task A_seller_is_deleted_only_without_money()
    {
        var (connect, empty, rich) = (Client<IStripeConnectClient>(), Seller(), await FundedAsync());

        var deleted = Done(await connect.DeleteAccountAsync(empty));
        var kept = await connect.DeleteAccountAsync(rich);

        Assert.Equal((empty.Value, "InvalidTransition"), (deleted.Id, Seen(kept).Code));
        Assert.Null(await connect.FindAccountAsync(empty));
    }

    [Fact]
    public async Task Settings_of_the_balance_are_kept_and_an_unknown_interval_is_refused()
    {
        var (connect, seller) = (Client<IStripeConnectClient>(), Seller());

        var changed = Done(await connect.UpdateBalanceSettingsAsync(new()
        {
            Key = Key(), Seller = seller, StatementText = "LAMPS", DebitsNegativeBalances = false,
            Payouts = new() { Interval = PayoutInterval.Monthly, MonthDays = [1, 15], DelayDays = 7 },
        }));
        var kept = await connect.GetBalanceSettingsAsync(seller);
        var refused = await connect.UpdateBalanceSettingsAsync(new() { Key = Key(), Seller = seller, Payouts = new() { Interval = new("yearly") } });

        Assert.Equal(("LAMPS", false, 7L), (kept.StatementText, kept.DebitsNegativeBalances, kept.SettlementDays));
        Assert.Equal((PayoutInterval.Monthly, "1,15"), (kept.Payouts!.Interval, string.Join(',', kept.Payouts.MonthDays)));
        Assert.Equal(kept.StatementText, changed.StatementText);
        Assert.Equal(("Validation", "Payouts"), Seen(refused));
    }
}
