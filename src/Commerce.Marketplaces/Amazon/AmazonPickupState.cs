using System.Text.Json.Serialization;

namespace Commerce.Marketplaces.Amazon;

/// <summary>Where an order is that the buyer collects from a shop.</summary>
/// <param name="Value">Amazon's word.</param>
[JsonConverter(typeof(ParsableJsonConverter<AmazonPickupState>))]
public readonly record struct AmazonPickupState(string Value) : IOpenEnum<AmazonPickupState>
{
    /// <summary>Gets: it waits for the buyer.</summary>
    public static AmazonPickupState ReadyForPickup { get; } = new("ReadyForPickup");

    /// <summary>Gets: the buyer has it.</summary>
    public static AmazonPickupState PickedUp { get; } = new("PickedUp");

    /// <summary>Gets: the buyer did not want it.</summary>
    public static AmazonPickupState RefusedPickup { get; } = new("RefusedPickup");

    /// <inheritdoc/>
    public static AmazonPickupState From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
