namespace Commerce.Payments.Tests;

/// <summary>
/// The life of one payment at a gateway: it obeys the gateway's rules and tells every change as an event, with the payment, refund or dispute as it was
/// at that moment.
/// </summary>
internal sealed class PaymentStory
{
    private static readonly Money None = Money.Eur(0);

    private readonly PaymentId _id;
    private readonly List<Refund> _refunds = [];
    private readonly List<Dispute> _disputes = [];
    private Payment _payment;
    private DateTimeOffset _now = new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);

    internal PaymentStory(PaymentId id, decimal amount)
    {
        _id = id;
        _payment = new Payment
        {
            Id = new("pay_1"), Status = PaymentStatus.Pending, VendorStatus = "", Amount = Money.Eur(amount), Capturable = None, Captured = None, CreatedAt = _now,
            Metadata = new Dictionary<string, string> { ["payment_id"] = id.ToString() },
        };
        Tell(_payment);
    }

    internal List<PaymentEvent> Events { get; } = [];

    internal Money Captured => _payment.Captured;

    internal Money Refunded => Sum(_refunds.Where(static refund => refund.Status == RefundStatus.Succeeded));

    internal bool IsDisputed => _disputes.Exists(static dispute => dispute.Status == DisputeStatus.NeedsResponse || dispute.Status == DisputeStatus.UnderReview);

    /// <summary>Does one of the things that may happen next; which one, and how much, the numbers say.</summary>
    internal void Step(int what, int share)
    {
        _now += TimeSpan.FromSeconds(what % 3);
        var status = _payment.Status.Value;
        switch (what % 10)
        {
            case 0 or 1 when status is "pending" or "requires_action" or "processing" or "failed":
                Turn(_payment with { Status = new(((string[])["pending", "requires_action", "processing", "failed"])[share % 4]) });
                break;
            case 2 or 3 or 4 when status is "pending" or "requires_action" or "processing" or "failed":
                Turn(_payment with { Status = PaymentStatus.Authorized, Capturable = _payment.Amount, CaptureBy = _now.AddDays(7), ChargeId = "ch_1" });
                break;
            case 5 when status == "authorized":
                Turn(_payment with { Amount = _payment.Amount * 2, Capturable = (_payment.Amount * 2) - _payment.Captured });
                break;
            case 2 or 3 or 6 when status == "authorized":
                Capture(Part(_payment.Capturable, share), what % 2 == 0);
                break;
            case 7 when status is not ("succeeded" or "cancelled") && _payment.Captured.IsZero:
                Turn(_payment with { Status = PaymentStatus.Cancelled, Capturable = None });
                break;
            case 0 or 1 or 2 or 3 when status == "succeeded":
                Refund(Part(_payment.Captured - Sum(_refunds.Where(static refund => refund.Status != RefundStatus.Failed)), share), what % 2 == 0);
                break;
            case 4 or 5 when _refunds.Count > 0:
                TurnRefund(share % _refunds.Count, what % 2 == 0 ? RefundStatus.Failed : RefundStatus.Succeeded);
                break;
            case 8 when status == "succeeded" && _disputes.Count < 2:
                _disputes.Add(new Dispute
                {
                    Id = new($"dp_{_disputes.Count + 1}"), PaymentId = _payment.Id, Amount = _payment.Captured, Status = DisputeStatus.NeedsResponse, VendorReason = "general",
                    IsInquiry = share % 2 == 0, EvidenceDueBy = _now.AddDays(9),
                });
                Tell(_disputes[^1]);
                break;
            case 9 when _disputes.Count > 0:
                TurnDispute(share % _disputes.Count, share);
                break;
            default:
                break;
        }
    }

    private static Money Sum(IEnumerable<Refund> refunds) => refunds.Aggregate(None, static (sum, refund) => sum + refund.Amount);

    private static Money Part(Money of, int share) => new Money(of.Amount * ((share % 10) + 1) / 10, of.Currency).Round();

    private void Capture(Money part, bool isFinal)
    {
        if (part.Amount > 0)
        {
            var left = _payment.Capturable - part;
            var ends = isFinal || left.IsZero;
            Turn(_payment with { Captured = _payment.Captured + part, Capturable = ends ? None : left, Status = ends ? PaymentStatus.Succeeded : PaymentStatus.Authorized });
        }
    }

    private void Refund(Money part, bool isDone)
    {
        if (part.Amount > 0)
        {
            _refunds.Add(new Refund
            {
                Id = new($"re_{_refunds.Count + 1}"), PaymentId = _payment.Id, Amount = part, Status = isDone ? RefundStatus.Succeeded : RefundStatus.Pending, CreatedAt = _now,
            });
            Tell(_refunds[^1]);
        }
    }

    private void TurnRefund(int index, RefundStatus status)
    {
        if (_refunds[index].Status != RefundStatus.Failed)
        {
            _refunds[index] = _refunds[index] with { Status = status };
            Tell(_refunds[index]);
        }
    }

    private void TurnDispute(int index, int share)
    {
        var dispute = _disputes[index];
        if (dispute.Status == DisputeStatus.Won && dispute.IsInquiry)
        {
            return;
        }

        _disputes[index] = dispute switch
        {
            { IsInquiry: true } when share % 3 == 0 => dispute with { IsInquiry = false, Status = DisputeStatus.NeedsResponse },
            { Status.Value: "needs_response" } => dispute with { Status = DisputeStatus.UnderReview },
            { Status.Value: "under_review", IsInquiry: true } => dispute with { Status = DisputeStatus.Closed },
            { Status.Value: "under_review" } => dispute with { Status = share % 2 == 0 ? DisputeStatus.Won : DisputeStatus.Lost },
            _ => dispute,
        };
        Tell(_disputes[index]);
    }

    private void Turn(Payment payment)
    {
        _payment = payment;
        Tell(payment);
    }

    private void Tell(Payment payment) => Events.Add(new PaymentChanged { Id = $"evt_{Events.Count}", Type = "payment", At = _now, Raw = default, Payment = payment });

    private void Tell(Refund refund) => Events.Add(new RefundChanged
    {
        Id = $"evt_{Events.Count}", Type = "refund", At = _now, Raw = default,
        Refund = refund with { Metadata = new Dictionary<string, string> { ["payment_id"] = _id.ToString() } },
    });

    private void Tell(Dispute dispute) => Events.Add(new DisputeChanged { Id = $"evt_{Events.Count}", Type = "dispute", At = _now, Raw = default, Dispute = dispute });
}
