using Commerce.Payments.Accounting;

namespace Commerce.Payments;

/// <content>What the gateway charges.</content>
public sealed partial class PaymentManager
{
    /// <summary>Records the gateway's fees of a time in the ledger. Recorded again, they count once.</summary>
    /// <param name="account">The name of the gateway account.</param>
    /// <param name="from">The time from which on.</param>
    /// <param name="before">The time before which.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>How many fees were new.</returns>
    /// <exception cref="CommerceException">A technical failure, or <see cref="CommerceErrorKind.Conflict"/> when a fee was changed afterwards.</exception>
    /// <exception cref="ArgumentException">The gateway does not tell fees.</exception>
    public async Task<int> RecordFeesAsync(string account, DateTimeOffset from, DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        var gateway = Get(account);
        if (gateway is not IBalanceReader balance)
        {
            throw new ArgumentException($"{account} does not tell fees: {gateway.Capabilities.Supports(PaymentFeature.Balance).Reason}", nameof(account));
        }

        var added = 0;
        await foreach (var movement in balance.ListMovements(new MovementQuery { CreatedFrom = from, CreatedBefore = before }).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (movement.Fee.IsZero)
            {
                continue;
            }

            var payment = movement.PaymentId is { } id ? await _store.FindAsync(account, id, cancellationToken).ConfigureAwait(false) : null;
            var posted = await _ledger.PostAsync(
                [new LedgerEntry
                {
                    Key = $"fee/{movement.Id}",
                    Kind = LedgerEntryKind.ProcessingFee,
                    At = movement.CreatedAt,
                    PaymentId = payment?.Id,
                    OrderId = payment?.OrderId,
                    SourceId = movement.SourceId ?? movement.Id,
                    Lines =
                    [
                        new(new(LedgerAccountKind.ProcessingFees), movement.Fee),
                        new(new(LedgerAccountKind.GatewayBalance, account), -movement.Fee),
                    ],
                }],
                cancellationToken).ConfigureAwait(false);
            added += posted.TryGet(out var entries, out var refusal)
                ? entries.Count
                : throw new CommerceException(CommerceErrorKind.Conflict, $"The fee of movement {movement.Id} cannot be recorded: {refusal.Message}");
        }

        return added;
    }
}
