using System.Text.Json.Serialization;

namespace Commerce.Carriers;

/// <summary>What a carrier client can do beyond creating and tracking shipments.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<CarrierFeature>))]
public readonly record struct CarrierFeature(string Value) : IOpenEnum<CarrierFeature>
{
    /// <summary>Gets: prices (<see cref="IRateProvider"/>).</summary>
    public static CarrierFeature Rates { get; } = new("rates");

    /// <summary>Gets: delivery dates (<see cref="ITransitTimeProvider"/>).</summary>
    public static CarrierFeature TransitTimes { get; } = new("transit_times");

    /// <summary>Gets: cancelling shipments (<see cref="IShipmentVoider"/>).</summary>
    public static CarrierFeature Void { get; } = new("void");

    /// <summary>Gets: fetching a label again (<see cref="ILabelReprinter"/>).</summary>
    public static CarrierFeature LabelReprint { get; } = new("label_reprint");

    /// <summary>Gets: finding a shipment by its operation key (<see cref="IShipmentFinder"/>).</summary>
    public static CarrierFeature FindByReference { get; } = new("find_by_reference");

    /// <summary>Gets: return labels (<see cref="IReturnLabelClient"/>).</summary>
    public static CarrierFeature ReturnLabels { get; } = new("return_labels");

    /// <summary>Gets: pickup point search (<see cref="IPickupPointDirectory"/>).</summary>
    public static CarrierFeature PickupPoints { get; } = new("pickup_points");

    /// <summary>Gets: booking collections (<see cref="IPickupScheduler"/>).</summary>
    public static CarrierFeature Pickups { get; } = new("pickups");

    /// <summary>Gets: closing the day (<see cref="IManifestClient"/>).</summary>
    public static CarrierFeature Manifests { get; } = new("manifests");

    /// <summary>Gets: checking addresses (<see cref="IAddressValidator"/>).</summary>
    public static CarrierFeature AddressValidation { get; } = new("address_validation");

    /// <summary>Gets: proof of delivery (<see cref="IProofOfDeliveryProvider"/>).</summary>
    public static CarrierFeature ProofOfDelivery { get; } = new("proof_of_delivery");

    /// <summary>Gets: uploading customs papers (<see cref="ITradeDocumentClient"/>).</summary>
    public static CarrierFeature TradeDocuments { get; } = new("trade_documents");

    /// <summary>Gets: joining uploaded papers to a shipment later (<see cref="ITradeDocumentArchive"/>).</summary>
    public static CarrierFeature TradeDocumentArchive { get; } = new("trade_document_archive");

    /// <summary>Gets: taking the booking of a collection back (<see cref="IPickupCanceller"/>).</summary>
    public static CarrierFeature PickupCancellation { get; } = new("pickup_cancellation");

    /// <summary>Gets: possible collections (<see cref="IPickupCalendar"/>).</summary>
    public static CarrierFeature PickupCalendar { get; } = new("pickup_calendar");

    /// <summary>Gets: fetching a manifest again (<see cref="IManifestReprinter"/>).</summary>
    public static CarrierFeature ManifestReprint { get; } = new("manifest_reprint");

    /// <summary>Gets: judging a shipment without buying it (<see cref="IShipmentValidator"/>).</summary>
    public static CarrierFeature Validation { get; } = new("validation");

    /// <summary>Gets: one pickup point by its number (<see cref="IPickupPointFinder"/>).</summary>
    public static CarrierFeature PickupPointDetails { get; } = new("pickup_point_details");

    /// <summary>Gets: pushes about parcels (<see cref="ITrackingSubscriber"/>).</summary>
    public static CarrierFeature TrackingPush { get; } = new("tracking_push");

    /// <inheritdoc/>
    public static CarrierFeature From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
