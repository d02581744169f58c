namespace Commerce;

/// <summary>Where a list can be taken up again, also by another process. Opaque: store it, never take it apart.</summary>
/// <param name="Value">The vendor's page mark in our wrapping.</param>
public readonly record struct ContinuationToken(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
