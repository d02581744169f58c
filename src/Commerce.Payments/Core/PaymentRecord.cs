namespace Commerce.Payments;

/// <summary>
/// One payment in the platform's books: what the gateway told of it, in whatever order. Observing is a pure function that never goes backwards:
/// the same observations give the same record in every order, and old or repeated ones change nothing.
/// </summary>
/// <remarks>
/// Only one thing makes less of what was: a refund that fails after it succeeded no longer counts, so that a refunded payment becomes a
/// partially refunded or succeeded one. Money decides, not the order of messages.
/// </remarks>
public sealed record PaymentRecord
{
    /// <summary>Gets the payment.</summary>
    public required PaymentId Id { get; init; }

    /// <summary>Gets the order that it pays.</summary>
    public OrderId? OrderId { get; init; }

    /// <summary>Gets the name of the gateway account.</summary>
    public required string Account { get; init; }

    /// <summary>Gets the gateway's key, once the gateway gave one.</summary>
    public GatewayPaymentId? GatewayId { get; init; }

    /// <summary>Gets the gateway's key of the latest charge.</summary>
    public string? ChargeId { get; init; }

    /// <summary>Gets the seller on whose account a direct charge lives.</summary>
    public ConnectedAccountId? Seller { get; init; }

    /// <summary>Gets what was asked for.</summary>
    public required Money Amount { get; init; }

    /// <summary>Gets when that was observed last.</summary>
    public DateTimeOffset AmountAt { get; init; }

    /// <summary>Gets what the buyer's bank agreed to, in all.</summary>
    public required Money Authorized { get; init; }

    /// <summary>Gets what was taken, in all.</summary>
    public required Money Captured { get; init; }

    /// <summary>Gets the furthest stage that was observed, without refunds.</summary>
    public PaymentState Stage { get; init; }

    /// <summary>Gets when that stage was observed: the last time before money was held, the first time after.</summary>
    public DateTimeOffset ObservedAt { get; init; }

    /// <summary>Gets until when held money must be captured, when the gateway told.</summary>
    public DateTimeOffset? CaptureBy { get; init; }

    /// <summary>Gets when it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the captures that the platform asked for.</summary>
    public IReadOnlyList<CaptureRecord> Captures { get; init; } = [];

    /// <summary>Gets the refunds in the order in which they became known.</summary>
    public IReadOnlyList<RefundRecord> Refunds { get; init; } = [];

    /// <summary>Gets the disputes.</summary>
    public IReadOnlyList<DisputeRecord> Disputes { get; init; } = [];

    /// <summary>Gets the keys of the ledger's entries about its refunds and disputes.</summary>
    public IReadOnlyList<string> Booked { get; init; } = [];

    /// <summary>Gets the number of times that it was saved; a store refuses a version that does not follow the last one.</summary>
    public long Version { get; init; }

    /// <summary>Gets what was paid back.</summary>
    public Money Refunded => Sum(static refund => refund.State == RefundState.Completed);

    /// <summary>Gets what can still be paid back: what was taken less every refund that is asked for, on its way or done.</summary>
    public Money Refundable => Captured - Sum(static refund => refund.Counts);

    /// <summary>Gets what is held and can still be taken.</summary>
    public Money Capturable => Stage == PaymentState.Authorized ? Authorized - Captured : Money.Zero(Amount.Currency);

    /// <summary>Gets a value indicating whether a dispute is open.</summary>
    public bool IsDisputed => Disputes.Any(static dispute => dispute.IsOpen);

    /// <summary>Gets where the payment is.</summary>
    public PaymentState State => Stage switch
    {
        _ when Captured.Amount > 0 => Refunded switch
        {
            { IsZero: true } => PaymentState.Succeeded,
            var refunded when refunded < Captured => PaymentState.PartiallyRefunded,
            _ => PaymentState.Refunded,
        },
        PaymentState.Cancelled when CaptureBy <= ObservedAt => PaymentState.Expired,
        var stage => stage,
    };

