using System.Diagnostics.CodeAnalysis;

namespace Commerce;

/// <summary>An identifier of one kind of thing: a time-ordered GUID (version 7) that no other kind can be mistaken for.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface ITypedId<TSelf> : IParsable<TSelf>
    where TSelf : struct, ITypedId<TSelf>
{
    /// <summary>Gets the GUID.</summary>
    Guid Value { get; }

    /// <summary>Wraps a GUID.</summary>
    /// <param name="value">The GUID, not empty.</param>
    /// <returns>The identifier.</returns>
    static abstract TSelf From(Guid value);

    static TSelf IParsable<TSelf>.Parse(string s, IFormatProvider? provider) => TSelf.From(Guid.Parse(s));

    static bool IParsable<TSelf>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TSelf result)
    {
        var parsed = Guid.TryParse(s, out var value);
        result = parsed ? TSelf.From(value) : default;
        return parsed;
    }
}
