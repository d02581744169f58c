using System.Globalization;
using System.Text;

namespace Commerce.Http;

/// <summary>Writes a relative address with query parameters, in the order they are added; what is null is left out.</summary>
public sealed class QueryAddress
{
    private readonly StringBuilder _text;
    private bool _hasQuery;

    /// <summary>Starts an address.</summary>
    /// <param name="path">The path, relative to the vendor's address, escaped.</param>
    public QueryAddress(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _text = new StringBuilder(path);
        _hasQuery = path.Contains('?', StringComparison.Ordinal);
    }

    /// <summary>Adds a parameter.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value; left out when it is <see langword="null"/>.</param>
    /// <returns>This address.</returns>
    public QueryAddress Add(string name, string? value)
    {
        if (value is not null)
        {
            _text.Append(_hasQuery ? '&' : '?').Append(name).Append('=').Append(Uri.EscapeDataString(value));
            _hasQuery = true;
        }

        return this;
    }

    /// <summary>Adds a parameter.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value; left out when it is <see langword="null"/>.</param>
    /// <returns>This address.</returns>
    public QueryAddress Add(string name, long? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
