namespace Commerce.Payments.Reconciliation;

/// <summary>The movement of a gateway account's balance in one currency, on both sides.</summary>
/// <param name="Gateway">By the gateway: the sum of its movements, fees taken off.</param>
/// <param name="Ledger">By the ledger: the sum of its lines.</param>
/// <param name="Explained">The part of the difference that the listed differences explain.</param>
public sealed record CurrencyTotals(Money Gateway, Money Ledger, Money Explained)
{
    /// <summary>Gets what no listed difference explains; always zero unless the input itself is not whole.</summary>
    public Money Unexplained => Gateway - Ledger - Explained;
}
