namespace Commerce;

/// <summary>What to answer a vendor's call, byte for byte.</summary>
public sealed class WebhookAnswer
{
    /// <summary>Gets the HTTP status: 200 to 599.</summary>
    /// <value>The default is 200.</value>
    public int Status { get; init => field = Guard.InRange(value, 200, 599); } = 200;

    /// <summary>Gets the media type of the body; at most 200 characters.</summary>
    /// <value>The default is <c>application/json</c>.</value>
    public string ContentType { get; init => field = Guard.Text(value, 200); } = "application/json";

    /// <summary>Gets the bytes.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }
}
