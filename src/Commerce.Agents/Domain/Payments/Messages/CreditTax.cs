namespace Commerce.Agents.Domain.Payments;

/// <summary>Takes tax of an order back by a credit note, at the rates at which it was taxed. Answered by <see cref="Answer"/>.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="CreditNote">The number of the credit note: 1 to 100 characters, once for each order.</param>
/// <param name="Lines">What is taken back.</param>
public sealed record CreditTax(OrderId OrderId, string CreditNote, IReadOnlyList<TaxCreditLine> Lines) : IMessage
{
    /// <summary>Gets the seller whose sales are counted together.</summary>
    public string Seller { get; init; } = TaxOptions.DefaultSeller;

    /// <summary>Gets the day of the credit note; today (UTC) when not given.</summary>
    public DateOnly? Date { get; init; }
}
