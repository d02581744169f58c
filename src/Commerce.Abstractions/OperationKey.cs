namespace Commerce;

/// <summary>
/// The caller's own name for one operation that buys or moves something. The same key means the same operation: it
/// is sent as the vendor's idempotency key or reference where one exists.
/// </summary>
/// <remarks>1 to 64 characters: letters, digits, <c>-</c>, <c>_</c>, <c>.</c> and <c>:</c>. Never put personal data in a key.</remarks>
public readonly record struct OperationKey : IParsable<OperationKey>
{
    /// <summary>The longest key, in characters.</summary>
    public const int MaxLength = 64;

    private readonly string? _value;

    /// <summary>Creates a key.</summary>
    /// <param name="value">1 to 64 characters: letters, digits, <c>-</c>, <c>_</c>, <c>.</c> and <c>:</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty, too long or has another character.</exception>
    public OperationKey(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (value.Length > MaxLength || value.AsSpan().ContainsAnyExcept(TextRules.KeyCharacters))
        {
            throw new ArgumentException(
                $"An operation key has 1 to {MaxLength} letters, digits, '-', '_', '.' or ':'; this one has {value.Length} characters.",
                nameof(value));
        }

        _value = value;
    }

    /// <summary>Gets the key as text.</summary>
    public string Value => _value ?? throw new InvalidOperationException("This operation key was never set.");

    /// <inheritdoc/>
    public static OperationKey Parse(string s, IFormatProvider? provider = null) => new(s);

    /// <inheritdoc/>
    public static bool TryParse(
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] string? s, IFormatProvider? provider, out OperationKey result)
    {
        result = default;
        if (string.IsNullOrEmpty(s) || s.Length > MaxLength || s.AsSpan().ContainsAnyExcept(TextRules.KeyCharacters))
        {
            return false;
        }

        result = new OperationKey(s);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => _value ?? "";
}
