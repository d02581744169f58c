namespace Commerce.Carriers;

/// <summary>One parcel.</summary>
public sealed record Parcel
{
    /// <summary>Gets the weight with packaging: above 0, at most 1 000 kg. Carriers take 20 to 70 kg.</summary>
    public required Weight Weight
    {
        get;
        init => field = value.Grams is > 0 and <= 1_000_000
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Weight), value.ToString(), $"Weight is {value}: give above 0 to 1000 kg.");
    }

    /// <summary>Gets the outer dimensions; without them carriers assume the smallest.</summary>
    public Dimensions? Dimensions { get; init => field = value is null ? null : Guard.NotDefault(value.Value); }

    /// <summary>Gets the reference printed on this parcel's label; at most 35 characters.</summary>
    public string? Reference { get; init => field = Guard.OptionalText(value, 35); }

    /// <summary>Gets what is inside, for the carrier; at most 50 characters.</summary>
    public string? Description { get; init => field = Guard.OptionalText(value, 50); }

    /// <summary>Gets the carrier's packaging, in the carrier's code (UPS <c>01</c>, FedEx <c>FEDEX_PAK</c>); the sender's own box when not given.</summary>
    public string? Packaging { get; init => field = Guard.OptionalText(value, 40); }

    /// <summary>Gets the value of the goods inside.</summary>
    public Money? DeclaredValue { get; init => field = value is null ? null : Guard.NotNegative(value.Value); }

    /// <summary>Gets the weight that is charged: the greater of actual and volumetric.</summary>
    /// <param name="volumetricDivisor">Cubic centimetres per kilogram.</param>
    /// <returns>The chargeable weight.</returns>
    public Weight ChargeableWeight(int volumetricDivisor = 5000)
    {
        var volumetric = Dimensions?.VolumetricWeight(volumetricDivisor) ?? default;
        return volumetric > Weight ? volumetric : Weight;
    }
}
