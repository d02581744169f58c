namespace Commerce.Payments;

/// <summary>A document to upload as evidence. Its content is personal data and does not show in text.</summary>
public sealed record EvidenceUpload
{
    /// <summary>Gets the caller's name of this step, sent as the idempotency key.</summary>
    public required OperationKey Key { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the file's name with its ending; at most 200 characters, no personal data.</summary>
    public required string FileName { get; init => field = Guard.Text(value, 200); }

    /// <summary>Gets the media type: <c>application/pdf</c>, <c>image/jpeg</c> or <c>image/png</c>.</summary>
    public required string ContentType { get; init => field = Guard.Text(value, 100); }

    /// <summary>Gets the bytes, at least one; gateways take some megabytes.</summary>
    public required ReadOnlyMemory<byte> Content
    {
        get;
        init => field = value.Length > 0 ? value : throw new ArgumentException("Content is empty: give the document.", nameof(Content));
    }

    /// <summary>Gets the seller on whose account it is; the client's own account when not given.</summary>
    public ConnectedAccountId? Seller { get; init; }
}
