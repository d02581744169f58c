namespace Commerce.Payments;

/// <content>Refunds: asked for, agreed to, sent, sent again.</content>
public sealed partial class PaymentManager
{
    /// <summary>Pays money back. Call it again with the same key when an answer was lost: it counts once.</summary>
    /// <param name="refund">How much of what, under which name.</param>
    /// <param name="cancellationToken">Stops waiting; the gateway may still act.</param>
    /// <returns>
    /// The refund: <see cref="RefundState.Pending"/> when it waits for <see cref="ApproveRefundAsync"/>. A refusal with nothing done:
    /// <see cref="RefusalCode.AmountExceeded"/> when less than that is left, <see cref="RefusalCode.Conflict"/> when the key names another refund,
    /// the gateway's own otherwise.
    /// </returns>
    /// <exception cref="CommerceException">A technical failure; the money may be on its way: <see cref="ResumeRefundsAsync"/> finds out.</exception>
    public async Task<Outcome<RefundRecord>> RefundAsync(NewRefund refund, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(refund);
        if (await _store.FindAsync(refund.PaymentId, cancellationToken).ConfigureAwait(false) is null)
        {
            return Outcome.Refused<RefundRecord>(RefusalCode.NotFound, $"Payment {refund.PaymentId} is not in these books.");
        }

        var asked = await ChangeAsync(refund.PaymentId, record => Ask(record, refund), cancellationToken).ConfigureAwait(false);
        return asked.TryGet(out var record, out var refusal)
            ? await SendAsync(record, refund.Key, cancellationToken).ConfigureAwait(false)
            : Outcome.Refused<RefundRecord>(refusal);
    }

    /// <summary>Agrees to a refund that waits for a second person, and sends it.</summary>
    /// <param name="id">The payment.</param>
    /// <param name="key">The platform's name of the refund.</param>
    /// <param name="approver">Who agrees, somebody else than who asked; an id of staff, no personal data.</param>
    /// <param name="cancellationToken">Stops waiting; the gateway may still act.</param>
    /// <returns>The refund, or a refusal: <see cref="RefusalCode.PolicyViolation"/> when it is the same person.</returns>
    /// <exception cref="CommerceException">A technical failure, as for <see cref="RefundAsync"/>.</exception>
    public async Task<Outcome<RefundRecord>> ApproveRefundAsync(PaymentId id, string key, string approver, CancellationToken cancellationToken = default)
    {
        var decided = await DecideAsync(id, key, approver, RefundState.Approved, cancellationToken).ConfigureAwait(false);
        return decided.TryGet(out var record, out var refusal)
            ? await SendAsync(record, key, cancellationToken).ConfigureAwait(false)
            : Outcome.Refused<RefundRecord>(refusal);
    }

    /// <summary>Refuses a refund that waits for a second person.</summary>
    /// <param name="id">The payment.</param>
    /// <param name="key">The platform's name of the refund.</param>
    /// <param name="approver">Who refuses; an id of staff, no personal data.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The refund, or a refusal.</returns>
    public async Task<Outcome<RefundRecord>> RejectRefundAsync(PaymentId id, string key, string approver, CancellationToken cancellationToken = default) =>
        (await DecideAsync(id, key, approver, RefundState.Rejected, cancellationToken).ConfigureAwait(false)).Map(record => record.FindRefund(key)!);

    /// <summary>Tries a refund again that failed, under a new key at the gateway.</summary>
    /// <param name="id">The payment.</param>
    /// <param name="key">The platform's name of the refund.</param>
    /// <param name="cancellationToken">Stops waiting; the gateway may still act.</param>
    /// <returns>The refund, or a refusal: <see cref="RefusalCode.PolicyViolation"/> when it was tried as often as is allowed: pay by another way.</returns>
    /// <exception cref="CommerceException">A technical failure, as for <see cref="RefundAsync"/>.</exception>
    public async Task<Outcome<RefundRecord>> RetryRefundAsync(PaymentId id, string key, CancellationToken cancellationToken = default)
    {
        var begun = await ChangeRefundAsync(id, key, (record, refund) => refund switch
        {
            { State: not RefundState.Failed } => Refused(RefusalCode.InvalidTransition, $"Refund {key} is {refund.State}: only a failed one is tried again."),
            _ when refund.Attempt >= _options.RefundAttempts => Refused(
                RefusalCode.PolicyViolation, $"Refund {key} failed {refund.Attempt} times: a person pays it back by another way."),
            _ when refund.Amount > record.Refundable => Exceeded(refund.Amount, record),
            _ => Outcome.Of(refund with
            {
                State = RefundState.Processing,
                Attempt = refund.Attempt + 1,
                FailedIds = refund.GatewayId is { } failed ? [.. refund.FailedIds, failed] : refund.FailedIds,
                GatewayId = null,
                FailureReason = null,
                SentAt = _clock.GetUtcNow(),
            }),
        }, cancellationToken).ConfigureAwait(false);
        return begun.TryGet(out var record, out var refusal)
            ? await SendAsync(record, key, cancellationToken).ConfigureAwait(false)
            : Outcome.Refused<RefundRecord>(refusal);
    }

