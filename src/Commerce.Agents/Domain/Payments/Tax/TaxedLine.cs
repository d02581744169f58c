namespace Commerce.Agents.Domain.Payments;

/// <summary>A line with its tax.</summary>
/// <param name="Id">Its name within the order.</param>
/// <param name="Rate">The rate as a fraction: 0.20 for 20 %.</param>
/// <param name="Base">What is taxed.</param>
/// <param name="Tax">The tax, rounded once.</param>
public sealed record TaxedLine(string Id, decimal Rate, Money Base, Money Tax);
