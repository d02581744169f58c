using Commerce.Payments.Payouts;

namespace Commerce.Payments.Tests.Payouts;

/// <summary>Merchants by their ids.</summary>
internal sealed class KnownMerchants(IReadOnlyDictionary<TenantId, PayoutMerchant> merchants) : IPayoutMerchants
{
    public ValueTask<PayoutMerchant?> FindAsync(TenantId merchant, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(merchants.GetValueOrDefault(merchant));
}
