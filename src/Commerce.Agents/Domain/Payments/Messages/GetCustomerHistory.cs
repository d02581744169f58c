namespace Commerce.Agents.Domain.Payments;

/// <summary>Asks what is known of a customer. Answered by <see cref="CustomerRisk"/>.</summary>
/// <param name="Customer">The shop's key of the customer.</param>
public sealed record GetCustomerHistory(string Customer) : IMessage;
