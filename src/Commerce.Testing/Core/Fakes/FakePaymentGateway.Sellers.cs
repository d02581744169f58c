using System.Globalization;
using Commerce.Payments;

namespace Commerce.Testing;

/// <content>Lists, transfers and payouts.</content>
public sealed partial class FakePaymentGateway
{
    private readonly List<Transfer> _transfers = [];
    private readonly List<(Transfer Transfer, string? Group)> _groups = [];
    private readonly List<Payout> _payouts = [];
    private int _reversals;

    /// <summary>Gets every transfer as it is now, in order.</summary>
    public IReadOnlyList<Transfer> Transfers
    {
        get
        {
            lock (_gate)
            {
                return [.. _transfers];
            }
        }
    }

    /// <summary>Gets every payout as it is now, in order.</summary>
    public IReadOnlyList<Payout> Payouts
    {
        get
        {
            lock (_gate)
            {
                return [.. _payouts];
            }
        }
    }

    /// <summary>Turns a payout into another state: it arrives, or fails, also after it arrived.</summary>
    /// <param name="id">The payout.</param>
    /// <param name="status">The state.</param>
    /// <param name="failureCode">Why it failed.</param>
    /// <returns>The payout.</returns>
    public Payout Finish(PayoutId id, PayoutStatus status, string? failureCode = null)
    {
        lock (_gate)
        {
            var index = _payouts.FindIndex(payout => payout.Id == id);
            return _payouts[index] = _payouts[index] with { Status = status, FailureCode = failureCode };
        }
    }

    /// <summary>Turns a refund into another state: it fails, also after it succeeded.</summary>
    /// <param name="id">The refund.</param>
    /// <param name="status">The state.</param>
    /// <param name="failureReason">Why it failed.</param>
    /// <returns>The refund.</returns>
    public Refund Finish(GatewayRefundId id, RefundStatus status, string? failureReason = null)
    {
        lock (_gate)
        {
            var index = _refunds.FindIndex(refund => refund.Id == id);
            if (status == RefundStatus.Failed && _refunds[index] is { PaymentId: { } paid } failed && failed.Status != RefundStatus.Failed)
            {
                _payments[paid.Value] = _payments[paid.Value] with { Refunded = _payments[paid.Value].Refunded - failed.Amount };
            }

            return _refunds[index] = _refunds[index] with { Status = status, FailureReason = failureReason };
        }
    }

    /// <inheritdoc/>
    public Paged<Payment> ListPayments(PaymentQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return List("ListPayments", () => Payments.Where(payment => payment.Seller == query.Seller
            && IsBetween(payment.CreatedAt, query.CreatedFrom, query.CreatedBefore)
            && query.Metadata.All(note => payment.Metadata.TryGetValue(note.Key, out var value) && value == note.Value)));
    }

    /// <inheritdoc/>
    public Paged<Refund> ListRefunds(GatewayPaymentId paymentId, ConnectedAccountId? seller = null) =>
        List("ListRefunds", () => Refunds.Where(refund => refund.PaymentId == paymentId && refund.Seller == seller));

