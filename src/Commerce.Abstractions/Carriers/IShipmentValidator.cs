namespace Commerce.Carriers;

/// <summary>A carrier that judges a shipment without buying it.</summary>
public interface IShipmentValidator
{
    /// <summary>Has a shipment judged. Buys nothing; safe to repeat.</summary>
    /// <param name="request">The shipment.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Every objection; empty when the carrier would take it.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<IReadOnlyList<Refusal>> ValidateShipmentAsync(ShipmentRequest request, CancellationToken cancellationToken = default);
}
