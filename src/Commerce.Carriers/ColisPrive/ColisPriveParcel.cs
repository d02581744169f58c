namespace Commerce.Carriers.ColisPrive;

/// <summary>A parcel with what may still be changed about its delivery.</summary>
public sealed record ColisPriveParcel
{
    /// <summary>Gets where it is and was.</summary>
    public required TrackingReport Report { get; init; }

    /// <summary>Gets who delivers (<c>CmpyCode</c>): <c>C</c>, <c>P</c> or <c>T</c>; what the letters mean is not public.</summary>
    public string? Company { get; init; }

    /// <summary>Gets the number at the carrier that delivers: follow it there.</summary>
    public TrackingNumber? PartnerTrackingNumber { get; init; }

    /// <summary>Gets the pickup point where it goes or waits.</summary>
    public PickupPoint? PickupPoint { get; init; }

    /// <summary>Gets a value indicating whether a second delivery may be asked for.</summary>
    public bool CanBeDeliveredAgain { get; init; }

    /// <summary>Gets a value indicating whether it may go to a pickup point.</summary>
    public bool CanGoToPickupPoint { get; init; }

    /// <summary>Gets a value indicating whether it may go to somebody else.</summary>
    public bool CanGoToThirdParty { get; init; }

    /// <summary>Gets a value indicating whether a claim may be made.</summary>
    public bool CanBeClaimed { get; init; }

    /// <summary>Gets a value indicating whether the recipient signs.</summary>
    public bool IsSigned { get; init; }

    /// <summary>Gets the amount that the driver collects.</summary>
    public Money AmountToCollect { get; init; }

    /// <summary>Gets the value of the goods.</summary>
    public Money DeclaredValue { get; init; }
}
