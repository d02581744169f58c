using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>A carrier was chosen for a part of an order.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Carrier">The carrier.</param>
/// <param name="Price">Its price without tax.</param>
/// <param name="Reason">Why.</param>
/// <param name="Part">Which part of the order, from 1.</param>
public sealed record CarrierSelected(OrderId OrderId, CarrierCode Carrier, Money Price, string Reason, int Part = 1) : IMessage
{
    /// <summary>Gets its service.</summary>
    public CarrierService? Service { get; init; }

    /// <summary>Gets the punctuality that counted: 0 to 1.</summary>
    public decimal OnTimeRate { get; init; }

    /// <summary>Gets the score: 0 to 100.</summary>
    public decimal Score { get; init; }

    /// <summary>Gets what made the score.</summary>
    public IReadOnlyList<DecisionPart> Components { get; init; } = [];

    /// <summary>Gets the next best, best first; at most 3.</summary>
    public IReadOnlyList<CarrierChoice> Alternatives { get; init; } = [];
}
