namespace Commerce.Payments;

/// <summary>A gateway that pays out to bank accounts.</summary>
public interface IPayoutGateway
{
    /// <summary>Pays out.</summary>
    /// <param name="request">How much, for whom.</param>
    /// <param name="cancellationToken">Stops waiting; the gateway may still act.</param>
    /// <returns>The payout, or a refusal when the balance is too low or payouts are closed.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<Payout>> CreatePayoutAsync(CreatePayoutRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a payout. Safe to repeat: a paid one may still fail within days.</summary>
    /// <param name="payoutId">The payout.</param>
    /// <param name="seller">The seller; the platform itself when not given.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The payout, or <see langword="null"/> when it is not known.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Payout?> FindPayoutAsync(PayoutId payoutId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default);

    /// <summary>Lists payouts, newest first. Safe to repeat.</summary>
    /// <param name="query">Which ones.</param>
    /// <returns>The payouts, page by page.</returns>
    Paged<Payout> ListPayouts(PayoutQuery query);
}
