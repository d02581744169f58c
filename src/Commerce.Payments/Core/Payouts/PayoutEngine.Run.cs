using Commerce.Payments.Accounting;

namespace Commerce.Payments.Payouts;

/// <content>The run: who is paid how much, and the steps of a payout.</content>
public sealed partial class PayoutEngine
{
    /// <summary>
    /// Pays out what was due at the start of the period, after it has gone on with payouts that have no answer yet. Call it as often as you like:
    /// a merchant has one payout for each period and currency.
    /// </summary>
    /// <param name="cancellationToken">Stops waiting; what was sent is gone on with by the next run.</param>
    /// <returns>What was done.</returns>
    public async Task<PayoutRun> RunAsync(CancellationToken cancellationToken = default)
    {
        var start = _options.PeriodAt(_clock.GetUtcNow());
        var run = new PayoutRun(DateOnly.FromDateTime(start.UtcDateTime), [], [], []);
        var (sent, carried, failures) = (new List<MerchantPayout>(), new List<CarriedBalance>(), new List<PayoutFailure>());
        foreach (var open in await _store.ListOpenAsync(null, cancellationToken).ConfigureAwait(false))
        {
            await ExecuteAsync(open, sent, failures, cancellationToken).ConfigureAwait(false);
        }

        TenantId? after = null;
        while (await _store.ListMerchantsAsync(after, MerchantPage, cancellationToken).ConfigureAwait(false) is { Count: > 0 } page)
        {
            foreach (var merchant in page)
            {
                foreach (var payout in await PlanAsync(merchant, start, carried, cancellationToken).ConfigureAwait(false))
                {
                    await ExecuteAsync(payout, sent, failures, cancellationToken).ConfigureAwait(false);
                }
            }

            after = page[^1];
        }

        return run with { Sent = sent, Carried = carried, Failures = failures };
    }

    /// <summary>Takes what the gateway tells of a payout, by <see cref="PayoutChanged"/> or by looking. Old, repeated and early news are harmless.</summary>
    /// <param name="news">The payout as it was.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The payout after it; <see cref="RefusalCode.NotFound"/> when it is not one of ours. Tell the merchant of a failed one.</returns>
    public async Task<Outcome<MerchantPayout>> ObserveAsync(Payout news, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(news);
        while (true)
        {
            var payout = await _store.FindAsync(news.Id, cancellationToken).ConfigureAwait(false)
                ?? (news.Metadata.TryGetValue(PaymentNotes.PayoutKey, out var name) ? await _store.FindAsync(name, cancellationToken).ConfigureAwait(false) : null);
            if (payout is null)
            {
                return Outcome.Refused<MerchantPayout>(RefusalCode.NotFound, $"Payout {news.Id} is none of these books.");
            }

            var saved = await TakeAsync(payout, news, cancellationToken).ConfigureAwait(false);
            if (saved.Refusal?.Code != RefusalCode.Conflict)
            {
                return saved;
            }
        }
    }

    private async Task<IReadOnlyList<MerchantPayout>> PlanAsync(
        TenantId merchant, DateTimeOffset start, List<CarriedBalance> carried, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        var period = DateOnly.FromDateTime(start.UtcDateTime);
        var known = await _merchants.FindAsync(merchant, cancellationToken).ConfigureAwait(false);
        var isOpen = (await _store.ListOpenAsync(merchant, cancellationToken).ConfigureAwait(false)).Count > 0;
        var planned = new List<MerchantPayout>();
        var free = await _store.ListLinesAsync(merchant, null, cancellationToken).ConfigureAwait(false);
        foreach (var lines in free.Where(line => line.IsDue(start)).GroupBy(static line => line.Amount.Currency))
        {
            if (await _store.FindAsync(MerchantPayout.NameOf(merchant, period, lines.Key), cancellationToken).ConfigureAwait(false) is not null)
            {
                continue;
            }

            var due = Sum(lines, lines.Key);
            var reserve = Reserve(lines, known?.ReserveRate ?? _options.ReserveRate, due);
            var amount = due - reserve;
            if (Reason(known, isOpen, amount, now) is { } reason)
            {
                carried.Add(new CarriedBalance(merchant, due, reason));
                continue;
            }

            var atGateway = await _ledger.GetBalanceAsync(LedgerAccount.AtGateway(merchant), lines.Key, cancellationToken).ConfigureAwait(false);
            var payout = new MerchantPayout
            {
                Merchant = merchant,
                Period = period,
                Amount = amount,
                ToTransfer = atGateway >= amount ? Money.Zero(lines.Key) : atGateway.Amount > 0 ? amount - atGateway : amount,
                Account = known!.Account,
                PlannedAt = now,
                Version = 1,
            };
            if (await _store.TryPlanAsync(payout, [.. lines.Select(static line => line.Id)], ReserveLines(payout, reserve, now), cancellationToken).ConfigureAwait(false))
            {
                planned.Add(payout);
            }
        }

        return planned;
    }

