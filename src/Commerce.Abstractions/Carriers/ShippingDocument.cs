using System.Text;

namespace Commerce.Carriers;

/// <summary>A document to print.</summary>
/// <remarks>It shows personal data: <see cref="ToString"/> does not.</remarks>
public sealed record ShippingDocument
{
    /// <summary>Gets what it is.</summary>
    public required DocumentKind Kind { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets its format.</summary>
    public required LabelFormat Format { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets its bytes: a file as it is, decoded.</summary>
    public required ReadOnlyMemory<byte> Content
    {
        get;
        init => field = value.IsEmpty ? throw new ArgumentException("Content is empty.", nameof(Content)) : value;
    }

    /// <summary>Gets the parcel that it is for; <see langword="null"/> when for all of them.</summary>
    public TrackingNumber? TrackingNumber { get; init; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Kind = ").Append(Kind).Append(", Format = ").Append(Format)
            .Append(", Bytes = ").Append(Content.Length);
        return true;
    }
}
