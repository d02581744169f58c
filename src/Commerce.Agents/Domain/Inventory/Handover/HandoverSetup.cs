using Commerce.Agents.Domain.Shipping;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>Registers the agents that hand parcels over.</summary>
internal static class HandoverSetup
{
    internal static AgentsBuilder AddHandover(this AgentsBuilder agents) => agents
        .AddEntity<HandoverParcel>(static entity => entity
            .Index(static parcel => parcel.Carrier, static parcel => parcel.Manifest)
            .Index(static parcel => parcel.OrderId))
        .AddAgent<ManifestHandoverAgent, ManifestHandover>(InventoryAgentsBuilderExtensions.ManifestHandoverAgentName, static agent => agent
            .Handles<DispatchHandover>(static message => string.IsNullOrEmpty(message.Manifest) ? "none" : message.Manifest))
        .AddAgent<ParcelHandoverAgent, ParcelHandover>(InventoryAgentsBuilderExtensions.ParcelHandoverAgentName, static agent => agent
            .Handles<ShipmentCreated>(static message => HandoverParcel.KeyOf(message.Carrier, message.TrackingNumber))
            .Handles<HandOverParcel>(static message => HandoverParcel.KeyOf(message.Carrier, message.TrackingNumber)))
        .Commands<DispatchHandover>().Commands<HandOverParcel>();
}
