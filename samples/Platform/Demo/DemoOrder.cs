using Commerce.Agents.Domain.Orders;
using Commerce.Testing.Sandbox;

namespace Commerce.Samples.Platform.Demo;

/// <summary>An order of the demo and what must become of it; those of marketplaces have a key there.</summary>
internal sealed record DemoOrder(string Story, OrderId Id, OrderStatus Expected, MarketplaceSandbox? Marketplace = null, string ExternalId = "")
{
    /// <summary>Gets how many mails the buyer gets: confirmed, shipped, delivered; one when it ends early, one more when a card was declined; none from us for a marketplace's buyer.</summary>
    internal int Mails => Marketplace is not null ? 0 : (Expected == OrderStatus.Delivered ? 3 : 1) + (Story.StartsWith("declined", StringComparison.Ordinal) ? 1 : 0);

    /// <summary>Counts how often the marketplace was told of the parcel.</summary>
    internal int Told(Order order) => Marketplace!.Shipments.Where(parcel => parcel.Key.EndsWith($"/{order.TrackingNumber}", StringComparison.Ordinal)).Sum(static parcel => parcel.Value);
}
