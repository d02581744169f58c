namespace Commerce.Http;

/// <summary>A token and how long it lives.</summary>
/// <param name="Value">The token. Secret.</param>
/// <param name="Lifetime">How long from now on.</param>
public readonly record struct AccessToken(string Value, TimeSpan Lifetime)
{
    /// <inheritdoc/>
    public override string ToString() => $"AccessToken({Lifetime})";
}
