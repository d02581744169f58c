namespace Commerce.Agents.Domain.Shipping;

/// <summary>Whose parcel a tracking number is.</summary>
public sealed record ParcelOwner
{
    /// <summary>Gets the order; nothing when the number is not known.</summary>
    public OrderId? OrderId { get; init; }

    /// <summary>Gets which part of the order, from 1.</summary>
    public int Part { get; init; } = 1;
}
