namespace Commerce.Http;

/// <summary>One part of a multipart body.</summary>
/// <param name="ContentId">The part's name, without angle brackets.</param>
/// <param name="MediaType">Its <c>Content-Type</c> as it was sent.</param>
/// <param name="Content">Its bytes.</param>
public sealed record MultipartPart(string? ContentId, string? MediaType, ReadOnlyMemory<byte> Content)
{
    // The content may show personal data.
    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("ContentId = ").Append(ContentId).Append(", MediaType = ").Append(MediaType).Append(", Bytes = ").Append(Content.Length);
        return true;
    }
}
