using System.Text;
using System.Text.Json.Nodes;
using Commerce.Payments;
using Commerce.Payments.Stripe;
using Commerce.VendorContracts.Examples;

namespace Commerce.VendorContracts.Stripe;

/// <summary>The side of payments: what follows a payment, and what is Stripe's own.</summary>
public sealed partial class StripeExampleTests
{
    [VendorSpecFact]
    public async Task Payment_answers_raising_and_changing()
    {
        foreach (var call in (Func<IPaymentGateway, Task<object?>>[])
        [
            async client => await ((IAuthorizationClient)client).IncreaseAuthorizationAsync(
                new IncreaseAuthorizationRequest { Key = new("order-1"), PaymentId = Id, Amount = Money.Eur(80m) }),
            async client => await ((IPaymentUpdateClient)client).UpdatePaymentAsync(new UpdatePaymentRequest { Key = new("order-1"), PaymentId = Id }),
        ])
        {
            await ReadAsync(Fixture("payment_intent"), call, PaymentWaivers);
        }
    }

    [VendorSpecFact]
    public async Task Payments_refunds_and_events_are_listed_without_loss()
    {
        var (payments, searched) = (ListOf("payment_intent", PaymentWaivers), ListOf("payment_intent", PaymentWaivers));
        searched.List["next_page"] = "page_2";
        await ReadAsync(payments.List, client => FirstPageAsync(((IPaymentDirectory)client).ListPayments(new PaymentQuery())), payments.Waivers);
        await ReadAsync(
            searched.List,
            client => FirstPageAsync(((IPaymentDirectory)client).ListPayments(new PaymentQuery { Metadata = new Dictionary<string, string> { ["order_id"] = "42" } })),
            searched.Waivers);
        var refunds = ListOf("refund", RefundWaivers);
        await ReadAsync(refunds.List, client => FirstPageAsync(((IPaymentDirectory)client).ListRefunds(Id)), refunds.Waivers);

        // An event is kept as it was received, so that nothing in it is lost.
        var events = ListOf("event", []);
        await ReadAsync(
            events.List,
            async client =>
            {
                var page = (Page<PaymentEvent>)(await FirstPageAsync(((IPaymentEventReader)client).ListEvents(new PaymentEventQuery())))!;
                return (page.Next, page.Items.Single(), Encoding.UTF8.GetString(page.Items.Single().Raw.Span));
            },
            events.Waivers);
    }

    [VendorSpecFact]
    public async Task Refund_answers_its_cancellation() => await ReadAsync(
        Fixture("refund"), async client => await ((IRefundCancelClient)client).CancelRefundAsync(new("cancel-1"), new("re_lamps01")), RefundWaivers);

    [VendorSpecFact]
    public async Task Setup_answers_every_operation_that_gives_one()
    {
        Waiver[] waivers =
        [
            .. Waiver.Waive("The address says what comes back.", "object"),
            .. Waiver.Waive("The key says whether it is live.", "livemode"),
            .. Waiver.Waive("The caller chose it.", "usage"),
            .. Waiver.Waive("A setting of the Stripe account.", "payment_method_configuration_details.id"),
            .. Waiver.Waive("For the browser, which reads them by the client secret.", "payment_method_types"),
        ];
        foreach (var call in (Func<IMethodSetupClient, Task<object?>>[])
        [
            async client => await client.CreateMethodSetupAsync(new CreateMethodSetupRequest { Key = new("save-1") }),
            async client => await client.ConfirmMethodSetupAsync(new ConfirmMethodSetupRequest { Key = new("save-1"), SetupId = new("seti_lamps01") }),
            async client => await client.FindMethodSetupAsync(new("seti_lamps01")),
            async client => await client.CancelMethodSetupAsync(new("save-1"), new("seti_lamps01")),
        ])
        {
            await ReadAsync(Fixture("setup_intent"), client => call((IMethodSetupClient)client), waivers);
        }
    }

