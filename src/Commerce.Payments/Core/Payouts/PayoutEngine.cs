using Commerce.Payments.Accounting;
using Microsoft.Extensions.Options;

namespace Commerce.Payments.Payouts;

/// <summary>
/// Pays merchants: keeps what each is owed, and pays it out once for each period whatever crashes. A payout is written down before it is sent, and
/// its steps have names of their own, so that a step whose answer was lost is sent again and counts once.
/// </summary>
public sealed partial class PayoutEngine
{
    private const int MerchantPage = 100;

    private readonly IPaymentGateway _gateway;
    private readonly IPayoutGateway _payouts;
    private readonly IPayoutStore _store;
    private readonly ILedger _ledger;
    private readonly IPayoutMerchants _merchants;
    private readonly PayoutOptions _options;
    private readonly TimeProvider _clock;

    /// <summary>Creates an engine.</summary>
    /// <param name="gateways">The gateway accounts; the one that the options name pays out.</param>
    /// <param name="store">Keeps settlements and payouts.</param>
    /// <param name="ledger">The ledger of that store.</param>
    /// <param name="merchants">Tells about merchants.</param>
    /// <param name="options">Terms, schedule and limits.</param>
    /// <param name="clock">Tells the time.</param>
    /// <exception cref="ArgumentException">The gateway account is not registered or cannot pay out.</exception>
    public PayoutEngine(
        IEnumerable<IPaymentGateway> gateways, IPayoutStore store, ILedger ledger, IPayoutMerchants merchants, IOptions<PayoutOptions> options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(gateways);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(merchants);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        (_store, _ledger, _merchants, _options, _clock) = (store, ledger, merchants, options.Value, clock);
        _gateway = gateways.FirstOrDefault(gateway => gateway.Account == _options.Account)
            ?? throw new ArgumentException($"PayoutOptions.Account is {_options.Account}, and no gateway account of that name is registered.", nameof(options));
        _payouts = _gateway as IPayoutGateway
            ?? throw new ArgumentException($"PayoutOptions.Account is {_options.Account}, which cannot pay out: {_gateway.Capabilities.Supports(PaymentFeature.Payouts).Reason}", nameof(options));
    }

