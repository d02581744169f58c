namespace Commerce.Agents.Domain.Inventory;

/// <summary>The agent that hands one parcel over keeps nothing: parcels are <see cref="HandoverParcel"/>s.</summary>
public sealed record ParcelHandover;
