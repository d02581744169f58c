namespace Commerce.Http;

/// <summary>Signs requests with a fixed header, such as an API key.</summary>
public sealed class HeaderAuthenticator : IRequestAuthenticator
{
    private readonly string _name;
    private readonly string _value;

    /// <summary>Creates an authenticator.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="value">The header's value, scheme included. Secret.</param>
    public HeaderAuthenticator(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(value);
        _name = name;
        _value = value;
    }

    /// <inheritdoc/>
    public ValueTask<bool> SignAsync(HttpRequestMessage request, bool forceRefresh, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);

        // Some vendors take a raw key without a scheme, which the typed header would refuse.
        request.Headers.Remove(_name);
        request.Headers.TryAddWithoutValidation(_name, _value);
        return ValueTask.FromResult(false);
    }
}
