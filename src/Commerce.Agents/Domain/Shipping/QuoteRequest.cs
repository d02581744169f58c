namespace Commerce.Agents.Domain.Shipping;

/// <summary>A question for prices: the state of the agent that asks.</summary>
public sealed record QuoteRequest
{
    /// <summary>Gets the answer; nothing before carriers have told their prices.</summary>
    public CarrierRatesRetrieved? Answer { get; init; }
}
