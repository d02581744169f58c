using Commerce.Payments;
using Commerce.Payments.Stripe;

namespace Commerce.VendorContracts.Stripe;

/// <summary>What follows a payment, and what is Stripe's own on the side of payments.</summary>
public sealed partial class StripeContractTests
{
    private static readonly MethodSetupId Setup = new("seti_lamps01");
    private static readonly StripeCheckoutId Checkout = new("cs_test_lamps01");

    private static readonly Dictionary<string, string> Notes = new() { ["order_id"] = "42", ["note"] = "it's a \\ lamp" };

    [VendorSpecFact]
    public Task Holds_that_ask_for_everything_keep_the_contract() => CheckAsync(
        options => (options.RequestMulticapture, options.RequestIncrementalAuthorization) = (true, true),
        client => client.CreatePaymentAsync(Order with { Capture = CaptureMode.Manual }));

    [VendorSpecFact]
    public Task Raising_a_hold_keeps_the_contract() => CheckAsync(client => ((IAuthorizationClient)client).IncreaseAuthorizationAsync(
        new IncreaseAuthorizationRequest { Key = new("order-1-raise"), PaymentId = Payment, Amount = Money.Eur(80m), Commission = Money.Eur(8m) }));

    [VendorSpecFact]
    public Task Changing_a_payment_keeps_the_contract() => CheckAsync(
        client => ((IPaymentUpdateClient)client).UpdatePaymentAsync(new UpdatePaymentRequest { Key = new("order-1-change"), PaymentId = Payment }),
        client => ((IPaymentUpdateClient)client).UpdatePaymentAsync(new UpdatePaymentRequest
        {
            Key = new("order-1-change"), PaymentId = Payment, Amount = Money.Eur(80m), Commission = Money.Eur(8m), Method = new("pm_lamps01"),
            Customer = new("cus_ada01"), Description = "Order 42", Metadata = Notes,
        }));

    [VendorSpecFact]
    public Task Lists_keep_the_contract() => CheckAsync(
        client => ReadAllAsync(((IPaymentDirectory)client).ListPayments(new PaymentQuery())),
        client => ReadAllAsync(((IPaymentDirectory)client).ListPayments(new PaymentQuery
        {
            CreatedFrom = DateTimeOffset.UnixEpoch, CreatedBefore = DateTimeOffset.UnixEpoch.AddDays(1), Customer = new("cus_ada01"), PageSize = 3,
        })),
        client => ReadAllAsync(((IPaymentDirectory)client).ListPayments(new PaymentQuery
        {
            CreatedFrom = DateTimeOffset.UnixEpoch, CreatedBefore = DateTimeOffset.UnixEpoch.AddDays(1), Customer = new("cus_ada01"), Metadata = Notes,
        })),
        client => ReadAllAsync(((IPaymentDirectory)client).ListRefunds(Payment)),
        client => ReadAllAsync(((IPaymentEventReader)client).ListEvents(new PaymentEventQuery())),
        client => ReadAllAsync(((IPaymentEventReader)client).ListEvents(new PaymentEventQuery
        {
            Types = ["payout.failed", "payment_intent.succeeded"], CreatedFrom = DateTimeOffset.UnixEpoch, CreatedBefore = DateTimeOffset.UnixEpoch.AddDays(1),
        })));

    [VendorSpecFact]
    public Task The_next_page_keeps_the_contract() => CheckAsync(
        client => NextPageAsync(((IPaymentDirectory)client).ListPayments(new PaymentQuery())),
        client => NextPageAsync(((IPaymentDirectory)client).ListPayments(new PaymentQuery { Metadata = Notes })),
        client => NextPageAsync(((IPaymentEventReader)client).ListEvents(new PaymentEventQuery())));

    [VendorSpecFact]
    public Task Cancelling_a_refund_keeps_the_contract() => CheckAsync(
        client => ((IRefundCancelClient)client).CancelRefundAsync(new("refund-1-cancel"), new("re_lamps01")));

    [VendorSpecFact]
    public Task Saving_a_method_keeps_the_contract() => CheckAsync(
        client => ((IMethodSetupClient)client).CreateMethodSetupAsync(new CreateMethodSetupRequest { Key = new("save-1") }),
        client => ((IMethodSetupClient)client).CreateMethodSetupAsync(new CreateMethodSetupRequest
        {
            Key = new("save-1"), Customer = new("cus_ada01"), Method = new("pm_lamps01"), Confirm = true, ForOffSession = false,
            ReturnUrl = new("https://shop.example.com/back"), Metadata = Notes,
        }),
        client => ((IMethodSetupClient)client).ConfirmMethodSetupAsync(new ConfirmMethodSetupRequest
        {
            Key = new("save-1-confirm"), SetupId = Setup, Method = new("pm_lamps01"), ReturnUrl = new("https://shop.example.com/back"),
        }),
        client => ((IMethodSetupClient)client).FindMethodSetupAsync(Setup),
        client => ((IMethodSetupClient)client).CancelMethodSetupAsync(new("save-1-cancel"), Setup));

