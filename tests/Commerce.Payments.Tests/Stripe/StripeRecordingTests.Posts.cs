using Commerce.Payments.Stripe;
using Xunit;

namespace Commerce.Payments.Tests.Stripe;

/// <summary>Every operation that changes something, for what befalls all of them alike.</summary>
public sealed partial class StripeRecordingTests
{
    private static readonly Dictionary<string, Func<IPaymentGateway, OperationKey, Task<Refusal?>>> PostsByPath = new()
    {
        [Payments] = async (client, key) => (await client.CreatePaymentAsync(Pay(key.Value))).Refusal,
        [Payments + "/pi_held01/confirm"] = async (client, key) =>
            (await client.ConfirmPaymentAsync(new ConfirmPaymentRequest { Key = key, PaymentId = Held })).Refusal,
        [Payments + "/pi_held01/capture"] = async (client, key) =>
            (await client.CapturePaymentAsync(new CapturePaymentRequest { Key = key, PaymentId = Held })).Refusal,
        [Payments + "/pi_held01/cancel"] = async (client, key) =>
            (await client.CancelPaymentAsync(new CancelPaymentRequest { Key = key, PaymentId = Held })).Refusal,
        [Refunds] = async (client, key) =>
            (await client.RefundPaymentAsync(new RefundPaymentRequest { Key = key, PaymentId = Held })).Refusal,
        [Payments + "/pi_held01/increment_authorization"] = async (client, key) => (await ((IAuthorizationClient)client).IncreaseAuthorizationAsync(
            new IncreaseAuthorizationRequest { Key = key, PaymentId = Held, Amount = Money.Eur(80m) })).Refusal,
        [Payments + "/pi_held01"] = async (client, key) =>
            (await ((IPaymentUpdateClient)client).UpdatePaymentAsync(new UpdatePaymentRequest { Key = key, PaymentId = Held })).Refusal,
        [Refunds + "/re_any01/cancel"] = async (client, key) => (await ((IRefundCancelClient)client).CancelRefundAsync(key, new("re_any01"))).Refusal,
        ["/v1/setup_intents"] = async (client, key) =>
            (await ((IMethodSetupClient)client).CreateMethodSetupAsync(new CreateMethodSetupRequest { Key = key })).Refusal,
        ["/v1/setup_intents/seti_any01/confirm"] = async (client, key) => (await ((IMethodSetupClient)client).ConfirmMethodSetupAsync(
            new ConfirmMethodSetupRequest { Key = key, SetupId = new("seti_any01") })).Refusal,
        ["/v1/setup_intents/seti_any01/cancel"] = async (client, key) =>
            (await ((IMethodSetupClient)client).CancelMethodSetupAsync(key, new("seti_any01"))).Refusal,
        ["/v1/payment_methods/pm_any01/attach"] = async (client, key) =>
            (await ((ISavedMethodClient)client).AttachMethodAsync(key, new("pm_any01"), new("cus_any01"))).Refusal,
        ["/v1/checkout/sessions"] = async (client, key) =>
            (await ((IStripePaymentGateway)client).CreateCheckoutAsync(Basket(key.Value))).Refusal,
        ["/v1/checkout/sessions/cs_any01/expire"] = async (client, key) =>
            (await ((IStripePaymentGateway)client).ExpireCheckoutAsync(key, new("cs_any01"))).Refusal,
        ["/v1/reviews/prv_any01/approve"] = async (client, key) =>
            (await ((IStripePaymentGateway)client).ApproveReviewAsync(key, new("prv_any01"))).Refusal,
        ["/v1/webhook_endpoints"] = async (client, key) =>
            (await ((IStripePaymentGateway)client).CreateWebhookEndpointAsync(Hook(key.Value))).Refusal,
        ["/v1/webhook_endpoints/we_any01"] = async (client, key) => (await ((IStripePaymentGateway)client).UpdateWebhookEndpointAsync(
            new StripeWebhookEndpointUpdate { Key = key, Id = new("we_any01"), IsEnabled = false })).Refusal,
    };

    public static TheoryData<string> Posts() => [.. PostsByPath.Keys];

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task Every_step_is_of_the_account_that_it_names(string path)
    {
        await Assert.ThrowsAsync<CommerceException>(() => PostAsync(Client(connectedAccount: Seller.Value), path, "any-malformed"));

        Assert.Equal(Seller.Value, Assert.Single(await stripe.RequestsAsync()).Header("Stripe-Account"));
    }

    private static StripeCheckoutRequest Basket(string key) => new()
    {
        Key = new(key), SuccessUrl = "https://shop.example.com/thanks?id={CHECKOUT_SESSION_ID}",
        Items = [new StripeCheckoutItem { Name = "Lamp \"Ada\"", UnitPrice = Money.Eur(62.15m), Quantity = 2 }, new StripeCheckoutItem { Name = "Postage", UnitPrice = Money.Eur(5m) }],
    };

    private static StripeWebhookEndpointRequest Hook(string key) => new()
    {
        Key = new(key), Url = new("https://shop.example.com/hooks"), Events = ["payout.failed", "payout.paid"],
    };

    private static Task<Refusal?> PostAsync(IPaymentGateway client, string path, string key) => PostsByPath[path](client, new OperationKey(key));
}
