using Commerce.Http;
using Commerce.Payments.Stripe.Wire;

namespace Commerce.Payments.Stripe;

/// <summary>Talks to Stripe's REST API v1. Every POST carries an idempotency key, so all of them may be repeated.</summary>
internal sealed partial class StripePaymentGateway(VendorChannel channel, StripePaymentOptions options) : IStripePaymentGateway
{
    private static readonly VendorOperation Create = new("create-payment") { IsSafeToRepeat = true };
    private static readonly VendorOperation Confirm = new("confirm-payment") { IsSafeToRepeat = true };
    private static readonly VendorOperation Find = new("find-payment");
    private static readonly VendorOperation Capture = new("capture-payment") { IsSafeToRepeat = true };
    private static readonly VendorOperation Cancel = new("cancel-payment") { IsSafeToRepeat = true };
    private static readonly VendorOperation CreateRefund = new("refund-payment") { IsSafeToRepeat = true };
    private static readonly VendorOperation FindRefund = new("find-refund");

    public GatewayCode Gateway => GatewayCode.Stripe;

    public string Account => channel.Account;

    public PaymentCapabilities Capabilities { get; } = new()
    {
        Features = new Dictionary<PaymentFeature, Support>
        {
            [PaymentFeature.PartialCapture] = Support.Yes,
            [PaymentFeature.SeveralCaptures] = Support.When(
                "Stripe grants it account by account and card by card: set RequestMulticapture, then look at CanCaptureAgain of the payment."),
            [PaymentFeature.IncrementalAuthorization] = Support.When(
                "Stripe grants it account by account and card by card: set RequestIncrementalAuthorization, then look at CanIncrease of the payment."),
            [PaymentFeature.DirectCharges] = Support.Yes,
            [PaymentFeature.Listing] = Support.Yes,
            [PaymentFeature.MetadataSearch] = Support.When("A payment is found by its notes about a minute later; not for accounts in India."),
            [PaymentFeature.PaymentUpdates] = Support.Yes,
            [PaymentFeature.MethodSetups] = Support.Yes,
            [PaymentFeature.Commissions] = Support.Yes,
            [PaymentFeature.Events] = Support.When("Stripe keeps events for 30 days."),
            [PaymentFeature.PayoutRecall] = Support.When("A payout is cancelled while it is pending, and reversed only from banks of the United States and Canada."),
            [PaymentFeature.RefundCancellation] = Support.Yes,
            [PaymentFeature.Disputes] = Support.Yes,
            [PaymentFeature.ConnectedAccounts] = Support.Yes,
            [PaymentFeature.Transfers] = Support.Yes,
            [PaymentFeature.Payouts] = Support.Yes,
            [PaymentFeature.Balance] = Support.Yes,
            [PaymentFeature.SavedMethods] = Support.Yes,
        },
        Recovery = LostAnswerRecovery.RepeatIsSafe,
        KeyRetention = TimeSpan.FromHours(24),
        AuthorizationLifetime = TimeSpan.FromDays(7),
    };

    public Task<Outcome<Payment>> CreatePaymentAsync(CreatePaymentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Confirm && request.Method is null)
        {
            return Task.FromResult(Outcome.Refused<Payment>(
                RefusalCode.Validation, "Method is not set: a payment that is confirmed at once needs one.", nameof(request.Method)));
        }

        if (request.SaveMethod != SaveMethod.No && request.Customer is null)
        {
            return Task.FromResult(Outcome.Refused<Payment>(
                RefusalCode.Validation, "Customer is not set: a method is saved with a customer.", nameof(request.Customer)));
        }

        var form = new StripeForm();
        return StripeMapping.ToForm(request, options, form) is { } refusal
            ? Task.FromResult(Outcome.Refused<Payment>(refusal))
            : PaymentAsync(
                "v1/payment_intents", Create, request.Key, form, null, request.Split is { IsDirect: true } direct ? direct.Seller : null, cancellationToken);
    }

    public Task<Outcome<Payment>> ConfirmPaymentAsync(ConfirmPaymentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = new StripeForm();
        return StripeMapping.ToForm(request, form) is { } refusal
            ? Task.FromResult(Outcome.Refused<Payment>(refusal))
            : PaymentAsync(Path(request.PaymentId, "/confirm"), Confirm, request.Key, form, null, request.Seller, cancellationToken);
    }

    public Task<Payment?> FindPaymentAsync(
        GatewayPaymentId paymentId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default) => FindAsync(
        Path(paymentId, "?expand[0]=latest_charge"), Find, StripeJson.Default.StripePaymentIntent,
        (intent, requestId) => StripeMapping.FromIntent(intent, requestId, seller), seller, cancellationToken);

    public Task<Outcome<Payment>> CapturePaymentAsync(CapturePaymentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = new StripeForm();
        return StripeMapping.ToForm(request, form) is { } refusal
            ? Task.FromResult(Outcome.Refused<Payment>(refusal))
            : PaymentAsync(
                Path(request.PaymentId, "/capture"), Capture, request.Key, form, "amount_to_capture", request.Seller, cancellationToken,
                request.IsFinal ? null : answer => ExplainHoldAsync(
                    answer, request.PaymentId, request.Seller, payment => payment.CanCaptureAgain, nameof(request.IsFinal), cancellationToken));
    }

    public Task<Outcome<Payment>> CancelPaymentAsync(CancelPaymentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = new StripeForm();
        return StripeMapping.ToForm(request, form) is { } refusal
            ? Task.FromResult(Outcome.Refused<Payment>(refusal))
            : PaymentAsync(
                Path(request.PaymentId, "/cancel"), Cancel, request.Key, form, null, request.Seller, cancellationToken,

                // Cancelling twice is no failure.
                async _ => await FindPaymentAsync(request.PaymentId, request.Seller, cancellationToken).ConfigureAwait(false) is { } payment
                    && payment.Status == PaymentStatus.Cancelled ? Outcome.Of(payment) : null);
    }

    public Task<Outcome<Refund>> RefundPaymentAsync(RefundPaymentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = new StripeForm();
        return StripeMapping.ToForm(request, form) is { } refusal
            ? Task.FromResult(Outcome.Refused<Refund>(refusal))
            : PostAsync(
                "v1/refunds", CreateRefund, request.Key, form, StripeJson.Default.StripeRefund,
                (refund, requestId) => StripeMapping.FromRefund(refund, requestId, request.Seller), "amount", request.Seller, cancellationToken,
                answer => ExplainRefundAsync(answer, request, cancellationToken));
    }

    public Task<Refund?> FindRefundAsync(
        GatewayRefundId refundId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default) => FindAsync(
        $"v1/refunds/{Uri.EscapeDataString(refundId.Value)}?expand[0]=transfer_reversal", FindRefund, StripeJson.Default.StripeRefund,
        (refund, requestId) => StripeMapping.FromRefund(refund, requestId, seller), seller, cancellationToken);

    private static string Path(GatewayPaymentId paymentId, string rest) =>
        $"v1/payment_intents/{Uri.EscapeDataString(paymentId.Value)}{rest}";

    private Task<Outcome<Payment>> PaymentAsync(
        string path,
        VendorOperation operation,
        OperationKey key,
        StripeForm form,
        string? amountField,
        ConnectedAccountId? seller,
        CancellationToken cancellationToken,
        Func<VendorAnswer, Task<Outcome<Payment>?>>? explain = null) => PostAsync(
        path, operation, key, form, StripeJson.Default.StripePaymentIntent,
        (intent, requestId) => StripeMapping.FromIntent(intent, requestId, seller), amountField, seller, cancellationToken, explain);
}
