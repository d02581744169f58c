namespace Commerce.Agents.Domain.Payments;

/// <summary>A line to be taxed.</summary>
/// <param name="Id">Its name within the order, once: a SKU, <c>shipping</c>.</param>
/// <param name="Net">What it costs without tax, after discount, rounded to the currency; 0 or more.</param>
/// <param name="Class">How it is taxed.</param>
public sealed record TaxLine(string Id, Money Net, TaxClass Class = TaxClass.Standard);