    private CarryReason? Reason(PayoutMerchant? merchant, bool isOpen, Money amount, DateTimeOffset now) => merchant switch
    {
        _ when amount.Amount < 0 => CarryReason.Negative,
        _ when amount.Amount < _options.MinimumOf(amount.Currency) => CarryReason.BelowMinimum,
        null => CarryReason.NoAccount,
        { CanPayOut: false } => CarryReason.PayoutsClosed,
        _ when now - merchant.BankChangedAt < _options.BankChangeBlock => CarryReason.BankChanged,
        _ when isOpen => CarryReason.EarlierPayoutOpen,
        _ => null,
    };

    // Sales of a payout that failed come again together with what was kept back of them then.
    private static Money Reserve(IEnumerable<SettlementLine> lines, decimal rate, Money due)
    {
        var sales = lines.Where(static line => line.Kind == SettlementKind.Sale && line.Amount.Amount > 0).Total(due.Currency, static line => line.Amount);
        var kept = lines.Where(static line => line.Kind == SettlementKind.ReserveHeld).Total(due.Currency, static line => -line.Amount);
        var reserve = (sales * rate).Round() - kept;
        return reserve.Amount > 0 ? reserve : Money.Zero(due.Currency);
    }

    private IReadOnlyList<SettlementLine> ReserveLines(MerchantPayout payout, Money reserve, DateTimeOffset now) => reserve.IsZero ? [] :
    [
        new SettlementLine
        {
            Id = $"reserve/{payout.Name}/held", Merchant = payout.Merchant, Kind = SettlementKind.ReserveHeld, Amount = -reserve, At = now, AvailableAt = now, Payout = payout.Name,
        },
        new SettlementLine
        {
            Id = $"reserve/{payout.Name}/released", Merchant = payout.Merchant, Kind = SettlementKind.ReserveReleased, Amount = reserve, At = now,
            AvailableAt = now + _options.ReserveTime,
        },
    ];

    private async Task ExecuteAsync(MerchantPayout payout, List<MerchantPayout> sent, List<PayoutFailure> failures, CancellationToken cancellationToken)
    {
        try
        {
            while (payout.State is MerchantPayoutState.Planned or MerchantPayoutState.Funded)
            {
                var step = payout.State == MerchantPayoutState.Planned
                    ? await FundAsync(payout, cancellationToken).ConfigureAwait(false)
                    : await SendAsync(payout, cancellationToken).ConfigureAwait(false);
                if (step.TryGet(out var next, out var refusal))
                {
                    payout = next;
                }
                else if (refusal.Code == RefusalCode.Conflict && await _store.FindAsync(payout.Name, cancellationToken).ConfigureAwait(false) is { } newer && newer.Version > payout.Version)
                {
                    payout = newer;
                }
                else
                {
                    var failed = payout with { State = MerchantPayoutState.Failed, FailureCode = refusal.VendorCode ?? refusal.Code.Value, Version = payout.Version + 1 };
                    await _store.SaveAsync(failed, [], cancellationToken).ConfigureAwait(false);
                    failures.Add(new PayoutFailure(failed, refusal));
                    return;
                }
            }

            sent.Add(payout);
        }
        catch (CommerceException exception)
        {
            failures.Add(new PayoutFailure(payout, new Refusal(
                RefusalCode.ExternalUnavailable, $"Payout {payout.Name} has no answer yet ({exception.Kind}): the next run goes on with it.") { RequestId = exception.RequestId }));
        }
    }

