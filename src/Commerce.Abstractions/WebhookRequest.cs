namespace Commerce;

/// <summary>A call that claims to come from a vendor, as it was received.</summary>
public sealed class WebhookRequest
{
    private readonly IReadOnlyDictionary<string, string> _headers;

    /// <summary>Creates a request.</summary>
    /// <param name="body">The raw bytes, exactly as received.</param>
    /// <param name="headers">The headers; names of any case.</param>
    public WebhookRequest(ReadOnlyMemory<byte> body, IEnumerable<KeyValuePair<string, string>> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        Body = body;
        var copy = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in headers)
        {
            copy[name] = value;
        }

        _headers = copy;
    }

    /// <summary>Gets the raw bytes.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Finds a header.</summary>
    /// <param name="name">The name, of any case.</param>
    /// <returns>The value, or <see langword="null"/> when it was not sent.</returns>
    public string? Header(string name) => _headers.GetValueOrDefault(name);
}
