using System.Text.Json.Nodes;

namespace Commerce.Testing.Sandbox;

/// <summary>A return with a BackShip label as Back Market keeps it.</summary>
internal sealed class BackMarketReturnState(long id, BackMarketState order, DateTimeOffset createdAt)
{
    internal long Id => id;

    internal BackMarketState Order => order;

    internal DateTimeOffset CreatedAt => createdAt;

    internal DateTimeOffset? ArrivedAt { get; set; }

    internal JsonObject ToJson() => new()
    {
        ["orderId"] = order.Id,
        ["orderlineId"] = order.Lines[0].Id,
        ["shipmentId"] = id,
        ["carrierId"] = 42,
        ["carrierName"] = "Chronopost",
        ["dateCreation"] = BackMarketState.Time(createdAt),
        ["referenceNumber"] = $"1-{order.Id}-{id}",
        ["trackingNumber"] = $"RT{id}",
        ["trackingUrl"] = $"https://track.example.com/RT{id}",
        ["hubScanned"] = ArrivedAt is not null,
        ["datePickup"] = null,
        ["dateDelivery"] = ArrivedAt is { } arrived ? BackMarketState.Time(arrived) : null,
        ["label"] = $"https://labels.example.com/{id}.pdf",
        ["invoicedPrice"] = 5,
        ["invoicedCurrency"] = "EUR",
        ["type"] = "RETURN",
    };
}
