namespace Commerce.Tests.Support;

/// <summary>An answer as it came over the wire.</summary>
public sealed record VendorAnswerBytes(int Status, string? MediaType, byte[] Body, IReadOnlyList<KeyValuePair<string, string>> Headers);
