namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Imports an order that is quarantined, from what was kept of it, after the repair. Answered by an <see cref="Answer"/>.</summary>
/// <param name="Account">The marketplace account.</param>
/// <param name="ExternalId">The marketplace's key.</param>
public sealed record RetryQuarantined(string Account, string ExternalId) : IMessage;
