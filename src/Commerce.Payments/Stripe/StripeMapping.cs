using Commerce.Payments.Stripe.Wire;

namespace Commerce.Payments.Stripe;

/// <summary>Our words to Stripe's and back. Pure functions.</summary>
internal static partial class StripeMapping
{
    internal static Refusal? ToForm(CreatePaymentRequest request, StripePaymentOptions options, StripeForm form)
    {
        if (StripeMoney.TryWrite(request.Amount, out var amount) is { } refusal)
        {
            return refusal;
        }

        form.Add("amount", amount)
            .Add("currency", Currency(request.Amount))
            .Add("capture_method", request.Capture == CaptureMode.Manual ? "manual" : "automatic")
            .Add("automatic_payment_methods[enabled]", true)
            .Add("automatic_payment_methods[allow_redirects]", request.ReturnUrl is null ? "never" : "always")
            .Add("payment_method", request.Method?.Value)
            .Add("customer", request.Customer?.Value)
            .Add("setup_future_usage", request.SaveMethod switch { SaveMethod.OnSession => "on_session", SaveMethod.OffSession => "off_session", _ => null })
            .Add("transfer_group", request.Group)
            .Add("description", request.Description)
            .Add("statement_descriptor_suffix", request.StatementText);
        if (request.Capture == CaptureMode.Manual)
        {
            // Only for an account that has them: for any other, Stripe refuses the whole hold, although it is asked "if available".
            form.Add("payment_method_options[card][request_multicapture]", options.RequestMulticapture ? "if_available" : null)
                .Add("payment_method_options[card][request_incremental_authorization]", options.RequestIncrementalAuthorization ? "if_available" : null);
        }

        if (request.Confirm)
        {
            form.Add("confirm", true).Add("off_session", request.IsOffSession ? true : null).Add("return_url", request.ReturnUrl?.AbsoluteUri);
        }

        if (request.Split is { } split)
        {
            if (StripeMoney.TryWriteCommission(split.Commission, request.Amount, out var commission) is { } commissionRefusal)
            {
                return commissionRefusal;
            }

            // A direct charge lives on the seller's account: the header names it, and only the commission comes to the platform.
            form.Add("application_fee_amount", commission > 0 ? commission : null)
                .Add("transfer_data[destination]", split.IsDirect ? null : split.Seller.Value)
                .Add("on_behalf_of", split.IsSettlementMerchant && !split.IsDirect ? split.Seller.Value : null);
        }

        form.Add("metadata", request.Metadata).Add("expand[0]", "latest_charge");
        return form.AddVendorFields(request.VendorFields);
    }

    internal static Refusal? ToForm(CapturePaymentRequest request, StripeForm form)
    {
        if (request.Amount is { } amount)
        {
            if (StripeMoney.TryWrite(amount, out var units) is { } refusal)
            {
                return refusal;
            }

            form.Add("amount_to_capture", units);
        }

        return AddCommission(request.Commission, request.Amount, form)
            ?? form.Add("final_capture", request.IsFinal ? null : false).Add("expand[0]", "latest_charge").AddVendorFields(request.VendorFields);
    }

    internal static Refusal? ToForm(RefundPaymentRequest request, StripeForm form)
    {
        form.Add("payment_intent", request.PaymentId.Value);
        if (request.Amount is { } amount)
        {
            if (StripeMoney.TryWrite(amount, out var units) is { } refusal)
            {
                return refusal;
            }

            form.Add("amount", units);
        }

        form.Add("reason", Reason(request.Reason))
            .Add("reverse_transfer", request.ReverseTransfer ? true : null)
            .Add("refund_application_fee", request.RefundCommission ? true : null)
            .Add("metadata", request.Metadata)
            .Add("expand[0]", "transfer_reversal");
        return form.AddVendorFields(request.VendorFields);
    }

    internal static Refusal? ToForm(ConfirmPaymentRequest request, StripeForm form) => form
        .Add("payment_method", request.Method?.Value)
        .Add("return_url", request.ReturnUrl?.AbsoluteUri)
        .Add("expand[0]", "latest_charge")
        .AddVendorFields(request.VendorFields);

    internal static Refusal? ToForm(CancelPaymentRequest request, StripeForm form)
    {
        var reason = request.Reason?.Value switch
        {
            "requested_by_customer" or "order_cancelled" => "requested_by_customer",
            "duplicate" => "duplicate",
            "fraudulent" => "fraudulent",
            _ => null,
        };
        return form.Add("cancellation_reason", reason).Add("expand[0]", "latest_charge").AddVendorFields(request.VendorFields);
    }

    internal static Payment FromIntent(StripePaymentIntent intent, string? requestId, ConnectedAccountId? seller = null)
    {
        var currency = Needed(intent.Currency, "currency");
        var decline = intent.LastPaymentError is { } error && intent.Status == "requires_payment_method"
            ? StripeDeclines.ToDecline(error with { PaymentIntent = intent }, requestId)
            : null;
        return new Payment
        {
            Id = new GatewayPaymentId(Needed(intent.Id, "id")),
            Status = Status(intent.Status, decline is not null),
            VendorStatus = intent.Status ?? "",
            Amount = StripeMoney.Read(intent.Amount, currency),
            Capturable = StripeMoney.Read(intent.AmountCapturable ?? 0, currency),
            Captured = StripeMoney.Read(Captured(intent), currency),
            Refunded = intent.LatestCharge?.AmountRefunded is { } refunded ? StripeMoney.Read(refunded, currency) : null,
            CreatedAt = DateTimeOffset.FromUnixTimeSeconds(intent.Created),
            CaptureBy = Time(intent.LatestCharge?.PaymentMethodDetails?.Card?.CaptureBefore),
            NextAction = Action(intent.NextAction),
            LastDecline = decline,
            ClientSecret = Hidden(intent.ClientSecret),
            Method = intent.PaymentMethod is { } method ? new PaymentMethodToken(method) : null,
            ChargeId = intent.LatestCharge?.Id,
            CanIncrease = intent.LatestCharge?.PaymentMethodDetails?.Card?.IncrementalAuthorization?.Status is { } raising ? raising == "available" : null,
            CanCaptureAgain = intent.LatestCharge?.PaymentMethodDetails?.Card?.Multicapture?.Status is { } parts ? parts == "available" : null,
            Seller = seller,
            Metadata = intent.Metadata ?? [],
            RequestId = requestId,
        };
    }

