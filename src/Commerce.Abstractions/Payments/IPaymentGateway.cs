namespace Commerce.Payments;

/// <summary>One account at one payment gateway: what every gateway can do.</summary>
/// <remarks>
/// What only some gateways can do is an interface of its own that the same object implements
/// (<see cref="IDisputeClient"/>, <see cref="IPayoutGateway"/> and so on); <see cref="Capabilities"/> tells which. A
/// declined payment is a <see cref="Decline"/>, not an exception. Clients are thread-safe.
/// </remarks>
public interface IPaymentGateway
{
    /// <summary>Gets the gateway.</summary>
    GatewayCode Gateway { get; }

    /// <summary>Gets the name under which this account was registered.</summary>
    string Account { get; }

    /// <summary>Gets what this account can do, known offline.</summary>
    PaymentCapabilities Capabilities { get; }

    /// <summary>Creates a payment and, when a method is given and asked so, confirms it.</summary>
    /// <param name="request">Amount, method, and whether the money is taken or only held.</param>
    /// <param name="cancellationToken">Stops waiting; the gateway may still act.</param>
    /// <returns>The payment, or a refusal; a declined one is a <see cref="Decline"/>.</returns>
    /// <exception cref="CommerceException">
    /// A technical failure. When <see cref="CommerceException.IsOutcomeUnknown"/>, send the same key and the same
    /// request again: the gateway gives the first answer.
    /// </exception>
    Task<Outcome<Payment>> CreatePaymentAsync(CreatePaymentRequest request, CancellationToken cancellationToken = default);

    /// <summary>Confirms a payment that waits for a method or for confirmation.</summary>
    /// <param name="request">The payment and the method.</param>
    /// <param name="cancellationToken">Stops waiting; the gateway may still act.</param>
    /// <returns>The payment, or a refusal; a declined one is a <see cref="Decline"/>.</returns>
    /// <exception cref="CommerceException">A technical failure, as for <see cref="CreatePaymentAsync"/>.</exception>
    Task<Outcome<Payment>> ConfirmPaymentAsync(ConfirmPaymentRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a payment. Safe to repeat.</summary>
    /// <param name="paymentId">The payment.</param>
    /// <param name="seller">The seller on whose account it is; the client's own account when not given.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The payment, or <see langword="null"/> when the gateway does not know it.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Payment?> FindPaymentAsync(
        GatewayPaymentId paymentId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default);

    /// <summary>Takes money that is held.</summary>
    /// <param name="request">The payment and how much.</param>
    /// <param name="cancellationToken">Stops waiting; the gateway may still act.</param>
    /// <returns>The payment, or a refusal when it is not held any more or the amount is too much.</returns>
    /// <exception cref="CommerceException">A technical failure, as for <see cref="CreatePaymentAsync"/>.</exception>
    Task<Outcome<Payment>> CapturePaymentAsync(CapturePaymentRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lets money go that is held, or gives a payment up. One that is cancelled already counts as done.</summary>
    /// <param name="request">The payment.</param>
    /// <param name="cancellationToken">Stops waiting; the gateway may still act.</param>
    /// <returns>The payment, or a refusal when it was captured: refund it.</returns>
    /// <exception cref="CommerceException">A technical failure, as for <see cref="CreatePaymentAsync"/>.</exception>
    Task<Outcome<Payment>> CancelPaymentAsync(CancelPaymentRequest request, CancellationToken cancellationToken = default);

    /// <summary>Pays money back, in full or in part, several times up to what was captured.</summary>
    /// <param name="request">The payment and how much.</param>
    /// <param name="cancellationToken">Stops waiting; the gateway may still act.</param>
    /// <returns>The refund, or a refusal when nothing or not enough is left.</returns>
    /// <exception cref="CommerceException">A technical failure, as for <see cref="CreatePaymentAsync"/>.</exception>
    Task<Outcome<Refund>> RefundPaymentAsync(RefundPaymentRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a refund. Safe to repeat: a refund may fail days after it succeeded.</summary>
    /// <param name="refundId">The refund.</param>
    /// <param name="seller">The seller on whose account it is; the client's own account when not given.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The refund, or <see langword="null"/> when the gateway does not know it.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Refund?> FindRefundAsync(
        GatewayRefundId refundId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default);
}
