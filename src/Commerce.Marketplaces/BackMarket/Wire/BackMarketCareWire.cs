using System.Text.Json.Serialization;

namespace Commerce.Marketplaces.BackMarket.Wire;

internal sealed record BackMarketFolder
{
    public long? Id { get; init; }

    public long? Orderline { get; init; }

    public DateTimeOffset? DateCreation { get; init; }

    public DateTimeOffset? DateModification { get; init; }

    public DateTimeOffset? DateLastMessage { get; init; }

    public int? State { get; init; }
}

internal sealed record BackMarketFolderDetails
{
    public long? Id { get; init; }

    public DateTimeOffset? DateCreation { get; init; }

    public DateTimeOffset? DateModification { get; init; }

    public DateTimeOffset? DateLastMessage { get; init; }

    public int? State { get; init; }

    public IReadOnlyList<BackMarketClaim>? Lines { get; init; }

    public IReadOnlyList<BackMarketMessage>? Messages { get; init; }

    public BackMarketFolderLine? Orderline { get; init; }
}

internal sealed record BackMarketClaim(IReadOnlyList<BackMarketIssue>? Issues);

internal sealed record BackMarketIssue([property: JsonPropertyName("customerIssue")] string? CustomerIssue);

internal sealed record BackMarketMessage
{
    public long? Id { get; init; }

    public string? Message { get; init; }

    public DateTimeOffset? DateCreation { get; init; }

    public string? Initiator { get; init; }

    public string? Kind { get; init; }

    public bool? IsInformative { get; init; }

    public IReadOnlyList<BackMarketAttachment>? Attachments { get; init; }
}

internal sealed record BackMarketAttachment(string? Attachment);

internal sealed record BackMarketFolderLine(long? Id, BackMarketFolderOrder? Order);

internal sealed record BackMarketFolderOrder(long? OrderId);

internal sealed record BackMarketSentMessage(long? Id, long? Group);

internal sealed record BackMarketTransfer(
    [property: JsonPropertyName("shipperName")] string ShipperName,
    [property: JsonPropertyName("trackingNumber")] string TrackingNumber,
    [property: JsonPropertyName("action")] string Action);

internal sealed record BackMarketReturn
{
    [JsonPropertyName("orderId")]
    public long? OrderId { get; init; }

    [JsonPropertyName("orderlineId")]
    public long? OrderlineId { get; init; }

    [JsonPropertyName("shipmentId")]
    public long? ShipmentId { get; init; }

    [JsonPropertyName("dateCreation")]
    public DateTimeOffset? DateCreation { get; init; }

    [JsonPropertyName("dateDelivery")]
    public DateTimeOffset? DateDelivery { get; init; }

    [JsonPropertyName("trackingNumber")]
    public string? TrackingNumber { get; init; }

    [JsonPropertyName("label")]
    public string? Label { get; init; }

    [JsonPropertyName("type")]
    public string? Type { get; init; }
}

internal sealed record BackMarketShipment
{
    [JsonPropertyName("order")]
    public long? Order { get; init; }

    [JsonPropertyName("shipmentId")]
    public long? ShipmentId { get; init; }

    [JsonPropertyName("orderlines")]
    public IReadOnlyList<long>? Orderlines { get; init; }

    [JsonPropertyName("trackingNumber")]
    public string? TrackingNumber { get; init; }

    [JsonPropertyName("trackingUrl")]
    public string? TrackingUrl { get; init; }

    [JsonPropertyName("carrierName")]
    public string? CarrierName { get; init; }

    [JsonPropertyName("labelUrl")]
    public string? LabelUrl { get; init; }
}
