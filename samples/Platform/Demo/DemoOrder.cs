using Commerce.Agents.Domain.Orders;

namespace Commerce.Samples.Platform.Demo;

/// <summary>An order of the demo and what must become of it.</summary>
internal sealed record DemoOrder(string Story, OrderId Id, OrderStatus Expected, string? ExternalId = null)
{
    /// <summary>Gets how many mails the buyer gets: confirmed, shipped, delivered; one when it ends early, one more when a card was declined; none from us for a marketplace's buyer.</summary>
    internal int Mails => ExternalId is not null ? 0 : (Expected == OrderStatus.Delivered ? 3 : 1) + (Story.StartsWith("declined", StringComparison.Ordinal) ? 1 : 0);
}
