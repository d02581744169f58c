using Commerce.Payments.Stripe;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Payments.Tests.Stripe;

public sealed partial class StripeConnectRecordingTests
{
    [Fact]
    public async Task An_account_is_created_with_the_dashboard_of_Stripe_and_the_platform_bearing_losses()
    {
        var account = (await Client<IConnectedAccountClient>().CreateAccountAsync(new CreateAccountRequest
        {
            Key = new("account-created"), Country = CountryCode.France, Email = EmailAddress.Parse("lamps@example.com"), BusinessType = BusinessType.Company,
            Capabilities = [AccountCapability.Transfers, new("sepa_debit_payments")], Metadata = new Dictionary<string, string> { ["shop"] = "42" },
            Payouts = new PayoutSchedule { Interval = PayoutInterval.Weekly, Weekdays = [DayOfWeek.Monday, DayOfWeek.Thursday], DelayDays = 7 },
        })).Value;

        Assert.Equal((Lamps, false, true, BusinessType.Company), (account.Id, account.CanCharge, account.CanPayOut, account.BusinessType));
        await MatchRequestAsync();
    }

    [Fact]
    public async Task The_platform_may_choose_another_controller()
    {
        await Client<IConnectedAccountClient>().CreateAccountAsync(new CreateAccountRequest
        {
            Key = new("account-full-dashboard"), Country = CountryCode.France,
            VendorFields = new Dictionary<string, string>
            {
                ["controller[stripe_dashboard][type]"] = "full", ["controller[fees][payer]"] = "account", ["business_profile[mcc]"] = "5712",
            },
        });

        await MatchRequestAsync();
    }

    [Fact]
    public async Task The_older_type_takes_the_place_of_the_controller()
    {
        await Client<IConnectedAccountClient>().CreateAccountAsync(new CreateAccountRequest
        {
            Key = new("account-standard"), Country = CountryCode.France, VendorFields = new Dictionary<string, string> { ["type"] = "standard" },
        });

        await MatchRequestAsync();
    }

    [Theory]
    [InlineData("account-country-refused", "Validation", "Country")]
    [InlineData("account-email-refused", "Validation", "Email")]
    public async Task An_account_that_Stripe_does_not_take_is_refused(string key, string code, string field)
    {
        var outcome = await Client<IConnectedAccountClient>().CreateAccountAsync(new CreateAccountRequest { Key = new(key), Country = CountryCode.France });

        Assert.Equal((code, field), Seen(outcome));
        Assert.StartsWith("req_connect", outcome.Refusal?.RequestId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parameter_that_Stripe_does_not_know_is_a_failure()
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => Client<IConnectedAccountClient>().CreateAccountAsync(
            new CreateAccountRequest { Key = new("account-parameter-unknown"), Country = CountryCode.France }));

        Assert.Equal((CommerceErrorKind.Invalid, "parameter_unknown", "Email"), (failure.Kind, failure.VendorCode, failure.Field));
    }

    [Fact]
    public async Task A_field_that_the_client_sends_itself_is_refused_before_the_call()
    {
        var outcome = await Client<IConnectedAccountClient>().CreateAccountAsync(new CreateAccountRequest
        {
            Key = new("any"), Country = CountryCode.France, VendorFields = new Dictionary<string, string> { ["country"] = "DE" },
        });

        Assert.Equal(("Validation", "VendorFields"), Seen(outcome));
        Assert.Equal(0, stripe.Sent());
    }

    [Fact]
    public async Task A_payout_at_the_weekend_is_refused_before_the_call()
    {
        var outcome = await Client<IConnectedAccountClient>().UpdateAccountAsync(new UpdateAccountRequest
        {
            Key = new("any"), AccountId = Lamps, Payouts = new PayoutSchedule { Interval = PayoutInterval.Weekly, Weekdays = [DayOfWeek.Sunday] },
        });

        Assert.Equal(("Validation", "Payouts"), Seen(outcome));
        Assert.Equal(0, stripe.Sent());
    }

    [Fact]
    public async Task An_account_is_changed_to_monthly_payouts()
    {
        var account = (await Client<IConnectedAccountClient>().UpdateAccountAsync(new UpdateAccountRequest
        {
            Key = new("account-updated"), AccountId = Lamps, Email = EmailAddress.Parse("lamps@example.com"), BusinessType = BusinessType.Company,
            Capabilities = [AccountCapability.CardPayments], Metadata = Notes,
            Payouts = new PayoutSchedule { Interval = PayoutInterval.Monthly, MonthDays = [1, 15], DelayDays = 14 },
            VendorFields = new Dictionary<string, string> { ["settings[payouts][statement_descriptor]"] = "LAMPS" },
        })).Value;

        Assert.Equal((PayoutInterval.Monthly, 14), (account.Payouts?.Interval, account.Payouts?.DelayDays));
        Assert.Equal([1, 15], account.Payouts?.MonthDays);
        await MatchRequestAsync();
    }

