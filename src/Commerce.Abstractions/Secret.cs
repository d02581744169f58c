namespace Commerce;

/// <summary>A value that must reach the caller but never a log: only <see cref="Reveal"/> shows it.</summary>
public sealed class Secret
{
    private readonly string _value;

    /// <summary>Wraps a secret.</summary>
    /// <param name="value">The secret, not empty.</param>
    public Secret(string value) => _value = Guard.Text(value, 8192, nameof(value));

    /// <summary>Gives the secret itself.</summary>
    /// <returns>The secret.</returns>
    public string Reveal() => _value;

    /// <inheritdoc/>
    public override string ToString() => "***";
}