    /// <summary>Records that a captured sale is a merchant's. Recorded again under the same key, it counts once.</summary>
    /// <param name="sale">The sale.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The line, or <see cref="RefusalCode.Conflict"/> when the key names another sale.</returns>
    public Task<Outcome<SettlementLine>> AccrueSaleAsync(SaleAccrual sale, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sale);
        var now = _clock.GetUtcNow();
        return AddAsync(
            new SettlementLine
            {
                Id = $"sale/{sale.Key}", Merchant = sale.Merchant, Kind = SettlementKind.Sale, Amount = sale.Statement.Net, OrderId = sale.OrderId, At = now,
                AvailableAt = sale.DeliveredAt + _options.Terms,
            },
            SettlementEntries.Of(sale, _gateway.Account, now),
            cancellationToken);
    }

    /// <summary>Records that a merchant bears a refund. Recorded again under the same key, it counts once.</summary>
    /// <param name="refund">The refund.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The line, or <see cref="RefusalCode.Conflict"/> when the key names another refund.</returns>
    public Task<Outcome<SettlementLine>> AccrueRefundAsync(RefundAccrual refund, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(refund);
        var now = _clock.GetUtcNow();
        return AddAsync(
            new SettlementLine
            {
                Id = $"refund/{refund.Key}", Merchant = refund.Merchant, Kind = SettlementKind.Refund, OrderId = refund.OrderId, At = now, AvailableAt = now,
                Amount = -refund.Returns.Select(static part => part.Net).Aggregate(static (left, right) => left + right),
            },
            SettlementEntries.Of(refund, _gateway.Account, now),
            cancellationToken);
    }

    /// <summary>Records anything else that a merchant is owed or owes, such as listing fees. Recorded again under the same key, it counts once.</summary>
    /// <param name="key">Its name: 1 to 100 characters.</param>
    /// <param name="merchant">The merchant.</param>
    /// <param name="amount">The amount: above zero is owed to the merchant, below zero by the merchant.</param>
    /// <param name="against">The account of the ledger from which or to which it goes.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The line, or <see cref="RefusalCode.Conflict"/> when the key names another one.</returns>
    public Task<Outcome<SettlementLine>> AdjustAsync(
        string key, TenantId merchant, Money amount, LedgerAccount against, CancellationToken cancellationToken = default)
    {
        var now = _clock.GetUtcNow();
        return AddAsync(
            new SettlementLine { Id = $"adjustment/{key}", Merchant = merchant, Kind = SettlementKind.Adjustment, Amount = amount, At = now, AvailableAt = now },
            SettlementEntries.Adjustment(key, merchant, amount, against, now),
            cancellationToken);
    }

    /// <summary>Tells that an order was delivered: its sales can be paid out after the terms.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>How many lines that concerns.</returns>
    public ValueTask<int> DeliveredAsync(OrderId orderId, DateTimeOffset at, CancellationToken cancellationToken = default) =>
        _store.ChangeOrderAsync(orderId, at + _options.Terms, null, cancellationToken);

    /// <summary>Holds an order's money: a dispute or a return is open.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>How many lines that concerns; lines that were paid out already are not among them.</returns>
    public ValueTask<int> HoldAsync(OrderId orderId, CancellationToken cancellationToken = default) => _store.ChangeOrderAsync(orderId, null, true, cancellationToken);

    /// <summary>Ends the holding of an order's money.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>How many lines that concerns.</returns>
    public ValueTask<int> ReleaseAsync(OrderId orderId, CancellationToken cancellationToken = default) => _store.ChangeOrderAsync(orderId, null, false, cancellationToken);

    /// <summary>Adds up what a merchant is owed.</summary>
    /// <param name="merchant">The merchant.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The balance in each currency.</returns>
    public async Task<IReadOnlyList<MerchantBalance>> GetBalancesAsync(TenantId merchant, CancellationToken cancellationToken = default)
    {
        var now = _clock.GetUtcNow();
        var lines = await _store.ListLinesAsync(merchant, null, cancellationToken).ConfigureAwait(false);
        return [.. lines.GroupBy(static line => line.Amount.Currency).Select(currency => new MerchantBalance(
            Sum(currency.Where(line => line.IsDue(now)), currency.Key),
            Sum(currency.Where(line => !line.IsDue(now) && !line.IsHeld), currency.Key),
            Sum(currency.Where(line => !line.IsDue(now) && line.IsHeld), currency.Key)))];
    }

    /// <summary>Reads a payout with its lines.</summary>
    /// <param name="merchant">The merchant.</param>
    /// <param name="period">The period, by the day of its run.</param>
    /// <param name="currency">The currency.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The statement, or <see langword="null"/> when there was no payout. A failed payout has no lines: they are free again.</returns>
    public async Task<PayoutStatement?> FindStatementAsync(TenantId merchant, DateOnly period, Currency currency, CancellationToken cancellationToken = default)
    {
        var name = MerchantPayout.NameOf(merchant, period, currency);
        return await _store.FindAsync(name, cancellationToken).ConfigureAwait(false) is { } payout
            ? new PayoutStatement(payout, await _store.ListLinesAsync(merchant, name, cancellationToken).ConfigureAwait(false))
            : null;
    }

    private static Money Sum(IEnumerable<SettlementLine> lines, Currency currency) =>
        lines.Total(currency, static line => line.Amount);

    private async Task<Outcome<SettlementLine>> AddAsync(SettlementLine line, IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        var added = await _store.AddAsync(line.Amount.IsZero ? [] : [line], entries, cancellationToken).ConfigureAwait(false);
        return added.Map(_ => line);
    }
}
