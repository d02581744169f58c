using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Commerce.Testing;
using Commerce.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Payments.Tests.Stripe;

/// <summary>Every operation on accounts and money of sellers, with its recorded answer in every damaged form.</summary>
public sealed class StripeConnectDamagedAnswersTests
{
    [Theory]
    [InlineData("create-account", "account-created")]
    [InlineData("update-account", "account-updated")]
    [InlineData("find-account", "account-old-schedule")]
    [InlineData("list-accounts", "accounts-last")]
    [InlineData("create-onboarding-link", "link-created")]
    [InlineData("create-transfer", "transfer-created")]
    [InlineData("create-transfer", "transfer-too-low", 400)]
    [InlineData("reverse-transfer", "reversal-whole")]
    [InlineData("find-transfer", "transfer-found")]
    [InlineData("list-transfers", "transfers-last")]
    [InlineData("list-commissions", "commissions")]
    [InlineData("refund-commission", "commission-refund-whole")]
    [InlineData("create-payout", "payout-of-seller")]
    [InlineData("create-payout", "payout-not-ours", 403)]
    [InlineData("find-payout", "payout-failed")]
    [InlineData("list-payouts", "payouts")]
    [InlineData("cancel-payout", "payout-cancelled")]
    [InlineData("reverse-payout", "payout-reversed")]
    [InlineData("get-balance", "balance-own")]
    [InlineData("list-movements", "movements")]
    [InlineData("find-dispute", "dispute-found")]
    [InlineData("list-disputes", "disputes")]
    [InlineData("submit-evidence", "evidence-staged")]
    [InlineData("accept-dispute", "dispute-accepted")]
    [InlineData("upload-evidence", "file-uploaded")]
    [InlineData("create-login-link", "login-link")]
    [InlineData("create-account-session", "session")]
    [InlineData("list-capabilities", "capabilities")]
    [InlineData("request-capability", "capability-requested")]
    [InlineData("list-external-accounts", "externals-last")]
    [InlineData("add-external-account", "external-added")]
    [InlineData("update-external-account", "external-default")]
    [InlineData("delete-external-account", "external-deleted")]
    [InlineData("delete-external-account", "external-kept", 400)]
    [InlineData("reject-account", "account-rejected")]
    [InlineData("delete-account", "account-deleted")]
    [InlineData("create-top-up", "top-up-created")]
    [InlineData("find-top-up", "top-up-failed")]
    [InlineData("cancel-top-up", "top-up-cancelled")]
    [InlineData("list-top-ups", "top-ups")]
    [InlineData("get-balance-settings", "settings")]
    [InlineData("update-balance-settings", "settings-changed")]
    [InlineData("connect-account", "connected")]
    [InlineData("connect-account", "connected-used", 400)]
    [InlineData("disconnect-account", "disconnected")]
    public async Task A_damaged_answer_ends_well_or_with_one_clear_failure(string operation, string recording, int status = 200)
    {
        var clock = new FakeClock();
        var edge = new VendorEdge();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddStripePayments(options => (options.SecretKey, options.MaxRetries, options.BreakerFailures) = ("sk_test_recorded", 0, 1000))
            .AddHttpMessageHandler(() => edge)
            .AddHttpMessageHandler(() => new Recorded(recording, status));
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredKeyedService<IPaymentGateway>("stripe");

        var played = await DamagedAnswers.CheckAsync(edge, () =>
        {
            // A test key takes 25 calls a second, and there are some hundred damaged answers.
            clock.Advance(TimeSpan.FromSeconds(1));
            return StripeConnectRecordingTests.Operations[operation].Call(client, "any", clock.GetUtcNow());
        });

        Assert.True(played > 40);
    }

    /// <summary>Gives the recorded answer to every request.</summary>
    private sealed class Recorded(string name, int status) : DelegatingHandler
    {
        private readonly string _body = JsonNode.Parse(File.ReadAllBytes(
            Repository.PathOf("tests", "Recordings", "stripe-connect", "mappings", name + ".json")))!["response"]!["jsonBody"]!.ToJsonString();

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage((HttpStatusCode)status)
            {
                RequestMessage = request, Content = new StringContent(_body, Encoding.UTF8, "application/json"),
            });
    }
}
