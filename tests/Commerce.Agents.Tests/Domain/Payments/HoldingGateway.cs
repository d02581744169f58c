using System.Collections.Concurrent;
using Commerce.Payments;
using Commerce.Testing;

namespace Commerce.Agents.Tests.Domain.Payments;

/// <summary>The gateway in memory, which may tell until when money is held, may ask absent buyers to confirm, and may be slow.</summary>
internal sealed class HoldingGateway : IPaymentGateway
{
    internal HoldingGateway() => Inner = new FakePaymentGateway("stripe", Clock);

    public GatewayCode Gateway => Inner.Gateway;

    public string Account => Inner.Account;

    public PaymentCapabilities Capabilities => Inner.Capabilities;

    internal FakeClock Clock { get; } = new();

    internal FakePaymentGateway Inner { get; }

    /// <summary>How long money is held after it was asked for; not told when not set.</summary>
    internal TimeSpan? Lifetime { get; set; }

    internal bool AsksBuyer { get; set; }

    /// <summary>How long a look-up of a refund takes.</summary>
    internal TimeSpan LookupTime { get; set; }

    internal ConcurrentQueue<CreatePaymentRequest> Requests { get; } = new();

    public async Task<Outcome<Payment>> CreatePaymentAsync(CreatePaymentRequest request, CancellationToken cancellationToken = default)
    {
        Requests.Enqueue(request);
        var outcome = await Inner.CreatePaymentAsync(request, cancellationToken);
        return outcome.Map(payment => AsksBuyer && request.IsOffSession ? payment with { Status = PaymentStatus.RequiresAction } : Told(payment));
    }

    public Task<Outcome<Payment>> ConfirmPaymentAsync(ConfirmPaymentRequest request, CancellationToken cancellationToken = default) =>
        Inner.ConfirmPaymentAsync(request, cancellationToken);

    public async Task<Payment?> FindPaymentAsync(
        GatewayPaymentId paymentId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default) =>
        await Inner.FindPaymentAsync(paymentId, seller, cancellationToken) is { } payment ? Told(payment) : null;

    public Task<Outcome<Payment>> CapturePaymentAsync(CapturePaymentRequest request, CancellationToken cancellationToken = default) =>
        Inner.CapturePaymentAsync(request, cancellationToken);

    public Task<Outcome<Payment>> CancelPaymentAsync(CancelPaymentRequest request, CancellationToken cancellationToken = default) =>
        Inner.CancelPaymentAsync(request, cancellationToken);

    public Task<Outcome<Refund>> RefundPaymentAsync(RefundPaymentRequest request, CancellationToken cancellationToken = default) =>
        Inner.RefundPaymentAsync(request, cancellationToken);

    public Task<Refund?> FindRefundAsync(
        GatewayRefundId refundId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default)
    {
        Clock.Advance(LookupTime);
        return Inner.FindRefundAsync(refundId, seller, cancellationToken);
    }

    private Payment Told(Payment payment) => payment with { CaptureBy = payment.CreatedAt + Lifetime };
}
