using System.Text;

namespace Commerce.Testing;

/// <summary>A request as it left: exact bytes and headers.</summary>
public sealed class RecordedRequest
{
    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);

    internal RecordedRequest(HttpRequestMessage request, byte[] body)
    {
        Method = request.Method.Method;
        Address = request.RequestUri!;
        Bytes = body;
        foreach (var (name, values) in request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>()))
        {
            _headers[name] = string.Join(", ", values);
        }
    }

    /// <summary>Gets the method.</summary>
    public string Method { get; }

    /// <summary>Gets where it went.</summary>
    public Uri Address { get; }

    /// <summary>Gets the bytes of the body.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Gets the body as UTF-8 text.</summary>
    public string Body => Encoding.UTF8.GetString(Bytes.Span);

    /// <summary>Finds a header.</summary>
    /// <param name="name">The name, of any case.</param>
    /// <returns>The value, or <see langword="null"/> when it was not sent.</returns>
    public string? Header(string name) => _headers.GetValueOrDefault(name);

    /// <summary>Writes the request as text for a snapshot: method, path, the headers that matter, body.</summary>
    /// <param name="headers">The headers to show.</param>
    /// <returns>The text.</returns>
    public string ToText(params string[] headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        var text = new StringBuilder().Append(Method).Append(' ').Append(Address.PathAndQuery).Append('\n');
        foreach (var name in headers)
        {
            text.Append(name).Append(": ").Append(Header(name) ?? "(not sent)").Append('\n');
        }

        return text.Append('\n').Append(Body).ToString();
    }
}
