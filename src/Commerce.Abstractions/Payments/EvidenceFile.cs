namespace Commerce.Payments;

/// <summary>A document that was uploaded as evidence.</summary>
/// <param name="Id">The gateway's key, the value of an evidence field.</param>
/// <param name="Size">The bytes that arrived.</param>
public sealed record EvidenceFile(string Id, long Size)
{
    /// <summary>Gets the id that the gateway's support asks for.</summary>
    public string? RequestId { get; init; }
}