    /// <summary>Gets what was let go of what was authorised.</summary>
    internal Money Released => Stage is PaymentState.Cancelled or PaymentState.Succeeded ? Authorized - Captured : Money.Zero(Amount.Currency);

    /// <summary>Starts the record of a payment that is about to be created.</summary>
    /// <param name="id">The payment.</param>
    /// <param name="account">The name of the gateway account.</param>
    /// <param name="amount">What is asked for.</param>
    /// <param name="at">When.</param>
    /// <returns>The record, version 0.</returns>
    public static PaymentRecord Start(PaymentId id, string account, Money amount, DateTimeOffset at) => new()
    {
        Id = id,
        Account = account,
        Amount = amount,
        Authorized = Money.Zero(amount.Currency),
        Captured = Money.Zero(amount.Currency),
        CreatedAt = at,
    };

    /// <summary>Takes what the gateway tells of the payment.</summary>
    /// <param name="payment">The payment as it was.</param>
    /// <param name="at">When it was so, by the gateway's clock or by ours.</param>
    /// <returns>The record after it; this one when it is old news.</returns>
    public PaymentRecord Observe(Payment payment, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(payment);
        var known = this with
        {
            GatewayId = GatewayId ?? payment.Id,
            ChargeId = payment.Captured >= Captured ? payment.ChargeId ?? ChargeId : ChargeId,
            CaptureBy = Latest(CaptureBy, payment.CaptureBy),
            Authorized = Max(Authorized, payment.Capturable + payment.Captured),
            Captured = Max(Captured, payment.Captured),
        };
        if ((at, payment.Amount.Amount).CompareTo((AmountAt, Amount.Amount)) > 0)
        {
            known = known with { Amount = payment.Amount, AmountAt = at };
        }

        return StageOf(payment.Status) is { } stage ? known.Reach(stage, at) : known;
    }

    /// <summary>Takes what the gateway tells of a refund, also of one that was made elsewhere.</summary>
    /// <param name="refund">The refund as it was.</param>
    /// <returns>The record after it; an equal one when it is old news.</returns>
    public PaymentRecord Observe(Refund refund)
    {
        ArgumentNullException.ThrowIfNull(refund);
        if (Refunds.Any(known => known.FailedIds.Contains(refund.Id)))
        {
            return this;
        }

        var state = StateOf(refund.Status);
        var index = IndexOf(known => known.IsAbout(refund, Id));
        if (index < 0)
        {
            return state is null ? this : this with
            {
                Refunds = [.. Refunds, new RefundRecord
                {
                    Key = $"gateway:{refund.Id}", Amount = refund.Amount, State = state.Value, GatewayId = refund.Id, FailureReason = refund.FailureReason,
                    RequestedAt = refund.CreatedAt, SentAt = refund.CreatedAt,
                }],
            };
        }

        var record = Refunds[index] with { GatewayId = refund.Id };
        return With(index, state > record.State
            ? record with { State = state.Value, FailureReason = refund.FailureReason ?? record.FailureReason }
            : record);
    }

    /// <summary>Takes what the gateway tells of a dispute.</summary>
    /// <param name="dispute">The dispute as it was.</param>
    /// <returns>The record after it; an equal one when it is old news.</returns>
    public PaymentRecord Observe(Dispute dispute)
    {
        ArgumentNullException.ThrowIfNull(dispute);
        if (StateOf(dispute.Status) is not { } state)
        {
            return this;
        }

        var record = new DisputeRecord
        {
            Id = dispute.Id, Amount = dispute.Amount, IsChargeback = !dispute.IsInquiry, State = state, EvidenceDueBy = dispute.EvidenceDueBy,
        };
        var known = Disputes.FirstOrDefault(known => known.Id == dispute.Id);
        return known is null
            ? this with { Disputes = [.. Disputes, record] }
            : Rank(record) > Rank(known)
                ? this with { Disputes = [.. Disputes.Select(other => other == known ? record with { EvidenceDueBy = record.EvidenceDueBy ?? known.EvidenceDueBy } : other)] }
                : this;
    }

