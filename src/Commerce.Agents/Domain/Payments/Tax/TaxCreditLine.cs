namespace Commerce.Agents.Domain.Payments;

/// <summary>A part of a line that a credit note takes back.</summary>
/// <param name="Id">The line's name within the order.</param>
/// <param name="Net">How much of it, without tax, rounded to the currency; above 0.</param>
public sealed record TaxCreditLine(string Id, Money Net);