    [VendorSpecFact]
    public async Task Saved_method_is_read_where_it_is_saved_and_listed()
    {
        Waiver[] waivers =
        [
            .. Waiver.Waive("The address says what comes back.", "object"),
            .. Waiver.Waive("The key says whether it is live.", "livemode"),
            .. Waiver.Waive("Personal data of the buyer: no member.", "billing_details.**"),
            .. Waiver.Waive("Only what may be shown of a card has a member.", "allow_redisplay", "created", "metadata.**", "card.checks.**", "card.country",
                "card.display_brand", "card.fingerprint", "card.funding", "card.generated_from.**", "card.networks.**", "card.three_d_secure_usage.**", "card.wallet.**"),
        ];
        await ReadAsync(
            Fixture("payment_method"),
            async client => await ((ISavedMethodClient)client).AttachMethodAsync(new("attach-1"), new("pm_lamps01"), new("cus_ada01")),
            waivers);
        var methods = ListOf("payment_method", waivers);
        await ReadAsync(methods.List, client => FirstPageAsync(((ISavedMethodClient)client).ListMethods(new("cus_ada01"))), methods.Waivers);
    }

    [VendorSpecFact]
    public async Task Customer_answers_its_creation() => await ReadAsync(
        Fixture("customer"),
        async client => await ((ISavedMethodClient)client).CreateCustomerAsync(new("customer-1"), null),
        [.. BodyValues.Of(Encoding.UTF8.GetBytes(Fixture("customer").ToJsonString())).Select(value => value.Path).Where(path => path != "id").Distinct()
            .Select(path => new Waiver(path, "Creating a customer gives the key only."))]);

    [VendorSpecFact]
    public async Task Checkout_answers_every_operation_that_gives_one()
    {
        var checkout = Fixture("checkout.session");
        (checkout["amount_total"], checkout["currency"], checkout["client_reference_id"], checkout["customer"]) = (6215, "eur", "ORD-42", "cus_ada01");
        Waiver[] waivers =
        [
            .. Waiver.Waive("The address says what comes back.", "object"),
            .. Waiver.Waive("The key says whether it is live.", "livemode"),
            .. Waiver.Waive("The caller chose it, or did not ask for it.", "mode", "cancel_url", "success_url", "after_expiration.**", "automatic_tax.**", "consent_collection.**",
                "custom_text.**", "invoice_creation.**", "phone_number_collection.enabled", "shipping_address_collection.**", "adaptive_pricing.enabled"),
            .. Waiver.Waive("Settings of the Stripe account.", "payment_method_types", "payment_method_configuration_details.id", "managed_payments.enabled"),
            .. Waiver.Waive("Personal data of the buyer: no member.", "customer_details.**", "collected_information.**"),
            .. Waiver.Waive("The client asks for neither postage, tax nor discounts; Total has what is paid.", "shipping_cost.**", "total_details.**", "currency_conversion.**"),
        ];
        foreach (var call in (Func<IStripePaymentGateway, Task<object?>>[])
        [
            async client => await client.CreateCheckoutAsync(new StripeCheckoutRequest
            {
                Key = new("checkout-1"), SuccessUrl = "https://shop.example.com/thanks",
                Items = [new StripeCheckoutItem { Name = "Lamp", UnitPrice = Money.Eur(62.15m) }],
            }),
            async client => await client.FindCheckoutAsync(new("cs_test_lamps01")),
            async client => await client.ExpireCheckoutAsync(new("checkout-1"), new("cs_test_lamps01")),
        ])
        {
            await ReadAsync(checkout, client => call((IStripePaymentGateway)client), waivers);
        }
    }

    [VendorSpecFact]
    public async Task Fraud_warning_is_read_alone_and_in_lists()
    {
        var waivers = Waiver.Waive("The address says what comes back.", "object", "livemode");
        await ReadAsync(
            Fixture("radar.early_fraud_warning"), async client => await ((IStripePaymentGateway)client).FindFraudWarningAsync(new("issfr_1")), waivers);
        var warnings = ListOf("radar.early_fraud_warning", waivers);
        await ReadAsync(
            warnings.List, client => FirstPageAsync(((IStripePaymentGateway)client).ListFraudWarnings(new StripeFraudWarningQuery())), warnings.Waivers);
    }

