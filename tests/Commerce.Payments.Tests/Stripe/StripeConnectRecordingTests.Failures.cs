using Commerce.Payments.Stripe;
using Xunit;

namespace Commerce.Payments.Tests.Stripe;

public sealed partial class StripeConnectRecordingTests
{
    // Each operation so that a word and a second make it fail: down, reset or damaged. One that must not be repeated says so.
    internal static readonly Dictionary<string, (bool Repeats, Func<IPaymentGateway, string, DateTimeOffset, Task> Call)> Operations = new()
    {
        ["create-account"] = (true, (client, word, _) => As<IConnectedAccountClient>(client).CreateAccountAsync(
            new CreateAccountRequest { Key = new("any-" + word), Country = CountryCode.France })),
        ["update-account"] = (true, (client, word, _) => As<IConnectedAccountClient>(client).UpdateAccountAsync(
            new UpdateAccountRequest { Key = new("any-" + word), AccountId = Lamps })),
        ["find-account"] = (true, (client, word, _) => As<IConnectedAccountClient>(client).FindAccountAsync(Account(word))),
        ["list-accounts"] = (true, (client, _, second) => AllAsync(As<IConnectedAccountClient>(client).ListAccounts(new AccountQuery { CreatedFrom = second }))),
        ["create-onboarding-link"] = (true, (client, word, _) => As<IConnectedAccountClient>(client).CreateOnboardingLinkAsync(Link(Account(word).Value))),
        ["create-transfer"] = (true, (client, word, _) => As<ITransferClient>(client).CreateTransferAsync(Move("any-" + word))),
        ["reverse-transfer"] = (true, (client, word, _) => As<ITransferClient>(client).ReverseTransferAsync(Back("any-" + word))),
        ["find-transfer"] = (true, (client, word, _) => As<ITransferClient>(client).FindTransferAsync(new($"tr_{word}01"))),
        ["list-transfers"] = (true, (client, _, second) => AllAsync(As<ITransferClient>(client).ListTransfers(new TransferQuery { CreatedFrom = second }))),
        ["list-commissions"] = (true, (client, _, second) => AllAsync(As<ICommissionClient>(client).ListCommissions(new CommissionQuery { CreatedFrom = second }))),
        ["refund-commission"] = (true, (client, word, _) => As<ICommissionClient>(client).RefundCommissionAsync(
            new RefundCommissionRequest { Key = new("any-" + word), CommissionId = Kept })),
        ["create-payout"] = (true, (client, word, _) => As<IPayoutGateway>(client).CreatePayoutAsync(PayOut("any-" + word))),
        ["find-payout"] = (true, (client, word, _) => As<IPayoutGateway>(client).FindPayoutAsync(new($"po_{word}01"))),
        ["list-payouts"] = (true, (client, _, second) => AllAsync(As<IPayoutGateway>(client).ListPayouts(new PayoutQuery { CreatedFrom = second }))),
        ["cancel-payout"] = (true, (client, word, _) => As<IPayoutRecallClient>(client).CancelPayoutAsync(new("any-" + word), new("po_1"))),
        ["reverse-payout"] = (true, (client, word, _) => As<IPayoutRecallClient>(client).ReversePayoutAsync(new("any-" + word), new("po_1"))),
        ["get-balance"] = (true, (client, word, _) => As<IBalanceReader>(client).GetBalanceAsync(Account(word))),
        ["list-movements"] = (true, (client, word, _) => AllAsync(As<IBalanceReader>(client).ListMovements(new MovementQuery { Seller = Account(word) }))),
        ["find-dispute"] = (true, (client, word, _) => As<IDisputeClient>(client).FindDisputeAsync(new($"dp_{word}01"))),
        ["list-disputes"] = (true, (client, _, second) => AllAsync(As<IDisputeClient>(client).ListDisputes(new DisputeQuery { CreatedFrom = second }))),
        ["submit-evidence"] = (true, (client, word, _) => As<IDisputeClient>(client).SubmitEvidenceAsync(Evidence("any-" + word))),
        ["accept-dispute"] = (true, (client, word, _) => As<IDisputeClient>(client).AcceptDisputeAsync(new("any-" + word), Disputed)),
        ["upload-evidence"] = (true, (client, word, _) => As<IDisputeClient>(client).UploadEvidenceAsync(Document("any-" + word))),
        ["create-login-link"] = (true, (client, word, _) => As<IStripeConnectClient>(client).CreateLoginLinkAsync(Account(word))),
        ["create-account-session"] = (true, (client, word, _) => As<IStripeConnectClient>(client).CreateAccountSessionAsync(
            new StripeAccountSessionRequest { AccountId = Account(word), Components = ["payouts"] })),
        ["list-capabilities"] = (true, (client, word, _) => As<IStripeConnectClient>(client).ListCapabilitiesAsync(Account(word))),
        ["request-capability"] = (true, (client, word, _) => As<IStripeConnectClient>(client).RequestCapabilityAsync(
            new("any-" + word), Lamps, AccountCapability.Transfers, isRequested: true)),
        ["list-external-accounts"] = (true, (client, word, _) => AllAsync(As<IStripeConnectClient>(client).ListExternalAccounts(Account(word)))),
        ["add-external-account"] = (true, (client, word, _) => As<IStripeConnectClient>(client).AddExternalAccountAsync(
            new StripeExternalAccountRequest { Key = new("any-" + word), AccountId = Lamps, Token = new("btok_new01") })),
        ["update-external-account"] = (true, (client, word, _) => As<IStripeConnectClient>(client).UseForCurrencyAsync(new("any-" + word), Lamps, "ba_1")),
        ["delete-external-account"] = (true, (client, word, _) => As<IStripeConnectClient>(client).DeleteExternalAccountAsync(Lamps, $"ba_{word}01")),
        ["reject-account"] = (true, (client, word, _) => As<IStripeConnectClient>(client).RejectAccountAsync(
            new("any-" + word), Lamps, StripeRejectionReason.Other)),
        ["delete-account"] = (true, (client, word, _) => As<IStripeConnectClient>(client).DeleteAccountAsync(Account(word))),
        ["create-top-up"] = (true, (client, word, _) => As<IStripeConnectClient>(client).CreateTopUpAsync(TopUp("any-" + word))),
        ["find-top-up"] = (true, (client, word, _) => As<IStripeConnectClient>(client).FindTopUpAsync($"tu_{word}01")),
        ["cancel-top-up"] = (true, (client, word, _) => As<IStripeConnectClient>(client).CancelTopUpAsync(new("any-" + word), "tu_1")),
        ["list-top-ups"] = (true, (client, _, second) => AllAsync(As<IStripeConnectClient>(client).ListTopUps(new StripeTopUpQuery { CreatedFrom = second }))),
        ["get-balance-settings"] = (true, (client, word, _) => As<IStripeConnectClient>(client).GetBalanceSettingsAsync(Account(word))),
        ["update-balance-settings"] = (true, (client, word, _) => As<IStripeConnectClient>(client).UpdateBalanceSettingsAsync(
            new StripeBalanceSettingsRequest { Key = new("any-" + word) })),
        ["connect-account"] = (false, (client, word, _) => As<IStripeConnectClient>(client).ConnectAsync(new Secret(Account(word).Value))),
        ["disconnect-account"] = (false, (client, word, _) => As<IStripeConnectClient>(client).DisconnectAsync("ca_recorded", Account(word))),
    };

