using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Commerce;

/// <summary>The seller's own name of a sellable item: 1 to 256 characters, no control characters, compared ordinally.</summary>
[JsonConverter(typeof(ParsableJsonConverter<Sku>))]
public readonly record struct Sku : IParsable<Sku>, IComparable<Sku>
{
    private readonly string? _value;

    /// <summary>Creates a SKU.</summary>
    /// <param name="value">1 to 256 characters without leading or trailing blanks.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty, too long or has blanks around it.</exception>
    public Sku(string value)
    {
        _value = Guard.Text(value, 256, nameof(value));
        if (char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1]))
        {
            throw new ArgumentException("A SKU has no blanks around it.", nameof(value));
        }
    }

    /// <summary>Gets the text.</summary>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static Sku Parse(string s, IFormatProvider? provider = null) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Sku result)
    {
        result = default;
        if (string.IsNullOrWhiteSpace(s) || s.Length > 256 || char.IsWhiteSpace(s[0]) || char.IsWhiteSpace(s[^1]))
        {
            return false;
        }

        result = new Sku(s);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(Sku other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