    [VendorSpecFact]
    public async Task Review_is_read_in_lists_and_when_approved()
    {
        var waivers = Waiver.Waive("The address says what comes back.", "object", "livemode");
        await ReadAsync(Fixture("review"), async client => await ((IStripePaymentGateway)client).ApproveReviewAsync(new("review-1"), new("prv_1")), waivers);
        var reviews = ListOf("review", waivers);
        await ReadAsync(reviews.List, client => FirstPageAsync(((IStripePaymentGateway)client).ListReviews()), reviews.Waivers);
    }

    [VendorSpecFact]
    public async Task Charge_is_read_for_itself()
    {
        var charge = Fixture("charge");
        (charge["application_fee_amount"], charge["application_fee"], charge["transfer"]) = (12, "fee_1", "tr_1");
        charge["balance_transaction"] = new JsonObject { ["id"] = "txn_1", ["fee"] = 30, ["net"] = 70, ["currency"] = "eur" };
        (charge["outcome"]!["risk_level"], charge["outcome"]!["risk_score"]) = ("normal", 12);

        await ReadAsync(charge, async client => await ((IStripePaymentGateway)client).FindChargeAsync("ch_1"),
        [
            .. Waiver.Waive("The address says what comes back.", "object"),
            .. Waiver.Waive("The key says whether it is live.", "livemode"),
            .. Waiver.Waive("Status, Captured and Refunded say it.", "captured", "paid", "refunded", "refunds.**"),
            .. Waiver.Waive("The payment itself says it.", "description", "payment_method", "payment_method_details.**"),
            .. Waiver.Waive("Personal data of the buyer: no member.", "billing_details.**"),
            .. Waiver.Waive("For the buyer: no member.", "receipt_url"),
            .. Waiver.Waive("Stripe's way before payment methods; this client uses none.", "source.**"),
            .. Waiver.Waive("The sample holds a stub object where an answer holds the id; the caller named the seller.", "transfer_data.destination.**"),
        ]);
    }

    [VendorSpecFact]
    public async Task Webhook_endpoint_answers_every_operation_that_gives_one()
    {
        var endpoint = Fixture("webhook_endpoint");
        (endpoint["secret"], endpoint["api_version"]) = ("whsec_invented", "2026-07-29.dahlia");
        var waivers = Waiver.Waive("The address says what comes back.", "object", "livemode");
        await ReadAsync(
            endpoint,
            async client => Revealed((await ((IStripePaymentGateway)client).CreateWebhookEndpointAsync(new StripeWebhookEndpointRequest
            {
                Key = new("hook-1"), Url = new("https://shop.example.com/hooks"), Events = ["*"],
            })).Value),
            waivers);
        await ReadAsync(
            endpoint,
            async client => Revealed((await ((IStripePaymentGateway)client).UpdateWebhookEndpointAsync(
                new StripeWebhookEndpointUpdate { Key = new("hook-1"), Id = new("we_1") })).Value),
            waivers);
        var endpoints = ListOf("webhook_endpoint", waivers);
        await ReadAsync(endpoints.List, client => FirstPageAsync(((IStripePaymentGateway)client).ListWebhookEndpoints()), endpoints.Waivers);
        await ReadAsync(
            Fixture("deleted_webhook_endpoint"),
            async client =>
            {
                await ((IStripePaymentGateway)client).DeleteWebhookEndpointAsync(new("we_1"));
                return null;
            },
            Waiver.Waive("A deletion gives nothing back.", "deleted", "id", "object"));
    }

    private static object Revealed(StripeWebhookEndpoint endpoint) => new { endpoint, Secret = endpoint.Secret?.Reveal() };

    private static async Task<object?> FirstPageAsync<T>(Paged<T> list)
    {
        await foreach (var page in list.PagesAsync())
        {
            return page;
        }

        return null;
    }

    /// <summary>A list of one sample, with more to come.</summary>
    private static (JsonObject List, Waiver[] Waivers) ListOf(string fixture, Waiver[] waivers) => (
        new JsonObject { ["object"] = "list", ["has_more"] = true, ["data"] = new JsonArray(Fixture(fixture)) },
        [
            .. Waiver.Waive("The address says what comes back.", "object"),
            .. waivers.Select(waiver => new Waiver("data." + waiver.Path, waiver.Reason)),
        ]);
}