    /// <summary>Finds a refund.</summary>
    /// <param name="key">The platform's name of it.</param>
    /// <returns>The refund, or <see langword="null"/> when there is none of that name.</returns>
    public RefundRecord? FindRefund(string key) => Refunds.FirstOrDefault(refund => refund.Key == key);

    internal PaymentRecord With(RefundRecord refund) => IndexOf(known => known.Key == refund.Key) is var index and >= 0
        ? With(index, refund)
        : this with { Refunds = [.. Refunds, refund] };

    internal PaymentRecord With(CaptureRecord capture) => this with { Captures = [.. Captures.Where(known => known.Key != capture.Key), capture] };

    internal PaymentRecord Decline(GatewayPaymentId id, DateTimeOffset at) => (this with { GatewayId = GatewayId ?? id }).Reach(PaymentState.Failed, at);

    internal PaymentRecord Accept(GatewayDisputeId id) => this with
    {
        Disputes = [.. Disputes.Select(dispute => dispute.Id == id ? dispute with { State = DisputeState.Accepted } : dispute)],
    };

    private static PaymentState? StageOf(PaymentStatus status) => status.Value switch
    {
        "pending" or "requires_action" => PaymentState.Pending,
        "processing" => PaymentState.Processing,
        "failed" => PaymentState.Failed,
        "authorized" => PaymentState.Authorized,
        "cancelled" => PaymentState.Cancelled,
        "succeeded" => PaymentState.Succeeded,
        _ => null,
    };

    // The states of an attempt in the order in which a gateway reaches them: a refund may fail after it succeeded.
    private static RefundState? StateOf(RefundStatus status) => status.Value switch
    {
        "pending" or "requires_action" => RefundState.Processing,
        "succeeded" => RefundState.Completed,
        "failed" or "cancelled" => RefundState.Failed,
        _ => null,
    };

    private static DisputeState? StateOf(DisputeStatus status) => status.Value switch
    {
        "needs_response" => DisputeState.Open,
        "under_review" => DisputeState.UnderReview,
        "won" or "closed" => DisputeState.Won,
        "lost" => DisputeState.Lost,
        _ => null,
    };

    private static int Rank(DisputeRecord dispute) => (dispute.IsChargeback ? 10 : 0) + dispute.State switch
    {
        DisputeState.Open => 0,
        DisputeState.UnderReview => 1,
        _ => 2,
    };

    // Before money is held an attempt may follow another: the later message counts. From then on there is only forward.
    private static int Rank(PaymentState stage) => stage switch
    {
        PaymentState.Authorized => 1,
        PaymentState.Cancelled => 2,
        PaymentState.Succeeded => 3,
        _ => 0,
    };

    private static Money Max(Money left, Money right) => left >= right ? left : right;

    private static DateTimeOffset? Latest(DateTimeOffset? left, DateTimeOffset? right) => right > left || left is null ? right : left;

    private PaymentRecord Reach(PaymentState stage, DateTimeOffset at) => stage == Stage && Rank(stage) > 0
        ? this with { ObservedAt = at < ObservedAt ? at : ObservedAt }
        : (Rank(stage), at, (int)stage).CompareTo((Rank(Stage), ObservedAt, (int)Stage)) > 0 ? this with { Stage = stage, ObservedAt = at } : this;

    private PaymentRecord With(int index, RefundRecord refund) =>
        refund == Refunds[index] ? this : this with { Refunds = [.. Refunds.Select((known, place) => place == index ? refund : known)] };

    private int IndexOf(Func<RefundRecord, bool> test)
    {
        for (var i = 0; i < Refunds.Count; i++)
        {
            if (test(Refunds[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private Money Sum(Func<RefundRecord, bool> test) =>
        Refunds.Where(test).Total(Amount.Currency, static refund => refund.Amount);
}
