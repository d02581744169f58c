namespace Commerce.Agents.Domain.Payments;

/// <summary>A line to be taxed.</summary>
/// <param name="Id">Its name within the order, once: a SKU, <c>shipping</c>.</param>
/// <param name="Net">What it costs after discount, rounded to the currency; 0 or more. Without tax, unless <see cref="CalculateTax.PricesIncludeTax"/>.</param>
/// <param name="Class">How it is taxed.</param>
public sealed record TaxLine(string Id, Money Net, TaxClass Class = TaxClass.Standard);
