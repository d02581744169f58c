using Commerce.Agents.Entities;
using Commerce.Carriers;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>A parcel with a label: it waits for its carrier, or was handed over to it.</summary>
public sealed record HandoverParcel : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the carrier.</summary>
    public required CarrierCode Carrier { get; init; }

    /// <summary>Gets the number on the label.</summary>
    public required TrackingNumber TrackingNumber { get; init; }

    /// <summary>Gets the order.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>Gets which part of the order, from 1.</summary>
    public required int Part { get; init; }

    /// <summary>Gets the manifest with which it was handed over; nothing while it waits.</summary>
    public string? Manifest { get; init; }

    /// <summary>Gets when it was handed over.</summary>
    public DateTimeOffset? HandedOverAt { get; init; }

    internal static string KeyOf(CarrierCode carrier, TrackingNumber number) => $"{carrier}/{number}";

    internal static Guid IdOf(CarrierCode carrier, TrackingNumber number) => NamedIds.From("parcel", KeyOf(carrier, number));
}
