namespace Commerce.Payments;

/// <summary>The balance in one currency; amounts may be negative.</summary>
/// <param name="Available">What can be moved.</param>
/// <param name="Pending">What is on its way in.</param>
public sealed record Balance(Money Available, Money Pending);