    internal static Refund FromRefund(StripeRefund refund, string? requestId, ConnectedAccountId? seller = null) => new()
    {
        Id = new GatewayRefundId(Needed(refund.Id, "id")),
        PaymentId = refund.PaymentIntent is { } payment ? new GatewayPaymentId(payment) : null,
        ChargeId = refund.Charge,
        Amount = StripeMoney.Read(refund.Amount, refund.Currency),
        Status = refund.Status switch
        {
            "pending" => RefundStatus.Pending,
            "requires_action" => RefundStatus.RequiresAction,
            "succeeded" => RefundStatus.Succeeded,
            "failed" => RefundStatus.Failed,
            "canceled" => RefundStatus.Cancelled,
            _ => RefundStatus.Unknown,
        },
        FailureReason = refund.FailureReason,
        TransferReversed = refund.TransferReversal is { Amount: { } reversed, Currency: { } currency } ? StripeMoney.Read(reversed, currency) : null,
        Metadata = refund.Metadata ?? [],
        Seller = seller,
        CreatedAt = DateTimeOffset.FromUnixTimeSeconds(refund.Created),
        RequestId = requestId,
    };

    internal static Dispute FromDispute(StripeDispute dispute, ConnectedAccountId? seller) => new()
    {
        Id = new GatewayDisputeId(Needed(dispute.Id, "id")),
        PaymentId = dispute.PaymentIntent is { } payment ? new GatewayPaymentId(payment) : null,
        Amount = StripeMoney.Read(dispute.Amount, dispute.Currency),
        Status = dispute.Status switch
        {
            "needs_response" or "warning_needs_response" => DisputeStatus.NeedsResponse,
            "under_review" or "warning_under_review" => DisputeStatus.UnderReview,
            "won" => DisputeStatus.Won,
            "lost" => DisputeStatus.Lost,
            "warning_closed" or "prevented" => DisputeStatus.Closed,
            _ => DisputeStatus.Unknown,
        },
        VendorReason = dispute.Reason ?? "",
        IsInquiry = dispute.Status?.StartsWith("warning_", StringComparison.Ordinal) == true,
        Seller = seller,
        EvidenceDueBy = Time(dispute.EvidenceDetails?.DueBy),
    };

    internal static Payout FromPayout(StripePayout payout, ConnectedAccountId? seller) => new()
    {
        Id = new PayoutId(Needed(payout.Id, "id")),
        Amount = StripeMoney.Read(payout.Amount, payout.Currency),
        Status = payout.Status switch
        {
            "pending" => PayoutStatus.Pending,
            "in_transit" => PayoutStatus.InTransit,
            "paid" => PayoutStatus.Paid,
            "failed" => PayoutStatus.Failed,
            "canceled" => PayoutStatus.Cancelled,
            _ => PayoutStatus.Unknown,
        },
        ArrivesAt = Time(payout.ArrivalDate),
        FailureCode = payout.FailureCode,
        CreatedAt = Time(payout.Created),
        Metadata = payout.Metadata ?? [],
        Seller = seller,
    };

    /// <summary>Gives what was captured. Between two captures the charge tells it, whatever the payment does until the last one.</summary>
    private static long Captured(StripePaymentIntent intent) => intent.Status == "requires_capture"
        ? Math.Max(intent.AmountReceived ?? 0, intent.LatestCharge?.AmountCaptured ?? 0)
        : intent.AmountReceived ?? 0;

    private static PaymentAction? Action(StripeNextAction? action) => action?.Type is { } type
        ? new PaymentAction(type, Uri.TryCreate(action.RedirectToUrl?.Url, UriKind.Absolute, out var url) ? url : null)
        : null;

    private static Secret? Hidden(string? value) => string.IsNullOrWhiteSpace(value) ? null : new Secret(value);

    private static PaymentStatus Status(string? status, bool wasDeclined) => status switch
    {
        "requires_payment_method" => wasDeclined ? PaymentStatus.Failed : PaymentStatus.Pending,
        "requires_confirmation" => PaymentStatus.Pending,
        "requires_action" => PaymentStatus.RequiresAction,
        "processing" => PaymentStatus.Processing,
        "requires_capture" => PaymentStatus.Authorized,
        "succeeded" => PaymentStatus.Succeeded,
        "canceled" => PaymentStatus.Cancelled,
        _ => PaymentStatus.Unknown,
    };

    private static string? Reason(PaymentRefundReason? reason) => reason?.Value switch
    {
        null => null,
        "duplicate" => "duplicate",
        "fraudulent" => "fraudulent",
        _ => "requested_by_customer",
    };

    private static string Currency(Money money) => money.Currency.Code.ToLowerInvariant();

    internal static string Needed(string? value, string field) => string.IsNullOrWhiteSpace(value) ? throw new FormatException(field) : value;

    internal static T Needed<T>(T? value, string field)
        where T : class => value ?? throw new FormatException(field);

    internal static DateTimeOffset? Time(long? seconds) => seconds is { } value ? DateTimeOffset.FromUnixTimeSeconds(value) : null;
}
