using System.Text.Json.Nodes;
using Commerce.Payments.Stripe;
using Commerce.Testing;
using Commerce.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Payments.Tests.Stripe;

/// <summary>Damaged answers to what follows a payment and to what only Stripe has.</summary>
public sealed class StripeDamagedPaymentSideTests
{
    private const string Intent = """
        {"id":"pi_1","object":"payment_intent","amount":6215,"amount_capturable":1215,"amount_received":5000,"client_secret":"pi_1_secret","created":1785340800,
        "currency":"eur","latest_charge":{"id":"ch_1","amount_captured":5000,"amount_refunded":0,"payment_method_details":{"card":{"capture_before":1785945600,
        "incremental_authorization":{"status":"available"},"multicapture":{"status":"available"}}}},"metadata":{"order_id":"42"},"status":"requires_capture"}
        """;

    private const string Setup = """
        {"id":"seti_1","object":"setup_intent","client_secret":"seti_1_secret","created":1785340800,"customer":"cus_1","payment_method":"pm_1","metadata":{"order_id":"42"},
        "last_setup_error":{"type":"card_error","code":"card_declined","decline_code":"do_not_honor"},"status":"requires_payment_method",
        "next_action":{"type":"redirect_to_url","redirect_to_url":{"url":"https://bank.example.com/3ds"}}}
        """;

    private const string Method = """{"id":"pm_1","object":"payment_method","type":"card","customer":null,"card":{"brand":"visa","last4":"4242","exp_month":8,"exp_year":2030}}""";

    private const string Refund = """{"id":"re_1","object":"refund","amount":1500,"currency":"eur","charge":"ch_1","payment_intent":"pi_1","created":1785344461,"status":"canceled","metadata":{}}""";

    private const string Checkout = """
        {"id":"cs_1","object":"checkout.session","amount_total":6215,"currency":"eur","created":1785340800,"expires_at":1785427200,"payment_intent":"pi_1","customer":"cus_1",
        "client_reference_id":"42","payment_status":"unpaid","status":"expired","url":"https://checkout.stripe.com/c/pay/cs_1","metadata":{"order_id":"42"}}
        """;

    private const string Warning = """{"id":"issfr_1","actionable":true,"charge":"ch_1","payment_intent":"pi_1","fraud_type":"misc","created":1785342600}""";

    private const string Review = """{"id":"prv_1","open":true,"reason":"rule","opened_reason":"rule","charge":"ch_1","payment_intent":"pi_1","created":1785342600}""";

    private const string Charge = """
        {"id":"ch_1","amount":6215,"amount_captured":6215,"amount_refunded":0,"currency":"eur","created":1785340800,"status":"succeeded","disputed":false,
        "application_fee":"fee_1","application_fee_amount":12,"transfer":"tr_1","payment_intent":"pi_1","metadata":{"order_id":"42"},
        "balance_transaction":{"id":"txn_1","fee":30,"net":6185,"currency":"eur"},
        "outcome":{"type":"authorized","network_status":"approved_by_network","risk_level":"normal","risk_score":12}}
        """;

    private const string Endpoint = """
        {"id":"we_1","url":"https://shop.example.com/hooks","status":"enabled","enabled_events":["*"],"api_version":"2026-07-29.dahlia","description":"All",
        "secret":"whsec_invented","created":1785340800,"metadata":{"team":"money"}}
        """;

    private const string Event = """{"id":"evt_1","object":"event","type":"setup_intent.succeeded","created":1785342600,"account":"acct_1","data":{"object":SETUP}}""";

    private const string NoReason = """{"error":{"type":"invalid_request_error","message":"No."} }""";

