namespace Commerce.Carriers.Packing;

/// <summary>What is to be packed.</summary>
public sealed record PackItem
{
    /// <summary>Gets the name that placements give back, such as the article number.</summary>
    public required string Id
    {
        get;
        init => field = string.IsNullOrWhiteSpace(value) ? throw new ArgumentException("Id is empty: name the item.", nameof(Id)) : value;
    }

    /// <summary>Gets the outer dimensions of one piece.</summary>
    public required Dimensions Dimensions
    {
        get;
        init => field = value == default ? throw new ArgumentException("Dimensions are not set: give the three sides.", nameof(Dimensions)) : value;
    }

    /// <summary>Gets the weight of one piece.</summary>
    public required Weight Weight { get; init; }

    /// <summary>Gets how many pieces: 1 to 1 000.</summary>
    /// <value>The default is 1.</value>
    public int Quantity
    {
        get;
        init => field = value is >= 1 and <= 1000 ? value : throw new ArgumentOutOfRangeException(nameof(Quantity), value, $"Quantity is {value}: give 1 to 1000.");
    } = 1;

    /// <summary>Gets a value indicating whether nothing may stand on it.</summary>
    public bool IsFragile { get; init; }

    /// <summary>Gets a value indicating whether its height stays upright: it may only be turned around.</summary>
    public bool KeepUpright { get; init; }
}
