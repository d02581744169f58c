using Commerce.Payments.Accounting;
using Microsoft.Extensions.Options;

namespace Commerce.Payments;

/// <summary>
/// Takes and pays back money over any set of gateway accounts and keeps the books of it: every step is written down before it is sent, so that
/// one whose answer is lost is sent again under the same key and counts once. Safe for many threads and processes.
/// </summary>
public sealed partial class PaymentManager
{
    private const int SaveAttempts = 20;

    private readonly Dictionary<string, IPaymentGateway> _gateways;
    private readonly IPaymentStore _store;
    private readonly ILedger _ledger;
    private readonly PaymentManagerOptions _options;
    private readonly TimeProvider _clock;

    /// <summary>Creates a manager.</summary>
    /// <param name="gateways">The gateway accounts, each with a name of its own.</param>
    /// <param name="store">Keeps payments and their entries.</param>
    /// <param name="ledger">The ledger of that store.</param>
    /// <param name="options">Limits and approvals.</param>
    /// <param name="clock">Tells the time.</param>
    public PaymentManager(IEnumerable<IPaymentGateway> gateways, IPaymentStore store, ILedger ledger, IOptions<PaymentManagerOptions> options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(gateways);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        _gateways = gateways.ToDictionary(static gateway => gateway.Account, StringComparer.Ordinal);
        (_store, _ledger, _options, _clock) = (store, ledger, options.Value, clock);
    }

    /// <summary>Finds a gateway account.</summary>
    /// <param name="account">Its name.</param>
    /// <returns>The client.</returns>
    /// <exception cref="ArgumentException">No account of that name is registered.</exception>
    public IPaymentGateway Get(string account) => _gateways.TryGetValue(account ?? "", out var gateway)
        ? gateway
        : throw new ArgumentException($"No gateway account is named {account}: register it, or use one of {string.Join(", ", _gateways.Keys.Order(StringComparer.Ordinal))}.", nameof(account));

