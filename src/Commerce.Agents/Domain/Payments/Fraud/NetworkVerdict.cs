namespace Commerce.Agents.Domain.Payments;

/// <summary>What the look-up of a network address gave, as it is written down.</summary>
/// <param name="IsBad">Whether the address is known for fraud.</param>
/// <param name="HasFailed">Whether the look-up failed, so that nothing is known.</param>
public sealed record NetworkVerdict(bool IsBad, bool HasFailed);
