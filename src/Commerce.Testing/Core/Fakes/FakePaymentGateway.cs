using System.Collections.Concurrent;
using System.Globalization;
using Commerce.Payments;

namespace Commerce.Testing;

/// <summary>
/// A payment gateway in memory, for tests: it holds, captures, cancels, refunds, transfers and pays out, remembers operation keys like a
/// real one, and fails as scripted. The method <c>pm_declined</c> is declined, every other one is good.
/// </summary>
public sealed partial class FakePaymentGateway : IPaymentGateway, IPaymentDirectory, ITransferClient, IPayoutGateway
{
    /// <summary>Gets the method that is always declined for insufficient funds.</summary>
    public static PaymentMethodToken DeclinedMethod { get; } = new("pm_declined");

    private readonly ConcurrentDictionary<string, (string Request, object Answer)> _answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Payment> _payments = new(StringComparer.Ordinal);
    private readonly List<Refund> _refunds = [];
    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;

    /// <summary>Creates a gateway.</summary>
    /// <param name="account">The account name.</param>
    /// <param name="clock">The clock of its payments; the system's when not given.</param>
    public FakePaymentGateway(string account = "fake", TimeProvider? clock = null)
    {
        Account = account;
        _clock = clock ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public GatewayCode Gateway => new("fake");

    /// <inheritdoc/>
    public string Account { get; }

    /// <inheritdoc/>
    public PaymentCapabilities Capabilities { get; } = new()
    {
        Features = new Dictionary<PaymentFeature, Support> 
        {
            [PaymentFeature.PartialCapture] = Support.Yes,
            [PaymentFeature.DirectCharges] = Support.Yes,
            [PaymentFeature.Listing] = Support.Yes,
            [PaymentFeature.Transfers] = Support.Yes,
            [PaymentFeature.Payouts] = Support.Yes,
        },
        Recovery = LostAnswerRecovery.RepeatIsSafe,
        KeyRetention = TimeSpan.FromDays(30),
        AuthorizationLifetime = TimeSpan.FromDays(7),
    };

    /// <summary>Gets what goes wrong next.</summary>
    public FaultScript Faults { get; } = new();

    /// <summary>Gets every payment as it is now, in order of creation.</summary>
    public IReadOnlyList<Payment> Payments
    {
        get
        {
            lock (_gate)
            {
                return [.. _payments.Values.OrderBy(payment => payment.Id.Value, StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>Gets every refund, in order.</summary>
    public IReadOnlyList<Refund> Refunds
    {
        get
        {
            lock (_gate)
            {
                return [.. _refunds];
            }
        }
    }

    /// <inheritdoc/>
    public Task<Outcome<Payment>> CreatePaymentAsync(CreatePaymentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return RunOnceAsync("CreatePayment", request.Key, $"{request.Amount}|{request.Method}|{request.Capture}|{request.Confirm}|{request.Split}", () =>
        {
            var payment = new Payment
            {
                Id = new GatewayPaymentId(string.Create(CultureInfo.InvariantCulture, $"pay_{_payments.Count + 1:D6}")),
                Status = PaymentStatus.Pending,
                VendorStatus = "pending",
                Amount = request.Amount,
                Capturable = Money.Zero(request.Amount.Currency),
                Captured = Money.Zero(request.Amount.Currency),
                Refunded = Money.Zero(request.Amount.Currency),
                CreatedAt = _clock.GetUtcNow(),
                Method = request.Method,
                Seller = request.Split is { IsDirect: true } direct ? direct.Seller : null,
                Metadata = request.Metadata,
            };
            return request.Confirm ? Confirm(payment, request.Method, request.Capture) : Keep(payment);
        }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Outcome<Payment>> ConfirmPaymentAsync(ConfirmPaymentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return RunOnceAsync("ConfirmPayment", request.Key, $"{request.PaymentId}|{request.Method}|{request.Seller}", () =>
            Find(request.PaymentId, request.Seller) is { } payment
                ? Confirm(payment, request.Method ?? payment.Method, CaptureMode.Manual)
                : Unknown(request.PaymentId), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Payment?> FindPaymentAsync(
        GatewayPaymentId paymentId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default) =>
        Faults.ReadAsync<Payment?>("FindPayment", () =>
        {
            lock (_gate)
            {
                return Find(paymentId, seller);
            }
        }, cancellationToken);

    /// <inheritdoc/>
    public Task<Outcome<Payment>> CapturePaymentAsync(CapturePaymentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return RunOnceAsync("CapturePayment", request.Key, $"{request.PaymentId}|{request.Amount}|{request.Seller}", () =>
        {
            if (Find(request.PaymentId, request.Seller) is not { } payment)
            {
                return Unknown(request.PaymentId);
            }

            if (payment.Status != PaymentStatus.Authorized)
            {
                return Outcome.Refused<Payment>(RefusalCode.InvalidTransition, $"The payment {payment.Id} is {payment.Status}: only a held one can be captured.");
            }

            var amount = request.Amount ?? payment.Capturable;
            return amount > payment.Capturable
                ? Outcome.Refused<Payment>(RefusalCode.AmountExceeded, $"{amount} is more than the {payment.Capturable} held.", "Amount")
                : Keep(payment with
                {
                    Status = PaymentStatus.Succeeded,
                    VendorStatus = "succeeded",
                    Captured = amount,
                    Capturable = Money.Zero(amount.Currency),
                });
        }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Outcome<Payment>> CancelPaymentAsync(CancelPaymentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return RunOnceAsync("CancelPayment", request.Key, $"{request.PaymentId}|{request.Seller}", () =>
        {
            if (Find(request.PaymentId, request.Seller) is not { } payment)
            {
                return Unknown(request.PaymentId);
            }

            return payment.Status == PaymentStatus.Succeeded
                ? Outcome.Refused<Payment>(RefusalCode.InvalidTransition, $"The payment {payment.Id} was captured: refund it.")
                : Keep(payment with
                {
                    Status = PaymentStatus.Cancelled, VendorStatus = "cancelled", Capturable = Money.Zero(payment.Amount.Currency),
                });
        }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Outcome<Refund>> RefundPaymentAsync(RefundPaymentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return RunOnceAsync("RefundPayment", request.Key, $"{request.PaymentId}|{request.Amount}|{request.Seller}", () =>
        {
            if (Find(request.PaymentId, request.Seller) is not { } payment)
            {
                return Outcome.Refused<Refund>(RefusalCode.NotFound, $"The payment {request.PaymentId} is not known.", "PaymentId");
            }

            var left = payment.Captured - payment.Refunded!.Value;
            var amount = request.Amount ?? left;
            if (amount.Amount <= 0 || amount > left)
            {
                return Outcome.Refused<Refund>(RefusalCode.AmountExceeded, $"{amount} is more than the {left} left.", "Amount");
            }

            _payments[payment.Id.Value] = payment with { Refunded = payment.Refunded + amount };
            var refund = new Refund
            {
                Id = new GatewayRefundId(string.Create(CultureInfo.InvariantCulture, $"ref_{_refunds.Count + 1:D6}")),
                PaymentId = payment.Id,
                Amount = amount,
                Status = RefundStatus.Succeeded,
                CreatedAt = _clock.GetUtcNow(),
                Seller = payment.Seller,
                Metadata = request.Metadata,
            };
            _refunds.Add(refund);
            return Outcome.Of(refund);
        }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Refund?> FindRefundAsync(
        GatewayRefundId refundId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default) =>
        Faults.ReadAsync("FindRefund", () => Refunds.FirstOrDefault(refund => refund.Id == refundId && refund.Seller == seller), cancellationToken);

    private static Outcome<Payment> Unknown(GatewayPaymentId paymentId) =>
        Outcome.Refused<Payment>(RefusalCode.NotFound, $"The payment {paymentId} is not known.", "PaymentId");

    private Payment? Find(GatewayPaymentId paymentId, ConnectedAccountId? seller) =>
        _payments.TryGetValue(paymentId.Value, out var payment) && payment.Seller == seller ? payment : null;

    private Outcome<Payment> Confirm(Payment payment, PaymentMethodToken? method, CaptureMode capture)
    {
        if (method is null)
        {
            return Outcome.Refused<Payment>(RefusalCode.Validation, "Method is not set: give a payment method to confirm with.", "Method");
        }

        if (method == DeclinedMethod)
        {
            var decline = new Decline(DeclineReason.InsufficientFunds, $"The payment {payment.Id} was declined: insufficient funds.")
            {
                Advice = DeclineAdvice.TryAnotherMethod,
                BuyerMessage = "Your card has insufficient funds. Try another card.",
                VendorCode = "insufficient_funds",
                PaymentId = payment.Id,
            };
            _payments[payment.Id.Value] = payment with { Status = PaymentStatus.Failed, VendorStatus = "failed", LastDecline = decline };
            return Outcome.Refused<Payment>(decline);
        }

        return Keep(capture == CaptureMode.Manual
            ? payment with { Status = PaymentStatus.Authorized, VendorStatus = "authorized", Capturable = payment.Amount, Method = method }
            : payment with { Status = PaymentStatus.Succeeded, VendorStatus = "succeeded", Captured = payment.Amount, Method = method });
    }

    private Outcome<Payment> Keep(Payment payment)
    {
        _payments[payment.Id.Value] = payment;
        return Outcome.Of(payment);
    }

    private Task<Outcome<T>> RunOnceAsync<T>(
        string operation, OperationKey key, string request, Func<Outcome<T>> effect, CancellationToken cancellationToken)
        where T : class => Faults.RunAsync(operation, () =>
    {
        lock (_gate)
        {
            if (_answers.TryGetValue(key.Value, out var first))
            {
                return first.Request == operation + request && first.Answer is Outcome<T> answer
                    ? answer
                    : throw new CommerceException(CommerceErrorKind.Conflict, $"The operation key {key} was used with another request.");
            }

            var outcome = effect();
            _answers[key.Value] = (operation + request, outcome);
            return outcome;
        }
    }, cancellationToken);
}
