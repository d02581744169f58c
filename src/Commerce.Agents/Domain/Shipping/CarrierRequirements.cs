using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>What a carrier must be able to do for a part of an order.</summary>
public sealed record CarrierRequirements
{
    /// <summary>Gets the day by which it must arrive.</summary>
    public DateOnly? RequiredBy { get; init; }

    /// <summary>Gets the slowest level that will do.</summary>
    public ServiceLevel? MinLevel { get; init; }

    /// <summary>Gets a value indicating whether a slower service is taken when none of <see cref="MinLevel"/> is there.</summary>
    public bool AllowServiceFallback { get; init; }

    /// <summary>Gets what is asked for beyond plain transport: signature, insurance, Saturday, dangerous goods.</summary>
    public ShipmentOptions Options { get; init; } = ShipmentOptions.None;
}
