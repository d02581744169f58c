using System.Diagnostics.CodeAnalysis;

namespace Commerce;

/// <summary>
/// A set of known words that a vendor may extend at any time. An unknown word is never an error: it is kept and
/// written back as it came.
/// </summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface IOpenEnum<TSelf> : IParsable<TSelf>
    where TSelf : struct, IOpenEnum<TSelf>
{
    /// <summary>Gets the word, compared ordinally.</summary>
    string Value { get; }

    /// <summary>Wraps a word.</summary>
    /// <param name="value">The word, not empty.</param>
    /// <returns>The wrapped word.</returns>
    static abstract TSelf From(string value);

    static TSelf IParsable<TSelf>.Parse(string s, IFormatProvider? provider)
    {
        ArgumentException.ThrowIfNullOrEmpty(s);
        return TSelf.From(s);
    }

    static bool IParsable<TSelf>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TSelf result)
    {
        result = string.IsNullOrEmpty(s) ? default : TSelf.From(s);
        return !string.IsNullOrEmpty(s);
    }
}