    /// <summary>Goes on with refunds that were begun and have no answer: after a crash, a lost connection, an outage.</summary>
    /// <param name="count">How many payments at most, those created first at the front.</param>
    /// <param name="cancellationToken">Stops waiting; the gateway may still act.</param>
    /// <returns>One outcome for each refund; a technical failure is <see cref="RefusalCode.ExternalUnavailable"/> and is tried again the next time.</returns>
    public async Task<IReadOnlyList<Outcome<RefundRecord>>> ResumeRefundsAsync(int count = 100, CancellationToken cancellationToken = default)
    {
        var outcomes = new List<Outcome<RefundRecord>>();
        foreach (var record in await _store.ListWithRefundsToSendAsync(count, cancellationToken).ConfigureAwait(false))
        {
            foreach (var refund in record.Refunds.Where(static refund => refund.IsToSend))
            {
                try
                {
                    outcomes.Add(await SendAsync(record, refund.Key, cancellationToken).ConfigureAwait(false));
                }
                catch (CommerceException exception)
                {
                    outcomes.Add(Refused(RefusalCode.ExternalUnavailable, $"Refund {refund.Key} of payment {record.Id} has no answer yet ({exception.Kind}): it is tried again."));
                }
            }
        }

        return outcomes;
    }

    private static Outcome<RefundRecord> Refused(RefusalCode code, string message, string? field = null) => Outcome.Refused<RefundRecord>(code, message, field);

    private static Outcome<RefundRecord> Exceeded(Money amount, PaymentRecord record) =>
        Refused(RefusalCode.AmountExceeded, $"Amount is {amount} and only {record.Refundable} of payment {record.Id} is left: refund no more than that.", "Amount");

    private Outcome<PaymentRecord> Ask(PaymentRecord record, NewRefund asked)
    {
        var amount = asked.Amount ?? record.Refundable;
        if (record.FindRefund(asked.Key) is { } known)
        {
            return (asked.Amount is null || asked.Amount == known.Amount) && asked.Reason == known.Reason
                ? Outcome.Of(record)
                : Outcome.Refused<PaymentRecord>(
                    RefusalCode.Conflict, $"Refund {asked.Key} was asked for already, over {known.Amount}: give another refund another key.", nameof(asked.Key));
        }

        if (amount.Currency != record.Amount.Currency || (asked.Amount is not null && amount.Amount <= 0))
        {
            return Outcome.Refused<PaymentRecord>(RefusalCode.Validation, $"Amount is {amount}: give more than zero {record.Amount.Currency}.", nameof(asked.Amount));
        }

        if (record.Refundable < amount || amount.IsZero)
        {
            return Outcome.Refused<PaymentRecord>(Exceeded(amount, record).Refusal!);
        }

        var now = _clock.GetUtcNow();
        var needsApproval = amount.Amount > _options.ApprovalAbove || now - record.ObservedAt > _options.ApprovalAfter;
        return Outcome.Of(record.With(new RefundRecord
        {
            Key = asked.Key,
            Amount = amount,
            Reason = asked.Reason,
            ReverseTransfer = asked.ReverseTransfer,
            RefundCommission = asked.RefundCommission,
            RequestedBy = asked.RequestedBy,
            RequestedAt = now,
            State = needsApproval ? RefundState.Pending : RefundState.Processing,
            SentAt = needsApproval ? null : now,
        }));
    }

