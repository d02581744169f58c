using Commerce.Http;
using Commerce.Payments.Stripe.Wire;

namespace Commerce.Payments.Stripe;

/// <summary>Talks to Stripe's REST API v1. Every POST carries an idempotency key, so all of them may be repeated.</summary>
internal sealed class StripePaymentGateway(VendorChannel channel) : IPaymentGateway
{
    private static readonly VendorOperation Create = new("create-payment") { IsSafeToRepeat = true };
    private static readonly VendorOperation Confirm = new("confirm-payment") { IsSafeToRepeat = true };
    private static readonly VendorOperation Find = new("find-payment");
    private static readonly VendorOperation Capture = new("capture-payment") { IsSafeToRepeat = true };
    private static readonly VendorOperation Cancel = new("cancel-payment") { IsSafeToRepeat = true };
    private static readonly VendorOperation CreateRefund = new("refund-payment") { IsSafeToRepeat = true };
    private static readonly VendorOperation FindRefund = new("find-refund");

    private static readonly Support NotYet = Support.No("Stripe has it; this version of the client does not cover it.");

    public GatewayCode Gateway => GatewayCode.Stripe;

    public string Account => channel.Account;

    public PaymentCapabilities Capabilities { get; } = new()
    {
        Features = new Dictionary<PaymentFeature, Support>
        {
            [PaymentFeature.PartialCapture] = Support.Yes,
            [PaymentFeature.SeveralCaptures] = Support.No("Stripe grants several captures card by card; this version of the client does not ask for it."),
            [PaymentFeature.IncrementalAuthorization] = NotYet,
            [PaymentFeature.DirectCharges] = Support.Yes,
            [PaymentFeature.Listing] = NotYet,
            [PaymentFeature.MetadataSearch] = NotYet,
            [PaymentFeature.PaymentUpdates] = NotYet,
            [PaymentFeature.MethodSetups] = NotYet,
            [PaymentFeature.Commissions] = NotYet,
            [PaymentFeature.Events] = NotYet,
            [PaymentFeature.PayoutRecall] = NotYet,
            [PaymentFeature.RefundCancellation] = NotYet,
            [PaymentFeature.Disputes] = NotYet,
            [PaymentFeature.ConnectedAccounts] = NotYet,
            [PaymentFeature.Transfers] = NotYet,
            [PaymentFeature.Payouts] = NotYet,
            [PaymentFeature.Balance] = NotYet,
            [PaymentFeature.SavedMethods] = NotYet,
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
        return StripeMapping.ToForm(request, form) is { } refusal
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

    public async Task<Payment?> FindPaymentAsync(
        GatewayPaymentId paymentId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default)
    {
        var request = ActFor(new HttpRequestMessage(HttpMethod.Get, Path(paymentId, "?expand[0]=latest_charge")), seller);
        var answer = await channel.SendAsync(request, Find, cancellationToken).ConfigureAwait(false);
        if (StripeErrors.SaysMissing(answer))
        {
            return null;
        }

        return answer.IsSuccess
            ? answer.Map(answer.ReadJson(StripeJson.Default.StripePaymentIntent), intent => StripeMapping.FromIntent(intent, answer.RequestId, seller))
            : throw answer.Failure();
    }

    public Task<Outcome<Payment>> CapturePaymentAsync(CapturePaymentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.IsFinal)
        {
            return Task.FromResult(Outcome.Refused<Payment>(
                RefusalCode.NotSupported, "IsFinal is false: " + Capabilities.Supports(PaymentFeature.SeveralCaptures).Reason, nameof(request.IsFinal)));
        }

        var form = new StripeForm();
        return StripeMapping.ToForm(request, form) is { } refusal
            ? Task.FromResult(Outcome.Refused<Payment>(refusal))
            : PaymentAsync(Path(request.PaymentId, "/capture"), Capture, request.Key, form, "amount_to_capture", request.Seller, cancellationToken);
    }

    public async Task<Outcome<Payment>> CancelPaymentAsync(CancelPaymentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = new StripeForm();
        if (StripeMapping.ToForm(request, form) is { } refusal)
        {
            return Outcome.Refused<Payment>(refusal);
        }

        var outcome = await PaymentAsync(
            Path(request.PaymentId, "/cancel"), Cancel, request.Key, form, null, request.Seller, cancellationToken).ConfigureAwait(false);
        if (outcome.Refusal?.Code != RefusalCode.InvalidTransition)
        {
            return outcome;
        }

        // Cancelling twice is no failure: look what state stood in the way.
        var payment = await FindPaymentAsync(request.PaymentId, request.Seller, cancellationToken).ConfigureAwait(false);
        return payment?.Status == PaymentStatus.Cancelled ? Outcome.Of(payment) : outcome;
    }

    public async Task<Outcome<Refund>> RefundPaymentAsync(RefundPaymentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = new StripeForm();
        if (StripeMapping.ToForm(request, form) is { } refusal)
        {
            return Outcome.Refused<Refund>(refusal);
        }

        var answer = await PostAsync("v1/refunds", CreateRefund, request.Key, form, request.Seller, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess
            ? Outcome.Of(answer.Map(answer.ReadJson(StripeJson.Default.StripeRefund), refund => StripeMapping.FromRefund(refund, answer.RequestId, request.Seller)))
            : Refuse<Refund>(answer, "amount");
    }

    public async Task<Refund?> FindRefundAsync(
        GatewayRefundId refundId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default)
    {
        var request = ActFor(
            new HttpRequestMessage(HttpMethod.Get, $"v1/refunds/{Uri.EscapeDataString(refundId.Value)}?expand[0]=transfer_reversal"), seller);
        var answer = await channel.SendAsync(request, FindRefund, cancellationToken).ConfigureAwait(false);
        if (StripeErrors.SaysMissing(answer))
        {
            return null;
        }

        return answer.IsSuccess
            ? answer.Map(answer.ReadJson(StripeJson.Default.StripeRefund), refund => StripeMapping.FromRefund(refund, answer.RequestId, seller))
            : throw answer.Failure();
    }

    private static string Path(GatewayPaymentId paymentId, string rest) =>
        $"v1/payment_intents/{Uri.EscapeDataString(paymentId.Value)}{rest}";

    private static Outcome<T> Refuse<T>(VendorAnswer answer, string? amountField)
        where T : class => StripeErrors.RefusalOf(answer, amountField) is { } refusal ? Outcome.Refused<T>(refusal) : throw answer.Failure();

    private async Task<Outcome<Payment>> PaymentAsync(
        string path, VendorOperation operation, OperationKey key, StripeForm form, string? amountField, ConnectedAccountId? seller, CancellationToken cancellationToken)
    {
        var answer = await PostAsync(path, operation, key, form, seller, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess
            ? Outcome.Of(answer.Map(answer.ReadJson(StripeJson.Default.StripePaymentIntent), intent => StripeMapping.FromIntent(intent, answer.RequestId, seller)))
            : Refuse<Payment>(answer, amountField);
    }

    private Task<VendorAnswer> PostAsync(
        string path, VendorOperation operation, OperationKey key, StripeForm form, ConnectedAccountId? seller, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form.ToContent() };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key.Value);
        return channel.SendAsync(ActFor(request, seller), operation, cancellationToken);
    }

    private static HttpRequestMessage ActFor(HttpRequestMessage request, ConnectedAccountId? seller)
    {
        if (seller is { } account)
        {
            request.Headers.TryAddWithoutValidation("Stripe-Account", account.Value);
        }

        return request;
    }
}
