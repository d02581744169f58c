using System.Text;

namespace Commerce.Marketplaces;

/// <summary>A file that goes with a message. Personal data: <see cref="ToString"/> shows its type and size only.</summary>
/// <param name="FileName">Its name with the ending: 1 to 200 characters.</param>
/// <param name="MediaType">Its type, such as <c>application/pdf</c>: 1 to 100 characters.</param>
/// <param name="Content">Its bytes; a marketplace limits how many.</param>
public sealed record MessageAttachment(string FileName, string MediaType, ReadOnlyMemory<byte> Content)
{
    /// <summary>Gets its name with the ending.</summary>
    public string FileName { get; init => field = Guard.Text(value, 200); } = Guard.Text(FileName, 200, nameof(FileName));

    /// <summary>Gets its type.</summary>
    public string MediaType { get; init => field = Guard.Text(value, 100); } = Guard.Text(MediaType, 100, nameof(MediaType));

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("MediaType = ").Append(MediaType).Append(", Length = ").Append(Content.Length);
        return true;
    }
}
