namespace Commerce.Payments.Commissions;

/// <summary>What a gateway is expected to charge for a payment: an estimate, the gateway's movements tell the truth.</summary>
/// <param name="Rate">The rate as a fraction.</param>
/// <param name="Fixed">The fixed part, in the payment's currency.</param>
public sealed record ProcessingFee(decimal Rate, decimal Fixed)
{
    /// <summary>Gets the usual price for cards: 2.9 % and 0.30.</summary>
    public static ProcessingFee Cards { get; } = new(0.029m, 0.30m);

    /// <summary>Computes the fee of a payment.</summary>
    /// <param name="amount">The amount.</param>
    /// <returns>The fee, rounded once.</returns>
    public Money Of(Money amount) => new Money((amount.Amount * Rate) + Fixed, amount.Currency).Round();
}
