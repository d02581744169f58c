using Commerce.Payments.Accounting;
using Commerce.Tests.Support.Crashes;

namespace Commerce.Payments.Tests.Crashes;

/// <summary>A store whose process may die before or after each writing; what was written stays.</summary>
internal sealed class MortalPaymentStore(IPaymentStore inner, Killer killer) : IPaymentStore
{
    public ValueTask<PaymentRecord?> FindAsync(PaymentId id, CancellationToken cancellationToken = default) => inner.FindAsync(id, cancellationToken);

    public ValueTask<PaymentRecord?> FindAsync(string account, GatewayPaymentId gatewayId, CancellationToken cancellationToken = default) =>
        inner.FindAsync(account, gatewayId, cancellationToken);

    public ValueTask<IReadOnlyList<PaymentRecord>> ListWithRefundsToSendAsync(int count, CancellationToken cancellationToken = default) =>
        inner.ListWithRefundsToSendAsync(count, cancellationToken);

    public ValueTask<Outcome<PaymentRecord>> SaveAsync(PaymentRecord record, IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken = default) =>
        killer.AroundAsync(record.Refunds.Any(static refund => refund.IsToSend) ? "refund begun" : "refund kept", () => inner.SaveAsync(record, entries, cancellationToken));
}
