using Commerce.Http;

namespace Commerce.Carriers.FedEx;

/// <summary>Signs with the token of the project that the call belongs to: tracking may be a project of its own.</summary>
internal sealed class FedExAuthenticator : IRequestAuthenticator
{
    private readonly BearerAuthenticator _shipping;
    private readonly BearerAuthenticator _tracking;

    internal FedExAuthenticator(VendorChannel channel, FedExCarrierOptions options)
    {
        _shipping = Authenticator(channel, options, options.ClientId, options.ClientSecret);
        _tracking = options is { TrackClientId: { Length: > 0 } id, TrackClientSecret: { Length: > 0 } secret }
            ? Authenticator(channel, options, id, secret)
            : _shipping;
    }

    public ValueTask<bool> SignAsync(HttpRequestMessage request, bool forceRefresh, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var isTracking = request.RequestUri?.ToString().Contains("track/v1/", StringComparison.Ordinal) ?? false;
        return (isTracking ? _tracking : _shipping).SignAsync(request, forceRefresh, cancellationToken);
    }

    private static BearerAuthenticator Authenticator(VendorChannel channel, FedExCarrierOptions options, string id, string secret) =>
        new(new TokenCache(cancellationToken => FedExTokens.FetchAsync(channel, options, id, secret, cancellationToken), channel.Clock));
}