    public static TheoryData<string> Named => new(Operations.Keys);

    [Theory]
    [MemberData(nameof(Named))]
    public Task An_operation_whose_answer_is_a_failure_of_Stripe_is_repeated_with_the_same_key(string operation) =>
        CheckFailureAsync(operation, "down", 503, CommerceErrorKind.Unavailable, Operations[operation].Repeats ? 3 : 1);

    [Theory]
    [MemberData(nameof(Named))]
    public Task An_operation_whose_answer_breaks_off_is_repeated_with_the_same_key(string operation) =>
        CheckFailureAsync(operation, "reset", 504, CommerceErrorKind.Unavailable, Operations[operation].Repeats ? 3 : 1);

    [Theory]
    [MemberData(nameof(Named))]
    public Task An_operation_whose_answer_is_no_resource_is_a_failure(string operation) =>
        CheckFailureAsync(operation, "damaged", 505, CommerceErrorKind.Protocol, 1);

    private static T As<T>(IPaymentGateway client) => (T)client;

    private static ConnectedAccountId Account(string word) => new($"acct_{word}01");

    private async Task CheckFailureAsync(string operation, string word, long second, CommerceErrorKind kind, int requests)
    {
        var client = Client<IPaymentGateway>();

        var failure = await Assert.ThrowsAsync<CommerceException>(() => Operations[operation].Call(client, word, DateTimeOffset.FromUnixTimeSeconds(second)));

        Assert.Equal((kind, operation, requests), (failure.Kind, failure.Operation, stripe.Sent()));
        Assert.True((await stripe.RequestsAsync()).Select(request => request.Header("Idempotency-Key")).Distinct().Count() <= 1);
    }
}
