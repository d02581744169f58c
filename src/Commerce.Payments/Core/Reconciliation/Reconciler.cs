using Commerce.Payments.Accounting;

namespace Commerce.Payments.Reconciliation;

/// <summary>Compares orders, the gateway's movements and the ledger. Pure.</summary>
/// <remarks>
/// Gateway and ledger are matched by the gateway's key of what moved money (<see cref="BalanceMovement.SourceId"/>,
/// <see cref="LedgerEntry.SourceId"/>), ledger and orders by the order. Every difference of the balance is one of the list.
/// </remarks>
public static class Reconciler
{
    /// <summary>Compares.</summary>
    /// <param name="request">The three sides.</param>
    /// <returns>What differs.</returns>
    public static ReconciliationReport Compare(ReconciliationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var balance = new LedgerAccount(LedgerAccountKind.GatewayBalance, request.Account);
        var movements = request.Movements.DistinctBy(static movement => movement.Id).ToList();
        var differences = new List<Difference>();
        var explained = new Dictionary<Currency, Money>();
        var matched = CompareBalance(request, movements, balance, differences, explained);
        CompareOrders(request, differences);
        var gateway = Totals(movements.Select(static movement => movement.Net));
        var ledger = Totals(request.Entries.SelectMany(static entry => entry.Lines).Where(line => line.Account == balance).Select(static line => line.Amount));
        return new ReconciliationReport(
            [.. differences.OrderBy(static difference => difference.MaySettle).ThenBy(static difference => difference.At).ThenBy(static difference => difference.SourceId, StringComparer.Ordinal)],
            matched,
            [.. gateway.Keys.Union(ledger.Keys).OrderBy(static currency => currency.Code, StringComparer.Ordinal)
                .Select(currency => new CurrencyTotals(Of(gateway, currency), Of(ledger, currency), Of(explained, currency)))]);
    }

    private static int CompareBalance(
        ReconciliationRequest request, List<BalanceMovement> movements, LedgerAccount balance, List<Difference> differences, Dictionary<Currency, Money> explained)
    {
        var theirs = movements
            .SelectMany(static movement => new[]
            {
                new Side((movement.SourceId ?? movement.Id, movement.Kind), movement.Amount, movement.CreatedAt, null, null),
                new Side((movement.SourceId ?? movement.Id, MovementKind.Fee), -movement.Fee, movement.CreatedAt, null, null),
            })
            .Where(static side => !side.Amount.IsZero).ToLookup(static side => side.Key);
        var ours = request.Entries
            .SelectMany(entry => entry.Lines.Where(line => line.Account == balance)
                .Select(line => new Side((entry.SourceId ?? entry.Key, KindOf(entry.Kind)), line.Amount, entry.At, entry.OrderId, entry.PaymentId)))
            .ToLookup(static side => side.Key);
        var matched = 0;
        foreach (var (gateway, ledger) in theirs.Select(static side => side.Key).Union(ours.Select(static side => side.Key))
            .SelectMany(key => Pairs(Side.Sum(theirs[key]), Side.Sum(ours[key]))))
        {
            var side = ledger ?? gateway!;
            if (Differ(side.Key.Kind, gateway, ledger) is not { } kind)
            {
                matched += side.IsZero ? 0 : 1;
                continue;
            }

            differences.Add(new Difference
            {
                Kind = kind,
                About = side.Key.Kind,
                SourceId = side.Key.SourceId,
                OrderId = ledger?.OrderId,
                PaymentId = ledger?.PaymentId,
                Theirs = gateway?.Amount,
                Ours = ledger?.Amount,
                At = side.At,
                MaySettle = request.AsOf - side.At < request.Grace,
            });
            Explain(gateway?.Amount, 1);
            Explain(ledger?.Amount, -1);
        }

        return matched;

        void Explain(Money? amount, int sign)
        {
            if (amount is { } money)
            {
                explained[money.Currency] = Of(explained, money.Currency) + (money * sign);
            }
        }
    }

    // One currency on each side is one thing, converted when the currencies differ; otherwise each currency is compared by itself.
    private static IEnumerable<(Side? Gateway, Side? Ledger)> Pairs(Dictionary<Currency, Side> gateway, Dictionary<Currency, Side> ledger) =>
        gateway.Count == 1 && ledger.Count == 1
            ? [(gateway.Values.Single(), ledger.Values.Single())]
            : gateway.Keys.Union(ledger.Keys).Select(currency => (gateway.GetValueOrDefault(currency), ledger.GetValueOrDefault(currency)));

