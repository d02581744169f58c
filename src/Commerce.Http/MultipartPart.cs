namespace Commerce.Http;

/// <summary>One part of a multipart answer.</summary>
/// <param name="Id">Its Content-ID without brackets, or its name; empty when it has neither.</param>
/// <param name="ContentType">Its media type, when it says.</param>
/// <param name="Content">Its bytes, as they came.</param>
public sealed record MultipartPart(string Id, string? ContentType, ReadOnlyMemory<byte> Content);