    [VendorSpecFact]
    public Task Saved_methods_keep_the_contract() => CheckAsync(
        client => ((ISavedMethodClient)client).CreateCustomerAsync(new("customer-1"), EmailAddress.Parse("ada@example.com")),
        client => ((ISavedMethodClient)client).CreateCustomerAsync(new("customer-1"), null),
        client => ReadAllAsync(((ISavedMethodClient)client).ListMethods(new("cus_ada01"))),
        client => ((ISavedMethodClient)client).AttachMethodAsync(new("attach-1"), new("pm_lamps01"), new("cus_ada01")),
        client => ((ISavedMethodClient)client).RemoveMethodAsync(new("pm_lamps01")));

    [VendorSpecFact]
    public Task Hosted_checkout_keeps_the_contract() => CheckAsync(
        client => ((IStripePaymentGateway)client).CreateCheckoutAsync(new StripeCheckoutRequest
        {
            Key = new("checkout-1"), SuccessUrl = "https://shop.example.com/thanks",
            Items = [new StripeCheckoutItem { Name = "Lamp", UnitPrice = Money.Eur(62.15m) }],
        }),
        client => ((IStripePaymentGateway)client).CreateCheckoutAsync(new StripeCheckoutRequest
        {
            Key = new("checkout-1"), SuccessUrl = "https://shop.example.com/thanks?id={CHECKOUT_SESSION_ID}", CancelUrl = new("https://shop.example.com/cart"),
            Items = [new StripeCheckoutItem { Name = "Lamp", UnitPrice = Money.Eur(62.15m), Quantity = 2 }, new StripeCheckoutItem { Name = "Postage", UnitPrice = Money.Eur(5m) }],
            Capture = CaptureMode.Manual, Customer = new("cus_ada01"), Reference = "ORD-42", Group = "ORD-42", Metadata = Notes,
            ExpiresAt = DateTimeOffset.UnixEpoch.AddYears(60),
            Split = new SellerSplit { Seller = new("acct_1Lamps"), Commission = Money.Eur(6m), IsSettlementMerchant = true },
        }),
        client => ((IStripePaymentGateway)client).FindCheckoutAsync(Checkout),
        client => ((IStripePaymentGateway)client).ExpireCheckoutAsync(new("checkout-1-expire"), Checkout));

    [VendorSpecFact]
    public Task Risk_keeps_the_contract() => CheckAsync(
        client => ReadAllAsync(((IStripePaymentGateway)client).ListFraudWarnings(new StripeFraudWarningQuery())),
        client => ReadAllAsync(((IStripePaymentGateway)client).ListFraudWarnings(new StripeFraudWarningQuery
        {
            PaymentId = Payment, CreatedFrom = DateTimeOffset.UnixEpoch, CreatedBefore = DateTimeOffset.UnixEpoch.AddDays(1),
        })),
        client => ((IStripePaymentGateway)client).FindFraudWarningAsync(new("issfr_lamps01")),
        client => ReadAllAsync(((IStripePaymentGateway)client).ListReviews()),
        client => ((IStripePaymentGateway)client).ApproveReviewAsync(new("review-1"), new("prv_lamps01")),
        client => ((IStripePaymentGateway)client).FindChargeAsync("ch_lamps01"));

    [VendorSpecFact]
    public Task Webhook_endpoints_keep_the_contract() => CheckAsync(
        client => ((IStripePaymentGateway)client).CreateWebhookEndpointAsync(new StripeWebhookEndpointRequest
        {
            Key = new("hook-1"), Url = new("https://shop.example.com/hooks"), Events = ["*"],
        }),
        client => ((IStripePaymentGateway)client).CreateWebhookEndpointAsync(new StripeWebhookEndpointRequest
        {
            Key = new("hook-1"), Url = new("https://shop.example.com/hooks"), Events = ["payout.failed", "payout.paid"], IsForSellers = true,
            Description = "Payouts", Metadata = Notes,
        }),
        client => ReadAllAsync(((IStripePaymentGateway)client).ListWebhookEndpoints()),
        client => ((IStripePaymentGateway)client).UpdateWebhookEndpointAsync(new StripeWebhookEndpointUpdate
        {
            Key = new("hook-1-off"), Id = new("we_lamps01"), Url = new("https://shop.example.com/hooks"), Events = ["payout.failed"], IsEnabled = false,
            Description = "Payouts",
        }),
        client => ((IStripePaymentGateway)client).DeleteWebhookEndpointAsync(new("we_lamps01")));

    private static async Task ReadAllAsync<T>(Paged<T> list)
    {
        await foreach (var _ in list)
        {
        }
    }

    private static async Task NextPageAsync<T>(Paged<T> list)
    {
        await foreach (var _ in list.PagesAsync(new ContinuationToken("page_2")))
        {
        }
    }
}