    private async Task<Outcome<MerchantPayout>> FundAsync(MerchantPayout payout, CancellationToken cancellationToken)
    {
        if (payout.ToTransfer.IsZero)
        {
            return await SaveAsync(payout with { State = MerchantPayoutState.Funded }, [], cancellationToken).ConfigureAwait(false);
        }

        if (_gateway is not ITransferClient transfers)
        {
            return Outcome.Refused<MerchantPayout>(RefusalCode.NotSupported, _gateway.Capabilities.Supports(PaymentFeature.Transfers).Reason ?? "The gateway moves no money to merchants.");
        }

        var made = _gateway.HasForgotten(payout.PlannedAt, _clock)
            ? await transfers.ListTransfers(new TransferQuery { Destination = payout.Account, Group = payout.Name, CreatedFrom = payout.PlannedAt - KeyMemory.Margin })
                .FirstOrDefaultAsync(transfer => IsOf(payout, transfer.Metadata), cancellationToken).ConfigureAwait(false)
            : null;
        var outcome = made is not null ? Outcome.Of(made) : await transfers.CreateTransferAsync(
            new CreateTransferRequest { Key = payout.KeyOf("transfer"), Amount = payout.ToTransfer, Destination = payout.Account, Group = payout.Name, Metadata = Notes(payout) },
            cancellationToken).ConfigureAwait(false);
        return outcome.TryGet(out var transfer, out var refusal)
            ? await SaveAsync(
                payout with { State = MerchantPayoutState.Funded, TransferId = transfer.Id },
                SettlementEntries.Transfer($"payout/{payout.Name}/transfer", payout.Merchant, _gateway.Account, payout.ToTransfer, _clock.GetUtcNow(), transfer.Id.Value),
                cancellationToken).ConfigureAwait(false)
            : Outcome.Refused<MerchantPayout>(Final(refusal));
    }

    private async Task<Outcome<MerchantPayout>> SendAsync(MerchantPayout payout, CancellationToken cancellationToken)
    {
        var made = _gateway.HasForgotten(payout.PlannedAt, _clock)
            ? await _payouts.ListPayouts(new PayoutQuery { Seller = payout.Account, CreatedFrom = payout.PlannedAt - KeyMemory.Margin })
                .FirstOrDefaultAsync(known => IsOf(payout, known.Metadata), cancellationToken).ConfigureAwait(false)
            : null;
        var outcome = made is not null ? Outcome.Of(made) : await _payouts.CreatePayoutAsync(
            new CreatePayoutRequest { Key = payout.KeyOf("payout"), Amount = payout.Amount, Seller = payout.Account, Metadata = Notes(payout) }, cancellationToken).ConfigureAwait(false);
        return outcome.TryGet(out var sent, out var refusal)
            ? await TakeAsync(payout, sent, cancellationToken).ConfigureAwait(false)
            : Outcome.Refused<MerchantPayout>(Final(refusal));
    }

    private async Task<Outcome<MerchantPayout>> TakeAsync(MerchantPayout payout, Payout news, CancellationToken cancellationToken)
    {
        var state = news.Status.Value switch
        {
            "failed" or "cancelled" => MerchantPayoutState.Failed,
            "paid" => MerchantPayoutState.Paid,
            _ => MerchantPayoutState.Sent,
        };
        if (state <= payout.State)
        {
            return Outcome.Of(payout);
        }

        var after = payout with
        {
            State = state, PayoutId = news.Id, ArrivesAt = news.ArrivesAt ?? payout.ArrivesAt ?? _clock.GetUtcNow() + _options.ArrivalEstimate, FailureCode = news.FailureCode,
        };
        var now = _clock.GetUtcNow();
        return await SaveAsync(
            after,
            [.. payout.PayoutId is null ? SettlementEntries.Sent(after, now) : [], .. state == MerchantPayoutState.Failed ? SettlementEntries.Returned(after, now) : []],
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<Outcome<MerchantPayout>> SaveAsync(MerchantPayout payout, IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        var saved = await _store.SaveAsync(payout with { Version = payout.Version + 1 }, entries, cancellationToken).ConfigureAwait(false);
        return saved.Refusal is { } refusal && refusal.Code != RefusalCode.Conflict
            ? throw new CommerceException(CommerceErrorKind.Conflict, $"The ledger refuses payout {payout.Name}, which the gateway has: {refusal.Message}")
            : saved;
    }

    // A gateway's own conflict is no conflict of the store.
    private static Refusal Final(Refusal refusal) => refusal.Code != RefusalCode.Conflict
        ? refusal
        : new Refusal(RefusalCode.ExternalRejected, refusal.Message) { VendorCode = refusal.VendorCode, RequestId = refusal.RequestId };

    private static bool IsOf(MerchantPayout payout, IReadOnlyDictionary<string, string> notes) =>
        notes.TryGetValue(PaymentNotes.PayoutKey, out var name) && name == payout.Name;

    private static Dictionary<string, string> Notes(MerchantPayout payout) => new() { [PaymentNotes.PayoutKey] = payout.Name };
}