    [Fact]
    public async Task An_account_tells_what_it_misses_and_what_it_may_do()
    {
        var account = (await Client<IConnectedAccountClient>().FindAccountAsync(Lamps))!;

        Assert.Equal(["external_account", "tos_acceptance.date"], account.CurrentlyDue);
        Assert.Equal(["tos_acceptance.date"], account.PastDue);
        Assert.Equal(["business_profile.url", "external_account", "tos_acceptance.date"], account.EventuallyDue);
        Assert.Equal(["company.tax_id"], account.PendingVerification);
        Assert.Equal(("requirements.past_due", DateTimeOffset.FromUnixTimeSeconds(1785945600)), (account.DisabledReason, account.DueBy));
        Assert.Equal(
            (CapabilityStatus.Pending, CapabilityStatus.Active, CapabilityStatus.Unknown),
            (account.Capabilities[AccountCapability.CardPayments], account.Capabilities[AccountCapability.Transfers], account.Capabilities[new("tomorrow_payments")]));
        Assert.Equal((PayoutInterval.Weekly, 7, "42"), (account.Payouts?.Interval, account.Payouts?.DelayDays, account.Metadata["shop"]));
        Assert.Equal([DayOfWeek.Monday, DayOfWeek.Thursday], account.Payouts?.Weekdays);
        await MatchRequestAsync();
    }

    [Fact]
    public async Task An_older_schedule_has_one_day_and_a_delay_out_of_bounds_is_left_out()
    {
        var account = (await Client<IConnectedAccountClient>().FindAccountAsync(new("acct_old01")))!;

        Assert.Equal([DayOfWeek.Friday], account.Payouts?.Weekdays);
        Assert.Equal(((int?)null, (BusinessType?)null), (account.Payouts?.DelayDays, account.BusinessType));
        Assert.Empty(account.Capabilities);
    }

    [Theory]
    [InlineData("acct_none01")]
    [InlineData("acct_other01")]
    public async Task An_account_that_is_not_the_platforms_is_not_found(string id) =>
        Assert.Null(await Client<IConnectedAccountClient>().FindAccountAsync(new(id)));

    [Fact]
    public async Task A_key_without_the_right_to_look_at_accounts_is_a_failure()
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => Client<IConnectedAccountClient>().FindAccountAsync(new("acct_forbidden01")));

        Assert.Equal(CommerceErrorKind.Forbidden, failure.Kind);
    }

    [Fact]
    public async Task Accounts_are_listed_page_by_page()
    {
        var accounts = await AllAsync(Client<IConnectedAccountClient>().ListAccounts(
            new AccountQuery { CreatedFrom = Created.AddMilliseconds(-1), CreatedBefore = Created.AddDays(1).AddMilliseconds(1), PageSize = 2 }));

        Assert.Equal(["acct_2", "acct_1", "acct_0"], accounts.Select(account => account.Id.Value));
        await MatchRequestAsync(2);
    }

    [Fact]
    public async Task A_link_to_complete_the_account_is_kept_secret()
    {
        var link = await Client<IConnectedAccountClient>().CreateOnboardingLinkAsync(Link(Lamps.Value));

        Assert.Equal("https://connect.example.com/setup/e/acct_1Lamps/hush-hush", link.Url.Reveal());
        Assert.Equal(Created.AddMinutes(5), link.ExpiresAt);
        Assert.DoesNotContain("hush", link.ToString(), StringComparison.Ordinal);
        await MatchRequestAsync();
    }

    [Fact]
    public async Task Every_link_is_a_new_one()
    {
        var client = Client<IConnectedAccountClient>();
        await client.CreateOnboardingLinkAsync(Link(Lamps.Value));
        await client.CreateOnboardingLinkAsync(Link(Lamps.Value));

        Assert.Equal(2, (await stripe.RequestsAsync()).Select(request => request.Header("Idempotency-Key")).Distinct().Count());
    }

    [Fact]
    public async Task A_link_for_a_strangers_account_is_a_failure()
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => Client<IConnectedAccountClient>().CreateOnboardingLinkAsync(Link("acct_other01")));

        Assert.Equal((CommerceErrorKind.Invalid, "account"), (failure.Kind, failure.Field));
    }

    [Fact]
    public async Task A_link_that_cannot_be_read_does_not_show_in_the_failure()
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => Client<IConnectedAccountClient>().CreateOnboardingLinkAsync(Link("acct_half01")));

        Assert.Equal(CommerceErrorKind.Protocol, failure.Kind);
        Assert.DoesNotContain("hush", failure + failure.RawBody, StringComparison.Ordinal);
    }

    [Fact]
    public void Accounts_are_a_service_of_their_own()
    {
        var services = new ServiceCollection();
        services.AddStripePayments(options => options.SecretKey = "sk_test_recorded", "lamps");
        using var provider = services.BuildServiceProvider();

        var gateway = provider.GetRequiredKeyedService<IPaymentGateway>("lamps");

        Assert.Same(gateway, provider.GetRequiredKeyedService<IStripeConnectClient>("lamps"));
        Assert.All(
            (PaymentFeature[])[PaymentFeature.ConnectedAccounts, PaymentFeature.Transfers, PaymentFeature.Commissions, PaymentFeature.Payouts,
                PaymentFeature.PayoutRecall, PaymentFeature.Balance, PaymentFeature.Disputes],
            feature => Assert.True(gateway.Capabilities.Supports(feature).IsSupported, feature.Value));
    }

    private static OnboardingLinkRequest Link(string account) => new()
    {
        AccountId = new(account), ReturnUrl = new("https://shop.example.com/sellers/back?x=1&y=2"), RefreshUrl = new("https://shop.example.com/sellers/again"),
    };
}
