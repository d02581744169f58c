using Commerce.Http;
using Commerce.Marketplaces.Cdiscount.Wire;

namespace Commerce.Marketplaces.Cdiscount;

/// <summary>Fetches OAuth tokens. Source: Octopia developer portal, authentication: client credentials, no refresh token.</summary>
internal static class CdiscountTokens
{
    private static readonly VendorOperation Token = new("token") { IsAnonymous = true, IsSafeToRepeat = true };

    internal static async Task<AccessToken> FetchAsync(VendorChannel channel, CdiscountMarketplaceOptions options, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, options.TokenAddress)
        {
            Content = new FormUrlEncodedContent(
            [
                new("grant_type", "client_credentials"), new("client_id", options.ClientId), new("client_secret", options.ClientSecret),
            ]),
        };
        var answer = await channel.SendAsync(request, Token, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            // Nothing but the credentials is in this request.
            throw answer.Failure(answer.Status is 400 or 403 ? CommerceErrorKind.Unauthorized : null);
        }

        var token = answer.ReadJson(CdiscountJson.Default.CdiscountToken);
        return !string.IsNullOrEmpty(token.AccessToken) && token.ExpiresIn is > 0 and <= 31_536_000
            ? new AccessToken(token.AccessToken, TimeSpan.FromSeconds(token.ExpiresIn.Value))
            : throw answer.Malformed("access_token or expires_in is missing");
    }
}
