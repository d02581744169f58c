namespace Commerce.Payments.Payouts;

/// <summary>Tells the payout engine about merchants.</summary>
public interface IPayoutMerchants
{
    /// <summary>Reads a merchant.</summary>
    /// <param name="merchant">The merchant.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The merchant, or <see langword="null"/> when there is no account to pay out to: the balance is carried.</returns>
    ValueTask<PayoutMerchant?> FindAsync(TenantId merchant, CancellationToken cancellationToken = default);
}
