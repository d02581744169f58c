using System.Net.Http.Headers;

namespace Commerce.Http;

/// <summary>Signs requests with a cached bearer token.</summary>
public sealed class BearerAuthenticator : IRequestAuthenticator
{
    private readonly TokenCache _tokens;

    /// <summary>Creates an authenticator.</summary>
    /// <param name="tokens">Where tokens come from.</param>
    public BearerAuthenticator(TokenCache tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        _tokens = tokens;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> SignAsync(HttpRequestMessage request, bool forceRefresh, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var refused = forceRefresh ? request.Headers.Authorization?.Parameter : null;
        var token = await _tokens.GetAsync(refused, cancellationToken).ConfigureAwait(false);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return true;
    }
}