    /// <summary>Creates a payment. Call it again with the same payment when an answer was lost: it counts once.</summary>
    /// <param name="payment">The payment.</param>
    /// <param name="cancellationToken">Stops waiting; the gateway may still act.</param>
    /// <returns>
    /// The record; a declined payment is a <see cref="Decline"/> and stays open for <see cref="ConfirmAsync"/> with another method.
    /// </returns>
    /// <exception cref="CommerceException">A technical failure; the payment may have happened.</exception>
    public async Task<Outcome<PaymentRecord>> CreateAsync(NewPayment payment, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(payment);
        var gateway = Get(payment.Account);
        var (amount, notes) = (payment.Request.Amount, new Dictionary<string, string>(payment.Request.Metadata) { [PaymentNotes.PaymentId] = payment.Id.ToString() });
        if (amount.Amount < _options.LeastAmount || amount.Amount > _options.GreatestAmount)
        {
            return Outcome.Refused<PaymentRecord>(
                RefusalCode.Validation, $"Amount is {amount}: give {_options.LeastAmount} to {_options.GreatestAmount}.", nameof(payment.Request.Amount));
        }

        if (payment.OrderId is { } order)
        {
            notes[PaymentNotes.OrderId] = order.ToString();
        }

        if (await _store.FindAsync(payment.Id, cancellationToken).ConfigureAwait(false) is not { } record)
        {
            var started = PaymentRecord.Start(payment.Id, payment.Account, amount, _clock.GetUtcNow()) with
            {
                OrderId = payment.OrderId, Version = 1, Seller = payment.Request.Split is { IsDirect: true } direct ? direct.Seller : null,
            };
            var saved = await _store.SaveAsync(started, [], cancellationToken).ConfigureAwait(false);
            record = saved.IsSuccess ? started : await NeededAsync(payment.Id, cancellationToken).ConfigureAwait(false);
        }

        if (record.GatewayId is null && record.Amount != amount)
        {
            return Outcome.Refused<PaymentRecord>(
                RefusalCode.Conflict, $"Payment {payment.Id} was begun with {record.Amount}, not {amount}: begin another payment.", nameof(payment.Request.Amount));
        }

        return await BeginAsync(gateway, record, payment.Request with { Metadata = notes }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Tries a payment again, with another method if one is given, or after the buyer did what was asked.</summary>
    /// <param name="id">The payment.</param>
    /// <param name="key">The name of this attempt: the same again when an answer was lost.</param>
    /// <param name="method">The method.</param>
    /// <param name="returnUrl">Where the buyer comes back to after a redirect.</param>
    /// <param name="cancellationToken">Stops waiting; the gateway may still act.</param>
    /// <returns>The record, or a refusal; a declined one is a <see cref="Decline"/>.</returns>
    /// <exception cref="CommerceException">A technical failure; the payment may have happened.</exception>
    public async Task<Outcome<PaymentRecord>> ConfirmAsync(
        PaymentId id, OperationKey key, PaymentMethodToken? method = null, Uri? returnUrl = null, CancellationToken cancellationToken = default) =>
        await AskAsync(id, static _ => null, (gateway, record, gatewayId) => gateway.ConfirmPaymentAsync(
            new ConfirmPaymentRequest { Key = key, PaymentId = gatewayId, Method = method, ReturnUrl = returnUrl, Seller = record.Seller }, cancellationToken), cancellationToken)
            .ConfigureAwait(false);

    /// <summary>Lets held money go, or gives a payment up.</summary>
    /// <param name="id">The payment.</param>
    /// <param name="key">The name of this step.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Stops waiting; the gateway may still act.</param>
    /// <returns>The record, or <see cref="RefusalCode.InvalidTransition"/> when money was taken: refund it.</returns>
    /// <exception cref="CommerceException">A technical failure; the payment may be cancelled.</exception>
    public async Task<Outcome<PaymentRecord>> CancelAsync(PaymentId id, OperationKey key, PaymentRefundReason? reason = null, CancellationToken cancellationToken = default) =>
        await AskAsync(
            id,
            static record => record.Captured.IsZero ? null : new Refusal(
                RefusalCode.InvalidTransition, $"Payment {record.Id} is {record.State}: money was taken, refund it."),
            (gateway, record, gatewayId) => gateway.CancelPaymentAsync(
                new CancelPaymentRequest { Key = key, PaymentId = gatewayId, Reason = reason, Seller = record.Seller }, cancellationToken),
            cancellationToken).ConfigureAwait(false);

    /// <summary>Takes what a gateway pushed or lists. Old, repeated and early events are harmless.</summary>
    /// <param name="account">The name of the gateway account.</param>
    /// <param name="event">The event.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>
    /// The record after it; <see cref="RefusalCode.NotFound"/> when no payment of ours is meant, <see cref="RefusalCode.NotSupported"/> when the event
    /// is not about a payment.
    /// </returns>
    public async Task<Outcome<PaymentRecord>> HandleAsync(string account, PaymentEvent @event, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(@event);
        (GatewayPaymentId? GatewayId, IReadOnlyDictionary<string, string>? Notes, Func<PaymentRecord, PaymentRecord> Observe)? told = @event switch
        {
            PaymentChanged { Payment: var payment, At: var at } => (payment.Id, payment.Metadata, record => record.Observe(payment, at)),
            RefundChanged { Refund: var refund } => (refund.PaymentId, refund.Metadata, record => record.Observe(refund)),
            DisputeChanged { Dispute: var dispute } => (dispute.PaymentId, null, record => record.Observe(dispute)),
            _ => null,
        };
        if (told is not var (gatewayId, notes, observe))
        {
            return Outcome.Refused<PaymentRecord>(RefusalCode.NotSupported, $"{@event.Type} is not about a payment: hand it to whoever it is about.");
        }

        if (await FindAsync(account, gatewayId, notes, cancellationToken).ConfigureAwait(false) is not { } id)
        {
            return Outcome.Refused<PaymentRecord>(RefusalCode.NotFound, $"{@event.Type} {@event.Id} is about no payment of these books.");
        }

        return await ChangeAsync(id, record => Outcome.Of(observe(record)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gives a dispute up. It cannot be undone.</summary>
    /// <param name="id">The payment.</param>
    /// <param name="key">The name of this step.</param>
    /// <param name="disputeId">The dispute.</param>
    /// <param name="cancellationToken">Stops waiting; the gateway may still act.</param>
    /// <returns>The record, or a refusal when the dispute is not open or the gateway has no disputes.</returns>
    /// <exception cref="CommerceException">A technical failure; the dispute may be given up.</exception>
    public async Task<Outcome<PaymentRecord>> AcceptDisputeAsync(
        PaymentId id, OperationKey key, GatewayDisputeId disputeId, CancellationToken cancellationToken = default)
    {
        var record = await _store.FindAsync(id, cancellationToken).ConfigureAwait(false);
        var dispute = record?.Disputes.FirstOrDefault(known => known.Id == disputeId);
        if (record is null || dispute is null)
        {
            return Outcome.Refused<PaymentRecord>(RefusalCode.NotFound, $"Payment {id} has no dispute {disputeId}.");
        }

        if (dispute.State == DisputeState.Accepted)
        {
            return Outcome.Of(record);
        }

        if (!PaymentTransitions.Allows(dispute.State, DisputeState.Accepted))
        {
            return Outcome.Refused<PaymentRecord>(RefusalCode.InvalidTransition, $"Dispute {disputeId} is {dispute.State}: only an open one can be given up.");
        }

        if (Get(record.Account) is not IDisputeClient disputes)
        {
            return Outcome.Refused<PaymentRecord>(RefusalCode.NotSupported, Get(record.Account).Capabilities.Supports(PaymentFeature.Disputes).Reason ?? "The gateway has no disputes.");
        }

        var outcome = await disputes.AcceptDisputeAsync(key, disputeId, record.Seller, cancellationToken).ConfigureAwait(false);
        return outcome.TryGet(out var accepted, out var refusal)
            ? await ChangeAsync(id, now => Outcome.Of(now.Observe(accepted with { Status = DisputeStatus.Lost }).Accept(disputeId)), cancellationToken).ConfigureAwait(false)
            : Outcome.Refused<PaymentRecord>(refusal);
    }

    /// <summary>Creates a payment that has no answer yet; one that has is looked at, since the gateway may have forgotten its key.</summary>
    private async Task<Outcome<PaymentRecord>> BeginAsync(
        IPaymentGateway gateway, PaymentRecord record, CreatePaymentRequest request, CancellationToken cancellationToken)
    {
        Payment? made = null;
        if (record.GatewayId is { } id)
        {
            made = await gateway.FindPaymentAsync(id, record.Seller, cancellationToken).ConfigureAwait(false);
        }
        else if (gateway.HasForgotten(record.CreatedAt, _clock))
        {
            if (gateway is not IPaymentDirectory directory || !gateway.Capabilities.Supports(PaymentFeature.MetadataSearch).IsSupported)
            {
                return Outcome.Refused<PaymentRecord>(
                    RefusalCode.ExternalUnavailable, $"Payment {record.Id} got no answer and {gateway.Gateway} cannot be asked about it any more: a person compares.");
            }

            var notes = new Dictionary<string, string> { [PaymentNotes.PaymentId] = record.Id.ToString() };
            made = await directory.ListPayments(new PaymentQuery { Metadata = notes, Seller = record.Seller }).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        }

        return made is { LastDecline: { } decline, Status.Value: "failed" }
            ? await TakeAsync(record.Id, Outcome.Refused<Payment>(decline with { PaymentId = made.Id }), cancellationToken).ConfigureAwait(false)
            : await TakeAsync(
                record.Id,
                made is null ? await gateway.CreatePaymentAsync(request, cancellationToken).ConfigureAwait(false) : Outcome.Of(made),
                cancellationToken).ConfigureAwait(false);
    }

    private async Task<Outcome<PaymentRecord>> AskAsync(
        PaymentId id,
        Func<PaymentRecord, Refusal?> check,
        Func<IPaymentGateway, PaymentRecord, GatewayPaymentId, Task<Outcome<Payment>>> ask,
        CancellationToken cancellationToken)
    {
        if (await _store.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } record)
        {
            return Outcome.Refused<PaymentRecord>(RefusalCode.NotFound, $"Payment {id} is not in these books.");
        }

        if (record.GatewayId is not { } gatewayId)
        {
            return Outcome.Refused<PaymentRecord>(RefusalCode.InvalidTransition, $"Payment {id} was begun and got no answer: create it again with the same request.");
        }

        return check(record) is { } refusal
            ? Outcome.Refused<PaymentRecord>(refusal)
            : await TakeAsync(id, await ask(Get(record.Account), record, gatewayId).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    private async Task<Outcome<PaymentRecord>> TakeAsync(PaymentId id, Outcome<Payment> outcome, CancellationToken cancellationToken)
    {
        var at = _clock.GetUtcNow();
        if (outcome.TryGet(out var payment, out var refusal))
        {
            return await ChangeAsync(id, record => Outcome.Of(record.Observe(payment, at)), cancellationToken).ConfigureAwait(false);
        }

        if (refusal is Decline { PaymentId: { } declined })
        {
            await ChangeAsync(id, record => Outcome.Of(record.Decline(declined, at)), cancellationToken).ConfigureAwait(false);
        }

        return Outcome.Refused<PaymentRecord>(refusal);
    }

    private async Task<PaymentId?> FindAsync(
        string account, GatewayPaymentId? gatewayId, IReadOnlyDictionary<string, string>? notes, CancellationToken cancellationToken)
    {
        if (gatewayId is { } known && await _store.FindAsync(account, known, cancellationToken).ConfigureAwait(false) is { } record)
        {
            return record.Id;
        }

        // An event may be faster than the answer to the call that caused it.
        return notes is not null && notes.TryGetValue(PaymentNotes.PaymentId, out var text) && Guid.TryParse(text, out var value)
            && await _store.FindAsync(new PaymentId(value), cancellationToken).ConfigureAwait(false) is { } noted && noted.Account == account
            ? noted.Id
            : null;
    }

    private async Task<PaymentRecord> NeededAsync(PaymentId id, CancellationToken cancellationToken) =>
        await _store.FindAsync(id, cancellationToken).ConfigureAwait(false)
        ?? throw new CommerceException(CommerceErrorKind.Conflict, $"Payment {id} was in the books and is not any more: a store never forgets one.");

    /// <summary>Applies a change to the newest record and keeps it with its entries.</summary>
    private async Task<Outcome<PaymentRecord>> ChangeAsync(PaymentId id, Func<PaymentRecord, Outcome<PaymentRecord>> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var before = await NeededAsync(id, cancellationToken).ConfigureAwait(false);
            if (!change(before).TryGet(out var after, out var refusal))
            {
                return Outcome.Refused<PaymentRecord>(refusal);
            }

            if (after == before)
            {
                return Outcome.Of(before);
            }

            var (booked, entries) = PaymentEntries.Between(before, after with { Version = before.Version + 1 }, _clock.GetUtcNow());
            var saved = await _store.SaveAsync(booked, entries, cancellationToken).ConfigureAwait(false);
            if (saved.Refusal?.Code != RefusalCode.Conflict || attempt == SaveAttempts)
            {
                return saved;
            }
        }
    }
}
