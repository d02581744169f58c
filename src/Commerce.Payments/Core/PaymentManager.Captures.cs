namespace Commerce.Payments;

/// <content>Captures: written down, sent, looked for.</content>
public sealed partial class PaymentManager
{
    /// <summary>Takes money that is held. Call it again with the same key when an answer was lost: it counts once.</summary>
    /// <param name="id">The payment.</param>
    /// <param name="key">The name of this capture: the same again when an answer was lost, another one for another capture.</param>
    /// <param name="amount">How much; everything that is held when not given.</param>
    /// <param name="isFinal">Whether the rest is let go.</param>
    /// <param name="commission">The commission on this part, when the payment is shared with a seller.</param>
    /// <param name="cancellationToken">Stops waiting; the gateway may still act.</param>
    /// <returns>
    /// The record, or a refusal when it is not held any more or the amount is too much; <see cref="RefusalCode.Conflict"/> when the key names another
    /// capture.
    /// </returns>
    /// <exception cref="CommerceException">A technical failure; the money may be taken.</exception>
    public async Task<Outcome<PaymentRecord>> CaptureAsync(
        PaymentId id, OperationKey key, Money? amount = null, bool isFinal = true, Money? commission = null, CancellationToken cancellationToken = default)
    {
        if (await _store.FindAsync(id, cancellationToken).ConfigureAwait(false) is null)
        {
            return Outcome.Refused<PaymentRecord>(RefusalCode.NotFound, $"Payment {id} is not in these books.");
        }

        var begun = await ChangeAsync(id, record => BeginCapture(record, key, amount), cancellationToken).ConfigureAwait(false);
        if (!begun.TryGet(out var record, out _))
        {
            return begun;
        }

        var capture = Find(record, key)!;
        if (capture.IsAnswered)
        {
            return begun;
        }

        var gateway = Get(record.Account);
        var outcome = await FindCapturedAsync(gateway, record, capture, cancellationToken).ConfigureAwait(false)
            ?? await gateway.CapturePaymentAsync(
                new CapturePaymentRequest { Key = key, PaymentId = record.GatewayId!.Value, Amount = amount, IsFinal = isFinal, Commission = commission, Seller = record.Seller },
                cancellationToken).ConfigureAwait(false);
        var at = _clock.GetUtcNow();
        var answered = await ChangeAsync(
            id,
            now => Outcome.Of((outcome.TryGet(out var payment, out _) ? now.Observe(payment, at) : now).With(capture with { IsAnswered = outcome.IsSuccess })),
            cancellationToken).ConfigureAwait(false);
        return outcome.IsSuccess ? answered : Outcome.Refused<PaymentRecord>(outcome.Refusal!);
    }

    private static CaptureRecord? Find(PaymentRecord record, OperationKey key) => record.Captures.FirstOrDefault(capture => capture.Key == key);

    private Outcome<PaymentRecord> BeginCapture(PaymentRecord record, OperationKey key, Money? amount) => Find(record, key) switch
    {
        _ when record.GatewayId is null => Outcome.Refused<PaymentRecord>(
            RefusalCode.InvalidTransition, $"Payment {record.Id} was begun and got no answer: create it again with the same request."),
        { } known when known.Amount != amount => Outcome.Refused<PaymentRecord>(
            RefusalCode.Conflict, $"Capture {key} was asked for already, over {known.Amount?.ToString() ?? "everything"}: give another capture another key.", nameof(key)),
        { } => Outcome.Of(record),
        null => Outcome.Of(record.With(new CaptureRecord { Key = key, Amount = amount, Before = record.Captured, SentAt = _clock.GetUtcNow() })),
    };

    /// <summary>Once the gateway may have forgotten the key, the payment shows whether the money was taken.</summary>
    private async Task<Outcome<Payment>?> FindCapturedAsync(
        IPaymentGateway gateway, PaymentRecord record, CaptureRecord capture, CancellationToken cancellationToken) =>
        gateway.HasForgotten(capture.SentAt, _clock)
        && await gateway.FindPaymentAsync(record.GatewayId!.Value, record.Seller, cancellationToken).ConfigureAwait(false) is { } payment
        && payment.Captured > capture.Before
            ? Outcome.Of(payment)
            : null;
}
