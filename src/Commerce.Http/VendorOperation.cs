namespace Commerce.Http;

/// <summary>What one request is to the pipeline: its name, and whether it may be sent twice.</summary>
/// <remarks>Make one instance for each operation of a vendor and reuse it; it is compared by reference and never changes.</remarks>
public sealed class VendorOperation
{
    /// <summary>Creates an operation.</summary>
    /// <param name="name">The name in telemetry, logs and exceptions: <c>ship</c>, <c>list-orders</c>.</param>
    public VendorOperation(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets a value indicating whether sending it twice does no harm, although it is no GET.</summary>
    /// <value>The default is false: only GET and HEAD are repeated.</value>
    public bool IsSafeToRepeat { get; init; }

    /// <summary>Gets the name of the limit that counts it; several operations may share one.</summary>
    /// <value>The default is <see cref="Name"/>.</value>
    public string Limit { get => field ?? Name; init; }

    /// <summary>Gets a value indicating whether it needs no credentials.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>Gets a value indicating whether the body is handed over as it arrives, not read into memory first.</summary>
    public bool IsStreamed { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
