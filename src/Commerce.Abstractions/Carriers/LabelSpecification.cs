namespace Commerce.Carriers;

/// <summary>The form of a label.</summary>
public sealed record LabelSpecification
{
    /// <summary>Gets the format.</summary>
    public LabelFormat Format { get; init => field = Guard.NotDefault(value); } = LabelFormat.Pdf;

    /// <summary>Gets the paper.</summary>
    public LabelSize Size { get; init => field = Guard.NotDefault(value); } = LabelSize.A6;

    /// <summary>Gets the resolution in dots per inch: 203 or 300 for thermal printers; <see langword="null"/> when the carrier chooses.</summary>
    public int? Dpi { get; init => field = value is null ? null : Guard.InRange(value.Value, 100, 1200); }
}
