namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Sends all quantities of an account again.</summary>
/// <param name="Account">The marketplace account.</param>
public sealed record ReconcileOffers(string Account) : IMessage;