    private static readonly Dictionary<string, (string[] Answers, Func<IPaymentGateway, Task> Call)> Calls = new()
    {
        ["raise"] = ([Intent], client => ((IAuthorizationClient)client).IncreaseAuthorizationAsync(
            new IncreaseAuthorizationRequest { Key = new("raise-1"), PaymentId = new("pi_1"), Amount = Money.Eur(80m) })),
        ["raise that is refused"] = ([NoReason, Intent.Replace("\"available\"", "\"unavailable\"", StringComparison.Ordinal)], client => ((IAuthorizationClient)client).IncreaseAuthorizationAsync(
            new IncreaseAuthorizationRequest { Key = new("raise-1"), PaymentId = new("pi_1"), Amount = Money.Eur(80m) })),
        ["change"] = ([Intent], client => ((IPaymentUpdateClient)client).UpdatePaymentAsync(new UpdatePaymentRequest { Key = new("change-1"), PaymentId = new("pi_1") })),
        ["list payments"] = ([List(Intent)], client => ReadAsync(((IPaymentDirectory)client).ListPayments(new PaymentQuery()))),
        ["search payments"] = ([List(Intent)], client => ReadAsync(((IPaymentDirectory)client).ListPayments(
            new PaymentQuery { Metadata = new Dictionary<string, string> { ["order_id"] = "42" } }))),
        ["list refunds"] = ([List(Refund)], client => ReadAsync(((IPaymentDirectory)client).ListRefunds(new("pi_1")))),
        ["list events"] = ([List(Event.Replace("SETUP", Setup, StringComparison.Ordinal))], client => ReadAsync(((IPaymentEventReader)client).ListEvents(new PaymentEventQuery()))),
        ["cancel refund"] = ([NoReason, Refund], client => ((IRefundCancelClient)client).CancelRefundAsync(new("cancel-1"), new("re_1"))),
        ["create setup"] = ([Setup], client => ((IMethodSetupClient)client).CreateMethodSetupAsync(new CreateMethodSetupRequest { Key = new("setup-1") })),
        ["find setup"] = ([Setup], client => ((IMethodSetupClient)client).FindMethodSetupAsync(new("seti_1"))),
        ["create customer"] = (["""{"id":"cus_1","object":"customer"}"""], client => ((ISavedMethodClient)client).CreateCustomerAsync(new("customer-1"), null)),
        ["list methods"] = ([List(Method)], client => ReadAsync(((ISavedMethodClient)client).ListMethods(new("cus_1")))),
        ["attach method"] = ([Method], client => ((ISavedMethodClient)client).AttachMethodAsync(new("attach-1"), new("pm_1"), new("cus_1"))),
        ["remove method"] = ([NoReason, Method], client => ((ISavedMethodClient)client).RemoveMethodAsync(new("pm_1"))),
        ["create checkout"] = ([Checkout], client => ((IStripePaymentGateway)client).CreateCheckoutAsync(new StripeCheckoutRequest
        {
            Key = new("checkout-1"), SuccessUrl = "https://shop.example.com/thanks", Items = [new StripeCheckoutItem { Name = "Lamp", UnitPrice = Money.Eur(62.15m) }],
        })),
        ["expire checkout"] = ([NoReason, Checkout], client => ((IStripePaymentGateway)client).ExpireCheckoutAsync(new("checkout-1"), new("cs_1"))),
        ["list warnings"] = ([List(Warning)], client => ReadAsync(((IStripePaymentGateway)client).ListFraudWarnings(new StripeFraudWarningQuery()))),
        ["find warning"] = ([Warning], client => ((IStripePaymentGateway)client).FindFraudWarningAsync(new("issfr_1"))),
        ["list reviews"] = ([List(Review)], client => ReadAsync(((IStripePaymentGateway)client).ListReviews())),
        ["approve review"] = ([Review], client => ((IStripePaymentGateway)client).ApproveReviewAsync(new("review-1"), new("prv_1"))),
        ["find charge"] = ([Charge], client => ((IStripePaymentGateway)client).FindChargeAsync("ch_1")),
        ["create endpoint"] = ([Endpoint], client => ((IStripePaymentGateway)client).CreateWebhookEndpointAsync(
            new StripeWebhookEndpointRequest { Key = new("hook-1"), Url = new("https://shop.example.com/hooks"), Events = ["*"] })),
        ["list endpoints"] = ([List(Endpoint)], client => ReadAsync(((IStripePaymentGateway)client).ListWebhookEndpoints())),
        ["delete endpoint"] = (["""{"id":"we_1","object":"webhook_endpoint","deleted":true}"""], client => ((IStripePaymentGateway)client).DeleteWebhookEndpointAsync(new("we_1"))),
    };

    public static TheoryData<string> Names() => [.. Calls.Keys];

    /// <summary>Lets a second pass before each call: there are some hundred damaged answers, and limits of calls in a second.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_damaged_answer_is_one_clear_failure(string name)
    {
        var (answers, call) = Calls[name];
        var clock = new FakeClock();
        var edge = new VendorEdge();
        var next = 0;
        await using var stripe = new StripeStub(
            _ =>
            {
                var text = answers[next++ % answers.Length];
                return (text == NoReason ? 400 : 200, text);
            },
            http => http.AddHttpMessageHandler(() => edge),
            clock);

        var played = await DamagedAnswers.CheckAsync(edge, () =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return call(stripe.Client);
        });

        Assert.True(played > 30, $"{played} damaged answers.");
    }

    private static string List(string entry) =>
        new JsonObject { ["object"] = "list", ["has_more"] = false, ["data"] = new JsonArray(JsonNode.Parse(entry)) }.ToJsonString();

    /// <summary>Reads a few pages only: a damaged answer may say again and again that there are more.</summary>
    private static async Task ReadAsync<T>(Paged<T> list)
    {
        var pages = 0;
        await foreach (var _ in list.PagesAsync())
        {
            if (++pages == 3)
            {
                return;
            }
        }
    }
}
