namespace Commerce.Carriers;

/// <summary>A cancellation that the carrier confirmed.</summary>
/// <param name="ShipmentId">The shipment.</param>
/// <param name="WasAlreadyVoid">Whether it had been cancelled before.</param>
public sealed record VoidConfirmation(CarrierShipmentId ShipmentId, bool WasAlreadyVoid = false);