    /// <inheritdoc/>
    public Task<Outcome<Transfer>> CreateTransferAsync(CreateTransferRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return RunOnceAsync("CreateTransfer", request.Key, $"{request.Amount}|{request.Destination}|{request.Group}", () =>
        {
            var transfer = new Transfer
            {
                Id = new TransferId(string.Create(CultureInfo.InvariantCulture, $"tra_{_transfers.Count + 1:D6}")),
                Amount = request.Amount,
                Reversed = Money.Zero(request.Amount.Currency),
                Destination = request.Destination,
                CreatedAt = _clock.GetUtcNow(),
                Metadata = request.Metadata,
            };
            _transfers.Add(transfer);
            _groups.Add((transfer, request.Group));
            return Outcome.Of(transfer);
        }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Outcome<TransferReversal>> ReverseTransferAsync(ReverseTransferRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return RunOnceAsync("ReverseTransfer", request.Key, $"{request.TransferId}|{request.Amount}", () =>
        {
            var index = _transfers.FindIndex(transfer => transfer.Id == request.TransferId);
            if (index < 0)
            {
                return Outcome.Refused<TransferReversal>(RefusalCode.NotFound, $"The transfer {request.TransferId} is not known.", "TransferId");
            }

            var transfer = _transfers[index];
            var amount = request.Amount ?? transfer.Amount - transfer.Reversed;
            if (amount > transfer.Amount - transfer.Reversed)
            {
                return Outcome.Refused<TransferReversal>(RefusalCode.AmountExceeded, $"{amount} is more than the {transfer.Amount - transfer.Reversed} left.", "Amount");
            }

            _transfers[index] = transfer with { Reversed = transfer.Reversed + amount };
            return Outcome.Of(new TransferReversal
            {
                Id = new TransferReversalId(string.Create(CultureInfo.InvariantCulture, $"rev_{++_reversals:D6}")),
                TransferId = transfer.Id,
                Amount = amount,
                CreatedAt = _clock.GetUtcNow(),
                Metadata = request.Metadata,
            });
        }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Transfer?> FindTransferAsync(TransferId transferId, CancellationToken cancellationToken = default) =>
        Faults.ReadAsync("FindTransfer", () => Transfers.FirstOrDefault(transfer => transfer.Id == transferId), cancellationToken);

    /// <inheritdoc/>
    public Paged<Transfer> ListTransfers(TransferQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return List("ListTransfers", () => Transfers.Where(transfer => (query.Destination is null || transfer.Destination == query.Destination)
            && (query.Group is null || _groups.Exists(group => group.Transfer.Id == transfer.Id && group.Group == query.Group))
            && IsBetween(transfer.CreatedAt, query.CreatedFrom, query.CreatedBefore)));
    }

    /// <inheritdoc/>
    public Task<Outcome<Payout>> CreatePayoutAsync(CreatePayoutRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return RunOnceAsync("CreatePayout", request.Key, $"{request.Amount}|{request.Seller}", () =>
        {
            if (request.Seller is { } seller && request.Amount > BalanceOf(seller, request.Amount.Currency))
            {
                return Outcome.Refused<Payout>(RefusalCode.AmountExceeded, $"{request.Amount} is more than the {BalanceOf(seller, request.Amount.Currency)} on the account.", "Amount");
            }

            var payout = new Payout
            {
                Id = new PayoutId(string.Create(CultureInfo.InvariantCulture, $"out_{_payouts.Count + 1:D6}")),
                Amount = request.Amount,
                Status = PayoutStatus.Pending,
                Seller = request.Seller,
                CreatedAt = _clock.GetUtcNow(),
                Metadata = request.Metadata,
            };
            _payouts.Add(payout);
            return Outcome.Of(payout);
        }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Payout?> FindPayoutAsync(PayoutId payoutId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default) =>
        Faults.ReadAsync("FindPayout", () => Payouts.FirstOrDefault(payout => payout.Id == payoutId && payout.Seller == seller), cancellationToken);

    /// <inheritdoc/>
    public Paged<Payout> ListPayouts(PayoutQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return List("ListPayouts", () => Payouts.Where(payout => payout.Seller == query.Seller && (query.Status is null || payout.Status == query.Status)
            && IsBetween(payout.CreatedAt!.Value, query.CreatedFrom, query.CreatedBefore)));
    }

    private static bool IsBetween(DateTimeOffset at, DateTimeOffset? from, DateTimeOffset? before) => !(at < from) && !(at >= before);

    private Money BalanceOf(ConnectedAccountId seller, Currency currency) => new(
        _transfers.Where(transfer => transfer.Destination == seller && transfer.Amount.Currency == currency).Sum(static transfer => (transfer.Amount - transfer.Reversed).Amount)
            - _payouts.Where(payout => payout.Seller == seller && payout.Amount.Currency == currency && payout.Status != PayoutStatus.Failed && payout.Status != PayoutStatus.Cancelled)
                .Sum(static payout => payout.Amount.Amount),
        currency);

    private Paged<T> List<T>(string operation, Func<IEnumerable<T>> read) => new((_, cancellationToken) =>
        Faults.ReadAsync(operation, () =>
        {
            lock (_gate)
            {
                return new Page<T>([.. read().Reverse()]);
            }
        }, cancellationToken));
}