    private Task<Outcome<PaymentRecord>> DecideAsync(PaymentId id, string key, string approver, RefundState state, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(approver);
        return ChangeRefundAsync(id, key, (_, refund) => refund switch
        {
            // A repeated agreement goes on with what was begun.
            _ when refund.DecidedBy == approver && refund.State >= state => Outcome.Of(refund),
            _ when !PaymentTransitions.Allows(refund.State, state) => Refused(
                RefusalCode.InvalidTransition, $"Refund {key} is {refund.State} and does not wait for anybody."),
            _ when refund.RequestedBy == approver => Refused(
                RefusalCode.PolicyViolation, $"Refund {key} was asked for by the same person: a second one must agree."),
            _ => Outcome.Of(refund with { State = state, DecidedBy = approver }),
        }, cancellationToken);
    }

    private async Task<Outcome<PaymentRecord>> ChangeRefundAsync(
        PaymentId id, string key, Func<PaymentRecord, RefundRecord, Outcome<RefundRecord>> change, CancellationToken cancellationToken) =>
        await _store.FindAsync(id, cancellationToken).ConfigureAwait(false) is null
            ? Outcome.Refused<PaymentRecord>(RefusalCode.NotFound, $"Payment {id} is not in these books.")
            : await ChangeAsync(
                id,
                record => record.FindRefund(key) is { } refund
                    ? change(record, refund).Map(record.With)
                    : Outcome.Refused<PaymentRecord>(RefusalCode.NotFound, $"Payment {id} has no refund {key}."),
                cancellationToken).ConfigureAwait(false);

    /// <summary>Sends an attempt that has no answer. What is sent twice has the same key, or is looked for first once the gateway forgets keys.</summary>
    private async Task<Outcome<RefundRecord>> SendAsync(PaymentRecord record, string key, CancellationToken cancellationToken)
    {
        var refund = record.FindRefund(key)!;
        if (!refund.IsToSend)
        {
            return Outcome.Of(refund);
        }

        if (refund.State == RefundState.Approved)
        {
            var begun = await ChangeRefundAsync(
                record.Id, key, (_, now) => Outcome.Of(now.State == RefundState.Approved ? now with { State = RefundState.Processing, SentAt = _clock.GetUtcNow() } : now), cancellationToken).ConfigureAwait(false);
            (record, refund) = (begun.Value, begun.Value.FindRefund(key)!);
        }

        var gateway = Get(record.Account);
        Outcome<Refund>? outcome = null;
        if (gateway.HasForgotten(refund.SentAt, _clock))
        {
            if (gateway is not IPaymentDirectory directory)
            {
                return Refused(
                    RefusalCode.ExternalUnavailable, $"Refund {key} of payment {record.Id} got no answer and {gateway.Gateway} cannot be asked about it: a person compares.");
            }

            outcome = await directory.ListRefunds(record.GatewayId!.Value, record.Seller)
                .FirstOrDefaultAsync(made => refund.IsAbout(made, record.Id), cancellationToken).ConfigureAwait(false) is { } made ? Outcome.Of(made) : null;
        }

        outcome ??= await gateway.RefundPaymentAsync(
            new RefundPaymentRequest
            {
                Key = refund.KeyFor(record.Id),
                PaymentId = record.GatewayId!.Value,
                Amount = refund.Amount,
                Reason = refund.Reason,
                ReverseTransfer = refund.ReverseTransfer,
                RefundCommission = refund.RefundCommission,
                Seller = record.Seller,
                Metadata = new Dictionary<string, string> { [PaymentNotes.PaymentId] = $"{record.Id}", [PaymentNotes.RefundKey] = refund.KeyFor(record.Id).Value },
            },
            cancellationToken).ConfigureAwait(false);
        if (outcome.TryGet(out var paid, out var refusal))
        {
            return (await ChangeAsync(record.Id, now => Outcome.Of(now.Observe(paid)), cancellationToken).ConfigureAwait(false)).Map(now => now.FindRefund(key)!);
        }

        await ChangeRefundAsync(
            record.Id,
            key,
            (_, now) => Outcome.Of(now is { IsToSend: true } && now.Attempt == refund.Attempt
                ? now with { State = RefundState.Failed, FailureReason = refusal.VendorCode ?? refusal.Code.Value }
                : now),
            cancellationToken).ConfigureAwait(false);
        return Outcome.Refused<RefundRecord>(refusal);
    }
}
