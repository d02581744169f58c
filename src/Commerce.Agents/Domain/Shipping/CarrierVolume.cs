namespace Commerce.Agents.Domain.Shipping;

/// <summary>How many labels a carrier has sold this month.</summary>
public sealed record CarrierVolume
{
    /// <summary>Gets the first day of the month.</summary>
    public DateOnly Month { get; init; }

    /// <summary>Gets the labels.</summary>
    public int Shipments { get; init; }
}