    private static DifferenceKind? Differ(MovementKind kind, Side? gateway, Side? ledger) => (gateway, ledger) switch
    {
        ({ IsZero: true } or null, { IsZero: true } or null) => null,
        ({ }, null) when kind == MovementKind.Unknown => DifferenceKind.UnknownMovement,
        _ when kind == MovementKind.Fee => gateway is not null && ledger is not null && gateway.Amount == ledger.Amount ? null : DifferenceKind.FeeDiffers,
        ({ }, null) => DifferenceKind.MissingInLedger,
        (null, { }) => DifferenceKind.MissingAtGateway,
        ({ } theirs, { } ours) when theirs.Amount.Currency != ours.Amount.Currency => DifferenceKind.CurrencyDiffers,
        ({ } theirs, { } ours) => theirs.Amount == ours.Amount ? null : DifferenceKind.AmountDiffers,
    };

    private static void CompareOrders(ReconciliationRequest request, List<Difference> differences)
    {
        var orders = request.Orders.ToDictionary(static order => order.OrderId);
        var booked = request.Entries.Where(static entry => entry.PaymentId is not null && KindOf(entry.Kind) is var kind && (kind == MovementKind.Capture || kind == MovementKind.Refund)).ToList();
        foreach (var orphan in booked.Where(entry => entry.Kind == LedgerEntryKind.Capture && (entry.OrderId is null || !orders.ContainsKey(entry.OrderId.Value))))
        {
            differences.Add(Of(orphan.OrderId, DifferenceKind.PaymentWithoutOrder, MovementKind.Capture, null, Funds(orphan, -1), orphan.At) with
            {
                PaymentId = orphan.PaymentId, SourceId = orphan.SourceId,
            });
        }

        var byOrder = booked.Where(static entry => entry.OrderId is not null).ToLookup(static entry => entry.OrderId!.Value);
        foreach (var order in request.Orders)
        {
            var captured = byOrder[order.OrderId].Where(static entry => entry.Kind == LedgerEntryKind.Capture).Total(order.Captured.Currency, static entry => Funds(entry, -1));
            var refunded = byOrder[order.OrderId].Where(static entry => entry.Kind != LedgerEntryKind.Capture).Total(order.Captured.Currency, static entry => Funds(entry, 1));
            if (captured != order.Captured)
            {
                var kind = captured.IsZero ? DifferenceKind.OrderWithoutPayment : DifferenceKind.OrderAmountDiffers;
                differences.Add(Of(order.OrderId, kind, MovementKind.Capture, order.Captured, captured, order.At));
            }

            if (refunded != order.Refunded)
            {
                differences.Add(Of(order.OrderId, DifferenceKind.OrderRefundDiffers, MovementKind.Refund, order.Refunded, refunded, order.At));
            }
        }

        Difference Of(OrderId? order, DifferenceKind kind, MovementKind about, Money? theirs, Money? ours, DateTimeOffset at) => new()
        {
            Kind = kind, About = about, OrderId = order, Theirs = theirs, Ours = ours, At = at, MaySettle = request.AsOf - at < request.Grace,
        };
    }

    private static Money Funds(LedgerEntry entry, int sign) => entry.Lines.Where(static line => line.Account.Kind == LedgerAccountKind.CustomerFunds)
        .Total(entry.Lines[0].Amount.Currency, line => line.Amount * sign);

    private static MovementKind KindOf(LedgerEntryKind kind) => kind.Value switch
    {
        "capture" => MovementKind.Capture,
        "refund" or "refund_returned" => MovementKind.Refund,
        "dispute_opened" or "dispute_won" or "dispute_lost" => MovementKind.Dispute,
        "transfer" or "transfer_reversed" => MovementKind.Transfer,
        "payout" or "payout_returned" => MovementKind.Payout,
        "processing_fee" => MovementKind.Fee,
        _ => MovementKind.Unknown,
    };

    private static Dictionary<Currency, Money> Totals(IEnumerable<Money> amounts) => amounts.GroupBy(static amount => amount.Currency)
        .ToDictionary(static group => group.Key, static group => group.Aggregate(static (left, right) => left + right));

    private static Money Of(Dictionary<Currency, Money> totals, Currency currency) => totals.TryGetValue(currency, out var total) ? total : Money.Zero(currency);

    private sealed record Side((string SourceId, MovementKind Kind) Key, Money Amount, DateTimeOffset At, OrderId? OrderId, PaymentId? PaymentId)
    {
        internal bool IsZero => Amount.IsZero;

        // What came back cancels out.
        internal static Dictionary<Currency, Side> Sum(IEnumerable<Side> sides) => sides.GroupBy(static side => side.Amount.Currency).ToDictionary(
            static group => group.Key, static group => group.Aggregate(static (left, right) => right with { Amount = left.Amount + right.Amount }));
    }
}
