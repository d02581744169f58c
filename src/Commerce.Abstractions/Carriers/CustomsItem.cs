namespace Commerce.Carriers;

/// <summary>One line of goods.</summary>
public sealed record CustomsItem
{
    /// <summary>Gets what it is, in English for most countries: 1 to 150 characters.</summary>
    public required string Description { get; init => field = Guard.Text(value, 150); }

    /// <summary>Gets how many: 1 to 9 999.</summary>
    public required int Quantity { get; init => field = Guard.InRange(value, 1, 9_999); }

    /// <summary>Gets the value of one.</summary>
    public required Money UnitValue { get; init => field = Guard.NotNegative(value); }

    /// <summary>Gets the net weight of one.</summary>
    public required Weight UnitWeight { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets where it was made.</summary>
    public required CountryCode Origin { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the tariff number of the Harmonized System: 6 to 12 digits.</summary>
    public string? HsCode
    {
        get;
        init => field = value is null || (value.Length is >= 6 and <= 12 && value.All(char.IsAsciiDigit))
            ? value
            : throw new ArgumentException($"HsCode is {value}: give 6 to 12 digits without dots.", nameof(HsCode));
    }

    /// <summary>Gets the position of the parcel that it is in, from 0; needed with several parcels where each has a declaration of its own (Colissimo).</summary>
    public int? Parcel { get; init => field = value is null ? null : Guard.InRange(value.Value, 0, 98); }

    /// <summary>Gets the seller's own name of the item.</summary>
    public Sku? Sku { get; init; }
}
