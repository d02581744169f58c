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

    /// <inheritdoc/>
    public static CarrierFeature From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
