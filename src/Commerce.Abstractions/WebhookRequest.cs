namespace Commerce;

/// <summary>A call that claims to come from a vendor, as it was received.</summary>
public sealed class WebhookRequest
{
    private readonly IReadOnlyDictionary<string, string> _headers;

    /// <summary>Creates a request.</summary>
    /// <param name="body">The raw bytes, exactly as received.</param>
    /// <param name="headers">The headers; names of any case.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="address">The whole address that was called, as the vendor knows it: in front of any proxy, with the query.</param>
    public WebhookRequest(
        ReadOnlyMemory<byte> body, IEnumerable<KeyValuePair<string, string>> headers, string method = "POST", Uri? address = null)
    {
        ArgumentNullException.ThrowIfNull(headers);
        if (address is { IsAbsoluteUri: false })
        {
            throw new ArgumentException("address is relative: give it whole, as the vendor calls it.", nameof(address));
        }

        Body = body;
        Method = Guard.Text(method, 20, nameof(method)).ToUpperInvariant();
        Address = address;
        var copy = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in headers)
        {
            copy[name] = value;
        }

        _headers = copy;
    }

    /// <summary>Gets the raw bytes.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Gets the HTTP method, in upper case.</summary>
    /// <value>The default is <c>POST</c>.</value>
    public string Method { get; }

    /// <summary>Gets the whole address that was called, when it was given.</summary>
    public Uri? Address { get; }

    /// <summary>Finds a header.</summary>
    /// <param name="name">The name, of any case.</param>
    /// <returns>The value, or <see langword="null"/> when it was not sent.</returns>
    public string? Header(string name) => _headers.GetValueOrDefault(name);

    /// <summary>Finds a parameter of the address.</summary>
    /// <param name="name">The name, in the vendor's case.</param>
    /// <returns>The first value, decoded, or <see langword="null"/> when it was not sent.</returns>
    public string? Query(string name)
    {
        foreach (var pair in (Address?.Query ?? "").TrimStart('?').Split('&'))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (string.Equals(Decode(equals < 0 ? pair : pair[..equals]), name, StringComparison.Ordinal))
            {
                return equals < 0 ? "" : Decode(pair[(equals + 1)..]);
            }
        }

        return null;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
