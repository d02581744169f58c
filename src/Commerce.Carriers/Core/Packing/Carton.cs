namespace Commerce.Carriers.Packing;

/// <summary>A box that the user has.</summary>
public sealed record Carton
{
    /// <summary>Gets the name.</summary>
    public required string Name
    {
        get;
        init => field = string.IsNullOrWhiteSpace(value) ? throw new ArgumentException("Name is empty: name the carton.", nameof(Name)) : value;
    }

    /// <summary>Gets the dimensions inside.</summary>
    public required Dimensions Inside
    {
        get;
        init => field = value == default ? throw new ArgumentException("Inside is not set: give the three sides.", nameof(Inside)) : value;
    }

    /// <summary>Gets the dimensions outside, for the carrier; those inside when not given.</summary>
    public Dimensions? Outside { get; init; }

    /// <summary>Gets the heaviest content.</summary>
    public required Weight MaxContent { get; init; }

    /// <summary>Gets the weight of the empty box with its filling.</summary>
    public Weight Tare { get; init; }
}
