namespace Commerce.Carriers;

/// <summary>From one country to another.</summary>
/// <param name="Origin">Where parcels start.</param>
/// <param name="Destination">Where they go.</param>
public readonly record struct Lane(CountryCode Origin, CountryCode Destination)
{
    /// <summary>Gets a value indicating whether it stays within one country.</summary>
    public bool IsDomestic => Origin == Destination;

    /// <summary>Gets a value indicating whether it stays within the European Union, across a border.</summary>
    public bool IsEuropean => !IsDomestic && Origin.IsEuropeanUnion && Destination.IsEuropeanUnion;
}
