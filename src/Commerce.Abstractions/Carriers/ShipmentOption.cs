using System.Text.Json.Serialization;

namespace Commerce.Carriers;

/// <summary>An option of a shipment, as capabilities name it.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<ShipmentOption>))]
public readonly record struct ShipmentOption(string Value) : IOpenEnum<ShipmentOption>
{
    /// <summary>Gets: the recipient signs.</summary>
    public static ShipmentOption Signature { get; } = new("signature");

    /// <summary>Gets: an adult signs.</summary>
    public static ShipmentOption AdultSignature { get; } = new("adult_signature");

    /// <summary>Gets: insured above the basic liability.</summary>
    public static ShipmentOption Insurance { get; } = new("insurance");

    /// <summary>Gets: also delivered on Saturday.</summary>
    public static ShipmentOption SaturdayDelivery { get; } = new("saturday_delivery");

    /// <summary>Gets: the driver collects money.</summary>
    public static ShipmentOption CashOnDelivery { get; } = new("cash_on_delivery");

    /// <summary>Gets: the age of the recipient is checked.</summary>
    public static ShipmentOption MinimumAge { get; } = new("minimum_age");

    /// <summary>Gets: the carrier mails the recipient.</summary>
    public static ShipmentOption NotifyByEmail { get; } = new("notify_by_email");

    /// <summary>Gets: the carrier texts the recipient.</summary>
    public static ShipmentOption NotifyBySms { get; } = new("notify_by_sms");

    /// <summary>Gets: delivered to a pickup point.</summary>
    public static ShipmentOption PickupPoint { get; } = new("pickup_point");

    /// <summary>Gets: a customs declaration.</summary>
    public static ShipmentOption Customs { get; } = new("customs");

    /// <summary>Gets: a label for the way back, bought with the shipment.</summary>
    public static ShipmentOption Return { get; } = new("return");

    /// <summary>Gets: several parcels in one shipment.</summary>
    public static ShipmentOption MultipleParcels { get; } = new("multiple_parcels");

    /// <summary>Gets: goods under the rules for dangerous goods; the one option that is refused unless a carrier declares it.</summary>
    public static ShipmentOption DangerousGoods { get; } = new("dangerous_goods");

    /// <inheritdoc/>
    public static ShipmentOption From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
