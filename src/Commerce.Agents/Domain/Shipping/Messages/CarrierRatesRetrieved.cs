using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>Carriers have told their prices.</summary>
/// <param name="RequestId">The question.</param>
/// <param name="Quotes">The prices without tax, cheapest first.</param>
/// <param name="Messages">Which carriers have none, and why.</param>
public sealed record CarrierRatesRetrieved(Guid RequestId, IReadOnlyList<RateQuote> Quotes, IReadOnlyList<CarrierMessage> Messages) : IMessage;
