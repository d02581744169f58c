namespace Commerce.Http;

/// <summary>Puts credentials on requests.</summary>
public interface IRequestAuthenticator
{
    /// <summary>Signs a request.</summary>
    /// <param name="request">The request, complete.</param>
    /// <param name="forceRefresh">Whether the vendor refused the credentials just used: get new ones.</param>
    /// <param name="cancellationToken">Stops the wait for a token.</param>
    /// <returns>Whether a refused request may be signed anew: true for tokens, false for fixed keys.</returns>
    /// <exception cref="CommerceException">No token could be had.</exception>
    ValueTask<bool> SignAsync(HttpRequestMessage request, bool forceRefresh, CancellationToken cancellationToken);
}
