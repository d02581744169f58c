namespace Commerce.Carriers;

/// <summary>
/// A refusal after a part was bought: a carrier that takes one parcel at a time said no to a later one. What was bought is paid and must be
/// used or cancelled; only the rest may be asked for again.
/// </summary>
public sealed record PartialShipment : Refusal
{
    /// <summary>Creates a partial purchase.</summary>
    /// <param name="code">The reason in common words.</param>
    /// <param name="message">What was refused, with which value, and what to do next.</param>
    public PartialShipment(RefusalCode code, string message)
        : base(code, message)
    {
    }

    /// <summary>Gets what was bought, with its labels.</summary>
    public required Shipment Bought { get; init => field = Guard.NotNull(value); }

    /// <summary>Gets the positions in the request of the parcels that were not bought.</summary>
    public required IReadOnlyList<int> MissingParcels { get; init => field = Guard.NotEmpty(value, 99); }
}
