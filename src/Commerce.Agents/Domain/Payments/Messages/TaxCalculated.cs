namespace Commerce.Agents.Domain.Payments;

/// <summary>The tax of an order was calculated.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Jurisdiction">In whose tax return it belongs.</param>
/// <param name="Treatment">By which rule it was taxed.</param>
/// <param name="Lines">The lines with rate, base and tax.</param>
/// <param name="Tax">The sum of the lines' tax.</param>
/// <param name="CollectedBy">The marketplace that pays the tax, if one does.</param>
public sealed record TaxCalculated(
    OrderId OrderId, string Jurisdiction, TaxTreatment Treatment, IReadOnlyList<TaxedLine> Lines, Money Tax, string? CollectedBy) : IMessage;
