using System.Net.Http.Headers;
using Commerce.Http;

namespace Commerce.Marketplaces.Ebay;

/// <summary>Puts the token of the seller or of the application on a request, and the signature that money needs.</summary>
internal sealed class EbayAuthenticator : IRequestAuthenticator
{
    private readonly TokenCache _user;
    private readonly TokenCache _application;
    private readonly EbaySigner? _signer;
    private readonly TimeProvider _clock;

    internal EbayAuthenticator(VendorChannel channel, EbayMarketplaceOptions options)
    {
        _clock = channel.Clock;
        _user = new TokenCache(cancellationToken => EbayTokens.RefreshAsync(channel, options, cancellationToken), channel.Clock);
        _application = new TokenCache(cancellationToken => EbayTokens.ApplicationAsync(channel, options, cancellationToken), channel.Clock);
        _signer = options is { SigningKeyJwe: { Length: > 0 } jwe, SigningPrivateKey: { Length: > 0 } key } ? new EbaySigner(jwe, key) : null;
    }

    public async ValueTask<bool> SignAsync(HttpRequestMessage request, bool forceRefresh, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var kind = EbayCall.TokenOf(request);
        var refused = forceRefresh ? request.Headers.Authorization?.Parameter : EbayCall.RefusedOf(request);
        var token = await (kind == EbayToken.Application ? _application : _user).GetAsync(refused, cancellationToken).ConfigureAwait(false);
        request.Headers.Authorization = new AuthenticationHeaderValue(kind == EbayToken.PostOrder ? "IAF" : "Bearer", token);
        if (_signer is not null && EbayCall.IsSigned(request))
        {
            await _signer.SignAsync(request, _clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        }

        return true;
    }
}
